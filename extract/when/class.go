package when

import (
	"math"

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
//	PLAN   a planning period, with or without quotes: “十四五”
//	DUR    a length of time: 三年, 半年, 3个月, 20个工作日, 1-2年
//	LINK   并, 之后: what joins a clause to the one before it
//	POINT  all that points.go has
func pointClasses() match.Classes {
	return match.Classes{
		"Y":    {Runes: []rune("12一二"), Match: matchYear},
		"YEAR": {Runes: []rune("12一二今明后本当次翌同去前上下"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYear(s, i, end); return j, j > i }},
		"M":    {Kinds: []lex.Kind{lex.Number}, Match: whole(12)},
		"D":    {Kinds: []lex.Kind{lex.Number}, Match: whole(31)},
		"Q":    {Kinds: []lex.Kind{lex.Number}, Match: whole(4)},
		"N":    {Kinds: []lex.Kind{lex.Number}, Match: whole(10_000)},
		"YMD":  {Runes: []rune("12"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYMD(s, i, end); return j, j > i }},
		"NOTE": {Match: matchNote},
	}
}

func phraseClasses() match.Classes {
	c := pointClasses()
	c["PLAN"] = match.Class{Kinds: []lex.Kind{lex.Plan}, Runes: []rune("“\"‘'"), Match: matchPlan}
	c["DUR"] = match.Class{Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) { d := readDuration(s, i, end); return d.end, d.end > i }}
	c["POINT"] = match.Class{Kinds: []lex.Kind{lex.Number}, Runes: []rune("12一二今明后本下上当次翌同去前首第"), Match: matchPoint}
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
	{"今年", issue}, {"本年", issue}, {"明年", next}, {"下一年", next}, {"下年", next}, {"后年", afterNext}, {"去年", last}, {"上一年", last},
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
	if d < 1 || d > orElse(monthDays(y, m), 31) {
		return point{}, i
	}
	p := days(m, d, d)
	p.year = y
	return p, j
}

func oneOrTwo(s *lex.Stream, i, end int) (int, int) {
	n, j := 0, i
	for ; j < end && s.Runes[j] >= '0' && s.Runes[j] <= '9'; j++ {
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
