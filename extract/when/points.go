package when

import (
	"strings"
	"sync"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
)

// points are the wordings of a single point in time, most special first.
var points = []match.Rule[point]{
	{ID: "when/point-day", Pattern: "(YEAR 的?)? M 月 D (日|号) NOTE?", Example: "2025年5月9日(星期五)", Build: dayPoint},
	{ID: "when/point-day-of-month", Pattern: "(本月|下月|下个月) D (日|号) NOTE?", Example: "下月5日", Build: dayOfMonth},
	{ID: "when/point-numeric", Pattern: "YMD NOTE?", Example: "2025-06-30", Build: numericPoint},
	{ID: "when/point-ten-days", Pattern: "(YEAR 的?)? M 月份? (上旬|中下旬|中旬|下旬|上中旬)", Example: "6月上旬", Build: tenDays},
	{ID: "when/point-ten-days-of-month", Pattern: "(本月|下月|下个月) (上旬|中下旬|中旬|下旬|上中旬)", Example: "本月下旬", Build: tenDays},
	{ID: "when/point-numeric-month", Pattern: "YM", Example: "2025.12", Build: numericMonth},
	{ID: "when/point-digits", Pattern: "YMDD", Example: "20251231", Build: digitsPoint},
	{ID: "when/point-month-without-mark", Pattern: "YEAR M", Example: "2008年11", Build: unmarkedMonth},
	{ID: "when/point-month-beginning", Pattern: "(YEAR 的?)? M 月份? 初", Example: "2025年3月初", Build: monthBeginning},
	{ID: "when/point-month", Pattern: "(YEAR 的?)? M 月份?", Example: "2019年6月", Build: monthPoint},
	{ID: "when/point-this-month", Pattern: "(本月份?|当月|次月|下月|下个月|上月|上个月|上一月)", Example: "本月", Build: namedMonth},
	{ID: "when/point-quarter", Pattern: "(YEAR 的?)? 第? Q 季度?", Example: "2025年三季度", Build: quarterPoint},
	{ID: "when/point-first-quarter", Pattern: "(YEAR 的?)? 首季度?", Example: "2025年首季", Build: yearMonths(1, 3)},
	{ID: "when/point-latin-quarter", Pattern: `YEAR "Q" Q`, Example: "2025年Q3", Build: quarterPoint},
	{ID: "when/point-this-quarter", Pattern: "(本季度|本季|下季度|下个季度|下一季度|下一个季度|下季|上季度|上个季度|上一季度|上一个季度)", Example: "本季度", Build: namedQuarter},
	{ID: "when/point-first-quarters", Pattern: "(YEAR 的?)? 前 Q 个?季度", Example: "2025年前三季度", Build: firstQuarters},
	{ID: "when/point-first-months", Pattern: "(YEAR 的?)? 前 M 个月", Example: "2025年前10个月", Build: firstMonths},
	{ID: "when/point-first-half", Pattern: "(YEAR 的?)? 上半年度?", Example: "2025年上半年", Build: yearMonths(1, 6)},
	{ID: "when/point-second-half", Pattern: "(YEAR 的?)? 下半年度?", Example: "下半年", Build: yearMonths(7, 12)},
	{ID: "when/point-spring", Pattern: "YEAR 的? (春季学期|春季|春天)", Example: "2025年春季", Build: yearMonths(3, 5)},
	{ID: "when/point-summer", Pattern: "YEAR 的? (夏季|夏天)", Example: "2025年夏季", Build: yearMonths(6, 8)},
	{ID: "when/point-autumn", Pattern: "YEAR 的? (秋季学期|秋季|秋天)", Example: "2025年秋季学期", Build: yearMonths(9, 11)},
	{ID: "when/point-year-beginning", Pattern: "YEAR 年?初", Example: "2026年年初", Build: yearBeginning},
	{ID: "when/point-mid-year", Pattern: "YEAR 年?中", Example: "2025年年中", Build: midYear},
	{ID: "when/point-year", Pattern: "YEAR (全年)?", Example: "2025年", Build: yearPoint},
}

var pointTable = sync.OnceValue(func() *match.Table[point] { return match.NewTable(pointClasses(), betweenWords(points)) })

// pointMarks are the runes that may follow the number that a point begins with.
func pointMark(r rune) bool {
	switch r {
	case '年', '月', '季', '-', '/', '.', '日':
		return true
	}
	return false
}

// matchPoint matches the longest point at i. Most numbers are turned away by the rune
// behind them.
func matchPoint(s *lex.Stream, i, end int) (int, bool) {
	if t := s.At(i); t != nil && t.Kind == lex.Number && digit(s.Runes[i]) >= 0 && fourDigits(s, i, end) == 0 && t.End-i != len("20251231") &&
		(t.End >= end || !pointMark(s.Runes[t.End])) {
		return 0, false
	}
	f, ok := pointTable().At(s, i, end, false)
	return f.End, ok
}

// readPoint reads what matchPoint matched.
func readPoint(s *lex.Stream, i, end int) point {
	f, _ := pointTable().At(s, i, end, false)
	return f.Value
}

// yearOfMatch returns the year that a match begins with, if it has one.
func yearOfMatch(m match.Match) point {
	if c, ok := m.Capture("YEAR", 0); ok {
		p, _ := readYear(m.Stream, c.Start, m.Stream.Len())
		return p
	}
	return point{}
}

func dayPoint(m match.Match) (point, string) {
	d := int(m.Number("D", 0))
	return days(monthOf(m, 0), d, d).in(yearOfMatch(m)), ""
}

