package extract

import (
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

const lexBoundary = lex.Boundary

// readClauses finds the responsibility clauses of every item, in the order of the text,
// since a note in one of them holds for those behind it.
func (x *extractor) readClauses() {
	var walk func(items []*parser.Item)
	walk = func(items []*parser.Item) {
		for n, it := range items {
			x.clauses[it] = x.find(own(it))
			if len(x.clauses[it]) > 0 && n < len(items)-1 {
				x.closing[it.Marker.Kind] = true
			}
			walk(it.Children)
		}
	}
	for _, p := range x.doc.Parts {
		walk(p.Items)
	}
}

// own returns the stretch of an item's own paragraphs, without its children.
func own(it *parser.Item) block.Range {
	r := block.Range{Start: it.Marker.End, End: it.Marker.End}
	for _, o := range it.Own {
		r.End = max(r.End, o.End)
	}
	return r
}

// find returns the clauses in r and takes up the notes that they carry.
func (x *extractor) find(r block.Range) []party.Clause {
	i, j := x.stream.Slice(r)
	clauses := party.Clauses(x.stream, i, j, x.party, x.trace)
	for _, c := range clauses {
		x.claim(x.stream.Range(c.Start, c.End), c.Understood)
		x.party.LeadFirst = x.party.LeadFirst || c.LeadFirst
		x.party.LeadGroup = x.party.LeadGroup || c.LeadGroup
		x.party.Inherits = x.party.Inherits || len(c.Inherit) > 0
		if len(c.Inherit) > 0 {
			x.added = append(x.added, addition{from: c.End, note: x.stream.Range(c.Start, c.End), departments: c.Inherit})
		}
		if !c.Understood {
			x.remark(schema.Warning, schema.UnparsedResponsibility, x.stream.Range(c.Start, c.End), "This looks like a responsibility clause and was not understood.")
		}
		for _, d := range c.Departments {
			x.stream.Mask(d.Start, d.End)
		}
	}
	return clauses
}

// departments converts a clause, with what notes before it add.
func (x *extractor) departments(c *party.Clause) *schema.Departments {
	if c == nil || !c.Understood {
		return nil
	}
	out := &schema.Departments{Text: x.text(c.InnerStart, c.InnerEnd), Span: x.span(c.InnerStart, c.InnerEnd), Open: c.Open}
	for _, d := range c.Departments {
		out.Add(string(d.Role), x.department(d))
	}
	for _, a := range x.added {
		if a.from > c.Start {
			continue
		}
		for _, d := range a.departments {
			if !has(out, d.Name) {
				dep := x.department(d)
				dep.Inherited = true
				out.Responsible = append(out.Responsible, dep)
			}
		}
	}
	return out
}

func has(d *schema.Departments, name string) bool {
	for _, list := range [][]schema.Department{d.Lead, d.Support, d.Responsible} {
		for _, e := range list {
			if e.Name == name {
				return true
			}
		}
	}
	return false
}

func (x *extractor) department(d party.Department) schema.Department {
	return schema.Department{Name: d.Name, Text: x.text(d.Start, d.End), Canonical: d.Canonical, Kind: d.Kind, Span: x.span(d.Start, d.End)}
}
