package parser

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/doc"
	"github.com/policyx/policyx/parser/docx"
	"github.com/policyx/policyx/parser/html"
	"github.com/policyx/policyx/parser/markdown"
	"github.com/policyx/policyx/parser/ofd"
	"github.com/policyx/policyx/parser/pdf"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
	"github.com/policyx/policyx/schema"
)

// Options say what the caller knows better than the content shows. The zero value
// leaves everything to detection.
type Options struct {
	Format   string // text, html, docx …: see package source; "" is detected
	Encoding string // any name of an encoding that IANA or WHATWG lists; "" is detected
	Pages    Pages  // which pages to read, in the formats that have pages; nil means all
	Fragment bool   // a sentence or a part of a notice, which is read however little it is
}

// Document is one notice before anything in it is understood. All ranges are code
// points of Text.
type Document struct {
	Source schema.Source
	Text   []rune // the reading text
	Folded []rune // Text with widths and brackets folded, rune for rune; noise within paragraphs is blank
	Head   Head
	Parts  []*Part // the notice itself, then its attachments
	Tables []*Table
	// Joins are the places, in order, where a line begins that was taken to go on with the sentence of the line before
	// it, and where that is a guess.
	Joins []int
	// Diagnostics are the remarks of decoding, reading and structure, by position.
	Diagnostics []schema.Diagnostic

	ranges []block.Range
	lines  []int // start of each line in Text
	from   []int // line of the user's file of each of them; nil where it is the same
	pages  []int
}

// Ranges returns the paragraphs and table cells of the document in the order of the
// text, without overlap and without what was recognised as noise.
func (d *Document) Ranges() []block.Range { return d.ranges }

// Part is the notice itself or one attachment.
type Part struct {
	block.Range
	Attachment bool
	Notice     bool          // another notice in the file, read like an attachment
	Title      []block.Range // an attachment's title, line by line
	Loose      []block.Range // paragraphs before the first numbered item
	Items      []*Item
	Tables     []*Table // tables that stand under no item
	// Closing are the last paragraphs, about the document itself: 本办法自…起施行.
	Closing []block.Range
}

// Item is a numbered item with everything below it.
type Item struct {
	block.Range // from the label to the end of the last child
	Marker      Marker
	Own         []block.Range // the item's own paragraphs, the first one behind the label
	Boxes       []block.Range // boxes that stand amid them, items of their own
	Children    []*Item
	Tables      []*Table
}

// Table is a table and where it stands.
type Table struct {
	block.Range
	Grid    *block.Grid
	Caption block.Range // the line above it that names it; empty where there is none
}

// Parse reads one document. name is kept for messages and never interpreted.
//
// It fails where nothing can be read at all, and where what can be read is no notice: see
// [ErrNoNotice] and the other errors of this package, which are wrapped with name. What
// could only be read in part is no error: see Document.Diagnostics. No panic leaves it
// (see [InternalError]). Parse is safe for concurrent use.
func Parse(name string, data []byte, opts Options) (d *Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = nil, fmt.Errorf("%s: %w", name, NewInternalError(p))
		}
	}()
	f, diagnostics, err := source.Open(name, data, source.Options{
		Format: source.Format(opts.Format), Encoding: opts.Encoding, Fragment: opts.Fragment,
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if opts.Pages != nil && !paged(f.Format) {
		return nil, fmt.Errorf("%s: %w", name, ErrNoPages)
	}
	var reading *block.Reading
	var more []schema.Diagnostic
	switch f.Format {
	case source.HTML:
		reading, more, err = html.Read(f)
	case source.Markdown:
		reading, more, err = markdown.Read(f)
	case source.DOCX:
		reading, more, err = docx.Read(f)
	case source.DOC:
		reading, more, err = doc.Read(f)
	case source.PDF:
		reading, more, err = pdf.Read(f, pdf.Options{Pages: opts.Pages})
	case source.OFD:
		reading, more, err = ofd.Read(f, ofd.Options{Pages: opts.Pages})
	default:
		reading, more, err = text.Read(f)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if shorten(reading, source.MostCharacters) && !slices.Contains(more, source.Cut()) {
		more = append(more, source.Cut())
	}
	if err := checkNotice(reading, more); err != nil && !opts.Fragment {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	d = &Document{
		Source: schema.Source{
			Name: name, Format: string(f.Format), Encoding: f.Encoding,
			SHA256: hex.EncodeToString(sum[:]), Characters: len(reading.Text),
		},
		Text:        reading.Text,
		Folded:      source.FoldRunes(nil, reading.Text),
		Diagnostics: append(diagnostics, more...),
		pages:       reading.Pages,
		from:        reading.Lines,
	}
	d.lines = lineStarts(d.Text)
	d.place(d.Diagnostics)
	s := newStructure(d, reading)
	s.build()
	d.ranges = s.content()
	sort.SliceStable(d.Diagnostics, func(i, j int) bool { return start(d.Diagnostics[i]) < start(d.Diagnostics[j]) })
	return d, nil
}

func start(d schema.Diagnostic) int {
	if d.Span == nil {
		return -1
	}
	return d.Span.Start
}

func lineStarts(text []rune) []int {
	starts := []int{0}
	for i, r := range text {
		if r == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// place gives the diagnostics of readers, which count no lines, their lines and pages.
func (d *Document) place(diagnostics []schema.Diagnostic) {
	for i := range diagnostics {
		if s := diagnostics[i].Span; s != nil {
			*s = d.Span(block.Range{Start: s.Start, End: s.End})
		}
	}
}

// Span returns r with its line and page.
func (d *Document) Span(r block.Range) schema.Span {
	s := schema.Span{Start: r.Start, End: r.End}
	if s.Line = sort.SearchInts(d.lines, r.Start+1); d.from != nil {
		s.Line = d.from[min(s.Line, len(d.from))-1]
	}
	if len(d.pages) > 0 {
		s.Page = sort.SearchInts(d.pages, r.Start+1)
	}
	return s
}

// Join returns the text of ranges as one string: white space at the ends and line
// breaks within a range are dropped, the ranges are joined by a line feed.
func (d *Document) Join(ranges ...block.Range) string {
	size := len(ranges)
	for _, r := range ranges {
		size += 3 * r.Len()
	}
	var out strings.Builder
	out.Grow(size)
	for _, r := range ranges {
		if r = trim(d.Folded, r); r.Len() == 0 {
			continue
		}
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		writeJoined(&out, d.Text[r.Start:r.End], d.Folded[r.Start:r.End])
	}
	return out.String()
}

// Remark returns a diagnostic about a range of the reading text.
func (d *Document) Remark(severity schema.Severity, code schema.Code, r block.Range, format string, args ...any) schema.Diagnostic {
	span := d.Span(r)
	return schema.Diagnostic{Severity: severity, Code: code, Message: fmt.Sprintf(format, args...), Span: &span}
}

func (d *Document) remark(severity schema.Severity, code schema.Code, r block.Range, format string, args ...any) {
	d.Diagnostics = append(d.Diagnostics, d.Remark(severity, code, r, format, args...))
}
