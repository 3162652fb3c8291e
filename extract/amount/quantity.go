package amount

import (
	"math"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
)

// quantity is a number with its unit: 50人次, 百分之六十, 三分之二, 22万套(间).
type quantity struct {
	start, end int // with the unit
	value      float64
	unit       string // "%" for 百分之…, "1" for a fraction
	tag        string // of the unit: money, area, share, time, count
	form       lex.Form
	whole      bool // a fraction or percentage in words: it needs no unit
}

// readQuantity reads the quantity at rune i. A year, month or day is none, nor is a
// number without a unit.
func readQuantity(s *lex.Stream, i, end int) (quantity, bool) {
	t := s.At(i)
	if t == nil {
		return readRound(s, i, end)
	}
	if t.End > end || s.Masked(i, t.End) || isVague(s, t) {
		return quantity{}, false
	}
	q := quantity{start: i, end: t.End, value: t.Value, form: t.Form}
	switch {
	case t.Kind == lex.Fixed && s.Has(i, "半数") && t.End == i+2:
		q.value, q.unit, q.tag, q.whole = 0.5, "1", "share", true
		return q, true
	case t.Kind != lex.Number:
		return q, false
	case t.Form == lex.Percent:
		q.unit, q.tag, q.whole = "%", "share", true
		return q, true
	case t.Form == lex.PerMille:
		q.unit, q.tag, q.whole = "‰", "share", true
		return q, true
	case t.Form == lex.PerMyriad: // 万分之五: 5 of 万分之一
		of, _, _ := strings.Cut(s.String(i, t.End), "之")
		q.unit, q.tag, q.whole = of+"之一", "share", true
		return q, true
	case t.Form == lex.Fraction && t.End > i+1:
		q.unit, q.tag, q.whole = "1", "share", true
		return q, true
	}
	if p, ok := readOutOf(s, t, end); ok {
		q.end, q.unit, q.tag, q.whole = p, s.String(t.End, p), "share", true
		return q, true
	}
	if over, ok := readOver(s, t, end); ok {
		q.end, q.value, q.unit, q.tag, q.whole = over.End, math.Round(t.Value/over.Value*10000)/10000, "1", "share", true
		return q, true
	}
	if m, ok := readMixed(s, t, end); ok {
		return m, true
	}
	u := readUnit(s, t.End, end)
	if u.end == t.End {
		u = sharedUnit(s, t.End, end)
		if u.text != "" {
			q.end, q.unit, q.tag = t.End, u.text, u.tag
			return q, true
		}
	}
	if v, ok := scannedPercent(s, t, end); ok && u.end == t.End {
		q.value, q.unit, q.tag, q.whole = v, "%", "share", true
		return q, true
	}
	if u.end == t.End && t.Form == lex.Digits && isBareNumber(s, t, end) {
		q.tag = "bare"
		return q, true
	}
	if u.end == t.End || s.Masked(t.End, u.end) || isDate(s, t, u) {
		return q, false
	}
	q.end, q.unit, q.tag = u.end, u.text, u.tag
	readCoins(s, &q, end)
	return q, true
}

// isVague reports whether a number is the end of 数十, 几十.
func isVague(s *lex.Stream, t *lex.Token) bool {
	return t.Start > 0 && t.Form == lex.Counting && (s.Runes[t.Start-1] == '几' || s.Runes[t.Start-1] == '数' && s.Runes[t.Start] == '十' && t.End == t.Start+1)
}

// readOver reads the lower number of a fraction in digits, 1/3, and returns its token.
func readOver(s *lex.Stream, t *lex.Token, end int) (*lex.Token, bool) {
	if t.Form != lex.Digits || t.End+1 >= end || s.Runes[t.End] != '/' || t.Start > 0 && s.Runes[t.Start-1] == '/' {
		return nil, false
	}
	over := s.At(t.End + 1)
	if over == nil || over.Kind != lex.Number || over.End > end || over.Value <= t.Value || over.Value > 10 || t.Value < 1 {
		return nil, false
	}
	return over, over.End == end || s.Runes[over.End] != '/'
}

