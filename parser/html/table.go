package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/field"
	"github.com/policyx/policyx/parser/source"
)

// table writes a table: one of data as a grid, one that only lays out the page as the
// paragraphs in its cells.
func (w *writer) table(n *node) {
	t := w.page.tableOf(n)
	for _, c := range t.captions {
		w.children(c)
		w.endLine()
	}
	if lines, ok := t.headLines(); ok && len(w.Blocks) < field.LeadBlocks {
		w.headTable(lines)
		return
	}
	for len(t.rows) > 2 && len(t.rows[0]) == 1 && span(t.rows[0][0], "colspan") > 1 && span(t.rows[0][0], "rowspan") == 1 {
		w.children(t.rows[0][0]) // a caption that spans all columns
		w.endLine()
		t.rows = t.rows[1:]
	}
	if t.layout(w.page) {
		start := len(w.Text)
		for _, row := range t.rows {
			for _, cell := range row {
				w.children(cell)
				w.endLine()
			}
		}
		if t.columns() == 1 {
			w.Frame(start)
		}
		return
	}
	w.grid(t)
}

// table is a table's cells as they stand in the source.
type table struct {
	node     *node
	rows     [][]*node
	captions []*node // captions, and what stands between rows against the rules
	cells    int
	nested   bool // a cell holds a table
}

func (p *page) tableOf(n *node) *table {
	t := &table{node: n}
	t.collect(p, n)
	for _, row := range t.rows {
		for _, cell := range row {
			t.nested = t.nested || holdsTable(cell)
		}
	}
	return t
}

func (t *table) collect(p *page, n *node) {
	for _, c := range n.elements() {
		switch c.atom {
		case atom.Tr:
			if p.skips(c, true) {
				continue
			}
			var row []*node
			for _, cell := range c.elements() {
				if cell.atom == atom.Td || cell.atom == atom.Th {
					row = append(row, cell)
				}
			}
			t.rows = append(t.rows, row)
			t.cells += len(row)
		case atom.Tbody, atom.Thead, atom.Tfoot:
			t.collect(p, c)
		default:
			t.captions = append(t.captions, c)
		}
	}
}

func holdsTable(n *node) bool {
	for c := n.first; c != nil; c = c.next {
		if c.atom == atom.Table || holdsTable(c) {
			return true
		}
	}
	return false
}

// mostHeadCells bounds the table that may be a page head.
const mostHeadCells = 60

// headLines returns the cells of a table that shows a page head, a line each: one whose
// cells are labels and values, at least two fifths of them with a label.
func (t *table) headLines() (lines [][]rune, ok bool) {
	if t.cells > mostHeadCells || t.nested {
		return nil, false
	}
	found := 0
	for _, row := range t.rows {
		for _, cell := range row {
			line := []rune(oneLine(cell.text("\n")))
			if len(line) == 0 {
				continue
			}
			if len(field.In(source.FoldRunes(nil, line))) > 0 {
				found++
			}
			lines = append(lines, line)
		}
	}
	return lines, found >= 3 && found*5 >= len(lines)*2
}

// headTable writes a page head that stands in the body, a field a line. What a second
// table says again, as pages do for small screens, is left out.
func (w *writer) headTable(lines [][]rune) {
	for _, f := range fieldsOf(lines) {
		line := f.label + "：" + string(f.value)
		if !w.heads[line] {
			if w.heads == nil {
				w.heads = make(map[string]bool)
			}
			w.heads[line] = true
			w.paragraph([]rune(line))
		}
	}
}

// Bounds that tell a table of data from one that lays out the page.
const (
	layoutText  = 400 // characters of a cell that may be a whole article
	layoutShare = 0.7 // its share of the table's text
)

// layout reports a table without columns, or one that holds an article or other tables.
func (t *table) layout(p *page) bool {
	most, filled := 0, 0
	for _, row := range t.rows {
		for _, cell := range row {
			if m := cell.measure.text; m > 0 {
				filled++
				most = max(most, m)
			}
		}
	}
	total := t.node.measure.text
	switch {
	case t.columns() < 2 || filled < 2:
		return true
	case t.nested:
		return true
	case most > layoutText && float64(most) > layoutShare*float64(total):
		return true
	case len(t.rows) == 1:
		return most > 60
	}
	return false
}

// columns is the number of cells of the table's widest row.
func (t *table) columns() (n int) {
	for _, row := range t.rows {
		n = max(n, len(row))
	}
	return n
}

// grid writes a table of data.
func (w *writer) grid(t *table) {
	g := w.Table()
	for _, row := range t.rows {
		g.Row()
		for _, cell := range row {
			w.cell(cell)
			g.Cell(w.line.Take(), span(cell, "rowspan"), span(cell, "colspan"))
		}
	}
	if g.End() {
		w.tail = append(w.tail, false)
	}
}

// cell writes what a cell holds into the line; its paragraphs are parted by a space.
func (w *writer) cell(n *node) {
	for c := n.first; c != nil; c = c.next {
		switch {
		case c.kind&piece != 0:
			w.line.Write(c.data)
		case c.atom == atom.Br:
			w.line.Part()
		case w.page.skips(c, true):
		case c.kind&blockLevel != 0:
			w.line.Part()
			w.cell(c)
			w.line.Part()
		default:
			w.cell(c)
		}
	}
}

// span reads a rowspan or colspan: 1 where it is missing or no number.
func span(n *node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(n.attr(key)))
	if err != nil || v < 1 {
		if v == 0 && err == nil && key == "rowspan" {
			return block.MaxRows // 0: to the end of the table
		}
		return 1
	}
	return v
}
