package text

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// rowTable reads a table that stands one row a line, with | or TAB between the cells,
// from line i on and returns the line behind it: i where none starts there.
func (r *reader) rowTable(i int) int {
	l := &r.lines[i]
	switch {
	case l.bars > l.tail:
		return r.rowsOf(i, (*line).row, (*reader).barCells, r.barTable)
	case l.tabs > 0 && l.bars == 0:
		return r.rowsOf(i, (*line).tabRow, (*reader).tabCells, tabTable)
	}
	return i
}

// row reports a line with | between cells.
func (l *line) row() bool { return l.bars > l.tail && l.Len() > 0 }

func (l *line) tabRow() bool { return l.tabs > 0 && l.bars == 0 && !l.pageNumber }

// rowsOf reads the lines from i on that are rows. sure decides from them whether they
// are a table; lines that are none become paragraphs.
func (r *reader) rowsOf(i int, isRow func(*line) bool, cellsOf func(*reader, *line) []cell, sure func([][]cell, bool) bool) int {
	var rows [][]cell
	ruled := false
	next := i
	for count := 0; next < len(r.lines) && count < flatCells; next++ {
		l := &r.lines[next]
		if l.pageNumber && next > i {
			continue
		}
		if !isRow(l) {
			break
		}
		if r.rule(l) {
			ruled = true
			continue
		}
		row := cellsOf(r, l)
		if end := r.brokenRow(next, rows); end > next {
			row = cellsOf(r, &line{Range: block.Range{Start: l.Start, End: r.lines[end].End}, to: r.lines[end].to, number: l.number})
			next = end
		}
		rows = append(rows, row)
		count += len(row)
	}
	if len(rows) > 0 && widest(rows) <= block.MaxColumns && sure(rows, ruled) {
		r.addRows(rows)
		return next
	}
	for at := i; at < next; at++ {
		if l := &r.lines[at]; !l.pageNumber && l.Len() > 0 && !r.rule(l) {
			r.blocks = append(r.blocks, block.Block{Range: l.Range})
		}
	}
	return next
}

// brokenRow returns the line that ends the row on line i where a line break inside a cell
// cut it: rows end with a |, this one does not, and with the lines that follow it has as
// many cells as the first. It returns i where the row is whole.
func (r *reader) brokenRow(i int, rows [][]cell) int {
	const most = 12 // lines of a row
	l := &r.lines[i]
	if len(rows) == 0 || l.bars == 0 || l.tail > 0 {
		return i
	}
	want, have := len(rows[0]), l.bars
	if isBar(r.text[l.Start]) {
		have--
	}
	for j := i + 1; j < min(len(r.lines), i+most); j++ {
		next := &r.lines[j]
		if next.gap || next.pageNumber {
			break
		}
		if have += next.bars; next.tail > 0 && have == want {
			return j
		}
		if have >= want {
			break
		}
	}
	return i
}

// rule reports a line that only draws: |---|:--:|, ├──┼──┤.
func (r *reader) rule(l *line) bool {
	dashes := 0
	for _, c := range r.text[l.Start:l.End] {
		switch {
		case c >= 0x2500 && c <= 0x257F || c == '-' || c == '=':
			dashes++
		case isBar(c) || c == ':' || c == '+' || isSpace(c):
		default:
			return false
		}
	}
	return dashes > 0
}

// barCells cuts a line at its |. One at the start and one at the end are its frame.
func (r *reader) barCells(l *line) (cells []cell) {
	end := l.to
	for end > l.End && isSpace(r.text[end-1]) {
		end--
	}
	at := l.Start
	if isBar(r.text[at]) {
		at++
	}
	for j := at; j < end; j++ {
		if isBar(r.text[j]) {
			cells = append(cells, r.cellAt(at, j, l))
			at = j + 1
		}
	}
	if at < end {
		cells = append(cells, r.cellAt(at, end, l))
	}
	return cells
}

