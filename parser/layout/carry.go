package layout

import (
	"math"
	"slices"
	"strings"
)

// continues reports that s, on the next page, goes on with t: the same width, and the
// columns of the one are columns of the other.
func (t *table) continues(s *table) bool {
	shift := s.xs[0] - t.xs[0]
	if math.Abs(t.xs[len(t.xs)-1]+shift-s.xs[len(s.xs)-1]) > 4 {
		return false
	}
	few, many := t.xs, s.xs
	by := shift
	if len(few) > len(many) {
		few, many, by = many, few, -shift
	}
	for _, x := range few {
		if !slices.ContainsFunc(many, func(y float64) bool { return math.Abs(x+by-y) <= 4 }) {
			return false
		}
	}
	return true
}

// extend appends the rows of s, whose header is left out where it repeats that of t. A row
// that the page's end cut in two is put together again.
func (t *table) extend(s *table) {
	shift := s.xs[0] - t.xs[0]
	if len(s.xs) > len(t.xs) {
		xs := slices.Clone(s.xs)
		for i := range xs {
			xs[i] -= shift
		}
		t.recolumn(xs)
	} else if len(s.xs) < len(t.xs) {
		xs := slices.Clone(t.xs)
		for i := range xs {
			xs[i] += shift
		}
		s.recolumn(xs)
	}
	from := t.repeated(s)
	if from == s.rows {
		t.page = s.page
		return
	}
	goesOn := t.goesOn(s, from)
	cut := goesOn && t.cutRow(s, from)
	for i := range s.cells {
		c := s.cells[i]
		if c.row < from {
			continue
		}
		if c.row == from && (cut || c.empty()) {
			above := t.last(c.col, c.colSpan)
			if above != nil && (goesOn || above.rowSpan > 1 || c.rowSpan > 1 && c.rowSpan < s.rows) {
				above.goOn(&c, cut)
				continue
			}
		}
		c.row += t.rows - from
		if cut {
			c.row--
		}
		t.cells = append(t.cells, c)
	}
	rows := s.rows - from
	if cut {
		rows--
	}
	for range rows {
		t.pages = append(t.pages, s.page)
	}
	t.rows += rows
	t.page = s.page
}

// goOn adds the part of a cell that stands on the next page: the rest of its row, where a
// row was cut, else more rows.
func (c *cell) goOn(rest *cell, cut bool) {
	if len(rest.text) > 0 && len(c.text) > 0 && spaceBetween(c.text, rest.text) {
		c.text = append(c.text, ' ')
	}
	c.text = append(c.text, rest.text...)
	c.rowSpan += rest.rowSpan
	if cut {
		c.rowSpan--
	}
}

// recolumn gives the table the finer columns xs.
func (t *table) recolumn(xs []float64) {
	place := make([]int, len(t.xs))
	for i, x := range t.xs {
		for k := range xs {
			if math.Abs(xs[k]-x) < math.Abs(xs[place[i]]-x) {
				place[i] = k
			}
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		end := place[c.col+c.colSpan]
		c.col = place[c.col]
		c.colSpan = end - c.col
	}
	t.xs = xs
}

// last returns the cell of the last row over the columns from col on, nil where the
// columns of that cell are others.
func (t *table) last(col, span int) *cell {
	for i := len(t.cells) - 1; i >= 0; i-- {
		c := &t.cells[i]
		if c.row+c.rowSpan == t.rows && c.col <= col && col < c.col+c.colSpan {
			if c.col == col && c.colSpan == span {
				return c
			}
			return nil
		}
	}
	return nil
}

// repeated returns how many of the first rows of s repeat those of t.
func (t *table) repeated(s *table) int {
	n := 0
	for n < s.rows && n < t.rows && n < 3 {
		a, b := t.row(n), s.row(n)
		if len(a) != len(b) || len(a) == 0 {
			break
		}
		same := true
		for i := range a {
			same = same && compact(a[i].text) == compact(b[i].text) && a[i].col == b[i].col
		}
		if !same {
			break
		}
		n++
	}
	for n > 0 && crossed(s.cells, n) {
		n--
	}
	return n
}

// crossed reports that a cell spans over the edge above a row.
func crossed(cells []cell, row int) bool {
	return slices.ContainsFunc(cells, func(c cell) bool { return c.row < row && c.row+c.rowSpan > row })
}

func (t *table) row(n int) (out []cell) {
	for _, c := range t.cells {
		if c.row == n {
			out = append(out, c)
		}
	}
	return out
}

// goesOn reports that row from of s belongs to t's last row: a column that has something
// in nearly every row has nothing in this one. The label of a group that is printed again
// at the top of the page is taken back. A row with a number of its own never does, and that a
// cell above spans rows says nothing.
func (t *table) goesOn(s *table, from int) bool {
	lacks := false
	var again []*cell
	for i := range s.cells {
		c := &s.cells[i]
		if c.row != from || c.colSpan > 1 {
			continue
		}
		above := t.last(c.col, 1)
		if c.empty() {
			lacks = lacks || t.keyed(c.col) && (above == nil || above.rowSpan == 1)
		} else if above != nil && serial(above.text) && serial(c.text) {
			return false
		} else if above != nil && above.rowSpan > 1 && compact(above.text) == compact(c.text) {
			again = append(again, c)
		}
	}
	if lacks {
		for _, c := range again {
			c.text = nil
		}
	}
	return lacks
}

// serial reports a running number: 33
func serial(text []rune) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(text) > 0 && len(text) <= 4
}

// keyed reports that nearly every row has something in a column.
func (t *table) keyed(col int) bool {
	filled, all := 0, 0
	for i := range t.cells {
		if c := &t.cells[i]; c.col == col && c.row > 0 && c.colSpan == 1 {
			if all++; !c.empty() {
				filled++
			}
		}
	}
	return all > 0 && filled*10 >= all*9
}

// cutRow reports that row from of s, which has no key, is the rest of t's last row and no
// row of its own: its longest cell goes on with a sentence.
func (t *table) cutRow(s *table, from int) bool {
	var longest, above *cell
	row := s.row(from)
	for i := range row {
		if longest == nil || len(row[i].text) > len(longest.text) {
			longest = &row[i]
		}
		if !row[i].empty() && t.last(row[i].col, row[i].colSpan) == nil {
			return false
		}
	}
	if longest.empty() {
		return true
	}
	above = t.last(longest.col, longest.colSpan)
	return above != nil && !above.empty() && !strings.ContainsRune("。；;！？", above.text[len(above.text)-1])
}
