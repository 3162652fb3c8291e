package schema

import (
	"strings"
	"time"
)

// Days returns the first and the last day, inclusive, that an EDTF value of [Deadline] stands for, as
// ISO days; "" for a side that is open (../2025-12-31 has no first day). known is false for a value
// that is no day, month, year or interval of these: a repeat, a duration, a year that is not known.
func Days(value string) (start, end string, known bool) {
	from, to, interval := strings.Cut(value, "/")
	if !interval {
		first, last, ok := daysOf(value)
		return first, last, ok
	}
	if from != ".." {
		if start, _, known = daysOf(from); !known {
			return "", "", false
		}
	}
	if to != ".." {
		if _, end, known = daysOf(to); !known {
			return "", "", false
		}
	}
	return start, end, start != "" || end != ""
}

// daysOf returns the first and last day of a year, month or day.
func daysOf(s string) (first, last string, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if t, err := time.Parse(form.layout, s); err == nil && len(s) == len(form.layout) {
			return t.Format(time.DateOnly), t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1).Format(time.DateOnly), true
		}
	}
	return "", "", false
}
