package party

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
)

// Cell returns the departments in a table cell, runes begin to end, and whether the cell
// ends in 等. role is what the column says; with [None] the cell's own words say it.
// A role word in the cell beats the column.
func Cell(s *lex.Stream, begin, end int, role Role, ctx Context) (departments []Department, open bool) {
	if begin >= end {
		return nil, false
	}
	r := newReader(s, begin, end, ctx, false)
	w := &walker{reader: r, fresh: true, label: role, labelled: role != None}
	w.run(begin, end)
	f := spot{rule: Bracketed, start: begin, end: end, from: begin, to: end, walk: w, names: w.judge()}
	if role != None {
		f.walk.explicit = true
		r.ctx.LeadFirst, r.ctx.LeadGroup = r.ctx.LeadFirst && role == Responsible, r.ctx.LeadGroup && role == Responsible
	}
	c := r.build(f)
	return c.Departments, c.Open
}

// Column returns the role that the header of a table's column gives its cells; false for
// a column that names none (工作任务) or people (责任人, 责任领导).
func Column(header string) (Role, bool) {
	h := string(folded(header))
	if i := strings.IndexAny(h, "(["); i > 0 && !strings.HasPrefix(h[i+1:], "责任") && !strings.HasPrefix(h[i+1:], "牵头") {
		h = h[:i]
	}
	for _, people := range []string{"责任人", "领导", "负责人", "联系人", "同志"} {
		if strings.Contains(h, people) && !strings.Contains(h, "单位") && !strings.Contains(h, "部门") {
			return None, false
		}
	}
	text := []rune(h)
	if len(text) == 0 || len(text) > 20 {
		return None, false
	}
	s := lexed(text)
	f, ok := table().At(s, 0, len(text), false)
	if !ok {
		return None, false
	}
	switch f.Value.sense {
	case label:
		if f.Value.role == guide {
			return Support, f.End == len(text)
		}
		return f.Value.role, f.End == len(text)
	case after:
		return f.Value.role, f.End == len(text) && (f.Value.role == Lead || f.Value.role == Support)
	}
	return None, false
}
