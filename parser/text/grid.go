package text

import "github.com/policyx/policyx/parser/block"

// oddRow is a row whose cells did not fit: the first and last of its cells.
type oddRow struct{ first, last int }

// rowCells are the cells of one row by column; -1 where none stands.
type rowCells struct {
	at      []int // index into spots
	section bool
	first   int // leftmost column that has a cell
	cost    int
	cells   [2]int // first and last cell
}

// spot is a cell of the grid in the making.
type spot struct {
	block.Range
	rowSpan, colSpan int
}

// grid builds the table with its spans. odd are the rows that fitted badly.
func (t *table) grid() (g *block.Grid, odd []oddRow, clipped bool) {
	var spots []spot
	rows := t.bodyRows(&spots)
	owner := make([]int, len(t.columns)) // the spot that covers each column of the row above
	var b block.GridBuilder
	header := t.headerSpots(owner, &spots)
	t.spanRows(rows, spots, owner)
	emit := func(at []int) {
		b.Row()
		for c := 0; c < len(at); c++ {
			if at[c] >= 0 {
				s := spots[at[c]]
				b.Cell(s.Range, s.rowSpan, s.colSpan)
				c += s.colSpan - 1
			}
		}
	}
	for _, row := range header {
		emit(row)
	}
	for _, row := range rows {
		emit(row.at)
		if row.cost >= oddCost {
			odd = append(odd, oddRow{row.cells[0], row.cells[1]})
		}
	}
	g, clipped = b.Grid()
	return g, odd, clipped
}

const oddCost = 9 // from here on a row is reported

// headerSpots makes the cells of the header.
func (t *table) headerSpots(owner []int, spots *[]spot) (rows [][]int) {
	for r, row := range t.header {
		at := make([]int, len(t.columns))
		for c := range at {
			at[c] = -1
		}
		for i, col := range row.at {
			s := spot{t.cells[row.first+i].Range, 1, row.spans[i]}
			if r == 0 && row.leaf[i] {
				s.rowSpan = len(t.header)
			}
			at[col] = len(*spots)
			*spots = append(*spots, s)
		}
		rows = append(rows, at)
	}
	for c := range owner {
		owner[c] = -1
	}
	return rows
}

// bodyRows makes rows of the aligned cells.
func (t *table) bodyRows(spots *[]spot) (rows []rowCells) {
	n := len(t.columns)
	for i, p := range t.places {
		cell := &t.cells[t.body+i]
		if p.move == moveRow {
			rows = append(rows, rowCells{at: make([]int, n), section: p.column == n, first: p.column, cells: [2]int{t.body + i, t.body + i}})
			at := rows[len(rows)-1].at
			for c := range at {
				at[c] = -1
			}
		}
		row := &rows[len(rows)-1]
		row.cost = max(row.cost, p.cost)
		row.cells[1] = t.body + i
		switch {
		case p.move == moveInto:
			last := &(*spots)[len(*spots)-1]
			if cell.Len() > 0 {
				last.Range = span(last.Range, cell.Range)
			}
			continue
		case p.column == n:
			row.at[0], row.first = len(*spots), 0
			*spots = append(*spots, spot{cell.Range, 1, n})
			continue
		}
		row.at[p.column] = len(*spots)
		*spots = append(*spots, spot{cell.Range, 1, 1})
	}
	return rows
}

// spanRows lets cells reach down over the columns that the rows below leave to them.
func (t *table) spanRows(rows []rowCells, spots []spot, owner []int) {
	for r := range rows {
		row := &rows[r]
		if row.section {
			for c := range owner {
				owner[c] = -1
			}
			continue
		}
		for c := range row.at {
			empty := row.at[c] >= 0 && spots[row.at[c]].Len() == 0
			switch {
			case row.at[c] >= 0 && !(empty && t.spansEmpty(row, spots, c)):
				owner[c] = row.at[c]
			case owner[c] >= 0 && t.reachesDown(row, c):
				spots[owner[c]].rowSpan++
				row.at[c] = -1
			default:
				owner[c] = -1
			}
		}
	}
}

// reachesDown reports that the cell above reaches into the row at column c: it begins
// further right, or each of its cells has a | and this one has none.
func (t *table) reachesDown(row *rowCells, c int) bool {
	return c < row.first || t.barred && row.first > 0
}

// spansEmpty reports an empty cell that continues the one above: no number and no task
// of its own stands at the start of the row.
func (t *table) spansEmpty(row *rowCells, spots []spot, c int) bool {
	if !t.counted() {
		return false
	}
	for left := range c + 1 {
		if row.at[left] >= 0 && spots[row.at[left]].Len() > 0 {
			return false
		}
		if k := t.columns[left]; k != orderKind && k != textKind {
			return false
		}
	}
	return true
}
