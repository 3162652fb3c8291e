package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// at is a moment with what a time alone shows.
type at struct {
	time.Time
	serial float64 // days
}

// lastDay is the serial number of the last day that Excel knows, 9999-12-31.
const lastDay = 2958465

// moment returns the moment that a serial number stands for, rounded to decimals of a second; false for
// one before or behind all days. Day 60 of 1900, which did not exist, is the one before March.
func moment(v float64, from1904 bool, decimals int) (at, bool) {
	if from1904 {
		v += 1462
	}
	if v < 0 || v >= lastDay+1 {
		return at{}, false
	}
	unit := math.Pow(10, float64(min(decimals, 3)))
	ticks := math.Round(v * 86400 * unit)
	v = ticks / 86400 / unit
	days := math.Floor(ticks / (86400 * unit))
	rest := time.Duration((ticks - days*86400*unit) / unit * float64(time.Second))
	if days < 60 {
		days++
	}
	return at{time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days)).Add(rest), v}, true
}

// showDate writes the parts of a moment.
func (s *section) showDate(a at) string {
	var out strings.Builder
	for i, t := range s.tokens {
		switch t.kind {
		case literal:
			out.WriteString(t.text)
		case datePart:
			out.WriteString(s.part(t.text, a))
		case elapsed:
			out.WriteString(padded(elapsedUnits(t.text[0], a.serial), len(t.text)))
		case point:
			out.WriteByte('.')
		case digit:
			if n := s.decimal(i); n > 0 && n <= 9 {
				out.WriteByte(strconv.Itoa(1_000_000_000 + a.Nanosecond())[n])
			} else {
				out.WriteString(t.text)
			}
		}
	}
	return out.String()
}

// decimal returns which decimal of the seconds token i is, 0 for none.
func (s *section) decimal(i int) int {
	n := 0
	for ; i >= 0 && s.tokens[i].kind == digit; i-- {
		n++
	}
	if i >= 0 && s.tokens[i].kind == point {
		return n
	}
	return 0
}

func elapsedUnits(unit byte, days float64) int {
	per := map[byte]float64{'h': 24, 'm': 1440, 's': 86400}[unit]
	return int(math.Floor(days*per + 1e-7))
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(min(width, 20)-len(s), 0)) + s
}

var (
	months   = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}
)

// part shows one part of a moment.
func (s *section) part(run string, a at) string {
	n := len(run)
	switch run[0] {
	case 'y', 'e':
		if n <= 2 && run[0] == 'y' {
			return s.numeral(a.Year()%100, 2, true)
		}
		return s.numeral(a.Year(), 4, true)
	case 'm':
		switch name := months[a.Month()-1]; {
		case n > 4:
			return name[:1]
		case n == 4:
			return name
		case n == 3:
			return name[:3]
		}
		return s.numeral(int(a.Month()), n, false)
	case 'd':
		switch name := a.Weekday().String(); {
		case n > 3:
			return name
		case n == 3:
			return name[:3]
		}
		return s.numeral(a.Day(), n, false)
	case 'a':
		if n > 3 {
			return "星期" + weekdays[a.Weekday()]
		}
		return weekdays[a.Weekday()]
	case 'h':
		h := a.Hour()
		if s.noon {
			h = (h+11)%12 + 1
		}
		return s.numeral(h, min(n, 2), false)
	case 'n':
		return s.numeral(a.Minute(), n, false)
	case 's':
		return s.numeral(a.Second(), min(n, 2), false)
	}
	if a.Hour() < 12 { // AM/PM
		return "上午"
	}
	return "下午"
}

const numerals = "〇一二三四五六七八九十"

// numeral writes a number of a date, in Chinese where the section asks for that: a year by its digits.
func (s *section) numeral(n, width int, year bool) string {
	if !s.chinese {
		return padded(n, width)
	}
	digit := func(n int) string { return string([]rune(numerals)[n]) }
	if year {
		var out strings.Builder
		for _, c := range padded(n, width) {
			out.WriteString(digit(int(c - '0')))
		}
		return out.String()
	}
	switch {
	case n <= 10:
		return digit(n)
	case n < 20:
		return "十" + digit(n-10)
	case n%10 == 0:
		return digit(n/10) + "十"
	}
	return digit(n/10) + "十" + digit(n%10)
}
