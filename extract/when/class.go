package when

import (
	"math"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
)

// The classes of the patterns:
//
//	Y      four digits of a year: 2025, 二〇二五, 二零二五
//	YEAR   a year with its 年, or its name: 2025年, 2025年度, 今年, 次年
//	M D Q  the number of a month, a day, a quarter
//	N      any whole number above zero
//	NOTE   what may stand behind a day: (星期五), (含), 24时, (周一)17时
//	YMD    2025-06-30, 2025/6/30, 2025.6.30
//	YM     2025.12; YMDD 20251231
//	PLAN   a planning period, with or without quotes: “十四五”
//	DUR    a length of time: 三年, 半年, 3个月, 20个工作日, 1-2年
//	LINK   并, 之后: what joins a clause to the one before it
//	POINT  all that points.go has
func pointClasses() match.Classes {
	return match.Classes{
		"Y":    {Runes: []rune("12一二"), Match: matchYear},
		"YEAR": {Runes: []rune("123一二今明后本当次翌同去前上下来"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYear(s, i, end); return j, j > i }},
		"M":    {Kinds: []lex.Kind{lex.Number}, Runes: []rune("元"), Match: matchMonth},
		"D":    {Kinds: []lex.Kind{lex.Number}, Match: whole(31)},
		"Q":    {Kinds: []lex.Kind{lex.Number}, Match: whole(4)},
		"N":    {Kinds: []lex.Kind{lex.Number}, Match: whole(10_000)},
		"YMD":  {Runes: []rune("12"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYMD(s, i, end); return j, j > i }},
		"YM":   {Runes: []rune("12"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYM(s, i, end); return j, j > i }},
		"YMDD": {Runes: []rune("12"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readDigits(s, i, end); return j, j > i }},
		"NOTE": {Match: matchNote},
	}
}

func phraseClasses() match.Classes {
	c := pointClasses()
	c["PLAN"] = match.Class{Kinds: []lex.Kind{lex.Plan}, Runes: []rune("“\"‘'"), Match: matchPlan}
	c["DUR"] = match.Class{Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) { d := readDuration(s, i, end); return d.end, d.end > i }}
	c["POINT"] = match.Class{Kinds: pointTable().Kinds(), Runes: pointTable().Runes(), Match: matchPoint}
	c["FESTIVAL"] = match.Class{Runes: []rune("元劳五“国春清端中"), Match: matchFestival}
	c["MONTHS"] = listClass("MONTHS", "")
	c["QUARTERS"] = listClass("QUARTERS", "第")
	c["YEARS"] = listClass("YEARS", "12一二")
	c["YY"] = match.Class{Kinds: []lex.Kind{lex.Number}, Match: matchYY}
	c["MD"] = match.Class{Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) { _, _, j := readMD(s, i, end); return j, j > i }}
	c["LINK"] = match.Class{Runes: []rune("并且后之此同"), Match: matchLink}
	return c
}

// links are the words that join a clause of its own to the one before it.
var links = []string{"并将", "并且", "并", "且", "之后", "此后", "同时", "后"}

func matchLink(s *lex.Stream, i, end int) (int, bool) {
	for _, w := range links {
		if j := i + len([]rune(w)); j <= end && s.Has(i, w) {
			return j, true
		}
	}
	return 0, false
}

// whole matches a whole number from 1 to limit.
func whole(limit float64) func(s *lex.Stream, i, end int) (int, bool) {
	return func(s *lex.Stream, i, end int) (int, bool) {
		t := s.At(i)
		if t == nil || t.Kind != lex.Number || t.Form > lex.Counting || t.End > end || t.End-i > 8 {
			return 0, false
		}
		if t.Value < 1 || t.Value > limit || t.Value != math.Trunc(t.Value) {
			return 0, false
		}
		return t.End, true
	}
}

