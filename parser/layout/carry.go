package layout

import (
	"math"
	"slices"
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
	cut := t.cutRow(s, from)
	for i := range s.cells {
		c := s.cells[i]
		if c.row < from {
			continue
		}
		if c.row == from && (cut || c.empty()) {
			if above := t.last(c.col, c.colSpan); above != nil && (cut || above.rowSpan > 1 || above.spansOn(s, &c)) {
				if len(c.text) > 0 && len(above.text) > 0 && spaceBetween(above.text, c.text) {
					above.text = append(above.text, ' ')
				}
				above.text = append(above.text, c.text...)
				if cut {
					above.rowSpan += c.rowSpan - 1
				} else {
					above.rowSpan += c.rowSpan
				}
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

// spansOn reports that an empty cell at the top of a page goes on with the cell above it:
// it spans rows there.
func (c *cell) spansOn(s *table, at *cell) bool { return at.rowSpan > 1 && at.rowSpan < s.rows }

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

// cutRow reports that row from of s is the rest of t's last row: its first cell is empty
// though such cells are not, what stands in it goes on with sentences, or all its cells
// match open cells above.
func (t *table) cutRow(s *table, from int) bool {
	row := s.row(from)
	if len(row) < 2 || t.rows == 0 || !row[0].empty() || row[0].col != 0 || row[0].rowSpan > 1 {
		return false
	}
	filled, keyed := 0, 0
	for i := range t.cells {
		if c := &t.cells[i]; c.col == 0 && c.row > 0 {
			filled++
			if !c.empty() && c.rowSpan == 1 {
				keyed++
			}
		}
	}
	if filled == 0 || keyed*10 < filled*9 {
		return false
	}
	for i := range row {
		if row[i].empty() {
			continue
		}
		above := t.last(row[i].col, row[i].colSpan)
		if above == nil {
			return false
		}
	}
	return true
}
