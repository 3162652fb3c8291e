package doc

import (
	"errors"
	"fmt"
	"slices"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/compound"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/word"
	"github.com/policyx/policyx/schema"
)

// DamagedError is a file that is no whole Word document.
type DamagedError struct{ Reason error }

func (e *DamagedError) Error() string {
	return fmt.Sprintf("is a damaged Word document: %v", e.Reason)
}

func (e *DamagedError) Unwrap() error { return e.Reason }

// Read reads the document f. It fails with a [DamagedError] for a file that is broken,
// with [source.ErrEncrypted], [ErrOld], with a [source.UnsupportedError] for an OLE2 file
// without a Word document, with [source.ErrEmpty] or [word.ErrPictures] for one without text.
// What it left out of a document that it read is a diagnostic.
func Read(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	d, err := open(f.Data)
	if err != nil {
		return nil, nil, err
	}
	reading, remarks := word.Read(d.body())
	switch {
	case len(reading.Text) > 0:
	case d.pictures+d.drawings > 0:
		return nil, nil, word.ErrPictures
	default:
		return nil, nil, source.ErrEmpty
	}
	if d.contents > 0 {
		remarks = append(remarks, schema.Remark(schema.Info, schema.UnreadContent, "The table of contents was left out (%d).", d.contents))
	}
	return reading, append(remarks, source.Pictures(d.pictures)...), nil
}

// document is a document with its tables read.
type document struct {
	*header
	stream  []byte // the document stream
	table   []byte // the table stream
	data    []byte // the data stream
	text    []uint16
	pieces  pieces
	marks   []mark // by character
	blocks  []stretch
	styles  []style
	lists   *lists
	fonts   []string
	symbols []symbol // in the order of the text

	huge     int // bytes of properties read from the data stream
	contents int // tables of contents left out
	pictures int
	drawings int // shapes, lines and boxes as well as pictures that float
}

// mark is what of a character's properties bears on the text.
type mark uint8

const (
	deleted   mark = 1 << iota // by a revision
	invisible                  // hidden
	shown                      // said not to be hidden, whatever the style
)

func open(data []byte) (*document, error) {
	c, err := compound.Open(data)
	if err != nil {
		return nil, &DamagedError{err}
	}
	d := &document{}
	if d.stream, err = c.Stream("WordDocument"); err != nil {
		return nil, &DamagedError{err}
	}
	if d.stream == nil {
		return nil, &source.UnsupportedError{Format: "ole2"}
	}
	if d.header, err = readHeader(d.stream); err != nil {
		if errors.Is(err, source.ErrEncrypted) || errors.Is(err, ErrOld) {
			return nil, err
		}
		return nil, &DamagedError{err}
	}
	if d.table, err = c.Stream(d.header.table); err != nil {
		return nil, &DamagedError{err}
	}
	d.data, _ = c.Stream("Data") // without it, the text is still there
	total := d.begins(len(d.counts))
	if total > len(d.stream) {
		return nil, &DamagedError{errTruncated}
	}
	if total == 0 {
		return nil, source.ErrEmpty
	}
	if d.pieces, err = readPieces(d.place(d.table, placePieces), total, len(d.stream)); err != nil {
		return nil, &DamagedError{err}
	}
	d.text = d.pieces.text(d.stream)
	d.styles = readStyles(d.place(d.table, placeStyles))
	d.lists = readLists(d.table, d.header)
	d.fonts = readFonts(d.place(d.table, placeFonts))
	d.blocks = readPages(d.stream, newPLC(d.place(d.table, placeParagraphs), 4), 13)
	d.readMarks(readPages(d.stream, newPLC(d.place(d.table, placeRuns), 4), 1))
	return d, nil
}

// readMarks marks the characters that their properties delete or hide, and keeps those
// that are symbols.
func (d *document) readMarks(runs []stretch) {
	d.marks = make([]mark, len(d.text))
	for _, p := range d.pieces {
		end := p.at + (p.end-p.start)*p.width
		for i := find(runs, p.at); i < len(runs) && runs[i].from < end; i++ {
			m, s := d.run(runProperties(d.stream, runs[i].at))
			from := p.start + max(runs[i].from-p.at, 0)/p.width
			to := min(p.start+(min(runs[i].to, end)-p.at)/p.width, p.end)
			for k := from; k < to && m != 0; k++ {
				d.marks[k] = m
			}
			if s.code != 0 || s.font > 0 && private(d.text[from:max(from, to)]) {
				s.from, s.to = from, to
				d.symbols = append(d.symbols, s)
			}
		}
	}
}

// private reports text of the range in which symbol fonts have their signs.
func private(text []uint16) bool {
	return slices.ContainsFunc(text, func(u uint16) bool { return u >= 0xF000 && u <= 0xF0FF })
}

// run is what the properties of characters say of them.
func (d *document) run(list []byte) (m mark, s symbol) {
	each(list, func(code int, operand []byte) {
		switch code {
		case propDeleted:
			if operand[0]&1 != 0 {
				m |= deleted
			}
		case propHidden:
			if operand[0]&1 != 0 {
				m |= invisible
			} else {
				m |= shown
			}
		case propRunStyle:
			if d.hiddenStyle(u16(operand, 0)) {
				m |= invisible
			}
		case propSymbol:
			s.font, s.code = u16(operand, 0), rune(u16(operand, 2))
		case propFont:
			if s.code == 0 {
				s.font = u16(operand, 0)
			}
		}
	})
	return m, s
}

// body returns the main story, with the notes that it refers to behind it.
func (d *document) body() *word.Story {
	w := walker{document: d, boxes: d.readBoxes(), refs: d.readReferences()}
	w.walk(0, d.counts[mainStory])
	for i, n := range w.notes {
		note := walker{document: d}
		note.walk(n.start, n.end)
		if len(note.story.Items) > 0 {
			w.story.Label(fmt.Sprintf("[%d] ", i+1))
			w.story.Append(&note.story.Story)
		}
	}
	return &w.story.Story
}
