package doc

import (
	"slices"

	"github.com/policyx/policyx/parser/word"
)

// cellShape is how a row defines a cell: from where to where, in twentieths of a point,
// and what it merges with.
type cellShape struct {
	left, right int
	merge       word.Merge
}

// table is a table being read. Its cells are known row by row, its columns only when
// all rows are.
type table struct {
	rows   []word.Row
	shapes [][]cellShape // by row
	cells  []word.Cell   // of the open row
	cell   word.Builder  // the open cell
}

// current is the story that text now belongs to.
func (w *walker) current() *word.Builder {
	if n := len(w.tables); n > 0 {
		return &w.tables[n-1].cell
	}
	return w.story
}

// openTables makes the number of open tables depth.
func (w *walker) openTables(depth int) {
	w.closeTables(depth)
	for len(w.tables) < depth {
		w.current().End()
		w.tables = append(w.tables, &table{})
	}
}

// closeTables ends the tables within depth others.
func (w *walker) closeTables(depth int) {
	for len(w.tables) > depth {
		t := w.tables[len(w.tables)-1]
		if t.cell.End(); len(t.cell.Items) > 0 {
			w.endCell()
		}
		if len(t.cells) > 0 {
			w.endRow(paragraph{})
		}
		w.tables = w.tables[:len(w.tables)-1]
		if rows := t.finish(); len(rows) > 0 {
			b := w.current()
			b.End()
			b.Items = append(b.Items, word.Item{Table: &word.Table{Rows: rows}})
		}
	}
}

func (w *walker) endCell() {
	if len(w.tables) == 0 {
		return
	}
	t := w.tables[len(w.tables)-1]
	t.cell.End()
	t.cells = append(t.cells, word.Cell{Story: t.cell.Story, Span: 1})
	t.cell = word.Builder{}
}

func (w *walker) endRow(p paragraph) {
	if len(w.tables) == 0 {
		return
	}
	t := w.tables[len(w.tables)-1]
	if len(t.cells) > 0 {
		t.rows = append(t.rows, word.Row{Cells: t.cells})
		t.shapes = append(t.shapes, p.cells)
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
func (t *table) finish() []word.Row {
	var edges []int
	for i, row := range t.rows {
		if len(t.shapes[i]) != len(row.Cells) {
			return t.rows
		}
		for _, s := range t.shapes[i] {
			edges = append(edges, s.left, s.right)
		}
	}
	edges = distinct(edges)
	for i := range t.rows {
		row := &t.rows[i]
		for k, s := range t.shapes[i] {
			left, right := column(edges, s.left), column(edges, s.right)
			if k == 0 {
				if s.left-edges[0] <= sameLeft {
					left = 0
				}
				row.Skip = left
			}
			row.Cells[k].Span = max(right-left, 1)
			row.Cells[k].Merge = s.merge
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

const (
	cellSize  = 20 // of a cell's record
	mostCells = 64
)

// readCells reads the cells that a row defines: their edges, then a record each
// ([MS-DOC] 2.9.324).
func readCells(operand []byte) []cellShape {
	if len(operand) < 3 {
		return nil
	}
	n := int(operand[2])
	b := operand[3:]
	if n > mostCells || len(b) < 2*(n+1) {
		return nil
	}
	cells := make([]cellShape, n)
	for i := range cells {
		c := &cells[i]
		c.left, c.right = int(int16(u16(b, 2*i))), int(int16(u16(b, 2*i+2)))
		record := 2*(n+1) + cellSize*i
		if record+2 > len(b) {
			continue
		}
		flags := u16(b, record)
		c.merge = down(flags >> 5 & 3)
		if flags&3 == 2 {
			c.merge = word.GoesLeft
		}
	}
	return cells
}

// down is what a cell's flag says of the one above it.
func down(flag int) word.Merge {
	switch flag {
	case 1:
		return word.GoesOn
	case 2, 3:
		return word.Starts
	}
	return word.Apart
}

func setDown(cells []cellShape, operand []byte) {
	if len(operand) >= 3 && int(operand[1]) < len(cells) {
		cells[operand[1]].merge = down(int(operand[2] & 3))
	}
}

func setAcross(cells []cellShape, operand []byte) {
	for i := int(operand[0]) + 1; i < int(operand[1]) && i < len(cells); i++ {
		cells[i].merge = word.GoesLeft
	}
}
