package text

// findHeader finds where the header ends and the first row begins: before the first
// number of a 序号 column, before the first section, or where header words end.
func (t *table) findHeader() bool {
	limit := min(len(t.cells), headerCells)
	known := 0
	for t.body = 0; t.body < limit; t.body++ {
		c := &t.cells[t.body]
		if t.body > 0 && (c.order > 0 && !hasYear(c.word) || c.opens) {
			break
		}
		if _, ok := kindOf(c.word); ok {
			known++
		} else if t.marked && t.rowStart(t.body) && t.body > 0 && !t.allKnown(t.body) {
			break
		} else if !t.marked && !t.numbersFollow(t.body) {
			break
		}
	}
	if t.body == limit || t.body < 2 || t.marked && !t.rowStart(t.body) {
		return false
	}
	return known >= 2 && known*2 >= t.body
}

// rowStart reports that cell i is the first of a marked row.
func (t *table) rowStart(i int) bool { return i == 0 || t.cells[i-1].ends }

// allKnown reports that the marked row from cell i on holds header words alone.
func (t *table) allKnown(i int) bool {
	for ; i < len(t.cells); i++ {
		if _, known := kindOf(t.cells[i].word); !known {
			return false
		}
		if t.cells[i].ends {
			return true
		}
	}
	return false
}

// numbersFollow reports that some cells further a 序号 column starts.
func (t *table) numbersFollow(i int) bool {
	if k, _ := kindOf(t.cells[0].word); k != orderKind {
		return false
	}
	for j := i; j < min(len(t.cells), headerCells); j++ {
		if o := t.cells[j].order; o > 0 && j > 0 {
			return letters(t.cells[i].word) <= headerLength
		}
	}
	return false
}

// setHeader takes the cells of the header as one row that spreads over the columns, or
// as two where it has more cells than there are columns.
func (t *table) setHeader(p profile) bool {
	n := t.body
	var rows []headerRow
	cut := n
	if t.marked {
		cut = 0
		for !t.cells[cut].ends {
			cut++
		}
		cut++
	}
	switch {
	case cut < n:
		rows = t.twoRows(cut, p)
	case n > len(p):
		rows = t.anyTwoRows(p)
	}
	if rows == nil && n <= len(p) {
		rows = []headerRow{t.spread(p)}
	}
	if rows == nil {
		return false
	}
	t.header = rows
	t.columns = make([]kind, len(p))
	for _, row := range rows {
		for i, at := range row.at {
			if row.leaf[i] {
				k, _ := kindOf(t.cells[row.first+i].word)
				for c := at; c < at+row.spans[i]; c++ {
					t.columns[c] = k
				}
			}
		}
	}
	return true
}

// spread lays the n cells of a header over the columns, each over one or several, at the
// least cost: 工作任务 over its number of columns of text, rather than 牵头单位.
func (t *table) spread(p profile) headerRow {
	n, m := t.body, len(p)
	const never = 1 << 30
	cost := make([][]int, n+1) // cost[i][j]: the first i cells over the first j columns
	from := make([][]int, n+1)
	for i := range cost {
		cost[i], from[i] = make([]int, m+1), make([]int, m+1)
		for j := range cost[i] {
			cost[i][j] = never
		}
	}
	cost[0][0] = 0
	for i := range n {
		k, _ := kindOf(t.cells[i].word)
		for j := range m {
			if cost[i][j] == never {
				continue
			}
			sum := cost[i][j]
			for end := j + 1; end <= m-(n-i-1); end++ {
				sum += p.misfit(end-1, k)
				if end > j+1 {
					sum += widening[k]
				}
				if sum < cost[i+1][end] {
					cost[i+1][end], from[i+1][end] = sum, j
				}
			}
		}
	}
	row := headerRow{spans: make([]int, n), at: make([]int, n), leaf: make([]bool, n)}
	for i, j := n, m; i > 0; i-- {
		row.at[i-1], row.spans[i-1], row.leaf[i-1] = from[i][j], j-from[i][j], true
		j = from[i][j]
	}
	return row
}

// widening is what it costs a header to take one more column.
var widening = [kinds]int{anyKind: 15, orderKind: 80, textKind: 5, partyKind: 30, timeKind: 30, valueKind: 20, attributeKind: 60, unitKind: 60}

// anyTwoRows tries every cut of the header into two rows.
func (t *table) anyTwoRows(p profile) (best []headerRow) {
	least := 1 << 30
	for cut := 1; cut < t.body; cut++ {
		if rows, cost := t.group(cut, p); rows != nil && cost < least {
			best, least = rows, cost
		}
	}
	return best
}

func (t *table) twoRows(cut int, p profile) []headerRow {
	rows, _ := t.group(cut, p)
	return rows
}

const groupCells = 24 // cells of a header of two rows at most

// group takes the cells up to cut as the upper row of a header, the others as its lower
// row: some upper cells (目标值) stand over several lower ones (2023年 2024年), the others
// over a column of their own. It returns the cheapest such arrangement.
func (t *table) group(cut int, p profile) ([]headerRow, int) {
	upper, lower := cut, t.body-cut
	parents := t.body - len(p)
	if t.body > groupCells || parents < 1 || parents > upper || parents > lower {
		return nil, 0
	}
	type state struct{ i, j, g int } // upper cells, lower cells, parents used
	type step struct{ cost, took int }
	seen := map[state]step{}
	var walk func(s state) int
	walk = func(s state) int {
		const never = 1 << 29
		if s.i == upper {
			if s.j == lower && s.g == parents {
				return 0
			}
			return never
		}
		if done, ok := seen[s]; ok {
			return done.cost
		}
		column := s.i - s.g + s.j
		best := step{cost: never}
		if column < len(p) {
			k, _ := kindOf(t.cells[s.i].word)
			best.cost = p.misfit(column, k) + walk(state{s.i + 1, s.j, s.g})
		}
		if s.g < parents {
			sum := 0
			for m := 1; s.j+m <= lower && column+m <= len(p); m++ {
				k, _ := kindOf(t.cells[cut+s.j+m-1].word)
				sum += p.misfit(column+m-1, k)
				extra := 0
				if m == 1 {
					extra = 10
				}
				if c := sum + extra + walk(state{s.i + 1, s.j + m, s.g + 1}); c < best.cost {
					best = step{c, m}
				}
			}
		}
		seen[s] = best
		return best.cost
	}
	cost := walk(state{})
	if cost >= 1<<29 {
		return nil, 0
	}
	rows := []headerRow{{}, {first: cut}}
	for s := (state{}); s.i < upper; s.i++ {
		took := seen[s].took
		column := s.i - s.g + s.j
		rows[0].at = append(rows[0].at, column)
		rows[0].spans = append(rows[0].spans, max(took, 1))
		rows[0].leaf = append(rows[0].leaf, took == 0)
		for m := range took {
			rows[1].at = append(rows[1].at, column+m)
			rows[1].spans = append(rows[1].spans, 1)
			rows[1].leaf = append(rows[1].leaf, true)
		}
		if took > 0 {
			s.j, s.g = s.j+took, s.g+1
		}
	}
	return rows, cost
}
