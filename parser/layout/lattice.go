package layout

import (
	"cmp"
	"math"
	"slices"
)

// table is a table on one page, or over several.
type table struct {
	xs, ys     []float64 // edges of columns and rows
	cells      []cell    // row by row
	rows       int
	page       int
	top, under float64 // its height on its page
	pages      []int   // the page of each row
	open       bool    // no ruling line closes its sides
}

// cell is a cell with what stands in it.
type cell struct {
	row, col         int
	rowSpan, colSpan int
	lines            []run
	text             []rune
}

// Bounds of a grid of ruling lines.
const (
	maxLatticeRows = 2000
	maxLatticeCols = 120
)

// lattices finds the tables that ruling lines draw on a page, from the top down, and the
// frames around text, in any order.
func lattices(p *Page, page int) (tables []table, frames []frame) {
	across, down := strokes(p)
	n := group(across, down)
	byGroup := make([]struct{ across, down []stroke }, n)
	for _, s := range across {
		byGroup[s.group].across = append(byGroup[s.group].across, s)
	}
	for _, s := range down {
		byGroup[s.group].down = append(byGroup[s.group].down, s)
	}
	var out []table
	for _, g := range byGroup {
		if t, ok := lattice(g.across, g.down); ok {
			t.page = page
			out = append(out, t)
		} else if f, ok := frameOf(g.across, g.down); ok {
			frames = append(frames, f)
		}
	}
	slices.SortFunc(out, func(a, b table) int { return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.xs[0], b.xs[0])) })
	return stacked(apart(out)), frames
}

// groupRow is the greatest height of a row between two parts of a table, in points.
const groupRow = 32

// stacked joins the parts of a table that is open at its sides: a row across all of it, the
// title of a group of rows, meets no upright line.
func stacked(in []table) (out []table) {
	for _, t := range in {
		if n := len(out); n > 0 && out[n-1].goesOnBelow(&t) {
			out[n-1].stack(&t)
			continue
		}
		out = append(out, t)
	}
	return out
}

func (t *table) goesOnBelow(s *table) bool {
	gap := s.top - t.under
	if !t.open || !s.open || gap < shortest || gap > groupRow || len(t.xs) != len(s.xs) || t.rows+s.rows >= maxLatticeRows {
		return false
	}
	for i, x := range t.xs {
		if math.Abs(x-s.xs[i]) > near {
			return false
		}
	}
	return true
}

// stack puts s below t, with one row across between the two.
func (t *table) stack(s *table) {
	t.cells = append(t.cells, cell{row: t.rows, rowSpan: 1, colSpan: len(t.xs) - 1})
	for _, c := range s.cells {
		c.row += t.rows + 1
		t.cells = append(t.cells, c)
	}
	t.ys = append(t.ys, s.ys...)
	t.rows += 1 + s.rows
	t.under = s.under
}

// apart leaves out tables that lie within another one.
func apart(in []table) []table {
	var out []table
	for i := range in {
		inside := slices.ContainsFunc(in, func(t table) bool {
			return t.contains(&in[i]) && !in[i].contains(&t)
		})
		if !inside {
			out = append(out, in[i])
		}
	}
	return out
}

func (t *table) contains(s *table) bool {
	return t.xs[0]-near <= s.xs[0] && s.xs[len(s.xs)-1] <= t.xs[len(t.xs)-1]+near && t.top-near <= s.top && s.under <= t.under+near
}

// lattice makes a table of lines that meet. A line of cells that is open at the sides,
// with horizontal lines that reach beyond the vertical ones, is closed there.
func lattice(across, down []stroke) (t table, ok bool) {
	if len(across) < 2 || len(down) < 1 {
		return t, false
	}
	left, right := across[0].from, across[0].to
	for _, s := range across {
		left, right = min(left, s.from), max(right, s.to)
	}
	top, under := across[0].at, across[len(across)-1].at
	all := closed(down, left, right, top, under)
	t.open = len(all) == len(down)+2
	down = all
	t.xs, t.ys = places(down), places(across)
	rows, cols := len(t.ys)-1, len(t.xs)-1
	if rows < 1 || cols < 2 || rows*cols < 3 || rows > maxLatticeRows || cols > maxLatticeCols {
		return t, false
	}
	t.rows, t.top, t.under = rows, t.ys[0], t.ys[rows]
	t.cells = cells(&t, across, down)
	return t, len(t.cells) >= 3
}

