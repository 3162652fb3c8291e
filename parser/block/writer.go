package block

// Writer builds the text and the blocks of a [Reading] for formats whose source is no
// text: one line for each paragraph and each row of a table, " | " between the cells of
// a row. The zero value is an empty text.
type Writer struct {
	Text    []rune
	Blocks  []Block
	Frames  []Range
	Clipped bool // a table was larger than the bounds of a grid
}

// Paragraph appends line as a block and returns where it stands. line must not be empty
// and must not hold a line feed.
func (w *Writer) Paragraph(line []rune) Range {
	at := w.put(line)
	w.Blocks = append(w.Blocks, Block{Range: at})
	w.Text = append(w.Text, '\n')
	return at
}

// Frame notes that the blocks written since the text had start characters stand in a frame.
func (w *Writer) Frame(start int) {
	if end := len(w.Text) - 1; end > start {
		w.Frames = append(w.Frames, Range{start, end})
	}
}

// Table begins a table. Nothing else may be written before [TableWriter.End].
func (w *Writer) Table() *TableWriter { return &TableWriter{w: w, start: len(w.Text)} }

func (w *Writer) put(s []rune) Range {
	start := len(w.Text)
	w.Text = append(w.Text, s...)
	return Range{start, len(w.Text)}
}

// TableWriter writes a table row by row.
type TableWriter struct {
	w     *Writer
	grid  GridBuilder
	start int
	cells int // of the current row
}

// Row begins a row.
func (t *TableWriter) Row() {
	w := t.w
	if len(w.Text) > t.start && w.Text[len(w.Text)-1] != '\n' {
		w.Text = append(w.Text, '\n')
	}
	t.grid.Row()
	t.cells = 0
}

// Cell appends a cell to the row; places that a cell from above covers are skipped.
// Spans below 1 count as 1.
func (t *TableWriter) Cell(line []rune, rowSpan, colSpan int) {
	if t.cells++; t.cells > 1 {
		t.w.Text = append(t.w.Text, ' ', '|', ' ')
	}
	t.grid.Cell(t.w.put(line), rowSpan, colSpan)
}

// End appends the table as a block. It reports false, and leaves nothing behind, where
// the table has no cells, or no text and one column.
func (t *TableWriter) End() bool {
	w := t.w
	grid, clipped := t.grid.Grid()
	w.Clipped = w.Clipped || clipped
	if grid == nil {
		w.Text = w.Text[:t.start]
		return false
	}
	end := len(w.Text)
	for end > t.start && w.Text[end-1] == '\n' {
		end--
	}
	if end == t.start {
		w.Text = w.Text[:t.start]
		return false
	}
	w.Text = append(w.Text[:end], '\n')
	for i := range grid.Cells { // those of a last row without text stand at the table's end
		c := &grid.Cells[i]
		c.Start, c.End = min(c.Start, end), min(c.End, end)
	}
	w.Blocks = append(w.Blocks, Block{Range: Range{t.start, end}, Grid: grid})
	return true
}
