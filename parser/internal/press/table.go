package press

import "github.com/policyx/policyx/parser/block"

// Rows sets a reading as the rows of a workbook, as wide as its widest table: a paragraph is a cell over all
// columns.
func Rows(r *block.Reading) [][]Cell {
	blocks := Blocks(r)
	width := 1
	for _, b := range blocks {
		if len(b.Rows) > 0 {
			width = max(width, len(b.Rows[0]))
		}
	}
	var out [][]Cell
	for _, b := range blocks {
		if b.Rows == nil {
			row := make([]Cell, width)
			for i := range row {
				row[i].Covered = true
			}
			row[0] = Cell{Text: b.Text, RowSpan: 1, ColSpan: width}
			out = append(out, row)
			continue
		}
		out = append(out, b.Rows...)
	}
	return out
}
