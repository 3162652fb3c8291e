package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/policyx/policyx/schema"
)

// rule is a recurrence of whole days.
type rule struct {
	freq     string // of RFC 5545
	interval int
	months   []int        // that it falls in; none: every month
	day      int          // of the month, -1 for the last
	weekday  time.Weekday // of a week
}

// ruleOf returns the rule of a deadline that recurs. Its value (R/P1Y, R/P3M, R/P1W)
// gives the period, its text may name what in the period: 每年3月底前, 每月25日前.
func ruleOf(d *schema.Deadline) (rule, bool) {
	n, unit, ok := length(strings.TrimPrefix(d.Value, "R/"))
	if !ok {
		return rule{}, false
	}
	months, day := named(d.Text)
	if unit == 'Y' {
		n, unit = 12*n, 'M'
	}
	r := rule{freq: "MONTHLY", interval: 1, day: -1}
	if len(day) > 0 {
		r.day = day[len(day)-1]
	}
	switch {
	case unit == 'D':
		return rule{freq: "DAILY", interval: n}, true
	case unit == 'W':
		return rule{freq: "WEEKLY", interval: n, weekday: weekdayOf(d.Text)}, true
	case n%12 == 0:
		r.freq, r.interval, r.months = "YEARLY", n/12, []int{12}
		if len(months) > 0 {
			r.months = months
		}
	case 12%n != 0:
		r.interval = n
	case n > 1: // the last month of each quarter, half-year …
		r.freq = "YEARLY"
		for m := n; m <= 12; m += n {
			r.months = append(r.months, m)
		}
	}
	return r, true
}

// length reads P3M: how many of which unit (Y, M, W, D).
func length(value string) (n int, unit byte, ok bool) {
	value, ok = strings.CutPrefix(value, "P")
	if !ok || len(value) < 2 {
		return 0, 0, false
	}
	unit = value[len(value)-1]
	n, err := strconv.Atoi(value[:len(value)-1])
	return n, unit, err == nil && n > 0 && n <= 1000 && strings.IndexByte("YMWD", unit) >= 0
}

// named returns the months and days of the month that a phrase names, in order:
// 每年6月、12月20日前 → 6 12, 20.
func named(text string) (months, days []int) {
	runes := []rune(text)
	for i, r := range runes {
		n := numeral(runes[:i])
		switch {
		case r == '月' && n >= 1 && n <= 12:
			months = append(months, n)
		case (r == '日' || r == '号') && n >= 1 && n <= 31:
			days = append(days, n)
		}
	}
	slices.Sort(months)
	return slices.Compact(months), days
}

// numeral returns the number below 100 that ends runes, in digits of either width or in
// Chinese (十二, 二十五); 0 where none does. 每三个月 names no month.
func numeral(runes []rune) int {
	start := len(runes)
	for start > 0 && start > len(runes)-3 && digit(runes[start-1]) >= 0 {
		start--
	}
	n := 0
	for _, r := range runes[start:] {
		switch d := digit(r); {
		case d == 10:
			n = max(1, n) * 10
		case n > 0 && n%10 == 0 && r < '０' && r > '9': // 二十五
			n += d
		default:
			n = 10*n + d
		}
	}
	return n
}

// digit returns the value of a digit, 10 for 十, -1 for anything else.
func digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case '０' <= r && r <= '９':
		return int(r - '０')
	case r == '十':
		return 10
	}
	for i, c := range []rune("零一二三四五六七八九") {
		if r == c {
			return i
		}
	}
	return -1
}

// weekdayOf returns the day that 每周五 names, Sunday where a phrase names none.
func weekdayOf(text string) time.Weekday {
	for i, name := range []string{"一", "二", "三", "四", "五", "六"} {
		for _, week := range []string{"周", "星期"} {
			if strings.Contains(text, week+name) {
				return time.Weekday(i + 1)
			}
		}
	}
	return time.Sunday
}

// String returns r as the value of RRULE.
func (r rule) String() string {
	s := "FREQ=" + r.freq
	if r.interval > 1 {
		s += fmt.Sprintf(";INTERVAL=%d", r.interval)
	}
	if len(r.months) > 0 {
		var list []string
		for _, m := range r.months {
			list = append(list, strconv.Itoa(m))
		}
		s += ";BYMONTH=" + strings.Join(list, ",")
	}
	switch r.freq {
	case "WEEKLY":
		s += ";BYDAY=" + strings.ToUpper(r.weekday.String()[:2])
	case "YEARLY", "MONTHLY":
		s += fmt.Sprintf(";BYMONTHDAY=%d", r.day)
	}
	return s
}

// first returns the first day from begin on that r falls on, which RFC 5545 wants
// DTSTART to be. A day that no such month has (30 February) is none.
func (r rule) first(begin time.Time) (time.Time, bool) {
	for day := begin; day.Before(begin.AddDate(9, 0, 0)) && day.Year() < 10000; day = day.AddDate(0, 0, 1) {
		if r.on(day) {
			return day, true
		}
	}
	return time.Time{}, false
}

func (r rule) on(day time.Time) bool {
	switch r.freq {
	case "DAILY":
		return true
	case "WEEKLY":
		return day.Weekday() == r.weekday
	}
	if len(r.months) > 0 && !slices.Contains(r.months, int(day.Month())) {
		return false
	}
	if r.day < 0 {
		return day.AddDate(0, 0, 1).Day() == 1
	}
	return day.Day() == r.day
}
