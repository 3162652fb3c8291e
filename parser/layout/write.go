package layout

import "github.com/policyx/policyx/parser/block"

// writer builds the reading text: a line for each paragraph and each row of a table.
type writer struct {
	flow    flow
	text    []rune
	blocks  []block.Block
	frames  []block.Range
	framed  bool  // the paragraph before stands in a frame
	starts  []int // of pages, -1 where nothing of the page was written yet
	open    []run // the lines of the paragraph being read
	column  *column
	table   *table // the table that may go on
	clipped bool
}

func newWriter(f flow, pages int) *writer {
	w := &writer{flow: f, starts: make([]int, pages)}
	for i := range w.starts {
		w.starts[i] = -1
	}
	return w
}

func (w *writer) item(it item) {
	if it.table != nil {
		w.endParagraph()
		w.addTable(it.table)
		return
	}
	w.flow.margins(it.column)
	c := it.column
	for i := 0; i < len(c.lines); i++ {
		if t, n := c.aligned(i); n > 0 {
			w.endParagraph()
			w.addTable(t)
			i += n - 1
			continue
		}
		w.line(&c.lines[i], c)
	}
}

// line adds a line to the open paragraph, or opens the next one with it.
func (w *writer) line(r *run, in *column) {
	w.endTable()
	if contents(r.text()) {
		w.endParagraph()
		return
	}
	if n := len(w.open); n > 0 && !w.flow.joins(&w.open[n-1], w.column, r, in) {
		w.endParagraph()
	}
	w.open, w.column = append(w.open, *r), in
}

// mark notes that text of a page begins here.
func (w *writer) mark(page int) {
	if w.starts[page] < 0 {
		w.starts[page] = len(w.text)
	}
}

func (w *writer) endParagraph() {
	if len(w.open) == 0 {
		return
	}
	start := len(w.text)
	for i := range w.open {
		text := w.open[i].text()
		if i > 0 && spaceBetween(w.text, text) {
			w.text = append(w.text, ' ')
		}
		w.mark(w.open[i].page)
		w.text = append(w.text, text...)
	}
	r := block.Range{Start: start, End: len(w.text)}
	w.blocks = append(w.blocks, block.Block{Range: r})
	w.frame(r, w.open[0].framed)
	w.text = append(w.text, '\n')
	w.open = w.open[:0]
}

// frame notes that a paragraph stands in a frame, which goes on over pages.
func (w *writer) frame(r block.Range, framed bool) {
	if framed && w.framed {
		w.frames[len(w.frames)-1].End = r.End
	} else if framed {
		w.frames = append(w.frames, r)
	}
	w.framed = framed
}

// addTable goes on with the table of the page before, or begins a new one.
func (w *writer) addTable(t *table) {
	t.write()
	t.pages = make([]int, t.rows)
	for i := range t.pages {
		t.pages[i] = t.page
	}
	if w.table != nil && w.table.page+1 == t.page && w.table.continues(t) {
		w.table.extend(t)
		return
	}
	w.endTable()
	w.table = t
}

// endTable writes the table that was read.
func (w *writer) endTable() {
	t := w.table
	if t == nil {
		return
	}
	w.table, w.framed = nil, false
	var g block.GridBuilder
	start, next := len(w.text), 0
	for row := range t.rows {
		if row > 0 && len(w.text) > start && w.text[len(w.text)-1] != '\n' {
			w.text = append(w.text, '\n')
		}
		w.mark(t.pages[row])
		g.Row()
		for first := true; next < len(t.cells) && t.cells[next].row == row; next++ {
			c := &t.cells[next]
			if !first {
				w.text = append(w.text, ' ', '|', ' ')
			}
			first = false
			at := len(w.text)
			w.text = append(w.text, c.text...)
			g.Cell(block.Range{Start: at, End: len(w.text)}, c.rowSpan, c.colSpan)
		}
	}
	grid, clipped := g.Grid()
	w.clipped = w.clipped || clipped
	end := len(w.text)
	for end > start && w.text[end-1] == '\n' {
		end--
	}
	if grid == nil || end == start {
		w.text = w.text[:start]
		return
	}
	for i := range grid.Cells { // an empty last row stands behind the line break that goes
		c := &grid.Cells[i]
		c.Start, c.End = min(c.Start, end), min(c.End, end)
	}
	w.text = append(w.text[:end], '\n')
	w.blocks = append(w.blocks, block.Block{Range: block.Range{Start: start, End: end}, Grid: grid})
}

// finish returns the reading. A page without text begins where the next one does.
func (w *writer) finish() *block.Reading {
	w.endParagraph()
	w.endTable()
	next := len(w.text)
	for i := len(w.starts) - 1; i >= 0; i-- {
		if w.starts[i] < 0 || w.starts[i] > next {
			w.starts[i] = next
		}
		next = w.starts[i]
	}
	return &block.Reading{Text: w.text, Blocks: w.blocks, Pages: w.starts, Frames: w.frames}
}
