package block

import (
	"reflect"
	"testing"
)

func TestGridBuilder(t *testing.T) {
	type cell struct{ rowSpan, colSpan int }
	for _, tt := range []struct {
		name string
		rows [][]cell
		want [][]int
	}{
		{"plain", [][]cell{{{1, 1}, {1, 1}}, {{1, 1}, {1, 1}}}, [][]int{{0, 1}, {2, 3}}},
		{"rowspan", [][]cell{{{2, 1}, {1, 1}}, {{1, 1}}}, [][]int{{0, 1}, {0, 2}}},
		{"colspan", [][]cell{{{1, 2}}, {{1, 1}, {1, 1}}}, [][]int{{0, 0}, {1, 2}}},
		{"span beyond the table", [][]cell{{{9, 1}, {1, 1}}, {{1, 1}}}, [][]int{{0, 1}, {0, 2}}},
		{"columns without a cell of their own", [][]cell{{{1, 3}, {1, 2}}, {{1, 3}, {1, 2}}}, [][]int{{0, 1}, {2, 3}}},
		{"rows without a cell of their own", [][]cell{{{2, 1}, {2, 1}}, {}, {{1, 1}, {1, 1}}}, [][]int{{0, 1}, {2, 3}}},
		{"ragged", [][]cell{{{1, 1}, {1, 1}}, {{1, 1}}}, [][]int{{0, 1}, {2, 3}}},
		{"colspan into a rowspan", [][]cell{{{1, 1}, {2, 1}, {1, 1}}, {{1, 3}, {1, 1}}}, [][]int{{0, 1, 2}, {3, 1, 4}}},
		{"spans below one", [][]cell{{{0, -1}, {1, 1}}}, [][]int{{0, 1}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b GridBuilder
			for _, row := range tt.rows {
				b.Row()
				for _, c := range row {
					b.Cell(Range{}, c.rowSpan, c.colSpan)
				}
			}
			g, clipped := b.Grid()
			if !reflect.DeepEqual(g.Rows, tt.want) || clipped {
				t.Errorf("rows %v, clipped %v; want %v", g.Rows, clipped, tt.want)
			}
		})
	}
}

func TestGridBuilderBounds(t *testing.T) {
	var b GridBuilder
	if g, clipped := b.Grid(); g != nil || clipped {
		t.Errorf("empty builder: %v %v", g, clipped)
	}
	for range MaxRows + 10 {
		b.Row()
		for range MaxColumns + 10 {
			b.Cell(Range{}, 1, 1)
		}
		if len(b.cells) > 2*MaxPlaces {
			break
		}
	}
	g, clipped := b.Grid()
	if !clipped || len(g.Rows)*g.Columns() > MaxPlaces || g.Columns() != MaxColumns {
		t.Errorf("%d rows of %d columns, clipped %v", len(g.Rows), g.Columns(), clipped)
	}
}

// TestGridRepeats holds that cells which are repeated do not make a table of any length, and that long
// ones which are not are kept.
func TestGridRepeats(t *testing.T) {
	const long = MaxText / 100
	for _, c := range []struct{ rowSpan, rows int }{{1, 1000}, {101, 1000}, {102, 101}, {1000, 101}} {
		var b GridBuilder
		for r := range 1000 {
			b.Row()
			if r == 0 {
				b.Cell(Range{0, long}, c.rowSpan, 1)
				b.Cell(Range{long, 3 * MaxText}, 1, 1)
			}
			b.Cell(Range{}, 1, 1)
		}
		g, clipped := b.Grid()
		if len(g.Rows) != c.rows || clipped != (c.rows < 1000) {
			t.Errorf("%+v: %d rows, clipped %v", c, len(g.Rows), clipped)
		}
	}
}
