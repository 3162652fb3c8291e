package when

import (
	"strconv"

	"github.com/policyx/policyx/extract/internal/lex"
)

// duration is a length of time: 三年, 半年, 一年半, 3个月, 20个工作日, 1-2年.
type duration struct {
	end   int    // rune behind it; 0 where there is none
	iso   string // P3Y; of a range the longest
	units string // year, quarter, month, week, day, workday, hour
}

// durationUnits are the units by wording, longer ones first.
var durationUnits = []struct {
	word, unit string
}{
	{"个工作日", "workday"}, {"工作日", "workday"}, {"个自然日", "day"}, {"自然日", "day"}, {"个季度", "quarter"}, {"个月", "month"}, {"个星期", "week"}, {"个半月", "month and a half"},
	{"个小时", "hour"}, {"小时", "hour"}, {"分钟", "hour"}, {"年半", "year and a half"}, {"年", "year"}, {"周", "week"}, {"天", "day"}, {"日", "day"},
}

// readDuration reads a duration at i.
func readDuration(s *lex.Stream, i, end int) duration {
	n, j := count(s, i, end)
	if n == 0 {
		return duration{}
	}
	if j < end && isRange(s.Runes[j]) {
		k := j + 1
		if k < end && s.Runes[k] == '-' {
			k++
		}
		if m, l := count(s, k, end); m > n {
			n, j = m, l
		}
	}
	for _, u := range durationUnits {
		if l := j + len([]rune(u.word)); l <= end && s.Has(j, u.word) {
			return duration{l, isoDuration(n, u.unit), u.unit}
		}
	}
	return duration{}
}

// count reads the number of a duration; 两三 is 3, 半 is 0.5.
func count(s *lex.Stream, i, end int) (float64, int) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Number || t.End > end || t.Value > 1000 {
		return 0, i
	}
	switch {
	case t.Form == lex.Fraction && t.Value == 0.5:
		return 0.5, t.End
	case t.Form == lex.Positional && t.End-i == 2:
		return float64(int(t.Value) % 10), t.End
	case t.Form > lex.Counting || t.Value < 1 || t.Value != float64(int(t.Value)):
		return 0, i
	}
	return t.Value, t.End
}

func isRange(r rune) bool { return r == '-' || r == '~' || r == '至' || r == '到' }

// isoDuration returns n units as an ISO 8601 duration. Working days count as days.
func isoDuration(n float64, unit string) string {
	p := func(n float64, mark string) string { return "P" + strconv.Itoa(int(n)) + mark }
	switch unit {
	case "year", "year and a half":
		if unit == "year and a half" {
			n += 0.5
		}
		if n != float64(int(n)) {
			return p(n*12, "M")
		}
		return p(n, "Y")
	case "quarter":
		return p(n*3, "M")
	case "month and a half":
		return p(n*30+15, "D")
	case "month":
		if n == 0.5 {
			return "P15D"
		}
		return p(n, "M")
	case "week":
		return p(n, "W")
	case "hour":
		return "PT" + strconv.Itoa(int(n)) + "H"
	}
	return p(n, "D")
}
