package word

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ErrPictures is a document that shows pictures and no text, such as a scan.
var ErrPictures = message.New("holds pictures but no text")

// Read returns the reading of a story, and what had to be left out of it.
func Read(s *Story) (*block.Reading, []schema.Diagnostic) {
	var w writer
	w.story(s)
	var out []schema.Diagnostic
	if w.Clipped {
		out = append(out, schema.Remark(schema.Error, schema.TableShape, "A table is too large; what is beyond its bounds was left out."))
	}
	if s.cut() {
		out = append(out, schema.Remark(schema.Error, schema.UnreadContent, "A list has a label of %d characters or more; what is beyond them was left out.", MaxLabel))
	}
	return &block.Reading{Text: w.Text, Blocks: w.Blocks, Frames: w.Frames}, out
}

type writer struct {
	block.Writer
	line block.Line
}

func (w *writer) story(s *Story) {
	for _, item := range s.Items {
		if item.Table != nil {
			w.table(item.Table)
		} else {
			w.Paragraph(item.Text)
		}
	}
}

// table writes a table: one of data as a grid, one that only lays out the page as what
// stands in its cells.
func (w *writer) table(t *Table) {
	rows := t.merge()
	for len(rows) > 2 && len(rows[0]) == 1 && rows[0][0].Span > 1 && rows[0][0].rows == 1 {
		w.story(&rows[0][0].Story) // a caption that spans all columns
		rows = rows[1:]
	}
	if layout(rows) {
		start := len(w.Text)
		for _, row := range rows {
			for _, c := range row {
				w.story(&c.Story)
			}
		}
		if widest(rows) == 1 {
			w.Frame(start)
		}
		return
	}
	g := w.Table()
	for _, row := range rows {
		g.Row()
		for _, c := range row {
			c.Story.line(&w.line)
			g.Cell(w.line.Take(), c.rows, c.Span)
		}
	}
	g.End()
}

// merged is a cell with the rows that it covers.
type merged struct {
	*Cell
	rows int
}

// merge returns the cells that are shown, row by row, with the spans of those that
// others are merged into.
func (t *Table) merge() [][]*merged {
	out := make([][]*merged, 0, len(t.Rows))
	above := make(map[int]*merged) // by column, the cell that a cell below may go on
	for i := range t.Rows {
		row := &t.Rows[i]
		row.widen()
		var shown []*merged
		if row.Skip > 0 {
			shown = append(shown, &merged{&Cell{Span: row.Skip}, 1})
		}
		col, next := row.Skip, make(map[int]*merged)
		for j := range row.Cells {
			c := &row.Cells[j]
			origin := above[col]
			switch {
			case c.Merge == GoesOn && origin != nil && origin.Span == c.Span:
				origin.rows++
				next[col] = origin
			default:
				m := &merged{c, 1}
				shown = append(shown, m)
				if c.Merge == Starts || c.Merge == GoesOn {
					next[col] = m
				}
			}
			col += c.Span
		}
		out, above = append(out, shown), next
	}
	return out
}

// widen gives the columns of cells that are part of the one before to that one.
func (r *Row) widen() {
	shown := r.Cells[:0]
	for _, c := range r.Cells {
		c.Span = min(max(c.Span, 1), block.MaxColumns)
		if n := len(shown); c.Merge == GoesLeft && n > 0 {
			shown[n-1].Span += c.Span
			continue
		}
		shown = append(shown, c)
	}
	r.Cells = shown
}

// Bounds that tell a table of data from one that lays out the page.
const (
	layoutText  = 400 // characters of a cell that may be a whole article
	layoutShare = 0.7 // its share of the table's text
	layoutLine  = 60  // characters of a cell in a table of one row
	countMost   = 1 << 20
)

// layout reports a table without columns, one that holds an article, and one that is
// there for the tables within it.
func layout(rows [][]*merged) bool {
	most, total, nested, filled := 0, 0, 0, 0
	for _, row := range rows {
		for _, c := range row {
			n := c.size(countMost)
			if total += n; n > 0 {
				filled++
			}
			most = max(most, n)
			for _, item := range c.Items {
				if item.Table != nil {
					nested += item.Table.size(countMost)
				}
			}
		}
	}
	switch {
	case widest(rows) < 2 || filled < 2:
		return true
	case nested*2 > total:
		return true
	case most > layoutText && float64(most) > layoutShare*float64(total):
		return true
	case len(rows) == 1:
		return most > layoutLine
	}
	return false
}

// widest is the number of cells of the widest row.
func widest(rows [][]*merged) (n int) {
	for _, row := range rows {
		n = max(n, len(row))
	}
	return n
}
