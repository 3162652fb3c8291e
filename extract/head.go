package extract

import (
	"sort"
	"strconv"
	"time"

	"github.com/policyx/policyx/extract/head"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// readHead binds what the notice says of itself, and what the families have to know of it:
// its place, level and date.
func (x *extractor) readHead() {
	h := head.Read(x.doc, x.stream, head.Options{
		Place: x.opts.Place, Issued: x.opts.Issued, Places: x.opts.user().Places(), IsOrgan: party.IsOrgan,
	})
	x.notice.Metadata = h.Metadata
	x.notice.Diagnostics = append(x.notice.Diagnostics, h.Diagnostics...)
	x.issued = issueDate(h.Issued)
	x.party = party.Context{Level: h.Level, Place: h.Place, Words: x.opts.words()}.Ready()
	x.addressees()
}

// addressees splits the 主送机关.
func (x *extractor) addressees() {
	at := x.doc.Head.Addressees
	if at.Len() == 0 {
		return
	}
	m := &x.notice.Metadata
	i, j := x.stream.Slice(at)
	for _, name := range party.Addressees(x.stream, i, j, x.party) {
		if m.Spans == nil {
			m.Spans = &schema.MetadataSpans{}
		}
		m.Addressees = append(m.Addressees, name.Name)
		m.Spans.Addressees = append(m.Spans.Addressees, x.span(name.Start, name.End))
	}
}

// issueDate converts a day or a year (EDTF) for the time family; zero for "".
func issueDate(edtf string) when.Date {
	if year, err := strconv.Atoi(edtf); err == nil {
		return when.Date{Year: year}
	}
	d, err := time.Parse(time.DateOnly, edtf)
	if err != nil {
		return when.Date{}
	}
	return when.Date{Year: d.Year(), Month: int(d.Month()), Day: d.Day()}
}

// titleYear returns the year that one of the titles names, else that of the notice's title, 0
// without.
func (x *extractor) titleYear(titles ...string) int {
	for _, title := range append(titles, x.notice.Metadata.Title) {
		if y := head.Year(title); y > 0 {
			return y
		}
	}
	return 0
}

// yearAround returns the year that the title of a place's attachment, of what the notice
// encloses, or of the notice names, for months without a year; 0 where none does, or where
// it lies before the year of issue.
func (x *extractor) yearAround(at block.Range) int {
	var attachment *parser.Part
	parts := x.doc.Parts
	if i := sort.Search(len(parts), func(i int) bool { return parts[i].End > at.Start }); i < len(parts) && parts[i].Attachment {
		attachment = parts[i]
	}
	year, known := x.years[attachment]
	if known {
		return year
	}
	titles := []string{x.notice.Metadata.Enclosure}
	if attachment != nil {
		titles = []string{x.doc.Join(attachment.Title...), x.notice.Metadata.Enclosure}
	}
	if year = x.titleYear(titles...); year < x.issued.Year {
		year = 0
	}
	x.years[attachment] = year
	return year
}