// closed adds the sides that the table leaves open.
func closed(down []stroke, left, right, top, under float64) []stroke {
	const open = 12
	if down[0].at-left > open {
		down = append([]stroke{{at: left, from: top, to: under}}, down...)
	}
	if right-down[len(down)-1].at > open {
		down = append(down, stroke{at: right, from: top, to: under})
	}
	return down
}

// places are the distinct places of sorted strokes.
func places(in []stroke) (out []float64) {
	for _, s := range in {
		if len(out) == 0 || s.at-out[len(out)-1] > near {
			out = append(out, s.at)
		}
	}
	return out
}

// cells joins the fields of the grid between which no line stands. A group of them that is
// no rectangle is cut into its rows.
func cells(t *table, across, down []stroke) []cell {
	rows, cols := len(t.ys)-1, len(t.xs)-1
	wallRight := walls(t.xs, t.ys, down)   // [col][row]: a line stands at the left of field row, col
	wallBelow := walls(t.ys, t.xs, across) // [row][col]: a line stands above it
	owner := make([]int, rows*cols)
	for i := range owner {
		owner[i] = -1
	}
	var out []cell
	for r := range rows {
		for c := range cols {
			if owner[r*cols+c] >= 0 {
				continue
			}
			w := 1
			for c+w < cols && owner[r*cols+c+w] < 0 && !wallRight[c+w][r] {
				w++
			}
			h := 1
			for r+h < rows && open(owner, wallBelow[r+h], wallRight, r+h, c, w, cols) {
				h++
			}
			for y := r; y < r+h; y++ {
				for x := c; x < c+w; x++ {
					owner[y*cols+x] = len(out)
				}
			}
			out = append(out, cell{row: r, col: c, rowSpan: h, colSpan: w})
		}
	}
	return out
}

// open reports that the fields of row r, from column c over w columns, go on with those
// above them: no line above, none between them, and lines at their sides.
func open(owner []int, above []bool, wallRight [][]bool, r, c, w, cols int) bool {
	for x := c; x < c+w; x++ {
		if above[x] || owner[r*cols+x] >= 0 || x > c && wallRight[x][r] {
			return false
		}
	}
	return (c == 0 || wallRight[c][r]) && (c+w == cols || wallRight[c+w][r])
}

// walls tells for each place i of at and each stretch k between two of along whether a
// stroke at that place covers most of the stretch.
func walls(at, along []float64, strokes []stroke) [][]bool {
	out := make([][]bool, len(at))
	for i := range out {
		out[i] = make([]bool, len(along)-1)
	}
	for _, s := range strokes {
		i, _ := slices.BinarySearch(at, s.at-near)
		for ; i < len(at) && at[i] <= s.at+near; i++ {
			k, _ := slices.BinarySearch(along, s.from-near)
			for k = max(0, k-1); k+1 < len(along) && along[k] < s.to; k++ {
				cover := min(along[k+1], s.to) - max(along[k], s.from)
				if cover > 0.55*(along[k+1]-along[k]) {
					out[i][k] = true
				}
			}
		}
	}
	return out
}

// take puts the characters that stand in the table into its cells and returns the others.
func (t *table) take(glyphs []Glyph) (rest []Glyph) {
	cols := len(t.xs) - 1
	owner := make([]int, t.rows*cols)
	for i, c := range t.cells {
		for r := c.row; r < c.row+c.rowSpan; r++ {
			for k := c.col; k < c.col+c.colSpan; k++ {
				owner[r*cols+k] = i
			}
		}
	}
	inside := make([][]Glyph, len(t.cells))
	below := make([][]Glyph, cols)
	for _, g := range glyphs {
		c, r := between(t.xs, (g.X0+g.X1)/2), between(t.ys, g.middle())
		if c >= 0 && r < 0 && t.overflows(&g) {
			below[c] = append(below[c], g)
			continue
		}
		if c < 0 || r < 0 {
			rest = append(rest, g)
			continue
		}
		i := owner[r*cols+c]
		inside[i] = append(inside[i], g)
	}
	for i := range t.cells {
		t.cells[i].lines = lines(runs(inside[i], t.page))
	}
	return t.takeOverflow(below, owner, rest)
}

// between returns which stretch of sorted places v lies in, -1 for none.
func between(places []float64, v float64) int {
	i, _ := slices.BinarySearch(places, v)
	if i == 0 || i == len(places) {
		return -1
	}
	return i - 1
}
