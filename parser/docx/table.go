package docx

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/word"
)

// readTable reads a table, <w:tbl>. One within hidden text is no table.
func (w *walker) readTable() {
	outer, t := w.table, &word.Table{}
	w.table = t
	w.children()
	w.table = outer
	if len(t.Rows) > 0 {
		w.endStory()
		w.story.Items = append(w.story.Items, word.Item{Table: t})
	}
}

// row reads a row, <w:tr>; a deleted one is none.
func (w *walker) row() {
	if w.table == nil {
		w.children()
		return
	}
	t, deleted := w.table, false
	t.Rows = append(t.Rows, word.Row{})
	row := &t.Rows[len(t.Rows)-1]
	w.Each(func(name string) {
		if name != "w:trPr" {
			w.element(name)
			return
		}
		w.Each(func(name string) {
			switch name {
			case "w:gridBefore":
				n, _ := w.Number("val")
				row.Skip = min(max(n, 0), block.MaxColumns)
			case "w:del":
				deleted = true
			}
		})
	})
	if deleted || len(row.Cells) == 0 {
		t.Rows = t.Rows[:len(t.Rows)-1]
	}
}

// cell reads a cell, <w:tc>.
func (w *walker) cell() {
	if w.table == nil || len(w.table.Rows) == 0 {
		w.children()
		return
	}
	row := &w.table.Rows[len(w.table.Rows)-1]
	in := walker{document: w.document, Scanner: w.Scanner, story: &word.Builder{}, fields: w.fields}
	c := word.Cell{Span: 1}
	w.Each(func(name string) {
		if name == "w:tcPr" {
			in.cellProperties(&c)
			return
		}
		in.element(name)
	})
	in.endStory()
	w.shown += in.shown
	w.fields = in.fields
	c.Story = in.story.Story
	row.Cells = append(row.Cells, c)
}

func (w *walker) cellProperties(c *word.Cell) {
	w.Each(func(name string) {
		switch name {
		case "w:gridSpan":
			n, _ := w.Number("val")
			c.Span = min(max(n, 1), block.MaxColumns)
		case "w:vMerge":
			c.Merge = word.GoesOn
			if w.Attr("val") == "restart" {
				c.Merge = word.Starts
			}
		case "w:hMerge":
			if w.Attr("val") != "restart" {
				c.Merge = word.GoesLeft
			}
		}
	})
}
