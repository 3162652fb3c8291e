package when

import "strconv"

// Date is a day, month or year; zero fields are unknown.
type Date struct{ Year, Month, Day int }

// monthDays returns the length of a month; 0 for February of an unknown year.
func monthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		switch {
		case year == 0:
			return 0
		case year%4 == 0 && (year%100 != 0 || year%400 == 0):
			return 29
		}
		return 28
	}
	return 31
}

// before reports whether d lies before e. Unknown fields of d count as its last day,
// those of e as its first.
func (d Date) before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if m, n := orElse(d.Month, 12), orElse(e.Month, 1); m != n {
		return m < n
	}
	return orElse(d.Day, 31) < orElse(e.Day, 1)
}

func orElse(n, other int) int {
	if n == 0 {
		return other
	}
	return n
}

// ISO returns d as YYYY-MM-DD, "" where a field is unknown.
func (d Date) ISO() string {
	if d.Year == 0 || d.Month == 0 || d.Day == 0 {
		return ""
	}
	return d.edtf(day)
}

// grain is how fine a point was written.
type grain uint8

const (
	year grain = iota
	month
	day
)

// unknownYear stands for a year that is not known.
const unknownYear = "XXXX"

// edtf returns d in EDTF, no finer than g.
func (d Date) edtf(g grain) string {
	var room [len("2006-01-02")]byte
	return string(d.appendEDTF(room[:0], g))
}

func (d Date) appendEDTF(out []byte, g grain) []byte {
	if d.Year <= 0 {
		out = append(out, unknownYear...)
	} else {
		out = appendDigits(out, d.Year, 4)
	}
	if g >= month && d.Month > 0 {
		out = appendDigits(append(out, '-'), d.Month, 2)
		if g >= day && d.Day > 0 {
			out = appendDigits(append(out, '-'), d.Day, 2)
		}
	}
	return out
}

// appendDigits appends a number with zeros before it, for as many digits at least.
func appendDigits(out []byte, n, digits int) []byte {
	for least := 10; digits > 1; digits-- {
		if n < least {
			out = append(out, '0')
		}
		least *= 10
	}
	return strconv.AppendInt(out, int64(n), 10)
}