// digit returns the value of a digit of a year, -1 for anything else.
func digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r == '〇' || r == '零' || r == 'O' || r == 'o':
		return 0
	}
	switch r {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// fourDigits reads a year from 1949 to 2100 at i; 0 where there is none.
func fourDigits(s *lex.Stream, i, end int) int {
	if i+4 > end || i > 0 && digit(s.Runes[i-1]) >= 0 && s.Gap(i) == lex.NoGap {
		return 0
	}
	y := 0
	for _, r := range s.Runes[i : i+4] {
		d := digit(r)
		if d < 0 {
			return 0
		}
		y = y*10 + d
	}
	if y < 1949 || y > 2100 || i+4 < end && digit(s.Runes[i+4]) >= 0 {
		return 0
	}
	return y
}

func matchYear(s *lex.Stream, i, end int) (int, bool) { return i + 4, fourDigits(s, i, end) > 0 }

// relatives are the names of years.
var relatives = []struct {
	name string
	ref  ref
}{
	{"来年", next}, {"今年", issue}, {"本年", issue}, {"明年", next}, {"下一年", next}, {"下年", next}, {"后年", afterNext}, {"去年", last}, {"上一年", last},
	{"上年", last}, {"前年", beforeLast}, {"次年", following}, {"翌年", following}, {"当年", same}, {"同年", same},
}

// readYear reads 2025年, 2025年度, 今年 at i. It ends at i where there is none.
func readYear(s *lex.Stream, i, end int) (point, int) {
	p, j := wholeYear(), i
	if p.year = fourDigits(s, i, end); p.year > 0 {
		if j = i + 4; j >= end || s.Runes[j] != '年' {
			return p, i
		}
		j++
	} else if p.year = shortYear(s, i, end); p.year > 0 {
		j = i + 3
	} else if i+1 < end && s.Runes[i+1] == '年' || i+2 < end && s.Runes[i+2] == '年' {
		for _, r := range relatives {
			if s.Has(i, r.name) {
				p.ref, j = r.ref, i+len([]rune(r.name))
				break
			}
		}
		if j > end {
			return p, i
		}
	}
	if j > i && j < end && s.Runes[j] == '度' {
		j++
	}
	return p, j
}

// shortYear reads 25年 before what makes it no length of time: 25年底, 25年6月, 25年上半年.
func shortYear(s *lex.Stream, i, end int) int {
	if i+3 > end || i+3 >= s.Len() || i > 0 && (digit(s.Runes[i-1]) >= 0 || s.Runes[i-1] == '.') || s.Runes[i+2] != '年' {
		return 0
	}
	t := s.At(i)
	if t == nil || t.Form != lex.Digits || t.End != i+2 || t.Value < 20 || t.Value > 35 {
		return 0
	}
	rest := s.Runes[i+3 : min(s.Len(), i+6)]
	switch month := s.At(i + 3); {
	case strings.ContainsRune("底末初", rest[0]), rest[0] == '元', s.Has(i+3, "上半年"), s.Has(i+3, "下半年"):
		return 2000 + int(t.Value)
	case month != nil && month.Kind == lex.Number && month.End < s.Len() && (s.Runes[month.End] == '月' || s.Runes[month.End] == '季'):
		return 2000 + int(t.Value)
	}
	return 0
}

// matchYY matches two digits of a year from 20 to 35.
func matchYY(s *lex.Stream, i, end int) (int, bool) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Number || t.Form != lex.Digits || t.End != i+2 || t.End > end || t.Value < 20 || t.Value > 35 {
		return 0, false
	}
	return t.End, true
}

// readMD reads 09.30 at i. It ends at i where there is none.
func readMD(s *lex.Stream, i, end int) (month, day, j int) {
	month, j = oneOrTwo(s, i, end)
	if month < 1 || month > 12 || j >= end || !strings.ContainsRune("./-", s.Runes[j]) {
		return 0, 0, i
	}
	if day, j = oneOrTwo(s, j+1, end); day < 1 || day > 31 {
		return 0, 0, i
	}
	return month, day, j
}

// matchMonth matches the number of a month, and the 元 of 元月.
func matchMonth(s *lex.Stream, i, end int) (int, bool) {
	if i+1 < end && s.Runes[i] == '元' && s.Runes[i+1] == '月' {
		return i + 1, true
	}
	return whole(12)(s, i, end)
}

// readYM reads 2025.12 and 2025-06 at i. It ends at i where there is none.
func readYM(s *lex.Stream, i, end int) (point, int) {
	y := fourDigits(s, i, end)
	if y == 0 || i+5 >= end || !strings.ContainsRune("-/.", s.Runes[i+4]) {
		return point{}, i
	}
	m, j := oneOrTwo(s, i+5, end)
	if m < 1 || m > 12 || j+1 < end && (s.Runes[j] == s.Runes[i+4]) && s.Runes[j+1] >= '0' && s.Runes[j+1] <= '9' && oneDay(s, j+1, end) {
		return point{}, i
	}
	p := months(m, m)
	p.year = y
	return p, j
}

// oneDay reports whether a day of the month stands at i, and no year.
func oneDay(s *lex.Stream, i, end int) bool { d, _ := oneOrTwo(s, i, end); return d > 0 && d <= 31 }

// readDigits reads 20251231 at i. It ends at i where there is none.
func readDigits(s *lex.Stream, i, end int) (point, int) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Number || t.Form != lex.Digits || t.End-i != 8 || t.End > end {
		return point{}, i
	}
	y, m, d := int(t.Value)/10000, int(t.Value)/100%100, int(t.Value)%100
	if y < 1949 || y > 2100 || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return point{}, i
	}
	p := days(m, d, d)
	p.year = y
	return p, t.End
}

