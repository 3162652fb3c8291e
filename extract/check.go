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

// longText is the length in code points, white space left out, above which a text of running
// words has an outline.
const longText = 2000

// checkOutline remarks a long text in which no numbered item was found: its tasks are lost.
func (x *extractor) checkOutline() {
	n := 0
	var all block.Range
	for _, p := range x.doc.Parts {
		if len(p.Items) > 0 {
			return
		}
		for _, r := range p.Loose {
			if all.Len() == 0 {
				all.Start = r.Start
			}
			all.End = r.End
			for i := r.Start; i < r.End; i++ {
				if !isSpace(x.doc.Text[i]) {
					n++
				}
			}
		}
	}
	if n > longText {
		x.remark(schema.Warning, schema.NoOutline, all, "None of these %d characters stands under a numbered item.", n)
	}
}
