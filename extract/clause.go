package extract

import (
	"slices"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/runes"
	"github.com/policyx/policyx/schema"
)

// readClauses finds the responsibility clauses of every item, in the order of the text,
// since a note in one of them holds for those behind it.
func (x *extractor) readClauses() {
	var walk func(items []*parser.Item)
	walk = func(items []*parser.Item) {
		for n, it := range items {
			for _, r := range around(it.Boxes, own(it)) {
				x.clauses[it] = append(x.clauses[it], x.find(r)...)
			}
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

// around returns what of r the boxes leave.
func around(boxes []block.Range, r block.Range) []block.Range {
	var out []block.Range
	for _, b := range boxes {
		if r.Contains(b) {
			out = append(out, block.Range{Start: r.Start, End: b.Start})
			r.Start = b.End
		}
	}
	return append(out, r)
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
			x.add(c)
		}
		switch {
		case c.Cut:
			x.remark(schema.Error, schema.UnparsedResponsibility, x.stream.Range(c.Start, c.End), "This responsibility clause is longer, or deeper in brackets, than policyx reads; a part of it was given up.")
		case !c.Understood:
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
		out.Add(d.Role, x.department(d))
	}
	x.inherit(out, c)
	return out
}

// maxAdded bounds the departments that notes add to each task behind them.
const maxAdded = 32

// add keeps the departments that the note in a clause adds to the tasks behind it, each
// name once.
func (x *extractor) add(c party.Clause) {
	for _, d := range c.Inherit {
		switch known := slices.ContainsFunc(x.added, func(a addition) bool { return a.department.Name == d.Name }); {
		case known || x.full:
		case len(x.added) == maxAdded:
			x.full = true
			x.remark(schema.Error, schema.UnparsedResponsibility, x.stream.Range(c.Start, c.End), "Notes add more than %d departments to the tasks behind them; those named from here on were given up.", maxAdded)
		default:
			x.added = append(x.added, addition{from: c.End, department: d})
		}
	}
}

// inherit adds what the notes before a clause add to it.
func (x *extractor) inherit(out *schema.Departments, c *party.Clause) {
	if len(x.added) == 0 {
		return
	}
	named := map[string]bool{}
	for _, d := range out.All() {
		named[d.Name] = true
	}
	for _, a := range x.added {
		if a.from <= c.Start && !named[a.department.Name] {
			d := x.department(a.department)
			d.Inherited = true
			out.Responsible = append(out.Responsible, d)
		}
	}
}

// noted returns what the notes before a task without a clause add to it, nil for nothing.
func (x *extractor) noted(task block.Range) *schema.Departments {
	begin, _ := x.stream.Slice(task)
	var out *schema.Departments
	for _, a := range x.added {
		if a.from > begin {
			continue
		}
		d := x.department(a.department)
		if d.Inherited = true; out == nil {
			out = &schema.Departments{Text: d.Text, Span: d.Span}
		}
		out.Responsible = append(out.Responsible, d)
	}
	return out
}

func (x *extractor) department(d party.Department) schema.Department {
	at := x.stream.Range(d.Start, d.End)
	out := schema.Department{Name: d.Name, Text: d.Name, Canonical: d.Canonical, Kind: d.Kind, Span: x.doc.Span(at)}
	if written := x.doc.Text[at.Start:at.End]; !runes.Equal(written, d.Name) {
		out.Text = string(written)
	}
	return out
}
