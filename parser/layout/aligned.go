package layout

import "slices"

// What text in columns looks like that no ruling line parts, in em and lines.
const (
	columnGap  = 1.4 // between the cells of a line
	wholeLines = 3   // so many lines show all columns at least
)

// segments are the pieces of a line between wide gaps.
func (r *run) segments() (out []run) {
	begin := 0
	for i := 1; i <= len(r.glyphs); i++ {
		if i == len(r.glyphs) || r.glyphs[i].X0-r.glyphs[i-1].X1 > columnGap*r.em {
			out = append(out, newRun(r.glyphs[begin:i], r.page))
			begin = i
		}
	}
	return out
}

// aligned reads the table that the lines from i on make without ruling lines, and returns
// how many lines it takes; 0 where there is none.
func (c *column) aligned(i int) (*table, int) {
	var rows [][]run
	most, singles := 0, 0
	for k := i; k < len(c.lines) && len(rows) < maxLatticeRows; k++ {
		l := &c.lines[k]
		segments := l.segments()
		if k > i && l.base-c.lines[k-1].base > 3.2*l.em || spread(l, segments) {
			break
		}
		if len(segments) < 2 {
			if k == i || singles == 2 || l.width() > 0.6*(c.right-c.left) {
				break
			}
			singles++
		} else {
			singles = 0
		}
		rows = append(rows, segments)
		most = max(most, len(segments))
	}
	rows = rows[:max(0, len(rows)-singles)]
	if len(rows) < wholeLines || most < 2 {
		return nil, 0
	}
	xs, whole := gutters(rows, most)
	if xs == nil || whole < wholeLines || whole*2 < len(rows) {
		return nil, 0
	}
	return gather(rows, xs), len(rows)
}

// spread reports a line whose gaps are its letter spacing: 责  任  单  位
func spread(r *run, segments []run) bool {
	return len(segments) > 2 && len(segments)*2 > len(r.glyphs)
}

// gutters returns the edges of the columns that the lines with most pieces show, nil where
// those are not one below the other, and how many such lines there are.
func gutters(rows [][]run, most int) (xs []float64, whole int) {
	left, right := make([]float64, most), make([]float64, most)
	for _, row := range rows {
		if len(row) != most {
			continue
		}
		for k := range row {
			if whole == 0 {
				left[k], right[k] = row[k].x0, row[k].x1
			}
			left[k], right[k] = min(left[k], row[k].x0), max(right[k], row[k].x1)
		}
		whole++
	}
	xs = append(xs, left[0]-cellPadding)
	for k := 1; k < most; k++ {
		if left[k]-right[k-1] < 0.5*rows[0][0].em {
			return nil, 0
		}
		xs = append(xs, (left[k]+right[k-1])/2)
	}
	return append(xs, right[most-1]+cellPadding), whole
}

// gather puts the pieces into rows and columns. A line without anything in the first
// column goes on with the row above; a piece that reaches over several columns spans them.
func gather(rows [][]run, xs []float64) *table {
	t := &table{xs: xs, page: rows[0][0].page}
	for n, row := range rows {
		first := max(0, between(xs, middle(&row[0])))
		if n == 0 || first == 0 || len(t.cells) == 0 {
			t.rows++
		}
		for k := range row {
			from := max(0, between(xs, row[k].x0+0.2*row[k].em))
			to := max(from, between(xs, row[k].x1-0.2*row[k].em))
			t.put(from, to-from+1, row[k])
		}
	}
	slices.SortStableFunc(t.cells, func(a, b cell) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	t.fill()
	return t
}

func middle(r *run) float64 { return (r.x0 + r.x1) / 2 }

// put adds a piece to the last row: to the cell that stands there, or as a new one.
func (t *table) put(col, span int, r run) {
	row := t.rows - 1
	for i := len(t.cells) - 1; i >= 0 && t.cells[i].row == row; i-- {
		if c := &t.cells[i]; c.col < col+span && col < c.col+c.colSpan {
			c.lines = append(c.lines, r)
			return
		}
	}
	t.cells = append(t.cells, cell{row: row, col: col, rowSpan: 1, colSpan: span, lines: []run{r}})
}

// fill adds the empty cells.
func (t *table) fill() {
	var out []cell
	i := 0
	for row := range t.rows {
		for col := 0; col < len(t.xs)-1; {
			if i < len(t.cells) && t.cells[i].row == row && t.cells[i].col <= col {
				t.cells[i].col = col
				out = append(out, t.cells[i])
				col += t.cells[i].colSpan
				i++
				continue
			}
			out = append(out, cell{row: row, col: col, rowSpan: 1, colSpan: 1})
			col++
		}
		for i < len(t.cells) && t.cells[i].row == row { // no place was left for it
			last := &out[len(out)-1]
			last.lines = append(last.lines, t.cells[i].lines...)
			i++
		}
	}
	t.cells = out
}
