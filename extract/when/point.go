package when

// point is a stretch of days that one name stands for, before its year is known:
// 2025年, 明年三季度, 6月上旬, 12月31日, “十四五”.
type point struct {
	year        int // as written; 0 where ref says which
	ref         ref
	more        int  // years behind the first that belong to it: 4 for “十四五”
	first, last part // within the year
	grain       grain
	festival    string // 春节: the day that it falls on in the year
}

// part is a place within a year. Day 0 is the month's end.
type part struct{ month, day int }

// ref says how a point without a written year gets one.
type ref uint8

const (
	nearest     ref = iota // 6月底: the year of the nearest earlier date, else of issue
	issue                  // 今年, 本月
	next                   // 明年
	afterNext              // 后年
	last                   // 去年
	beforeLast             // 前年
	following              // 次年: the year behind the nearest earlier date
	same                   // 当年
	thisMonth              // 本月
	nextMonth              // 下月
	eachMonth              // 当月, 次月: of each case
	thisQuarter            // 本季度
	nextQuarter            // 下季度
)

// wholeYear is the point of a year.
func wholeYear() point { return point{first: part{1, 1}, last: part{12, 31}, grain: year} }

// months is the point of the months from a to b.
func months(a, b int) point {
	return point{first: part{a, 1}, last: part{b, 0}, grain: month}
}

// days is the point of the days from a to b of a month; 0 is its end.
func days(m, a, b int) point {
	return point{first: part{m, a}, last: part{m, b}, grain: day}
}

// in returns p with the year of y.
func (p point) in(y point) point {
	p.year, p.ref = y.year, y.ref
	return p
}

// known reports whether the year of p is written, not inferred from another date.
func (p point) known() bool { return p.year > 0 }

// stretch is a point whose year is known as far as it can be.
type stretch struct {
	first, last Date
	grain       grain
	cut         bool // its last day does not exist: it ends with the month
}

// clock is what points are resolved against.
type clock struct {
	issued  Date
	nearest int // year of the nearest earlier date; 0 where there is none
	table   int // year in a table's title
	cell    bool
}

// resolve gives p its year.
func (c clock) resolve(p point) stretch {
	if p.festival != "" {
		return c.festival(p)
	}
	y, p := c.yearOf(p)
	first := Date{y, p.first.month, p.first.day}
	end := Date{y, p.last.month, p.last.day}
	if y > 0 {
		end.Year += p.more
	}
	length := monthDays(end.Year, end.Month)
	cut := length > 0 && end.Day > length
	if end.Day == 0 || cut {
		end.Day = length
	}
	if n := monthDays(first.Year, first.Month); n > 0 {
		first.Day = min(first.Day, n)
	}
	return stretch{first, end, p.grain, cut}
}

// yearOf returns the year of p, and p with its months set where they hang on the
// month of issue.
func (c clock) yearOf(p point) (int, point) {
	if p.year > 0 {
		return p.year, p
	}
	year, m := c.issued.Year, c.issued.Month
	switch p.ref {
	case nearest, same:
		return c.near(), p
	case following:
		if n := c.near(); n > 0 {
			return n + 1, p
		}
		return 0, p
	case thisMonth, nextMonth:
		if m == 0 {
			return 0, p
		}
		if p.ref == nextMonth {
			if m++; m > 12 {
				year, m = year+1, 1
			}
		}
		p.first.month, p.last.month = m, m
		return year, p
	case thisQuarter, nextQuarter:
		if m == 0 {
			return 0, p
		}
		q := (m - 1) / 3
		if p.ref == nextQuarter {
			if q++; q > 3 {
				year, q = year+1, 0
			}
		}
		p.first.month, p.last.month = q*3+1, q*3+3
		return year, p
	}
	if year == 0 {
		return 0, p
	}
	switch p.ref {
	case next:
		year++
	case afterNext:
		year += 2
	case last:
		year--
	case beforeLast:
		year -= 2
	}
	return year, p
}

func (c clock) near() int {
	return orElse(c.nearest, orElse(c.table, c.issued.Year))
}

// between resolves a range. The end that has no year of its own takes the other's, and
// goes on into the next year (comes from the one before) where its month asks for it.
func (c clock) between(a, b point) (from, to stretch) {
	switch open := b.year == 0 && b.ref == nearest; {
	case a.year == 0 && a.ref == nearest && !open:
		to = c.resolve(b)
		if a.year = to.first.Year; a.year > 0 && later(a.first, b.last) {
			a.year--
		}
		return c.resolve(a), to
	case open:
		from = c.resolve(a)
		if b.year = from.last.Year; b.year > 0 && later(a.first, b.last) {
			b.year++
		}
		return from, c.resolve(b)
	}
	from = c.resolve(a)
	c.nearest = orElse(from.first.Year, c.nearest)
	return from, c.resolve(b)
}

func later(a, b part) bool {
	return a.month > b.month || a.month == b.month && b.day > 0 && a.day > b.day
}

// edtf returns the EDTF value of all that lies from the beginning of a to the end of b.
func edtf(a, b stretch) string {
	from, to := a.first.edtf(a.grain), b.last.edtf(b.grain)
	if from == to {
		return from
	}
	return from + "/" + to
}
