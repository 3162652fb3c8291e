package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
)

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
