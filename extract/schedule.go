package extract

import (
	"strings"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// unreadTimes are the schedule cells of one table that hold a number and gave no time: 12/31/2025, Q4.
type unreadTimes struct {
	first *block.Cell
	count int
	last  int // where the last one begins: a cell that spans rows is one
}

// look takes the cells of a row whose task t is.
func (u *unreadTimes) look(x *extractor, row grid.Row, t *schema.Task) {
	for _, c := range row.Schedule {
		if u.first != nil && u.last == c.Start || !strings.ContainsAny(string(x.doc.Folded[c.Start:c.End]), "0123456789") || timeWithin(t.Deadlines, c.Range) {
			continue
		}
		if u.first == nil {
			u.first = c
		}
		u.count, u.last = u.count+1, c.Start
	}
}

// remark says of a table that some of its times were not read.
func (u *unreadTimes) remark(x *extractor) {
	if u.first != nil {
		x.remark(schema.Warning, schema.TableShape, u.first.Range, "Cells of the column of times that hold no time that is understood: %d, the first is %s.", u.count, x.cellText(u.first))
	}
}

func timeWithin(deadlines []schema.Deadline, r block.Range) bool {
	for _, d := range deadlines {
		if r.Start <= d.Span.Start && d.Span.End <= r.End {
			return true
		}
	}
	return false
}
