package register

import (
	"strings"
)

// insertion is rows that are put into a sheet, as Excel does: what stands below moves, what spans the place grows. What
// ends with the table's last row (its filter, its lists to choose from, the range of a total) grows too, since the
// new rows belong to it.
type insertion struct {
	sheet  string // its name
	header int    // the table's header, from 1
	first  int    // the table's first row
	after  int    // the row that they come behind: the table's last, or the header
	by     int    // how many
}

// growth says which ranges that end with the table's last row grow.
type growth int

const (
	never  growth = iota // of a formula in the table: SUM(F$3:F4) is the sum so far
	fixed                // those that hold for every cell of an area: COUNTIF($B$3:$B$4,B3)
	always               // of a formula elsewhere
)

func (m insertion) row(n int) int {
	if n > m.after && n < maxRows {
		return min(n+m.by, maxRows)
	}
	return n
}

// formula returns a formula that stands on the sheet itself (own) or on another one.
func (m insertion) formula(text string, own bool, g growth) string {
	return rewrite(text, func(sheet string, from, to *point) {
		if sheet == "" && !own || sheet != "" && !strings.EqualFold(sheet, m.sheet) {
			return
		}
		if to == nil {
			from.row = m.row(from.row)
			return
		}
		grows := g == always || g == fixed && from.fixed && to.fixed
		grows = grows && m.after > m.header && to.row == m.after && from.column != "" &&
			(from.row < m.after || m.first == m.after && from.row == m.after && from.column == to.column)
		if from.row, to.row = m.row(from.row), m.row(to.row); grows {
			to.row += m.by
		}
	})
}

// area returns an area such as A3:B7; one that ends with the table grows where grow is set.
func (m insertion) area(ref string, grow bool) string {
	a, ok := area(ref)
	if !ok {
		return ref
	}
	b := a
	if b[1], b[3] = m.row(a[1]), m.row(a[3]); grow && a[3] == m.after && a[1] <= m.after {
		b[3] += m.by
	}
	if a == b {
		return ref
	}
	from, to := point{name(b[0]), false, b[1]}.String(), point{name(b[2]), false, b[3]}.String()
	if from == to && !strings.Contains(ref, ":") {
		return from
	}
	return from + ":" + to
}

// areas returns a list of areas.
func (m insertion) areas(refs string, grow bool) string {
	list := strings.Fields(refs)
	for i, ref := range list {
		list[i] = m.area(ref, grow)
	}
	return strings.Join(list, " ")
}
