package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
)

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
	{"来年", next}, {"今年", issue}, {"本年", issue}, {"明年", next}, {"下一年", following}, {"下年", following}, {"后年", afterNext}, {"去年", last}, {"上一年", last},
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