// isBareNumber reports whether a number ends its member of a list and what stands before
// it has no unit: 容积率不高于2.0.
func isBareNumber(s *lex.Stream, t *lex.Token, end int) bool {
	if t.End < end && !strings.ContainsRune(",;。、)和且", s.Runes[t.End]) && !s.Has(t.End, "以") && !s.Has(t.End, "左右") {
		return false
	}
	for i := max(0, t.Start-10); i < t.Start-1; i++ {
		if n, _ := lexicon.Unitless().Prefix(s.Runes[i:t.Start]); n > 0 {
			return !strings.ContainsAny(s.String(i, t.Start), ",;。、(")
		}
	}
	return false
}

// power returns the power of ten that a numeral stands for, 0 for any other rune.
func power(r rune) float64 {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 1e4
	case '亿':
		return 1e8
	}
	return 0
}

// readRound reads 百家, 千亿元 at rune i. Patterns reach it only behind a comparator.
func readRound(s *lex.Stream, i, end int) (quantity, bool) {
	if i >= end || s.Runes[i] != '百' && s.Runes[i] != '千' || i > 0 && isNumeral(s.Runes[i-1]) || s.Masked(i, i+1) {
		return quantity{}, false
	}
	u := readUnit(s, i+1, end)
	if u.end == i+1 || s.Masked(i, u.end) {
		return quantity{}, false
	}
	return quantity{start: i, end: u.end, value: power(s.Runes[i]), unit: u.text, tag: u.tag}, true
}

func isNumeral(r rune) bool {
	return strings.ContainsRune("一二两三四五六七八九十百千万亿数几上成", r)
}

// unit is a unit as written.
type unit struct {
	text string
	tag  string
	end  int
}

// readUnit reads the unit at rune i, with a scale (万, 亿) and a second unit in
// brackets: 万套(间). Without one its end is i.
func readUnit(s *lex.Stream, i, end int) unit {
	u := unit{end: i}
	if i >= end {
		return u
	}
	text := s.Runes[i:end]
	n, tag := s.Units().Prefix(text)
	scale := 0
	for scale < len(text) && scale < 2 && (text[scale] == '万' || text[scale] == '亿') {
		scale++
	}
	if scale > 0 {
		if m, t := s.Units().Prefix(text[scale:]); scale+m > n {
			if n, tag = scale+m, t; m == 0 {
				tag = "count"
			}
		}
	}
	if m := latinUnit(s, i+scale, end); m > 0 && scale+m > n {
		n, tag = scale+m, "count"
	} else if m := openUnit(s, i, scale, end); n == scale && m > 0 {
		n += m
	}
	if scale > 0 && n > scale && isNoUnit(text, n, scale) {
		n, tag = scale, "count" // 5亿人工智能基金: 人 begins another word
	} else if n == 0 || isNoUnit(text, n, scale) {
		return u
	}
	n += bracketUnit(s.Units(), text[n:])
	n += measureBehind(text[n:])
	return unit{text: string(text[:n]), tag: tag, end: i + n}
}

// isNoUnit reports whether a longer word begins where the unit of n runes stands.
func isNoUnit(text []rune, n, scale int) bool {
	m, tag := lexicon.NoUnits().Prefix(text[scale:])
	return m > 0 && scale+m > n && tag == ""
}

// bracketUnit returns the length of a unit in brackets: (间) in 22万套(间).
func bracketUnit(units *lexicon.Set, text []rune) int {
	if len(text) < 3 || text[0] != '(' {
		return 0
	}
	n, _ := units.Prefix(text[1:])
	if n == 0 || n+1 >= len(text) || text[n+1] != ')' {
		return 0
	}
	return n + 2
}

