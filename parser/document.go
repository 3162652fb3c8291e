package parser

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/csv"
	"github.com/policyx/policyx/parser/doc"
	"github.com/policyx/policyx/parser/docx"
	"github.com/policyx/policyx/parser/html"
	"github.com/policyx/policyx/parser/markdown"
	"github.com/policyx/policyx/parser/ofd"
	"github.com/policyx/policyx/parser/pdf"
	"github.com/policyx/policyx/parser/picture"
	"github.com/policyx/policyx/parser/rtf"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// Options say what the caller knows better than the content shows. The zero value
// leaves everything to detection.
type Options struct {
	Format   string  // text, html, docx, xlsx …: see package source; "" is detected
	Encoding string  // any name of an encoding that IANA or WHATWG lists; "" is detected
	Pages    Pages   // which pages to read, in the formats that have pages; nil means all
	Engine   *Engine // reads pages without readable text, and pictures; nil for nobody
	// TextColumn is the header of the column of a workbook or csv whose cells are notices, one a row; "" reads it as one.
	TextColumn string
	PDFCache   string // folder that keeps the compiled PDF reader for the next run; "" the user's, "none" none
	Fragment   bool   // a sentence or a part of a notice, which is read however little it is
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
	lines  []int  // start of each line in Text
	from   []int  // line of the user's file of each of them; nil where it is the same
	leaves []leaf // the files it was read from, in the order of the text
}

// leaf is what one file has of a document.
type leaf struct {
	start int   // of its text
	pages []int // start of each page in the text of the document; empty where the format has none

	recognized []block.Recognition // pages that an engine read
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

// Parse reads one document, or the one notice of an archive or a mail.
//
// name is kept for messages and never interpreted. It fails where nothing can be read at all, and where what can be
// read is no notice: see [ErrNoNotice] and the other errors of this package, which are wrapped with name. What could
// only be read in part is no error: see Document.Diagnostics. An archive of several notices is a [SeveralError]:
// [ParseAll] reads them. No panic leaves it (see [InternalError]). Parse is safe for concurrent use.
func Parse(name string, data []byte, opts Options) (d *Document, err error) {
	for doc, err := range ParseAll(name, data, opts) {
		switch {
		case err != nil && d == nil:
			return nil, err
		case d != nil:
			return nil, message.Errorf("%s: %w", name, &SeveralError{First: d.Source.Name})
		}
		d = doc
	}
	return d, nil
}

// open tells the format of an input.
func (o Options) open(name string, data []byte) (*source.File, []schema.Diagnostic, error) {
	f, remarks, err := source.Open(name, data, source.Options{
		Format: source.Format(o.Format), Encoding: o.Encoding, Fragment: o.Fragment, Heads: csv.Heads,
	})
	if err == nil && o.Pages != nil && !paged(f.Format) {
		err = ErrNoPages
	}
	return f, remarks, err
}

// parse reads one file of a format that holds no others.
func (o Options) parse(f *source.File, remarks []schema.Diagnostic) (p parsed, err error) {
	reading, more, err := o.read(f)
	if err != nil {
		return p, err
	}
	if shorten(reading, source.MostCharacters) && !slices.ContainsFunc(more, saysCut) {
		more = append(more, source.Cut())
	}
	if err := checkNotice(reading, more); err != nil && !o.Fragment {
		return p, err
	}
	more = append(more, mend(reading, o.Engine)...)
	d := newDocument(reading.Text, reading.Lines)
	d.Source = schema.Source{
		Name: f.Name, Format: string(f.Format), Encoding: f.Encoding, SHA256: checksum(f.Data), Characters: len(reading.Text),
		Recognized: recognized(reading, o.Engine),
	}
	p = parsed{doc: d, reading: reading, remarks: append(remarks, more...)}
	d.Diagnostics = append(d.Diagnostics, p.remarks...)
	d.leaves = []leaf{{pages: reading.Pages, recognized: reading.Recognized}}
	d.place(d.Diagnostics)
	s := newStructure(d, reading)
	s.build()
	d.ranges = s.content()
	d.sortDiagnostics()
	return p, nil
}

// saysCut reports the diagnostic of a text that was not read to its end.
func saysCut(d schema.Diagnostic) bool { return d.Message == source.Cut().Message }

// read gives the file to the reader of its format.
func (o Options) read(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	switch f.Format {
	case source.HTML:
		return html.Read(f)
	case source.Markdown:
		return markdown.Read(f)
	case source.DOCX:
		return docx.Read(f)
	case source.DOC:
		return doc.Read(f)
	case source.RTF:
		return rtf.Read(f)
	case source.PDF:
		return pdf.Read(f, pdf.Options{Pages: o.Pages, Engine: o.Engine, Cache: o.PDFCache})
	case source.OFD:
		return ofd.Read(f, ofd.Options{Pages: o.Pages, Engine: o.Engine})
	case source.XLSX, source.XLS, source.SpreadsheetML, source.CSV, source.TSV:
		return readBook(f)
	}
	if f.Format.Picture() {
		return picture.Read(f, picture.Options{Pages: o.Pages, Engine: o.Engine})
	}
	return text.Read(f)
}

// newDocument returns a document of a reading text, which has no structure yet. from are the lines of the user's file, nil
// where they are those of text.
func newDocument(text []rune, from []int) *Document {
	d := &Document{Text: text, Folded: source.FoldRunes(nil, text), lines: lineStarts(text), from: from}
	foldZeros(d.Folded)
	return d
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func (d *Document) sortDiagnostics() {
	sort.SliceStable(d.Diagnostics, func(i, j int) bool { return start(d.Diagnostics[i]) < start(d.Diagnostics[j]) })
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
	n := sort.Search(len(d.leaves), func(i int) bool { return d.leaves[i].start > r.Start })
	if n > 0 && len(d.leaves[n-1].pages) > 0 {
		s.Page = sort.SearchInts(d.leaves[n-1].pages, r.Start+1)
		s.Confidence = schema.Number(d.leaves[n-1].confidence(r, s.Page))
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
	out := make([]byte, 0, 1024) // most are short: no room but their own is taken
	if size > cap(out) {
		out = make([]byte, 0, size)
	}
	for _, r := range ranges {
		if r = trim(d.Folded, r); r.Len() == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, '\n')
		}
		out = appendJoined(out, d.Text[r.Start:r.End], d.Folded[r.Start:r.End])
	}
	return string(out)
}

// Remark returns a diagnostic about a range of the reading text.
func (d *Document) Remark(severity schema.Severity, code schema.Code, r block.Range, format string, args ...any) schema.Diagnostic {
	span := d.Span(r)
	remark := schema.Remark(severity, code, format, args...)
	remark.Span = &span
	return remark
}

func (d *Document) remark(severity schema.Severity, code schema.Code, r block.Range, format string, args ...any) {
	d.Diagnostics = append(d.Diagnostics, d.Remark(severity, code, r, format, args...))
}
