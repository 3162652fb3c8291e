package word

import "slices"

// MaxNested bounds tables within tables.
const MaxNested = 10

// Body builds a story whose tables come as paragraphs that know how deep they stand: cells end
// with a mark, rows with what defines their cells. The zero value is an empty story.
type Body struct {
	Builder
	tables []*rows // open ones, outermost first
}

// Shape is how a row defines a cell: from where to where, in twentieths of a point, and what it
// merges with.
type Shape struct {
	Left, Right int
	Merge       Merge
}

// rows is a table being read. Its cells are known row by row, its columns only when all rows are.
type rows struct {
	rows   []Row
	shapes [][]Shape // by row
	cells  []Cell    // of the open row
	cell   Builder   // the open cell
}

// Current is the builder of what text now belongs to: the innermost open cell, or the story.
func (b *Body) Current() *Builder {
	if n := len(b.tables); n > 0 {
		return &b.tables[n-1].cell
	}
	return &b.Builder
}

// Open makes the number of open tables depth, at most [MaxNested], and returns how many it opened.
func (b *Body) Open(depth int) (opened int) {
	depth = min(max(depth, 0), MaxNested)
	b.closeTables(depth)
	for len(b.tables) < depth {
		b.Current().End()
		b.tables = append(b.tables, &rows{})
		opened++
	}
	return opened
}

// Close ends the tables and the paragraph that are open.
func (b *Body) Close() {
	b.closeTables(0)
	b.End()
}

// closeTables ends the tables within depth others.
func (b *Body) closeTables(depth int) {
	for len(b.tables) > depth {
		b.EndRow(nil)
		t := b.tables[len(b.tables)-1]
		b.tables = b.tables[:len(b.tables)-1]
		if done := t.finish(); len(done) > 0 {
			c := b.Current()
			c.End()
			c.Items = append(c.Items, Item{Table: &Table{Rows: done}})
		}
	}
}

// EndCell ends the cell of the innermost table.
func (b *Body) EndCell() {
	if len(b.tables) == 0 {
		return
	}
	t := b.tables[len(b.tables)-1]
	t.cell.End()
	t.cells = append(t.cells, Cell{Story: t.cell.Story, Span: 1})
	t.cell = Builder{}
}

// EndRow ends the row of the innermost table, whose cells have such shapes. Text behind the last
// mark of a cell is one more cell.
func (b *Body) EndRow(shapes []Shape) {
	if len(b.tables) == 0 {
		return
	}
	t := b.tables[len(b.tables)-1]
	if t.cell.End(); len(t.cell.Items) > 0 {
		b.EndCell()
	}
	if len(t.cells) > 0 {
		t.rows = append(t.rows, Row{Cells: t.cells})
		t.shapes = append(t.shapes, shapes)
	}
	t.cells = nil
}

// Distances of edges, in twentieths of a point.
const (
	sameEdge = 60  // edges this near to each other are one
	sameLeft = 400 // rows that begin this near to the table's left edge begin at it
)

// finish gives the cells the columns that they cover, where every row says where its
// cells stand.
func (t *rows) finish() []Row {
	var edges []int
	for i, row := range t.rows {
		if len(t.shapes[i]) != len(row.Cells) {
			return t.rows
		}
		for _, s := range t.shapes[i] {
			edges = append(edges, s.Left, s.Right)
		}
	}
	edges = distinct(edges)
	for i := range t.rows {
		row := &t.rows[i]
		for k, s := range t.shapes[i] {
			left, right := column(edges, s.Left), column(edges, s.Right)
			if k == 0 {
				if s.Left-edges[0] <= sameLeft {
					left = 0
				}
				row.Skip = left
			}
			row.Cells[k].Span = max(right-left, 1)
			row.Cells[k].Merge = s.Merge
		}
	}
	return t.rows
}

// distinct sorts edges and keeps the first of those that are one.
func distinct(edges []int) []int {
	slices.Sort(edges)
	out := edges[:0]
	for _, e := range edges {
		if n := len(out); n == 0 || e-out[n-1] > sameEdge {
			out = append(out, e)
		}
	}
	return out
}

// column is the number of the edge that a place belongs to.
func column(edges []int, at int) int {
	i, found := slices.BinarySearch(edges, at)
	if found {
		return i
	}
	return max(i-1, 0)
}
