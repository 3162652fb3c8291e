package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// emit makes the tasks of an item: one for each of its clauses, or one without.
func (x *extractor) emit(b body, clauses []party.Clause, sc scope) {
	from := b.span.Start
	if len(clauses) == 0 {
		t := x.task(b, block.Range{Start: from, End: b.span.End}, nil, sc, "")
		if t.Departments = x.departments(sc.owner); sc.owner != nil {
			for i := range t.Departments.Responsible {
				d := &t.Departments.Responsible[i]
				d.Inherited = d.Inherited || d.Span.Start < t.Span.Start
			}
			x.explainDepartments(t.ID, sc.owner)
		} else {
			t.Departments = x.noted(b.span)
		}
		x.notice.Tasks = append(x.notice.Tasks, t)
		return
	}
	for n := range clauses {
		c := &clauses[n]
		end := x.stream.Range(c.Start, c.End).End
		if c.Opens {
			end = b.span.End
			if n+1 < len(clauses) {
				end = x.stream.Range(clauses[n+1].Start, clauses[n+1].End).Start
			}
		} else if rest := (block.Range{Start: end, End: b.span.End}); n == len(clauses)-1 && !sc.last && x.hasText(b, rest) {
			end = b.span.End
		} else if n == len(clauses)-1 {
			end = x.behindLimit(b, end)
		}
		suffix := ""
		if len(clauses) > 1 {
			suffix = "-" + strconv.Itoa(n+1)
		}
		x.notice.Tasks = append(x.notice.Tasks, x.task(b, block.Range{Start: from, End: end}, c, sc, suffix))
		from = end
	}
}

// task makes one task of the part r of an item, which the clause c closes.
func (x *extractor) task(b body, r block.Range, c *party.Clause, sc scope, suffix string) schema.Task {
	t := schema.Task{ID: sc.id + suffix, Number: b.number, Path: sc.path}
	if b.title.Len() > 0 {
		t.Title = strings.ReplaceAll(x.doc.Join(b.title), "\n", "")
	}
	text := clip(b.paragraphs, r)
	if c != nil {
		at := x.stream.Range(c.Start, c.End)
		text = append(clip(text, block.Range{Start: r.Start, End: at.Start}), clip(text, block.Range{Start: at.End, End: r.End})...)
		t.Departments = x.departments(c)
	}
	t.Text = strings.TrimRight(x.doc.Join(x.spoken(text)...), " \n")
	r = x.trimEnd(r)
	t.Span = x.doc.Span(r)
	begin := r.Start
	if begin == b.span.Start && b.number != "" {
		begin = b.bodyStart(r)
	}
	t.Deadlines, t.Targets = x.facts(t.ID, around(b.boxes, block.Range{Start: begin, End: r.End}), when.Context{})
	if c != nil {
		t.Targets = slices.DeleteFunc(t.Targets, func(g schema.Target) bool { return x.countsBodies(g, c) })
	}
	x.explainDepartments(t.ID, c)
	return t
}

// countsBodies reports whether a number in a clause only counts who is named there: 等11个
// 部门.
func (x *extractor) countsBodies(g schema.Target, c *party.Clause) bool {
	at := x.stream.Range(c.Start, c.End)
	if g.Span.Start < at.Start || g.Span.End > at.End {
		return false
	}
	behind := string(x.doc.Folded[g.Span.End:min(g.Span.End+4, at.End)])
	return strings.HasPrefix(behind, "部门") || strings.HasPrefix(behind, "单位") || strings.HasPrefix(behind, "有关") || strings.HasPrefix(behind, "相关")
}
