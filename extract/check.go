package extract

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// checkResponsibility remarks tasks without departments whose neighbours under the same
// heading all have some.
func (x *extractor) checkResponsibility() {
	tasks := x.notice.Tasks
	for i := 1; i+1 < len(tasks); i++ {
		t := &tasks[i]
		if t.Departments == nil && tasks[i-1].Departments != nil && tasks[i+1].Departments != nil &&
			sameHeading(*t, tasks[i-1]) && sameHeading(*t, tasks[i+1]) {
			x.remark(schema.Warning, schema.MissingResponsibility, block.Range{Start: t.Span.Start, End: t.Span.End}, "The items beside it name who is responsible; this one does not.")
		}
	}
}

func sameHeading(a, b schema.Task) bool {
	if len(a.Path) != len(b.Path) {
		return false
	}
	return len(a.Path) == 0 || a.Path[len(a.Path)-1] == b.Path[len(b.Path)-1]
}