// tabCells cuts a line at its TABs, those before and behind the text too.
func (r *reader) tabCells(l *line) (cells []cell) {
	at := l.from
	for j := at; j < l.to; j++ {
		if r.text[j] == '\t' {
			cells = append(cells, r.cellAt(at, j, l))
			at = j + 1
		}
	}
	return append(cells, r.cellAt(at, l.to, l))
}

// cellAt is the cell between two marks; an empty one keeps its place within the line.
func (r *reader) cellAt(start, end int, l *line) cell {
	at := trim(r.text, block.Range{Start: start, End: end})
	if at.Len() == 0 {
		at.Start = min(max(at.Start, l.Start), l.End)
		at.End = at.Start
	}
	return r.newCell(at, l.number)
}

// barTable reports whether rows with | are a table: ruled as in Markdown, or alike, or
// the head of a page. A line of links (首页 | 概况 | 联系我们) is none.
func (r *reader) barTable(rows [][]cell, ruled bool) bool {
	fields, alike := false, 0
	n := usualLength(rows)
	for _, row := range rows {
		if isTrail(row) {
			return false
		}
		fields = fields || isField(row)
		if len(row) == n {
			alike++
		}
	}
	return n > 1 && (ruled || fields || len(rows) > 1 && alike*2 > len(rows))
}

// tabTable reports whether rows with TABs are a table: several, nearly all alike, and
// not the fields of a page head (发文机关：TAB …).
func tabTable(rows [][]cell, _ bool) bool {
	n := usualLength(rows)
	fit, full := 0, 0
	for _, row := range rows {
		if last := row[0].word; strings.HasSuffix(last, ":") {
			return false
		}
		if len(row) <= n {
			fit++
		}
		if len(row) == n && row[0].Len() > 0 && row[n-1].Len() > 0 {
			full++
		}
	}
	return fit == len(rows) && full >= 2 && (n > 2 || n == 2 && full > 2)
}

// usualLength is the number of cells that most rows have.
func usualLength(rows [][]cell) (best int) {
	tally := map[int]int{}
	for _, row := range rows {
		n := len(row)
		if tally[n]++; tally[n] > tally[best] || tally[n] == tally[best] && n > best {
			best = n
		}
	}
	return best
}

func widest(rows [][]cell) (n int) {
	for _, row := range rows {
		n = max(n, len(row))
	}
	return n
}

// isTrail reports a row of links.
func isTrail(row []cell) bool {
	for _, c := range row {
		if lexicon.Trails().Has(strings.Trim(c.word, ":> ")) || strings.HasPrefix(c.word, "[首页]") {
			return true
		}
	}
	return false
}

// isField reports a row of a page head: a label, then its value.
func isField(row []cell) bool {
	label := strings.TrimRight(row[0].word, ":")
	if len(row) < 2 || letters(label) > 8 {
		return false
	}
	return lexicon.FieldEnds().Ends(label) && row[1].class != emptyCell
}

// addRows makes a grid of rows. Where the header is known, short rows are put below the
// cells that reach down into them, as in a table with one cell a line.
func (r *reader) addRows(rows [][]cell) {
	var cells []cell
	for _, row := range rows {
		cells = append(cells, row...)
		cells[len(cells)-1].ends = true
	}
	n := widest(rows)
	if t := layOut(cells, true); t != nil && len(t.columns) == n {
		r.add(t)
		return
	}
	if !r.room(cells) {
		return
	}
	var b block.GridBuilder
	for _, row := range rows {
		b.Row()
		for _, c := range row {
			b.Cell(c.Range, 1, 1)
		}
	}
	if g, clipped := b.Grid(); g != nil {
		if clipped {
			r.remark(schema.Error, cells[0], extent(cells).End, tooLarge)
		}
		r.blocks = append(r.blocks, block.Block{Range: extent(cells), Grid: g})
	}
}