// monthOf returns the nth M of a match; 元月 is the first.
func monthOf(m match.Match, n int) int {
	if c, ok := m.Capture("M", n); ok && m.Stream.Runes[c.Start] == '元' {
		return 1
	}
	return int(m.Number("M", n))
}

// dayOfMonth builds 下月5日.
func dayOfMonth(m match.Match) (point, string) {
	d := int(m.Number("D", 0))
	p := days(1, d, d)
	p.ref = thisMonth
	if m.Stream.Runes[m.Start] == '下' {
		p.ref = nextMonth
	}
	return p, ""
}

// numericMonth builds 2025.12 where it is no number: alone, in a range, or before 前, 底, 起.
func numericMonth(m match.Match) (point, string) {
	s := m.Stream
	if !startsClause(s, m.Start) && !strings.ContainsRune("-~至到自从于在", s.Runes[m.Start-1]) ||
		!endsClause(s, m.End) && !strings.ContainsRune("-~至到前底末起之以", s.Runes[m.End]) {
		return point{}, "is a number"
	}
	p, _ := readYM(s, m.Start, m.End)
	return p, ""
}

// digitsPoint builds 20251231 where that is all that stands there.
func digitsPoint(m match.Match) (point, string) {
	s := m.Stream
	if !startsClause(s, m.Start) || !endsClause(s, m.End) && s.Runes[m.End] != '前' {
		return point{}, "is a number"
	}
	p, _ := readDigits(s, m.Start, m.End)
	return p, ""
}

// unmarkedMonth builds 2008年11 before 底 and 末: a misprint that lost its 月.
func unmarkedMonth(m match.Match) (point, string) {
	if !endsClause(m.Stream, m.End) && !strings.ContainsRune("底末", m.Stream.Runes[m.End]) || m.End == m.Stream.Len() && m.Start > 0 {
		return point{}, "no month"
	}
	n := monthOf(m, 0)
	return months(n, n).in(yearOfMatch(m)), ""
}

func numericPoint(m match.Match) (point, string) {
	p, _ := readYMD(m.Stream, m.Start, m.End)
	return p, ""
}

func tenDays(m match.Match) (point, string) {
	p := days(max(monthOf(m, 0), 0), 1, 10)
	switch tail := m.Stream.String(m.End-3, m.End); {
	case tail == "中下旬":
		p.first.day, p.last.day = 11, 0
	case tail == "上中旬":
		p.last.day = 20
	case strings.HasSuffix(tail, "中旬"):
		p.first.day, p.last.day = 11, 20
	case strings.HasSuffix(tail, "下旬"):
		p.first.day, p.last.day = 21, 0
	}
	if m.Stream.Has(m.Start, "本") {
		p.ref = thisMonth
		return p, ""
	}
	if m.Stream.Has(m.Start, "下") {
		p.ref = nextMonth
		return p, ""
	}
	return p.in(yearOfMatch(m)), ""
}

func monthBeginning(m match.Match) (point, string) {
	return days(monthOf(m, 0), 1, 10).in(yearOfMatch(m)), ""
}

func monthPoint(m match.Match) (point, string) {
	n := monthOf(m, 0)
	return months(n, n).in(yearOfMatch(m)), ""
}

func namedMonth(m match.Match) (point, string) {
	p := months(1, 1)
	switch m.Stream.Runes[m.Start] {
	case '本':
		p.ref = thisMonth
	case '下':
		p.ref = nextMonth
	case '上':
		p.ref = last
	default:
		p.ref = eachMonth
	}
	return p, ""
}

func quarterPoint(m match.Match) (point, string) {
	q := int(m.Number("Q", 0))
	if m.Stream.Runes[m.End-1] == '季' && (m.Stream.Has(m.End, "节") || m.Start == m.End-2) {
		return point{}, "not a quarter of the year" // 四季, 第三季节目
	}
	return months(q*3-2, q*3).in(yearOfMatch(m)), ""
}

func namedQuarter(m match.Match) (point, string) {
	p := months(1, 3)
	switch m.Stream.Runes[m.Start] {
	case '本':
		p.ref = thisQuarter
	case '下':
		p.ref = nextQuarter
	default:
		p.ref = last
	}
	return p, ""
}

func firstQuarters(m match.Match) (point, string) {
	return months(1, int(m.Number("Q", 0))*3).in(yearOfMatch(m)), ""
}

func firstMonths(m match.Match) (point, string) {
	if m.Number("M", 0) == 1 {
		return point{}, "a month before something" // 招生前1个月
	}
	return months(1, int(m.Number("M", 0))).in(yearOfMatch(m)), ""
}

// yearMonths builds the months from a to b of the year that was matched.
func yearMonths(a, b int) func(match.Match) (point, string) {
	return func(m match.Match) (point, string) { return months(a, b).in(yearOfMatch(m)), "" }
}

func yearBeginning(m match.Match) (point, string) {
	return months(1, 1).in(yearOfMatch(m)), ""
}

// midYear takes 2025年中 only where 中 cannot begin the next word (2025年中小学).
func midYear(m match.Match) (point, string) {
	s, at := m.Stream, m.End
	if c, _ := m.Capture("YEAR", 0); at-c.End == 1 && !endsClause(s, at) && !s.Has(at, "前") && !s.Has(at, "之前") && !s.Has(at, "以前") {
		if n, _ := lexicon.Acts().Prefix(s.Runes[at:]); n == 0 {
			return point{}, "中 belongs to the word behind it"
		}
	}
	return months(6, 6).in(yearOfMatch(m)), ""
}

func yearPoint(m match.Match) (point, string) { return yearOfMatch(m), "" }
