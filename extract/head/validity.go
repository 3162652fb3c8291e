package head

import (
	"slices"
	"strings"
	"time"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
)

// validity reads when the notice takes effect and when it ends: 自2023年1月1日起施行,
// 有效期5年, 有效期至2028年6月30日, 政策实施期限为2023年1月1日至2027年12月31日. A table says it of what it lists, never of the notice.
func (x *reader) validity() {
	s := x.stream
	var terms, effects, ends []int // where words for them may stand
	for i, r := range s.Runes {
		switch r {
		case '实', '执':
			terms, effects = append(terms, i), append(effects, i)
		case '施', '生':
			effects = append(effects, i)
		case '有':
			ends = append(ends, i)
		}
	}
	for _, i := range terms {
		if x.m.Effective == "" && !x.inTable(i) {
			x.term(i)
		}
	}
	for _, i := range effects {
		if x.m.Effective == "" && x.takesEffect(i) && !x.inTable(i) {
			x.effective(i)
		}
	}
	for _, i := range ends {
		if x.m.Expires == "" && s.Has(i, "有效期") && !x.inTable(i) && x.ofNotice(i) { // it counts from the day of effect, which may stand behind it
			x.expires(i + 3)
		}
	}
}

// term reads the days from when and until when the notice holds behind its 实施期限 at rune i:
// 本政策实施期限为2023年6月27日至2026年6月26日. That of a project is another.
func (x *reader) term(i int) {
	s := x.stream
	begin := max(s.Sentence(i), s.Paragraph(i))
	if !s.Has(i, "实施期限") && !s.Has(i, "执行期限") || !s.Has(i-2, "政策") && !(s.Runes[begin] == '本' && i-begin <= maxOwnName) {
		return
	}
	j := i + 4
	for j < s.Len() && slices.Contains([]rune{'为', '自', '从', ':'}, s.Runes[j]) {
		j++
	}
	first, end := oneDay(s, j)
	if first == "" || end >= s.Len() || !slices.Contains([]rune{'-', '至', '到', '起'}, s.Runes[end]) {
		return
	}
	x.m.Effective, x.m.Spans.Effective = first, x.spanOf(s.Range(j, end))
	until := end + 1
	if s.Runes[end] == '起' && s.Has(until, "至") {
		until++
	}
	if last, end := oneDay(s, until); last != "" {
		x.m.Expires, x.m.Spans.Expires = last, x.spanOf(s.Range(until, end))
	}
}

// oneDay reads the day at rune i, where one and no more stands there, and the place behind it.
func oneDay(s *lex.Stream, i int) (string, int) {
	if t := s.At(i); t == nil || t.Kind != lex.Number {
		return "", i
	}
	days, end := readDay(s, i)
	if len(days) != 1 {
		return "", i
	}
	return days[0].Format(time.DateOnly), end
}

// maxOwnName bounds what a document calls itself, 本实施细则, in runes.
const maxOwnName = 8

// inTable reports whether rune i of the text stands in a table.
func (x *reader) inTable(i int) bool {
	at := x.stream.Range(i, i+1)
	return slices.ContainsFunc(x.doc.Tables, func(t *parser.Table) bool { return t.Contains(at) })
}

// takesEffect reports whether 施行 stands at rune i, or 实施, 执行 or 实行 in a sentence
// about the document itself.
func (x *reader) takesEffect(i int) bool {
	s := x.stream
	if s.Has(i, "施行") {
		return true
	}
	if i == 0 || s.Runes[i-1] != '起' && !s.Has(i-2, "之日") || !s.Has(i, "实施") && !s.Has(i, "执行") && !s.Has(i, "实行") && !s.Has(i, "生效") {
		return false
	}
	begin := max(s.Sentence(i), s.Paragraph(i), i-60)
	return s.Runes[begin] == '本' || slices.Contains(s.Runes[begin:min(begin+6, i)], '本') || s.Runes[begin] == '自' || s.Has(begin, "以上") || s.Has(begin, "施行") || s.Has(begin, "实施")
}