// readYMD reads 2025-06-30 at i. It ends at i where there is none.
func readYMD(s *lex.Stream, i, end int) (point, int) {
	y := fourDigits(s, i, end)
	if y == 0 || i+4 >= end {
		return point{}, i
	}
	mark := s.Runes[i+4]
	if mark != '-' && mark != '/' && mark != '.' {
		return point{}, i
	}
	m, j := oneOrTwo(s, i+5, end)
	if m < 1 || m > 12 || j >= end || s.Runes[j] != mark {
		return point{}, i
	}
	d, j := oneOrTwo(s, j+1, end)
	if d < 1 || d > 31 {
		return point{}, i
	}
	p := days(m, d, d)
	p.year = y
	return p, clock24(s, j, end)
}

// clock24 returns where 00:00:00 ends that stands behind white space at i, else i.
func clock24(s *lex.Stream, i, end int) int {
	if i >= end || s.Gap(i) == lex.NoGap {
		return i
	}
	j := i
	for ; j < end && (s.Runes[j] >= '0' && s.Runes[j] <= '9' || s.Runes[j] == ':'); j++ {
	}
	if text := s.String(i, j); strings.Count(text, ":") == 2 || strings.Count(text, ":") == 1 {
		return j
	}
	return i
}

func oneOrTwo(s *lex.Stream, i, end int) (int, int) {
	n, j := 0, i
	for ; j < end && s.Runes[j] >= '0' && s.Runes[j] <= '9'; j++ {
		if j-i == 2 && s.Gap(j) != lex.NoGap {
			break
		}
		if n = n*10 + int(s.Runes[j]-'0'); j-i > 1 {
			return 0, i
		}
	}
	return n, j
}

// notes are what a bracket behind a day may begin with.
var notes = []string{"星期", "周", "含", "不含", "农历", "包括", "正月", "腊月"}

// matchNote matches (星期五) and a time of day: 24时, 17:00, 下午5点.
func matchNote(s *lex.Stream, i, end int) (int, bool) {
	if i >= end {
		return 0, false
	}
	if s.Runes[i] != '(' {
		return matchHour(s, i, end)
	}
	for _, n := range notes {
		if s.Has(i+1, n) {
			for j := i + 2; j < end && j < i+14; j++ {
				if s.Runes[j] == ')' {
					if k, ok := matchHour(s, j+1, end); ok {
						return k, true
					}
					return j + 1, true
				}
			}
		}
	}
	return 0, false
}

func matchHour(s *lex.Stream, i, end int) (int, bool) {
	for _, w := range []string{"下班", "上午", "下午", "中午", "晚上"} {
		if j := i + 2; j < end && s.Has(i, w) && s.Runes[j] == '前' {
			return j, true
		}
	}
	for _, w := range []string{"上午", "下午", "晚上", "中午", "晚", "早"} {
		if s.Has(i, w) {
			i += len([]rune(w))
			break
		}
	}
	t := s.At(i)
	if t == nil || t.Kind != lex.Number || t.Value > 24 || t.End >= end {
		return 0, false
	}
	j := t.End
	switch r := s.Runes[j]; {
	case r == ':' && j+1 < end && s.At(j+1) != nil && s.At(j+1).Kind == lex.Number && s.At(j+1).End == j+3 && j+3 <= end:
		return j + 3, true
	case r == '时' || r == '点':
		if j++; j < end && (s.Runes[j] == '整' || s.Runes[j] == '半') {
			j++
		}
		return j, true
	}
	return 0, false
}

func isQuote(r rune) bool {
	switch r {
	case '“', '”', '"', '‘', '’', '\'':
		return true
	}
	return false
}

// matchPlan matches a planning period with the quotes around it.
func matchPlan(s *lex.Stream, i, end int) (int, bool) {
	j, quoted := i, false
	if i < end && isQuote(s.Runes[i]) {
		j, quoted = i+1, true
	}
	t := s.At(j)
	if t == nil || t.Kind != lex.Plan || t.End > end {
		return 0, false
	}
	if j = t.End; !quoted {
		return j, true
	}
	if j < end && isQuote(s.Runes[j]) {
		return j + 1, true
	}
	return 0, false // “十四五规划”: a name
}

// readPlan reads what matchPlan matched.
func readPlan(s *lex.Stream, i int) point {
	t := s.At(i)
	if t == nil || t.Kind != lex.Plan {
		t = s.At(i + 1)
	}
	p := wholeYear()
	if t == nil || len(t.Tag) != 9 {
		return p
	}
	number := func(text string) (n int) {
		for _, r := range text {
			n = n*10 + int(r-'0')
		}
		return n
	}
	p.year = number(t.Tag[:4])
	p.more = number(t.Tag[5:]) - p.year
	return p
}
