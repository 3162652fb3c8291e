package rtf

import "github.com/policyx/policyx/parser/word"

// state is what holds until the group ends.
type state struct {
	destination
	story   *story
	field   *field // the innermost one
	font    int
	instead int // characters behind a \u that stand for it: \ucN
	hidden  bool
	deleted bool
	paragraph
	innerRow bool        // within \nesttableprops
	above    destination // of \upr, which gives its text twice
}

// paragraph is what of a paragraph's properties bears on the text.
type paragraph struct {
	inTable     bool
	depth       int
	list, level int
}

// destination is what the text of a group is for.
type destination uint8

const (
	body      destination = iota
	nowhere               // nothing that is shown
	labelText             // \listtext, \pntext
	fieldCode
	fontTable
	listTable // and \listoverridetable
	levelText
)

// story is the body, a footnote or a text box being read.
type story struct {
	word.Body
	fields word.Fields
	boxes  []word.Item // text boxes that the open paragraph anchors
	kind   storyKind
	seen   bool // where it stands is shown

	row, inner rowShape // that \cellx defines, and the one of nested tables
	rowOpen    bool     // past \trowd, before \row

	label    []byte // that the file shows for the paragraph
	labelled bool   // the paragraph has its label
	shown    int    // pieces of text written, to tell whether a field showed any
}

type storyKind uint8

const (
	mainStory storyKind = iota
	noteStory
	boxStory
)

// rowShape is the definition of a row as far as it has come.
type rowShape struct {
	cells []word.Shape
	left  int
	merge word.Merge
}

// mostShapes bounds the cells that one row defines.
const mostShapes = 1000

// add ends a cell at its right edge.
func (r *rowShape) add(right int) {
	if len(r.cells) < mostShapes {
		r.cells = append(r.cells, word.Shape{Left: r.left, Right: right, Merge: r.merge})
	}
	r.left, r.merge = right, word.Apart
}

// field is a field being read.
type field struct {
	code  []byte
	shown int // of the story where it began
}

// longCode is how much of a field's code is kept.
const longCode = 100

// visible reports whether text now is seen.
func (s *state) visible() bool { return !s.hidden && !s.deleted && s.story.fields.Visible() }

// tableDepth is the number of tables that the paragraph stands in. Between the definition of a
// row and its end all text is in a table, whether it says so or not.
func (s *state) tableDepth() int {
	depth := s.depth
	if s.inTable || s.story.rowOpen {
		depth = max(depth, 1)
	}
	return min(depth, word.MaxNested)
}
