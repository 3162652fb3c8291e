package doc

import (
	"unicode/utf16"

	"github.com/policyx/policyx/parser/word"
)

// The characters that are no text ([MS-DOC] 2.4.1).
const (
	charPicture    = 0x01
	charNote       = 0x02
	charCell       = 0x07
	charDrawing    = 0x08
	charTab        = 0x09
	charLine       = 0x0B
	charPage       = 0x0C // also the end of a section, which ends a paragraph
	charParagraph  = 0x0D
	charColumn     = 0x0E
	charFieldBegin = 0x13
	charFieldCode  = 0x14
	charFieldEnd   = 0x15
	charHyphen     = 0x1E
	charSoftHyphen = 0x1F
)

// walker goes through the characters of one story.
type walker struct {
	*document
	story  word.Body
	fields word.Fields
	boxes  map[int][]extent
	refs   map[int]extent
	notes  []extent // those that the text referred to
	joined bool     // the mark of the paragraph before is deleted or hidden
}

// walk reads the paragraphs of a stretch of characters.
func (w *walker) walk(start, end int) {
	end = min(end, len(w.text))
	for at := start; at < end; {
		next, p := w.paragraphEnd(at, end)
		w.paragraph(at, next, p)
		at = next
	}
	w.joined = false
	w.story.Close()
}

// paragraphEnd returns the character behind the paragraph that begins at a place, and
// its properties, which belong to its mark.
func (w *walker) paragraphEnd(at, end int) (int, paragraph) {
	for i := at; i < end; i++ {
		switch w.text[i] {
		case charPage:
			if place, width := w.pieces.place(i); w.endsBlock(place, width) {
				return i + 1, w.properties(i)
			}
		case charParagraph, charCell:
			return i + 1, w.properties(i)
		}
	}
	return end, w.properties(end - 1)
}

// endsBlock reports whether a stretch of paragraph properties ends with a character.
func (d *document) endsBlock(place, width int) bool {
	i := find(d.blocks, place)
	return i == len(d.blocks) || d.blocks[i].to == place+width
}

// paragraph reads the characters from start to end, of which the last is its mark.
func (w *walker) paragraph(start, end int, p paragraph) {
	w.story.Open(p.depth)
	b := w.story.Current()
	mark := w.text[end-1]
	goesOn := mark == charParagraph && w.marks[end-1]&(deleted|invisible) != 0 && p.depth == 0
	if !p.rowEnd {
		if !(w.joined && !b.Blank()) && !goesOn && w.fields.Visible() {
			if label := w.lists.label(p.list, p.level); label != "" {
				b.Label(label)
			}
		}
		w.characters(b, start, end, p.hidden)
	}
	if w.joined = goesOn; goesOn {
		return
	}
	b.End()
	w.writeBoxes(b, start, end)
	switch {
	case p.rowEnd:
		w.story.EndRow(p.cells)
	case p.cellEnd || mark == charCell:
		w.story.EndCell()
	}
}

// characters writes the text of a paragraph.
func (w *walker) characters(b *word.Builder, start, end int, hidden bool) {
	from := start // of the text not yet written
	for i := start; i <= end; i++ {
		if i < end && w.text[i] >= ' ' && w.plain(i, hidden) {
			continue
		}
		if from < i {
			w.write(b, from, i)
		}
		if from = i + 1; i < end {
			w.special(b, i, hidden)
		}
	}
}

// plain reports whether a character is shown as it is.
func (w *walker) plain(i int, hidden bool) bool {
	if !w.seen(i, hidden) {
		return false
	}
	_, ok := w.symbolAt(i)
	return !ok
}

// seen reports whether a character is neither deleted nor hidden; hidden says whether
// the style of its paragraph hides it.
func (w *walker) seen(i int, hidden bool) bool {
	m := w.marks[i]
	return m&(deleted|invisible) == 0 && (!hidden || m&shown != 0)
}

func (w *walker) write(b *word.Builder, from, to int) {
	if s := w.text[from:to]; w.fields.Visible() {
		b.Write(string(utf16.Decode(s)))
	} else if w.fields.InCode() {
		w.fields.Code(string(utf16.Decode(s[:min(len(s), 32)])))
	}
}

// special reads a character that is not shown as it is.
func (w *walker) special(b *word.Builder, i int, hidden bool) {
	c := w.text[i]
	switch c {
	case charFieldBegin:
		w.fields.Begin()
	case charFieldCode:
		if w.fields.Separate() {
			w.contents++
		}
	case charFieldEnd:
		w.fields.End()
	}
	if !w.fields.Visible() || !w.seen(i, hidden) {
		return
	}
	switch c {
	case charTab:
		b.Write("\t")
	case charHyphen:
		b.Write("-")
	case charLine, charPage, charColumn:
		b.End()
	case charPicture:
		w.pictures++
	case charDrawing:
		w.drawings++
	case charNote:
		if n, ok := w.refs[i]; ok {
			w.notes = append(w.notes, n)
		}
	default:
		if s, ok := w.symbolAt(i); ok {
			b.Write(s)
		}
	}
}

// writeBoxes writes the text boxes that the characters from start to end anchor.
func (w *walker) writeBoxes(b *word.Builder, start, end int) {
	if len(w.boxes) == 0 {
		return
	}
	for i := start; i < end; i++ {
		for _, e := range w.boxes[i] {
			box := walker{document: w.document}
			box.walk(e.start, e.end)
			b.Items = append(b.Items, box.story.Items...)
		}
		delete(w.boxes, i)
	}
}
