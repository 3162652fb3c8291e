package block

// Bounds of a grid. What lies beyond them is left out, and [GridBuilder.Grid] says so.
const (
	MaxRows    = 1 << 18
	MaxColumns = 200
	MaxPlaces  = 1 << 20 // rows times columns
	MaxText    = 1 << 23 // characters that are repeated, of cells that cover more than one place
)

// GridBuilder makes a [Grid] from cells in the order of a table's source, with the
// spans of HTML and Word tables: a cell takes the first free place of its row, and
// places below and right of it as far as it spans. The zero value is ready to use.
type GridBuilder struct {
	cells   []Cell
	rows    int
	col     int   // where the row's next cell may stand
	until   []int // first row that is free again, by column
	width   int
	clipped bool
}

// Row starts a new row.
func (b *GridBuilder) Row() {
	if b.rows++; b.rows > MaxRows {
		b.clipped = true
	}
	b.col = 0
}

// Cell adds a cell to the current row. Spans below 1 count as 1; a span that reaches
// beyond the table is cut by [GridBuilder.Grid].
func (b *GridBuilder) Cell(at Range, rowSpan, colSpan int) {
	if b.rows == 0 {
		b.Row()
	}
	row := b.rows - 1
	for b.col < len(b.until) && b.until[b.col] > row {
		b.col++
	}
	if row >= MaxRows || b.col >= MaxColumns {
		b.clipped = true
		return
	}
	rowSpan = min(max(rowSpan, 1), MaxRows-row)
	colSpan = min(max(colSpan, 1), MaxColumns-b.col)
	for i := b.col + 1; i < b.col+colSpan && i < len(b.until); i++ {
		if b.until[i] > row { // the place belongs to a cell from above
			colSpan = i - b.col
		}
	}
	b.cells = append(b.cells, Cell{Range: at, Row: row, Col: b.col, RowSpan: rowSpan, ColSpan: colSpan})
	b.col += colSpan
	for len(b.until) < b.col {
		b.until = append(b.until, 0)
	}
	for i := b.col - colSpan; i < b.col; i++ {
		b.until[i] = row + rowSpan
	}
	b.width = max(b.width, b.col)
}

// Grid returns the table, or nil where it has no cells. Rows and columns in which no
// cell starts are folded into their neighbours, places that no cell covers get empty
// cells. clipped reports that the table was larger than the bounds.
func (b *GridBuilder) Grid() (g *Grid, clipped bool) {
	if len(b.cells) == 0 {
		return nil, b.clipped
	}
	b.squeeze()
	if most := MaxPlaces / b.width; b.rows > most {
		b.clip(most)
	}
	if most := b.within(MaxText); most < b.rows {
		b.clip(most)
	}
	if b.rows == 0 {
		return nil, true
	}
	g = &Grid{Cells: b.cells, Rows: make([][]int, b.rows)}
	places := make([]int, b.rows*b.width)
	for i := range places {
		places[i] = -1
	}
	for r := range g.Rows {
		g.Rows[r] = places[r*b.width : (r+1)*b.width : (r+1)*b.width]
	}
	for i, c := range b.cells {
		g.cover(i, c)
	}
	g.pad()
	return g, b.clipped
}

// squeeze renumbers rows and columns so that in each at least one cell starts.
func (b *GridBuilder) squeeze() {
	rows, cols := make([]int, min(b.rows, MaxRows)+1), make([]int, b.width+1)
	for _, c := range b.cells {
		rows[c.Row+1], cols[c.Col+1] = 1, 1
	}
	for i := 1; i < len(rows); i++ {
		rows[i] += rows[i-1]
	}
	for i := 1; i < len(cols); i++ {
		cols[i] += cols[i-1]
	}
	b.rows, b.width = rows[len(rows)-1], cols[len(cols)-1]
	for i := range b.cells {
		c := &b.cells[i]
		bottom, right := rows[min(c.Row+c.RowSpan, len(rows)-1)], cols[c.Col+c.ColSpan]
		c.Row, c.Col = rows[c.Row+1]-1, cols[c.Col+1]-1
		c.RowSpan, c.ColSpan = bottom-c.Row, right-c.Col
	}
}

// within returns how many rows repeat up to limit characters: a long cell that spans many places
// stands in each when the table is printed.
func (b *GridBuilder) within(limit int) int {
	change := make([]int, b.rows+1) // of a row's length, against the row above
	for _, c := range b.cells {
		change[c.Row] += c.Len() * (c.ColSpan - 1)
		if c.RowSpan == 1 {
			change[c.Row+1] -= c.Len() * (c.ColSpan - 1)
			continue
		}
		change[c.Row+1] += c.Len() // what is below the first place repeats it all
		change[c.Row+c.RowSpan] -= c.Len() * c.ColSpan
	}
	length, total := 0, 0
	for r := range b.rows {
		length += change[r]
		if total += length; total > limit {
			return r
		}
	}
	return b.rows
}

// clip keeps the first rows of the table.
func (b *GridBuilder) clip(rows int) {
	b.clipped, b.rows = true, rows
	keep := b.cells[:0]
	for _, c := range b.cells {
		if c.Row < rows {
			c.RowSpan = min(c.RowSpan, rows-c.Row)
			keep = append(keep, c)
		}
	}
	b.cells = keep
}

func (g *Grid) cover(i int, c Cell) {
	for r := c.Row; r < c.Row+c.RowSpan; r++ {
		for col := c.Col; col < c.Col+c.ColSpan; col++ {
			g.Rows[r][col] = i
		}
	}
}

// pad fills the places that no cell covers with an empty cell each, which stands behind
// the cell before it in the text.
func (g *Grid) pad() {
	at := g.Cells[0].Start
	for r, row := range g.Rows {
		for col, i := range row {
			if i >= 0 {
				if g.Cells[i].Row == r {
					at = g.Cells[i].End
				}
				continue
			}
			row[col] = len(g.Cells)
			g.Cells = append(g.Cells, Cell{Range: Range{at, at}, Row: r, Col: col, RowSpan: 1, ColSpan: 1})
		}
	}
}
