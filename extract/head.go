package extract

import (
	"reflect"
	"regexp"
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

// issuer reads who issued the notice: what stands before 关于 in the title, else the
// signature, else the page head.
func (x *extractor) issuer(h *parser.Head, m *schema.Metadata) {
	signed := x.signed(h)
	if name := issuerOf(m.Title); name != "" && !x.signedInFull(name, h) {
		if titled := strings.Split(x.organs(name), " "); !summedUp.MatchString(name) && len(titled) != len(signed) || len(signed) < 2 {
			m.Issuer, m.Spans.Issuer = strings.Join(titled, "、"), x.within(m.Spans.Title, name)
			return
		}
	}
	if len(signed) > 0 {
		m.Issuer, m.Spans.Issuer = strings.Join(signed, "、"), x.spanOf(h.Signature...)
		return
	}
	if h.Imprint.Len() > 0 {
		m.Issuer, m.Spans.Issuer = strings.ReplaceAll(x.doc.Join(h.Imprint), " ", ""), x.spanOf(h.Imprint)
		return
	}
	for _, f := range h.Fields {
		if f.Name == "发文机关" {
			m.Issuer, m.Spans.Issuer = x.doc.Join(f.Value), x.spanOf(f.Value)
		}
	}
}

// summedUp is an issuer of a title that leaves out who else signs: 云溪市商务局等9部门.
var summedUp = regexp.MustCompile(`等\p{Han}{0,2}\d*\p{Han}{0,2}(部门|单位)$`)

// signed returns the organs of the signature: one a line, or several that white space parts.
func (x *extractor) signed(h *parser.Head) []string {
	var out []string
	for _, r := range h.Signature {
		line := closeUp(strings.ReplaceAll(x.doc.Join(r), "\n", ""))
		line = strings.TrimSuffix(strings.TrimSuffix(line, "（代章）"), "(代章)")
		words := strings.Fields(x.organs(line))
		if slices.ContainsFunc(words, func(w string) bool { return !party.IsOrgan(folded(w)) }) {
			words = []string{line}
		}
		out = append(out, words...)
	}
	return out
}

// signedInFull reports whether the signature gives the issuer with its place where the
// title begins with a level alone: 市政府办公室, signed 云溪市人民政府办公室.
func (x *extractor) signedInFull(name string, h *parser.Head) bool {
	level := []rune(folded(name))[0]
	if !strings.ContainsRune("省市县区州旗盟", level) || len(h.Signature) != 1 {
		return false
	}
	signed := folded(x.doc.Join(h.Signature...))
	place := []rune(x.leadingPlace(signed))
	if len(place) == 0 || place[len(place)-1] != level {
		return false
	}
	last := func(s string) string { r := []rune(s); return string(r[max(0, len(r)-2):]) }
	return last(signed) == last(folded(name))
}

// issuerOf returns the organs that a title begins with, before 关于 or before 印发 and its
// like; "" without.
func issuerOf(title string) string {
	words := []string{"关于", "印发", "转发", "批转", "发布", "公布"}
	at := func(word string) int { return (strings.Index(title, word) + len(title) + 1) % (len(title) + 1) } // absent is last
	slices.SortStableFunc(words, func(a, b string) int { return at(a) - at(b) })
	for _, word := range words { // 国务院办公厅转发民政部关于…: the first of them ends the issuer
		before, _, ok := strings.Cut(title, word)
		before = strings.TrimSpace(before)
		if ok && !strings.ContainsAny(before, "《“") && !strings.HasPrefix(before, "我") && (cabinet(before) || party.IsOrgan(folded(before))) {
			return before
		}
	}
	return ""
}

// cabinet reports whether a name is that of the Party's centre or the State Council, or of
// both: no ending says that they are organs.
func cabinet(name string) bool {
	rest := strings.NewReplacer("中共中央", "", "国务院", "", " ", "", "、", "").Replace(name)
	return name != "" && rest == ""
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

// fields takes the rest of the page head as it stands.
func (x *extractor) fields(h *parser.Head, m *schema.Metadata) {
	sp := m.Spans
	for _, f := range h.Fields {
		value := x.doc.Join(f.Value)
		switch f.Name {
		case "份号":
			take(&m.CopyNumber, &sp.CopyNumber, value, x.spanOf(f.Value))
		case "密级":
			take(&m.Secrecy, &sp.Secrecy, value, x.spanOf(f.Value))
		case "紧急程度":
			take(&m.Urgency, &sp.Urgency, value, x.spanOf(f.Value))
		case "签发人":
			take(&m.Signatory, &sp.Signatory, value, x.spanOf(f.Value))
		case "索引号":
			take(&m.IndexNumber, &sp.IndexNumber, value, x.spanOf(f.Value))
		case "有效性":
			take(&m.Validity, &sp.Validity, validWord(value, "是", "否"), x.spanOf(f.Value))
		case "是否失效":
			take(&m.Validity, &sp.Validity, validWord(value, "否", "是"), x.spanOf(f.Value))
		}
	}
	if h.Note.Len() > 0 {
		note := strings.Trim(folded(x.doc.Join(h.Note)), "()")
		if _, value, ok := strings.Cut(note, ":"); ok {
			note = value
		}
		if strings.Contains(note, "删减") && !strings.Contains(note, "公开") {
			note = "" // it says nothing of who may read the notice
		}
		take(&m.Disclosure, &sp.Disclosure, note, x.spanOf(h.Note))
	}
	for _, f := range h.Fields {
		if f.Name == "公开形式" {
			take(&m.Disclosure, &sp.Disclosure, x.doc.Join(f.Value), x.spanOf(f.Value))
		}
	}
}

// validWord returns the word for an answer to 是否有效, or to 是否失效: yes says that the
// notice is in force, no that it is not. Other values stay.
func validWord(value, yes, no string) string {
	switch value {
	case yes:
		return "有效"
	case no:
		return "失效"
	}
	return value
}

// take sets a field that is not set yet.
func take(field *string, span **schema.Span, value string, at *schema.Span) {
	if *field == "" && value != "" {
		*field, *span = value, at
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

// familyDate converts an ISO day.
func familyDate(iso string) when.Date {
	d, err := isoDay(iso)
	if err != nil {
		return when.Date{}
	}
	return when.Date{Year: d.Year(), Month: int(d.Month()), Day: d.Day()}
}
