package text

// What it costs to put cells into columns otherwise than one behind the other.
const (
	costSpanned   = 2  // a row that begins below cells of the row above
	costWrongSpan = 8  // the same where there is no row above, or no such column
	costEmpty     = 3  // a column without cell where empty cells are not written
	costMissing   = 6  // the same where every cell has its |
	costBroken    = 3  // two lines as one cell where the end of a cell is not marked
	costMerged    = 12 // two cells as one
	costNumber    = 12 // a number of the 序号 in another column, or none in it
	costSection   = 14 // a row of one cell that does not look like a section
	never         = 1 << 28
)

// how a cell follows the one before it.
type move int8

const (
	moveRow  move = iota // it opens a row
	moveOn               // it stands right of it
	moveInto             // it is one cell with it
)

// place is where a cell stands.
type place struct {
	column int // len(columns): a section over all of them
	move   move
	cost   int // what it adds: how badly it fits
}

type step struct {
	from int8
	move move
	cost int32
}

// align puts the cells of the body into columns, in their order, at the least cost: a
// cell goes to the right of the one before it, or opens the next row, whose first
// columns may be spanned from above. What the cells look like decides. cost is the sum.
func (t *table) align() (places []place, cost int) {
	n := len(t.columns)
	cells := t.cells[t.body:]
	steps := make([]step, len(cells)*(n+1))
	now, prev := make([]int, n+1), make([]int, n+1)
	for i := range cells {
		at := steps[i*(n+1) : (i+1)*(n+1)]
		t.stepInto(i, prev, now, at)
		prev, now = now, prev
	}
	places = make([]place, len(cells))
	best := 0
	for c := range prev {
		if prev[c]+t.tail(c) < prev[best]+t.tail(best) {
			best = c
		}
	}
	cost = min(prev[best]+t.tail(best), never-1)
	for i := len(cells) - 1; i >= 0; i-- {
		s := steps[i*(n+1)+best]
		places[i] = place{best, s.move, int(s.cost)}
		best = int(s.from)
	}
	return places, cost
}

// stepInto computes for cell i of the body the least cost of each column it may stand in.
func (t *table) stepInto(i int, prev, now []int, at []step) {
	n := len(t.columns)
	c := t.body + i
	broken := i == 0 || t.starts[c] || t.marked && t.cells[c-1].ends
	kept := t.marked && i > 0 && !t.cells[c-1].ends
	row, rowFrom := 0, 0 // the cheapest way to have closed a row that cells may span from
	section, hasSection := never, false
	if i > 0 {
		row = never
		for col := range n {
			if cost := prev[col] + t.tail(col); cost < row {
				row, rowFrom = cost, col
			}
		}
		section, hasSection = prev[n], true
	}
	on, onFrom := never, 0 // the cheapest way to the left of col, skipped columns included
	for col := 0; col <= n; col++ {
		fit := t.cellMisfit(c, col)
		best := step{cost: never}
		total := never
		try := func(before, add int, from int, m move) {
			if cost := before + add + fit; cost < total {
				total, best = cost, step{int8(from), m, int32(add + fit)}
			}
		}
		if !kept {
			lead := t.lead(col)
			if i == 0 && col > 0 && col < n {
				lead += costWrongSpan
			}
			try(row, lead, rowFrom, moveRow)
			if hasSection {
				if col > 0 && col < n {
					lead += costWrongSpan
				}
				try(section, lead, n, moveRow)
			}
		}
		if !broken {
			if col < n {
				try(on, 0, onFrom, moveOn)
			}
			try(prev[col], t.mergeCost(c)-fit/2, col, moveInto)
		}
		if i > 0 && col < n {
			if on += t.skip(); prev[col] <= on {
				on, onFrom = prev[col], col
			}
		}
		now[col], at[col] = min(total, never), best
	}
}

// cellMisfit is what it costs to have cell c in column col.
func (t *table) cellMisfit(c, col int) int {
	cell := &t.cells[c]
	switch {
	case col == len(t.columns):
		if cell.opens && !t.starts[c] {
			return 0
		}
		return costSection
	case t.starts[c] && col != 0:
		return costNumber
	case col == 0 && t.counted() && !t.starts[c] && cell.class != emptyCell:
		return costNumber
	}
	cost := misfit[t.columns[col]][cell.class]
	if cell.opens {
		cost += 3
	}
	return cost
}

// lead is what it costs to open a row at column col.
func (t *table) lead(col int) int {
	if col == 0 || col == len(t.columns) {
		return 0
	}
	cost := costSpanned
	for c := range col {
		if k := t.columns[c]; k != orderKind && k != textKind && k != anyKind {
			cost += costEmpty
		}
	}
	return cost
}

// tail is what it costs to close a row behind column col.
func (t *table) tail(col int) int {
	if col == len(t.columns) {
		return 0
	}
	return (len(t.columns) - 1 - col) * t.skip()
}

func (t *table) skip() int {
	if t.barred {
		return costMissing
	}
	return costEmpty
}

// mergeCost is what it costs to take cell c into the one before it.
func (t *table) mergeCost(c int) int {
	switch {
	case t.cells[c].class == emptyCell:
		return 1
	case t.barred:
		return costMerged
	}
	return costBroken
}
