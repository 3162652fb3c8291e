package extract

import (
	"slices"
	"strings"
	"time"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// validity reads when the notice takes effect and when it ends: 自2023年1月1日起施行,
// 有效期5年, 有效期至2028年6月30日.
func (x *extractor) validity(m *schema.Metadata) {
	s := x.stream
	for i := 0; i < s.Len() && m.Effective == ""; i++ {
		if strings.ContainsRune("施实执", s.Runes[i]) && x.takesEffect(i) {
			x.effective(m, i)
		}
	}
	for i := 0; i < s.Len() && m.Expires == ""; i++ {
		if s.Has(i, "有效期") { // it counts from the day of effect, which may stand behind it
			x.expires(m, i+3)
		}
	}
}

// takesEffect reports whether 施行 stands at rune i, or 实施, 执行 or 实行 in a sentence
// about the document itself.
func (x *extractor) takesEffect(i int) bool {
	s := x.stream
	if s.Has(i, "施行") {
		return true
	}
	if i == 0 || s.Runes[i-1] != '起' || !s.Has(i, "实施") && !s.Has(i, "执行") && !s.Has(i, "实行") {
		return false
	}
	begin := max(s.Sentence(i), s.Paragraph(i), i-60)
	return s.Runes[begin] == '本' || slices.Contains(s.Runes[begin:min(begin+6, i)], '本') || s.Runes[begin] == '自' || s.Has(begin, "以上") || s.Has(begin, "施行") || s.Has(begin, "实施")
}

// effective reads the day before 起施行 at rune i; 印发之日 is the day of issue.
func (x *extractor) effective(m *schema.Metadata, i int) {
	s := x.stream
	for j := max(s.Left(i), i-16); j < i; j++ {
		if t := s.At(j); t != nil && t.Kind == lex.Number {
			if days, end := readDay(s, j); len(days) == 1 && end <= i && s.Has(end, "起") {
				span := x.span(j, end)
				m.Effective, m.Spans.Effective = days[0].Format(iso), &span
				return
			}
		}
		if word := s.String(j, min(j+2, i)); s.Has(j+2, "之日起") && lexicon.Issuing().Has(word) {
			from := m.Issued
			if m.Published != "" && strings.HasSuffix(word, "布") {
				from = m.Published // 自发布之日起
			}
			if from == "" {
				continue
			}
			span := x.span(j, i)
			m.Effective, m.Spans.Effective = from, &span
			return
		}
	}
}

// expires reads the day or the duration behind 有效期 at rune i.
func (x *extractor) expires(m *schema.Metadata, i int) {
	s := x.stream
	for j := i; j < i+5 && j < s.Len(); j++ {
		t := s.At(j)
		if t == nil || t.Kind != lex.Number {
			continue
		}
		if days, end := readDay(s, j); len(days) == 1 {
			span := x.span(j, end)
			m.Expires, m.Spans.Expires = days[0].Format(iso), &span
			return
		}
		from := m.Effective
		if from == "" {
			from = m.Issued
		}
		begin, err := isoDay(from)
		u := s.At(t.End)
		if err != nil || u == nil || u.Kind != lex.Unit {
			return
		}
		span := x.span(j, u.End)
		switch n := int(t.Value); s.String(u.Start, u.End) {
		case "年":
			m.Expires = lastDay(begin.AddDate(n, 0, 0))
		case "个月":
			m.Expires = lastDay(begin.AddDate(0, n, 0))
		default:
			return
		}
		m.Spans.Expires = &span
		return
	}
}

// lastDay returns the day before the one on which something ends.
func lastDay(end time.Time) string { return end.AddDate(0, 0, -1).Format(iso) }
