package text

// Bounds of a table without any |.
const (
	bareCells = 128 // cells between two numbers of its 序号 column, and looked at at first
	bareLeast = 8   // cells of a table
)

// bareTable reads a table that stands one cell a line without any |, from line i on, and
// returns the line behind it: i where none starts there. It takes one only where it is
// sure: header words from 序号 on, then rows that are numbered.
func (r *reader) bareTable(i int) int {
	if !r.bareHeader(i) {
		return i
	}
	for most := 2 * bareCells; ; most *= 2 {
		t := &table{cells: r.bareCells(i, most)}
		all := len(t.cells)
		if !t.findNumbers() {
			return i
		}
		end := t.bareEnd()
		if end+bareCells >= len(t.cells) && all == most {
			continue // the table may go on behind the cells looked at
		}
		if t.cells = t.cells[:end]; end < bareLeast || !t.findColumns() {
			return i
		}
		t.at = extent(t.cells)
		r.add(t)
		last := t.cells[end-1].Start
		for i < len(r.lines) && r.lines[i].Start <= last {
			i++
		}
		return i
	}
}

// bareHeader reports that header words stand on the lines from i on, 序号 first, and a
// number behind them.
func (r *reader) bareHeader(i int) bool {
	words := 0
	for ; i < len(r.lines) && words < headerCells; i++ {
		l := &r.lines[i]
		if l.bars > 0 || l.Len() > 2*headerLength {
			return false
		}
		word := plain(r.text, l.Range)
		if orderOf(word) > 0 {
			return words >= 3
		}
		if k, known := kindOf(word); !known || (k == orderKind) != (words == 0) {
			return false
		}
		words++
	}
	return false
}

// findNumbers finds the header and the numbers of the 序号 column.
func (t *table) findNumbers() bool {
	if len(t.cells) < bareLeast || !t.findHeader() {
		return false
	}
	if t.dropRepeats(); t.body == len(t.cells) {
		return false
	}
	t.starts = make([]bool, len(t.cells))
	t.shortestRow()
	return t.hasStart()
}

// bareCells takes lines as cells, most at most, as long as they may be ones.
func (r *reader) bareCells(i, most int) (cells []cell) {
	if r.bare == nil {
		r.bare = map[int]cell{}
	}
	for j := i; j < len(r.lines) && len(cells) < most; j++ {
		l := &r.lines[j]
		if l.bars > 0 || j > i && r.restarts(cells, j) {
			break
		}
		if l.pageNumber {
			continue
		}
		c, ok := r.bare[j]
		if !ok {
			c = r.newCell(l.Range, l.number)
			r.bare[j] = c
		}
		cells = append(cells, c)
	}
	return cells
}

// bareEnd is the cell behind the last row: that row is as long as the longest before it
// at most, and no heading belongs to it.
func (t *table) bareEnd() int {
	last, longest := t.body, 0
	for i := t.body + 1; i < len(t.cells); i++ {
		if t.starts[i] {
			if t.starts[last] {
				longest = max(longest, i-last)
			}
			last = i
		}
	}
	if longest == 0 {
		longest = len(t.columns)
	}
	end := last + 1
	for ; end < min(len(t.cells), last+longest); end++ {
		if t.cells[end].opens {
			break
		}
	}
	return end
}
