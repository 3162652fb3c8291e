package layout

import (
	"cmp"
	"slices"
)

// overflowPitch is how close, in em, text that a row is too low for stands below the line that it
// goes on with.
const overflowPitch = 2

// overflows reports a character below the table that its lower edge cuts.
func (t *table) overflows(g *Glyph) bool {
	return g.Base > t.under && g.top() < t.under
}

// takeOverflow adds the lines that the last row, of a fixed height, has no room for to its cells:
// below has the characters that the lower edge cuts, by column. Those of other lines go back to
// the rest.
func (t *table) takeOverflow(below [][]Glyph, owner []int, rest []Glyph) []Glyph {
	kept := len(rest)
	for col, glyphs := range below {
		c := &t.cells[owner[(t.rows-1)*len(below)+col]]
		if found := lines(runs(glyphs, t.page)); len(found) == 1 && c.goesOnIn(&found[0]) {
			c.lines = append(c.lines, found[0])
		} else {
			rest = append(rest, glyphs...)
		}
	}
	if len(rest) > kept {
		slices.SortStableFunc(rest, func(a, b Glyph) int { return cmp.Or(cmp.Compare(a.Base, b.Base), cmp.Compare(a.X0, b.X0)) })
	}
	return rest
}

// goesOnIn reports that line r, below the cell, is one of its lines: of the size of its last one,
// and close below it.
func (c *cell) goesOnIn(r *run) bool {
	if len(c.lines) == 0 {
		return false
	}
	last := &c.lines[len(c.lines)-1]
	return last.em == r.em && r.base-last.base < overflowPitch*r.em && r.x0 < last.x1 && last.x0 < r.x1
}