// effective reads the day before 起施行 at rune i; 印发之日 is the day of issue.
func (x *reader) effective(i int) {
	s := x.stream
	for j := max(s.Left(i), i-16); j < i; j++ {
		if t := s.At(j); t != nil && t.Kind == lex.Number {
			if days, end := readDay(s, j); len(days) == 1 && end <= i && s.Has(end, "起") {
				span := x.spanOf(s.Range(j, end))
				x.m.Effective, x.m.Spans.Effective = days[0].Format(time.DateOnly), span
				return
			}
		}
		if word := s.String(j, min(j+2, i)); (s.Has(j+2, "之日起") || s.Has(j+2, "之日") && j+4 == i) && lexicon.Issuing().Has(word) {
			from := x.m.Issued
			if x.m.Published != "" && strings.HasSuffix(word, "布") {
				from = x.m.Published // 自发布之日起
			}
			if from == "" {
				continue
			}
			span := x.spanOf(s.Range(j, i))
			x.m.Effective, x.m.Spans.Effective = from, span
			return
		}
	}
}

// ofNotice reports whether the 有效期 at rune i is the document's own: 本通知有效期2年, 其余条款有效期至…, and behind words for
// its taking effect. That of a certificate or an agreement is another: 服务协议有效期3年, 颁发证书,有效期3年.
func (x *reader) ofNotice(i int) bool {
	s := x.stream
	begin := max(s.Sentence(i), s.Paragraph(i))
	clause := max(s.Left(i), begin)
	if i == begin || i-begin <= maxLabel && strings.ContainsRune("、).", s.Runes[i-1]) {
		return true // 二、有效期:2年
	}
	if i > clause {
		name := s.String(clause, i)
		n, _ := lexicon.Documents().Suffix(s.Runes[clause:i])
		own := n > 0 || strings.HasSuffix(name, "文件") || strings.HasSuffix(name, "条款")
		return own && i-clause <= maxOwnName || strings.HasPrefix(name, "本") && says(name)
	}
	return says(s.String(begin, i))
}

// says reports whether a text holds a word for what a notice does itself.
func says(text string) bool {
	return lexicon.Issuing().In(text) || slices.ContainsFunc(ownEffects, func(word string) bool { return strings.Contains(text, word) })
}

// maxLabel bounds the label of an item, （二）, in runes.
const maxLabel = 3

// ownEffects are words for that a notice takes effect.
var ownEffects = []string{"施行", "实施", "执行", "实行", "生效"}

// expires reads the day or the duration behind 有效期 at rune i.
func (x *reader) expires(i int) {
	s := x.stream
	for j := i; j < i+5 && j < s.Len(); j++ {
		t := s.At(j)
		if t == nil || t.Kind != lex.Number {
			continue
		}
		if days, end := readDay(s, j); len(days) == 1 {
			if s.Has(end, "至") { // 2022年9月1日至2022年12月31日
				if last, to := readDay(s, end+1); len(last) == 1 {
					j, end, days = end+1, to, last
				}
			}
			span := x.spanOf(s.Range(j, end))
			x.m.Expires, x.m.Spans.Expires = days[0].Format(time.DateOnly), span
			return
		}
		from := x.m.Effective
		if from == "" {
			from = x.m.Issued
		}
		begin, err := time.Parse(time.DateOnly, from)
		u := s.At(t.End)
		if err != nil || u == nil || u.Kind != lex.Unit {
			return
		}
		span := x.spanOf(s.Range(j, u.End))
		switch n := int(t.Value); s.String(u.Start, u.End) {
		case "年":
			x.m.Expires = lastDay(begin.AddDate(n, 0, 0))
		case "个月":
			x.m.Expires = lastDay(begin.AddDate(0, n, 0))
		default:
			return
		}
		x.m.Spans.Expires = span
		return
	}
}

// lastDay returns the day before the one on which something ends.
func lastDay(end time.Time) string { return end.AddDate(0, 0, -1).Format(time.DateOnly) }
