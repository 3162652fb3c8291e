package head

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/number"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// Options are what the package has to be told.
type Options struct {
	Place   string // the place whose government issued the notice, where it does not say
	Issued  string // date of issue, ISO 8601, for a notice that states none
	Places  *lexicon.Gazetteer
	IsOrgan func(name string) bool // whether a folded text is the name of an organ, or a list of such
}

// Head is what a notice says of itself.
type Head struct {
	Metadata    schema.Metadata // without addressees; Spans is nil where nothing was found
	Diagnostics []schema.Diagnostic
	Issued      string       // what durations and days without a year count from: a day, or a year alone (EDTF); "" for none
	Level       schema.Level // whose departments the notice names: its own level, or that of Options.Place
	Place       string       // likewise, folded
}

// reader carries one document.
type reader struct {
	doc    *parser.Document
	head   *parser.Head
	stream *lex.Stream
	opts   Options
	m      *schema.Metadata
	out    Head

	attached map[string]bool // keys of the titles of attachments so far
}

// Read reads the head of doc, whose text s is.
func Read(doc *parser.Document, s *lex.Stream, opts Options) Head {
	x := &reader{doc: doc, head: &doc.Head, stream: s, opts: opts}
	x.m = &x.out.Metadata
	x.m.Spans = &schema.MetadataSpans{}
	x.titles()
	x.issuer()
	x.number()
	x.dates()
	x.fields()
	x.place()
	x.validity()
	x.attachments()
	x.links()
	if reflect.ValueOf(*x.m.Spans).IsZero() {
		x.m.Spans = nil
	}
	return x.out
}

// number reads the document's number, repaired where the page lost its marks.
func (x *reader) number() {
	ranges := []block.Range{x.head.Number}
	for _, f := range x.head.Fields {
		if f.Name == "发文字号" {
			ranges = append(ranges, f.Value)
		}
	}
	for _, r := range ranges {
		if r.Len() > 0 && x.numberIn(r) {
			return
		}
	}
}

// numberIn reads the number that stands in r. It reports whether one does.
func (x *reader) numberIn(r block.Range) bool {
	s := lex.Scan(x.doc.Folded, []block.Range{r})
	if text := number.Order(s.String(0, s.Len())); text != "" {
		x.m.DocumentNumber, x.m.Spans.DocumentNumber = text, x.spanOf(r)
		return true
	}
	for i := range s.Runes {
		n, ok := number.Document(s, i)
		if !ok {
			continue
		}
		at := s.Range(n.Start, n.End)
		x.m.DocumentNumber, x.m.Spans.DocumentNumber = n.Text, x.spanOf(at)
		if n.Repaired {
			x.remark(schema.Info, schema.RepairedDocumentNumber, at, "The document number lost its marks; it is read as %s.", n.Text)
		}
		return true
	}
	return false
}

// isOrgan reports whether a name, as it stands, is that of an organ.
func (x *reader) isOrgan(name string) bool { return x.opts.IsOrgan(source.Squeeze(name)) }

// remark adds a diagnostic about a range of the reading text.
func (x *reader) remark(severity schema.Severity, code schema.Code, r block.Range, format string, args ...any) {
	x.out.Diagnostics = append(x.out.Diagnostics, x.doc.Remark(severity, code, r, format, args...))
}

// line returns what stands in ranges as one line.
func (x *reader) line(ranges ...block.Range) string {
	return strings.ReplaceAll(x.doc.Join(ranges...), "\n", "")
}

// spanOf returns the span from the first to the last of ranges.
func (x *reader) spanOf(ranges ...block.Range) *schema.Span {
	s := x.doc.Span(block.Range{Start: ranges[0].Start, End: ranges[len(ranges)-1].End})
	return &s
}

// within narrows a span to the name that stands in it, where it stands there unbroken.
func (x *reader) within(span *schema.Span, name string) *schema.Span {
	before, _, ok := strings.Cut(string(x.doc.Text[span.Start:span.End]), name)
	if !ok {
		return span
	}
	start := span.Start + utf8.RuneCountInString(before)
	return x.spanOf(block.Range{Start: start, End: start + utf8.RuneCountInString(name)})
}
