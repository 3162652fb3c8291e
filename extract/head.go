package extract

import (
	"reflect"
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// head reads the metadata (GB/T 9704-2012, clause 7) and sets what the families have to
// know of the notice: its place, level and date.
func (x *extractor) head() {
	h := &x.doc.Head
	m := &x.notice.Metadata
	m.Spans = &schema.MetadataSpans{}
	x.titles(h, m)
	x.issuer(h, m)
	x.numbers(h, m)
	x.dates(h, m)
	x.fields(h, m)
	x.place(h, m)
	x.validity(m)
	x.addressees(h, m)
	for _, a := range h.Attachments {
		x.attachmentTitle(a)
	}
	x.attachmentHeads(m)
	x.links(h, m)
	if reflect.ValueOf(*m.Spans).IsZero() {
		m.Spans = nil
	}
}

// spanOf returns the span from the first to the last of ranges.
func (x *extractor) spanOf(ranges ...block.Range) *schema.Span {
	s := x.doc.Span(block.Range{Start: ranges[0].Start, End: ranges[len(ranges)-1].End})
	return &s
}

// titles reads title, kind and enclosure.
func (x *extractor) titles(h *parser.Head, m *schema.Metadata) {
	ranges := h.Title
	if ranges == nil {
		for _, f := range h.Fields {
			if f.Name == "标题" {
				ranges = []block.Range{f.Value}
			}
		}
	}
	if ranges == nil {
		ranges = h.Enclosure
	}
	if ranges == nil {
		ranges = x.annexAlone()
	}
	if ranges == nil {
		return
	}
	m.Title = x.titleText(ranges)
	m.Spans.Title = x.spanOf(ranges...)
	if kind := parser.DocumentType(folded(m.Title)); kind != "" && kind != "行动" { // it says what is done, in no kind of document
		m.DocumentType, m.Spans.DocumentType = kind, m.Spans.Title
	}
	m.Enclosure = enclosed(m.Title)
	if named := strings.Join(x.texts(h.Enclosure), ""); named != "" && strings.Contains(titleKey(m.Title), "关于《"+titleKey(named)+"》的通知") {
		m.Enclosure = named
	}
	if m.Enclosure != "" {
		m.Spans.Enclosure = m.Spans.Title
		if strings.HasPrefix(m.Enclosure, "关于") && !strings.Contains(m.Title, "《") {
			x.quotedEnclosure(h, m)
		}
	}
}

// annexAlone returns the title of the only attachment of a file that begins with it: such a file
// is the annex alone, and the title its own.
func (x *extractor) annexAlone() []block.Range {
	var only *parser.Part
	for _, p := range x.doc.Parts {
		switch {
		case p.Attachment && only == nil && len(p.Title) > 0:
			only = p
		case p.Attachment || len(p.Items)+len(p.Tables)+len(p.Loose) > 0 && only == nil:
			return nil
		}
	}
	if only == nil {
		return nil
	}
	return only.Title
}

// quotedEnclosure takes the name of the enclosure from the 《》 of the letter, where the title
// left the 的 of 关于…的 out: 印发关于支持步道修缮若干措施的通知, 现将《关于支持步道修缮的若干措施》印发.
func (x *extractor) quotedEnclosure(h *parser.Head, m *schema.Metadata) {
	bare := func(s string) string { return strings.ReplaceAll(titleKey(s), "的", "") }
	for _, r := range h.Preamble {
		text := x.doc.Folded[r.Start:r.End]
		open := slices.Index(text, '《')
		end := slices.Index(text, '》')
		if open < 0 || end < open {
			continue
		}
		at := block.Range{Start: r.Start + open + 1, End: r.Start + end}
		if name := x.doc.Join(at); name != m.Enclosure && bare(name) == bare(m.Enclosure) {
			m.Enclosure, m.Spans.Enclosure = name, x.spanOf(at)
		}
		return
	}
}

// enclosed returns what a title says is issued: 关于印发《X》的通知 → X.
func enclosed(title string) string {
	for _, verb := range []string{"印发", "转发", "发布", "公布", "会签", "报送"} {
		_, rest, ok := strings.Cut(title, verb)
		if !ok {
			continue
		}
		if sent := strings.HasPrefix(rest, "《"); (verb == "会签" || verb == "报送") && !sent {
			continue // 报送年度计划的通知 asks for one
		}
		for _, tail := range []string{"的通知", "的公告", "的通告", "的意见", "的函"} {
			if name, ok := strings.CutSuffix(rest, tail); ok {
				name = strings.TrimSpace(name)
				if strings.HasPrefix(name, "《") && strings.HasSuffix(name, "》") {
					name = strings.TrimSuffix(strings.TrimPrefix(name, "《"), "》")
				}
				return name
			}
		}
	}
	return ""
}

// numbers reads the document's number, repaired where the page lost its marks.
func (x *extractor) numbers(h *parser.Head, m *schema.Metadata) {
	ranges := []block.Range{h.Number}
	for _, f := range h.Fields {
		if f.Name == "发文字号" {
			ranges = append(ranges, f.Value)
		}
	}
	for _, r := range ranges {
		if r.Len() == 0 {
			continue
		}
		s := lex.Scan(x.doc.Folded, []block.Range{r})
		if text := s.String(0, s.Len()); order.MatchString(text) {
			m.DocumentNumber, m.Spans.DocumentNumber = text, x.spanOf(r)
			return
		}
		for i := range s.Runes {
			n, ok := documentNumber(s, i)
			if !ok {
				continue
			}
			at := s.Range(n.start, n.end)
			m.DocumentNumber, m.Spans.DocumentNumber = n.text, x.spanOf(at)
			if n.repaired {
				x.remark(schema.Info, schema.RepairedDocumentNumber, at, "The document number lost its marks; it is read as %s.", n.text)
			}
			return
		}
	}
}

// addressees splits the 主送机关.
func (x *extractor) addressees(h *parser.Head, m *schema.Metadata) {
	if h.Addressees.Len() == 0 {
		return
	}
	i, j := x.stream.Slice(h.Addressees)
	for _, name := range party.Addressees(x.stream, i, j, x.party) {
		m.Addressees = append(m.Addressees, name.Name)
		m.Spans.Addressees = append(m.Spans.Addressees, x.span(name.Start, name.End))
	}
}

func (x *extractor) attachmentTitle(lines []block.Range) {
	m := &x.notice.Metadata
	title := strings.ReplaceAll(x.doc.Join(lines...), "\n", "")
	title = strings.TrimSuffix(strings.TrimPrefix(strings.TrimRight(title, "。；;"), "《"), "》")
	if title == "" {
		return
	}
	m.Attachments = append(m.Attachments, title)
	m.Spans.Attachments = append(m.Spans.Attachments, *x.spanOf(lines...))
}

// attachmentHeads takes the titles of the attachments themselves where the notice has
// no 附件说明.
func (x *extractor) attachmentHeads(m *schema.Metadata) {
	if m.Attachments != nil {
		return
	}
	for _, p := range x.doc.Parts {
		if !p.Attachment || p.Notice || len(p.Title) == 0 {
			continue
		}
		title := titleKey(x.titleText(p.Title))
		if !strings.Contains(titleKey(m.Title), title) && !strings.HasPrefix(strings.TrimLeft(title, "0123456789"), ".") {
			x.attachmentTitle(p.Title) // neither enclosed nor a numbered heading
		}
	}
}

// links takes the links of a page as they are.
func (x *extractor) links(h *parser.Head, m *schema.Metadata) {
	for _, l := range h.Links {
		link := schema.Link{Text: l.Text, Href: l.Href}
		if l.Len() > 0 {
			link.Span = x.spanOf(l.Range)
		}
		m.Links = append(m.Links, link)
	}
}

// familyDate converts an ISO day.
func familyDate(iso string) when.Date {
	d, err := isoDay(iso)
	if err != nil {
		return when.Date{}
	}
	return when.Date{Year: d.Year(), Month: int(d.Month()), Day: d.Day()}
}
