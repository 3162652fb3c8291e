package head

import (
	"strconv"
	"time"

	"github.com/policyx/policyx/extract/internal/lex"
)

// readDay returns the days that the number at rune i can begin, likeliest first, and
// the place behind the day: 2023年6月28日, 2023-06-28, 20230628, 2023628.
func readDay(s *lex.Stream, i int) ([]time.Time, int) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Number {
		return nil, 0
	}
	if glued(t) {
		end := t.End
		if end < s.Len() && s.Runes[end] == '日' {
			end++
		}
		return gluedDays(s.String(t.Start, t.End)), end
	}
	year := int(t.Value)
	if year < 1900 || year > 2100 {
		return nil, 0
	}
	if month, ok := decimals(s, t); ok { // 2023.07.15
		day, end := part(s, t.End, ".")
		if d, ok := calendar(year, month, day); ok {
			return []time.Time{d}, end
		}
		return nil, 0
	}
	month, j := part(s, t.End, "年-./月") // 2023月6月28日 is a misprint
	day, end := part(s, j, "月-./")
	d, ok := calendar(year, month, day)
	if !ok {
		return nil, 0
	}
	if end < s.Len() && s.Runes[end] == '日' {
		end++
	}
	return []time.Time{d}, end
}

// glued reports whether a number is a date that lost its 年月日.
func glued(t *lex.Token) bool {
	return t.Form == lex.Digits && t.End-t.Start >= 6 && t.Value >= 190000
}

// decimals returns the digits behind the point of a number, at most two, as a month.
func decimals(s *lex.Stream, t *lex.Token) (month int, ok bool) {
	if t.Form != lex.Digits || t.End-t.Start < 6 || t.End-t.Start > 7 || s.Runes[t.Start+4] != '.' {
		return 0, false
	}
	month, err := strconv.Atoi(s.String(t.Start+5, t.End))
	return month, err == nil
}

// calendar returns a day that exists.
func calendar(year, month, day int) (time.Time, bool) {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return d, month > 0 && day > 0 && int(d.Month()) == month && d.Day() == day
}

// part reads one of the marks at rune i and the number behind it.
func part(s *lex.Stream, i int, marks string) (int, int) {
	if i >= s.Len() {
		return 0, i
	}
	for _, r := range marks {
		if s.Runes[i] == r {
			if t := s.At(i + 1); t != nil && t.Kind == lex.Number && t.Value == float64(int(t.Value)) {
				return int(t.Value), t.End
			}
		}
	}
	return 0, i
}

// gluedDays returns the days that digits without marks can stand for.
func gluedDays(digits string) []time.Time {
	var days []time.Time
	if len(digits) > 8 || digits[:2] != "19" && digits[:2] != "20" {
		return nil
	}
	year, _ := strconv.Atoi(digits[:4])
	rest := digits[4:]
	for split := 2; split >= 1; split-- {
		if split >= len(rest) || len(rest)-split > 2 {
			continue
		}
		month, _ := strconv.Atoi(rest[:split])
		day, _ := strconv.Atoi(rest[split:])
		if d, ok := calendar(year, month, day); ok {
			days = append(days, d)
		}
	}
	return days
}
