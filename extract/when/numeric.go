package when

import (
	"math"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
)

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
	case r == 'O' || r == 'o':
		return 0
	case r == '两':
		return -1
	}
	return lex.ChineseDigit(r)
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
