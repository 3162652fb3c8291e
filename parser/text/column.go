package text

import "github.com/policyx/policyx/parser/block"

// profile is what the cells of each column look like, in rows that have all of them.
type profile [][classes]int

// misfit is what it would cost on average, times ten, to have column c hold k.
func (p profile) misfit(c int, k kind) int {
	sum, all := 0, 0
	for class, n := range p[c] {
		sum += misfit[k][class] * n
		all += n
	}
	if all == 0 {
		return 0
	}
	return sum * 10 / all
}

// findColumns finds how many columns the table has and what each holds, and puts the
// cells into them.
func (t *table) findColumns() bool {
	t.starts = make([]bool, len(t.cells))
	first, _ := kindOf(t.cells[0].word)
	counted := first == orderKind
	n, other := t.body, 0
	switch {
	case t.marked:
		n = t.markedColumns(counted)
	case counted:
		other = t.shortestRow()
	}
	cost := t.try(n, counted)
	if other > 0 && other != n && (cost == never || cost > 0) {
		with := *t
		if c := with.try(other, counted); c < never && (cost == never || 2*c < cost) {
			*t, cost = with, c
		}
	}
	return cost < never
}

// try lays the table out in n columns and returns how badly it fits, never where it
// cannot be done.
func (t *table) try(n int, counted bool) (cost int) {
	if n < 2 || n > headerCells || counted && !t.hasStart() || !t.setHeader(t.profile(n, counted)) {
		return never
	}
	t.places, cost = t.align()
	return cost
}

func (t *table) hasStart() bool {
	for _, s := range t.starts {
		if s {
			return true
		}
	}
	return false
}

// markedColumns is the number of cells that most rows have, of those that open with a
// number where the table has a 序号.
func (t *table) markedColumns(counted bool) int {
	tally := make([]int, headerCells+1)
	t.rows(t.body, func(i, end int) bool {
		if n := end - i; n <= headerCells && n > 1 && (!counted || t.cells[i].order > 0) {
			tally[n]++
			t.starts[i] = counted
		}
		return true
	})
	best := 0
	for n, rows := range tally {
		if rows > 0 && rows >= tally[best] {
			best = n
		}
	}
	if !counted {
		best = max(best, t.body)
	}
	return best
}

// shortestRow follows the numbers of the 序号 column, which alone show where rows begin,
// and returns the fewest cells between two of them; 0 where there is only one.
func (t *table) shortestRow() int {
	const reach = 400 // cells between two numbers
	at, shortest, stride := t.body, 0, t.body
	if t.cells[at].opens {
		at++
	}
	if at >= len(t.cells) || t.cells[at].order == 0 {
		return 0
	}
	t.starts[at] = true
	for {
		next := t.nextNumber(at, stride, reach)
		if next < 0 {
			break
		}
		n := next - at
		if t.cells[next-1].opens {
			n--
		}
		if shortest == 0 || n < shortest {
			shortest = n
		}
		at, stride = next, n
		t.starts[at] = true
	}
	return shortest
}

// nextNumber finds the cell that opens the row behind the one at cell i: the next
// number, a stride further if it stands there, else the first that is no value among
// values.
func (t *table) nextNumber(i, stride, reach int) int {
	want := t.cells[i].order + 1
	for _, n := range []int{stride, t.body, stride + 1, t.body + 1} {
		if j := i + n; j < len(t.cells) && t.opens(j, want) && (n == stride || n == t.body || t.cells[j-1].opens) {
			return j
		}
	}
	for j := i + 2; j < min(len(t.cells), i+reach); j++ {
		if t.opens(j, want) || t.cells[j-1].opens && t.opens(j, 1) {
			return j
		}
	}
	return -1
}

// opens reports that cell j can be the number want in the 序号 column: a cell of text
// follows it.
func (t *table) opens(j, want int) bool {
	if t.cells[j].order != want || j+1 >= len(t.cells) {
		return false
	}
	switch t.cells[j+1].class {
	case integerCell, valueCell, emptyCell, attributeCell:
		return false
	}
	return true
}

// profile looks at the rows of n cells.
func (t *table) profile(n int, counted bool) profile {
	p := make(profile, n)
	add := func(i, end int) bool {
		if end-i == n && (!counted || t.starts[i]) {
			for c := range n {
				p[c][t.cells[i+c].class]++
			}
		}
		return true
	}
	if t.marked {
		t.rows(t.body, add)
		return p
	}
	if !counted {
		for i := t.body; i+n <= len(t.cells); i += n {
			add(i, i+n)
		}
		return p
	}
	last := -1
	for i := t.body; i <= len(t.cells); i++ {
		if i < len(t.cells) && !t.starts[i] {
			continue
		}
		if last >= 0 {
			add(last, min(i, last+n))
		}
		last = i
	}
	return p
}

// span is the stretch that covers a and b.
func span(a, b block.Range) block.Range {
	return block.Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}
