package text

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// table is a table on its way from a sequence of cells to rows and columns.
type table struct {
	cells   []cell
	at      block.Range // all of its text
	barred  bool        // each cell has a | of its own, so no cell is missing but those that another spans
	marked  bool        // cell.ends is known for every row
	header  []headerRow
	body    int     // first cell behind the header
	columns []kind  // what each column holds
	starts  []bool  // by cell: a number that opens a row in the 序号 column
	places  []place // of the cells of the body
}

// headerRow is a row of the header; its spans add up to the columns it covers.
type headerRow struct {
	first int    // first cell
	spans []int  // columns of each cell
	at    []int  // column of each cell
	leaf  []bool // nothing of the header stands below it
}

// counted reports a table whose first column is a 序号.
func (t *table) counted() bool { return len(t.columns) > 0 && t.columns[0] == orderKind }

// layOut finds the rows and columns of cells; it returns nil where they have none.
func layOut(cells []cell, barred bool) *table {
	t := &table{cells: cells, at: extent(cells), barred: barred}
	t.markRows()
	if !t.findHeader() {
		return nil
	}
	if t.dropRepeats(); t.body == len(t.cells) || !t.findColumns() {
		return nil
	}
	return t
}

// dropRepeats leaves out the header where a new page repeats it, so that a cell can span
// rows across the pages. Its text stays within the table's block.
func (t *table) dropRepeats() {
	kept := t.cells[:t.body]
	for i := t.body; i < len(t.cells); {
		if t.repeats(i) {
			i += t.body
			continue
		}
		kept = append(kept, t.cells[i])
		i++
	}
	t.cells = kept
}

// repeats reports that the cells from i on are the header once more.
func (t *table) repeats(i int) bool {
	if i+t.body > len(t.cells) {
		return false
	}
	for j := range t.body {
		if t.cells[i+j].word != t.cells[j].word {
			return false
		}
	}
	return true
}

// flatTable reads a table with one cell a line, each with a | at its end, from line i on
// and returns the line behind it: i where none starts there.
func (r *reader) flatTable(i int) int {
	l := &r.lines[i]
	if !l.cellEnd() && (l.bars > 0 || !r.opensHeader(i)) {
		return i
	}
	cells, next := r.flatCells(i)
	r.cut(cells)
	if len(cells) >= leastCells {
		if t := layOut(cells, true); t != nil {
			r.add(t)
			return next
		}
	}
	if len(cells) >= 2*leastCells {
		r.warn(cells[0], cells[len(cells)-1].End, "Cells of a table without recognisable rows were read as paragraphs.")
	}
	for i < next {
		i = r.paragraph(i)
	}
	return i
}

const tooLarge = "The table is larger than its grid may be, and its last rows were left out."

const leastCells = 4 // of a table with one cell a line

// add makes a block of t.
func (r *reader) add(t *table) {
	if !r.room(t.cells) {
		return
	}
	g, odd, clipped := t.grid()
	if g == nil {
		return
	}
	if clipped {
		r.remark(schema.Error, t.cells[0], t.at.End, tooLarge)
	}
	r.blocks = append(r.blocks, block.Block{Range: t.at, Grid: g})
	for _, o := range odd {
		r.warn(t.cells[o.first], t.cells[o.last].End, "%d cells of a row do not fit its %d columns.", o.last-o.first+1, len(t.columns))
	}
}

// room counts the cells of a table, and remarks the first one of a text that has too many:
// it is left out, with those behind it.
func (r *reader) room(cells []cell) bool {
	if r.cells > mostCells {
		return false
	}
	if r.cells += len(cells); r.cells > mostCells {
		r.remark(schema.Error, cells[0], cells[0].End, "The text has more cells of tables than are read, and from here on they were left out.")
		return false
	}
	return true
}

// cut remarks a table that ends at the bound of its cells and not where it ends in the text.
func (r *reader) cut(cells []cell) {
	if n := len(cells); n >= flatCells {
		r.remark(schema.Error, cells[n-1], cells[n-1].End, "The table has more cells than are read as one, and the rows behind them were left out.")
	}
}

func (r *reader) warn(first cell, end int, format string, args ...any) {
	r.remark(schema.Warning, first, end, format, args...)
}

func (r *reader) remark(severity schema.Severity, first cell, end int, format string, args ...any) {
	remark := schema.Remark(severity, schema.TableShape, format, args...)
	remark.Span = &schema.Span{Start: first.Start, End: max(end, first.Start+1), Line: first.number}
	r.diagnostics = append(r.diagnostics, remark)
}

// extent is the stretch of the text that cells take.
func extent(cells []cell) block.Range {
	at := cells[0].Range
	for _, c := range cells {
		at = span(at, c.Range)
	}
	return at
}
