package extract

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// rowFacts reads the times and numbers of a row. Those of a cell that repeats the one above (同上)
// are those of that cell, and stand where it says so.
func (x *extractor) rowFacts(t *schema.Task, s *grid.Sheet, row grid.Row, year int) {
	ctx := when.Context{Cell: true, TableYear: year}
	own := slices.Clone(row.Facts)
	own = slices.DeleteFunc(own, func(c *block.Cell) bool { return s.Repeated(c) != c })
	t.Deadlines, t.Targets = x.facts(t.ID, ranges(own), ctx)
	if len(own) == len(row.Facts) {
		return
	}
	for _, c := range row.Facts {
		if above := s.Repeated(c); above != c {
			deadlines, targets := x.facts(t.ID, []block.Range{above.Range}, ctx)
			for _, d := range deadlines {
				d.Text, d.Span = x.evidence(c.Range)
				t.Deadlines = append(t.Deadlines, d)
			}
			for _, g := range targets {
				g.Text, g.Span = x.evidence(c.Range)
				t.Targets = append(t.Targets, g)
			}
		}
	}
	slices.SortStableFunc(t.Deadlines, func(a, b schema.Deadline) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	slices.SortStableFunc(t.Targets, func(a, b schema.Target) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// evidence returns what stands in a cell, and where.
func (x *extractor) evidence(cell block.Range) (string, schema.Span) {
	i, j := x.stream.Slice(cell)
	return x.text(i, j), x.span(i, j)
}
