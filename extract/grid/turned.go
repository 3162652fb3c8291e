package grid

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
)

// Turned returns a table whose headers stand in its first column and whose rows are its columns as a
// table with both the usual way round; nil where it is not certain that it is one: each cell of the
// first column is another header, one of them of the work and one of who does it, and two columns of
// items or more stand beside them with nothing merged and no header among them. A form of one item is none.
func Turned(g *block.Grid, rows [][]string, caption string, names Names) *Sheet {
	if len(rows) < 2 || len(rows[0]) < 3 || len(g.Cells) != len(rows)*len(rows[0]) {
		return nil
	}
	seen := map[string]bool{}
	kinds := map[header.Kind]bool{}
	for _, row := range rows {
		key := header.Fold(row[0])
		c := column(key, names)
		if c.Kind == header.Unknown || seen[key] {
			return nil
		}
		seen[key], kinds[c.Kind] = true, true
		for _, cell := range row[1:] {
			if is, _ := header.Of(header.Fold(cell)); is.Kind == header.Party || is.Kind == header.Time || is.Kind == header.Order || cell == "" && c.Kind == header.Work {
				return nil
			}
		}
	}
	if !kinds[header.Work] || !kinds[header.Party] {
		return nil
	}
	return New(turn(g), turnTexts(rows), caption, names)
}

// turn returns a grid with rows and columns changed for each other.
func turn(g *block.Grid) *block.Grid {
	out := &block.Grid{Cells: make([]block.Cell, len(g.Cells)), Rows: make([][]int, g.Columns())}
	for n, c := range g.Cells {
		c.Row, c.Col, c.RowSpan, c.ColSpan = c.Col, c.Row, c.ColSpan, c.RowSpan
		out.Cells[n] = c
	}
	for c := range out.Rows {
		out.Rows[c] = make([]int, len(g.Rows))
		for r := range g.Rows {
			out.Rows[c][r] = g.Rows[r][c]
		}
	}
	return out
}

func turnTexts(rows [][]string) [][]string {
	out := make([][]string, len(rows[0]))
	for c := range out {
		out[c] = make([]string, len(rows))
		for r := range rows {
			out[c][r] = rows[r][c]
		}
	}
	return out
}