// isDate reports whether a number and its unit are a year, month or day. 5日内 is a
// span of time, 5日 a date.
func isDate(s *lex.Stream, t *lex.Token, u unit) bool {
	switch u.text {
	case "年":
		return (t.Form == lex.Digits && t.End-t.Start == 4 || t.Form == lex.Positional && t.End-t.Start >= 4) && t.Value >= 1900 && t.Value < 2200
	case "月":
		return true
	case "日":
		n, _ := lexicon.DayLeads().Suffix(s.Runes[:t.Start])
		span := n > 0 || s.Has(u.end, "内") || s.Has(u.end, "以内") || s.Has(u.end, "之内")
		return !span || t.Start > 0 && s.Runes[t.Start-1] == '月'
	}
	return false
}

// readRange reads 2-3个, 100至200张, 20%-50%, 500元至1000元 at rune i.
func readRange(s *lex.Stream, i, end int) (low, high quantity, ok bool) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Number || t.End >= end || s.Masked(i, t.End) {
		return low, high, false
	}
	low, full := readQuantity(s, i, end)
	if !full {
		low = quantity{start: i, end: t.End, value: t.Value, form: t.Form}
	}
	j := skipRangeMark(s, low.end, end)
	if j == low.end || j >= end {
		return low, high, false
	}
	high, ok = readQuantity(s, j, end)
	if !ok && t.Form == lex.Percent { // 百分之二十至三十
		if n := s.At(j); n != nil && n.Kind == lex.Number && n.End <= end {
			high = quantity{start: j, end: n.End, value: n.Value, unit: "%", tag: "share", whole: true}
			ok = true
		}
	}
	if !ok || full && low.unit != high.unit && !isScaleOf(low.unit, high.unit) || low.value >= high.value {
		return low, high, false
	}
	return low, high, true
}

// isScaleOf reports whether the first unit of a range is only the scale of the second:
// 10万-20万元.
func isScaleOf(scale, unit string) bool {
	return (scale == "万" || scale == "亿") && strings.HasPrefix(unit, scale)
}

// skipRangeMark returns the place behind the mark of a range at rune i, or i.
func skipRangeMark(s *lex.Stream, i, end int) int {
	if i >= end {
		return i
	}
	switch s.Runes[i] {
	case '-':
		if i+1 < end && s.Runes[i+1] == '-' {
			return i + 2
		}
		return i + 1
	case '~', '至', '到', '—':
		return i + 1
	}
	return i
}

// adjacent returns the range that two neighbouring numerals mean: 两三家, 三五个.
func (q quantity) adjacent(s *lex.Stream) (low, high float64, ok bool) {
	if q.form == lex.Counting {
		return adjacentTens(s.Runes[q.start:q.end])
	}
	if q.form != lex.Positional || q.value >= 100 || q.value < 12 {
		return 0, 0, false
	}
	low, high = float64(int(q.value)/10), float64(int(q.value)%10)
	return low, high, high == low+1 || low == 3 && high == 5
}

// adjacentTens returns the range of 二三十, 五六百 and 十七八 at the head of a text.
func adjacentTens(text []rune) (low, high float64, ok bool) {
	if len(text) < 3 {
		return 0, 0, false
	}
	const digits, tens = "零一二三四五六七八九", "十百千"
	at := func(i int, set string) int { return strings.IndexRune(set, text[i]) / 3 }
	power := func(i int) float64 { return []float64{10, 100, 1000}[at(i, tens)] }
	isDigit := func(i int) bool { return strings.ContainsRune(digits, text[i]) }
	switch {
	case isDigit(0) && isDigit(1) && strings.ContainsRune(tens, text[2]):
		low, high = float64(at(0, digits))*power(2), float64(at(1, digits))*power(2)
	case text[0] == '十' && isDigit(1) && isDigit(2):
		low, high = 10+float64(at(1, digits)), 10+float64(at(2, digits))
	default:
		return 0, 0, false
	}
	return low, high, low > 0 && low < high
}
