package rtf

import (
	"fmt"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/word"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// DamagedError is a file that is no RTF document.
type DamagedError struct{ Reason error }

func (e *DamagedError) Error() string { return fmt.Sprintf("is a damaged RTF document: %v", e.Reason) }

func (e *DamagedError) Unwrap() error { return e.Reason }

// Bounds of a document.
const (
	MaxDepth  = 500        // groups within groups
	MaxGroups = 10_000_000 // beyond them nothing is read
	MaxCells  = 1 << 20    // of all tables; beyond them nothing is read
)

// ErrDeep is a document whose groups nest deeper than [MaxDepth].
var ErrDeep = message.New("its groups nest too deep")

// ErrHeader is a file that does not begin with {\rtf.
var ErrHeader = message.New(`does not begin with {\rtf`)

// Read reads the document f. It fails with a [DamagedError] for a file that is none or nests too
// deep, with [source.ErrEmpty] or [word.ErrPictures] for one without text. What it left out of a
// document that it read is a diagnostic.
func Read(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	d, err := read(f.Data)
	if err != nil {
		return nil, nil, &DamagedError{err}
	}
	reading, remarks := word.Read(&d.main.Story)
	switch {
	case len(reading.Text) > 0:
	case d.pictures > 0:
		return nil, nil, word.ErrPictures
	default:
		return nil, nil, source.ErrEmpty
	}
	remarks = append(remarks, d.remarks()...)
	return reading, append(remarks, source.Pictures(d.pictures)...), nil
}

func (d *document) remarks() (out []schema.Diagnostic) {
	add := func(severity schema.Severity, code schema.Code, format string, args ...any) {
		out = append(out, schema.Remark(severity, code, format, args...))
	}
	switch {
	case d.characters > source.MostCharacters:
		out = append(out, source.Cut())
	case d.full:
		add(schema.Error, schema.UnreadContent, "The document has more than %d groups or %d cells; what stands behind them was not read.", MaxGroups, MaxCells)
	case d.broken:
		add(schema.Error, schema.UnreadContent, "The document breaks off before its end.")
	}
	if d.moreNotes {
		add(schema.Error, schema.UnreadContent, "The document has more than %d notes; those behind them were not read.", mostNotes)
	}
	if d.lists.more {
		add(schema.Error, schema.UnreadContent, "The document has more than %d lists; the numbers of those behind them were left out.", mostLists)
	}
	if d.fonts.more {
		add(schema.Error, schema.DecodingErrors, "The document has more than %d fonts; text in those behind them may be decoded wrongly.", mostFonts)
	}
	if d.faults > 0 {
		add(schema.Warning, schema.DecodingErrors, "%d places are no characters of their code page and were replaced by U+FFFD.", d.faults)
	}
	if d.contents > 0 {
		add(schema.Info, schema.UnreadContent, "The table of contents was left out (%d).", d.contents)
	}
	return out
}
