package field

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// LeadBlocks is how many blocks of a body may belong to a page head within it.
const LeadBlocks = 24

// Read finds the fields of a page head that stands in the body itself: lines that
// start with a label and a colon, tables with labels and values side by side.
func Read(r *block.Reading) (out []block.Field) {
	add := func(row *Row, at block.Range) {
		if row.Usable(r.Text[at.Start:at.End]) && !has(out, row.Name) {
			out = append(out, block.Field{Name: row.Name, Value: at})
		}
	}
	for _, b := range r.Blocks[:min(LeadBlocks, len(r.Blocks))] {
		if b.Grid == nil {
			if b.Len() > longestValue {
				continue
			}
			for i, f := range In(source.FoldRunes(nil, r.Text[b.Start:b.End])) {
				if i == 0 && f.Value.End == 0 || !f.Colon {
					break
				}
				add(f.Row, f.Value.Shift(b.Start))
			}
			continue
		}
		inGrid(r, b.Grid, add)
	}
	return out
}

// inGrid takes a cell that is a label alone with the cell behind it, and a cell
// that holds both.
func inGrid(r *block.Reading, g *block.Grid, add func(*Row, block.Range)) {
	var pending *Row
	for _, c := range g.Cells[:min(40, len(g.Cells))] {
		cell := source.FoldRunes(nil, r.Text[c.Start:c.End])
		if pending != nil {
			add(pending, pending.Find(cell, Trim(cell, block.Range{End: len(cell)})).Shift(c.Start))
			pending = nil
			continue
		}
		row, n, colon, alone := At(cell)
		switch {
		case row != nil && alone:
			pending = row
		case row != nil && colon:
			add(row, row.Find(cell, Trim(cell, block.Range{Start: n, End: len(cell)})).Shift(c.Start))
		}
	}
}

func has(fields []block.Field, name string) bool {
	for _, f := range fields {
		if f.Name == name {
			return true
		}
	}
	return false
}
