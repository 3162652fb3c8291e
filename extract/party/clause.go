package party

import (
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/runes"
	"github.com/policyx/policyx/schema"
)

// Clauses returns the responsibility clauses in runes begin to end, which hold one item
// (its title, body and label lines), in order. Labels and brackets that stand side by
// side are one clause.
func Clauses(s *lex.Stream, begin, end int, ctx Context, trace bool) []Clause {
	if begin >= end {
		return nil
	}
	return newReader(s, begin, end, ctx, trace).clauses(begin, end)
}

func (r *reader) clauses(begin, end int) []Clause {
	found := r.candidates(begin, end)
	clauses := make([]Clause, 0, len(found))
	for _, f := range found {
		c := r.build(f)
		if c.LeadFirst {
			r.ctx.LeadFirst = true
		}
		if c.LeadGroup {
			r.ctx.LeadGroup = true
		}
		if len(c.Inherit) > 0 {
			r.ctx.Inherits = true
		}
		clauses = append(clauses, c)
	}
	return clauses
}

// spot is where a clause stands before its departments are built.
type spot struct {
	rule       string
	start, end int // with brackets and full stop
	from, to   int // without
	walk       *walker
	names      [][]rune
	misread    bool
	opens      bool // the duty stands behind it
	cut        bool // a bound ended it early
}

// build makes the clause of a spot.
func (r *reader) build(f spot) Clause {
	c := Clause{Rule: f.rule, Start: f.start, End: f.end, InnerStart: f.from, InnerEnd: f.to, Understood: !f.misread, Opens: f.opens, Cut: f.cut}
	c.Lost = f.walk.lost
	if f.misread {
		return c
	}
	onward := f.walk.onward || f.walk.onlyNote()
	c.Open, c.LeadFirst, c.LeadGroup = f.walk.open, f.walk.firstLead && onward, f.walk.groupLead && onward
	c.Departments = make([]Department, 0, len(f.walk.items))
	for k, it := range f.walk.items {
		name := f.names[k]
		if len(name) == 0 {
			continue
		}
		d := r.department(name, it)
		if it.inherited {
			d.Role = Responsible
			c.Inherit = append(c.Inherit, d)
			continue
		}
		c.Departments = append(c.Departments, d)
		if f.walk.locals && runes.HasSuffix(name, "政府") {
			d.Role = Responsible
			c.Inherit = append(c.Inherit, d)
		}
	}
	r.settle(&c, f.walk)
	return c
}

// department describes a body by its folded name. Notices name the same bodies over and over.
func (r *reader) department(name []rune, it item) Department {
	var room [4 * maxName]byte
	written := appendPrinted(room[:0], name)
	d, known := r.described[string(written)]
	if !known {
		d = described{string(written), r.canonical(name), r.kind(name)}
		r.described[d.name] = d
	}
	return Department{Name: d.name, Canonical: d.canonical, Kind: d.kind, Role: it.role, Start: it.start, End: it.end}
}

// described is what is said of a body wherever its name stands.
type described struct {
	name, canonical string
	kind            schema.DepartmentKind
}

// settle gives 指导 its role and applies the note that the first department leads.
func (r *reader) settle(c *Clause, w *walker) {
	beside, split := r.ctx.Inherits, false
	for _, d := range c.Departments {
		beside = beside || d.Role != guide
		split = split || d.Role == Lead || d.Role == Support || d.Role == guide
	}
	for k := range c.Departments {
		if d := &c.Departments[k]; d.Role == guide {
			if d.Role = Responsible; beside {
				d.Role = Support
			}
		}
	}
	if split || !(r.ctx.LeadFirst || r.ctx.LeadGroup || w.firstLead || w.groupLead) {
		return
	}
	byGroup := w.groupLead || r.ctx.LeadGroup && !w.firstLead
	first := -1
	at := 0
	for k, it := range w.items {
		if w.dropped(k) || it.inherited {
			continue
		}
		if first < 0 {
			first = it.chunk
		}
		c.Departments[at].Role = Support
		if at == 0 || byGroup && it.chunk == first {
			c.Departments[at].Role = Lead
		}
		at++
	}
}
