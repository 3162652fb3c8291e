package text

// markRows sets ends on the last cell of each row, where the | that fill up rows show
// them: in a table that came from one with W columns, the cells of a row and the | behind
// them add up to W, whatever the row's cells span.
func (t *table) markRows() {
	fills, ended := 0, false
	for _, c := range t.cells {
		if c.fill > 0 {
			fills++
		}
		ended = ended || c.ends
	}
	if fills == 0 || ended {
		t.marked = ended
		return
	}
	best, bestFit := 0, 0
	for _, w := range t.widths() {
		if fit := t.fit(w); fit > bestFit {
			best, bestFit = w, fit
		}
	}
	t.marked = true
	if bestFit*5 < fills*4 {
		for i := range t.cells {
			t.cells[i].ends = t.cells[i].fill > 0
		}
		return
	}
	t.cutRows(best)
}

// widths are the numbers of columns worth trying: what the cells up to a filler and the
// filler add up to, most often, at least, and in the first row, and the words of the header.
func (t *table) widths() []int {
	sums := map[int]int{}
	count, first, least, most := 0, 0, 0, 0
	for _, c := range t.cells {
		if count++; c.fill == 0 {
			continue
		}
		w := count + c.fill
		count = 0
		if sums[w]++; first == 0 {
			first, least, most = w, w, w
		}
		least = min(least, w)
		if sums[w] > sums[most] {
			most = w
		}
	}
	return []int{most, first, least, t.headerWords()}
}

// headerWords is how many cells at the start are header words.
func (t *table) headerWords() int {
	for i, c := range t.cells {
		if _, known := kindOf(c.word); !known || i >= headerCells {
			return i
		}
	}
	return len(t.cells)
}

// fit is how many fillers end a row where rows have w columns.
func (t *table) fit(w int) (fit int) {
	if w < 2 {
		return 0
	}
	count := 0
	for _, c := range t.cells {
		if count++; c.fill > 0 && count+c.fill == w {
			fit++
		}
		if count += c.fill; count >= w {
			count = 0
		}
	}
	return fit
}

// cutRows ends a row whenever w columns are full. A filler inside a row stands for empty cells.
func (t *table) cutRows(w int) {
	cells := make([]cell, 0, len(t.cells))
	count := 0
	for _, c := range t.cells {
		cells = append(cells, c)
		count += 1 + c.fill
		last := &cells[len(cells)-1]
		switch {
		case count >= w:
			last.ends, count = true, 0
		case c.fill > 0:
			for range min(c.fill, headerCells) {
				empty := cell{number: c.number}
				empty.Start, empty.End = c.End, c.End
				cells = append(cells, empty)
			}
		}
	}
	t.cells = cells
}

// rows calls f for each row that markRows found from cell i on, until f returns false.
func (t *table) rows(i int, f func(first, end int) bool) {
	for first := i; i < len(t.cells); i++ {
		if t.cells[i].ends || i+1 == len(t.cells) {
			if !f(first, i+1) {
				return
			}
			first = i + 1
		}
	}
}
