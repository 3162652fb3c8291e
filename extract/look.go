package extract

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ExplainedLine is a line of the reading text as the families saw it.
type ExplainedLine struct {
	Span   schema.Span
	Text   string
	Fields []string         // what it ended in: task 2.1, goal g3, table 1, heading; none for nothing
	Tokens []ExplainedToken // what the families read; white space is no token
	Values []ExplainedValue // what was found, each with what lost to it
	Lost   []ExplainedLoser // what was looked at and belongs to no value
}

// ExplainedToken is one token. Kind is text, number, unit, plan, fixed, letters or punct; Tag
// is the sort of a unit or the years of a plan. What is Masked (a title in 《》, a document's
// number, the name of a department) is no place for times and amounts.
type ExplainedToken struct {
	Kind, Text, Tag string
	Value           float64 // of a number
	Masked          bool
}

// ExplainLine explains a line of the reading text, from 1; with a column, from 1 too, only
// the sentence that holds it (0 for the whole line). Text that is part of an item is read with
// the item, as [Extract] reads it. It returns false where the text has no such place.
func ExplainLine(doc *parser.Document, opts Options, line, column int) (ExplainedLine, bool) {
	r, ok := lineRange(doc, line, column)
	if !ok {
		return ExplainedLine{}, false
	}
	x := newExtractor(doc, opts, true)
	x.run()
	out := ExplainedLine{Span: doc.Span(r), Text: doc.Join(r), Fields: x.fieldsAt(r)}
	i, j := x.stream.Slice(r)
	out.Tokens = x.tokens(i, j)
	l := look{x: x, line: &out, from: i, to: j}
	for _, s := range x.around(r) {
		l.read(s)
	}
	slices.SortStableFunc(out.Values, func(a, b ExplainedValue) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	slices.SortStableFunc(out.Lost, func(a, b ExplainedLoser) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out, true
}

// lineRange returns a line, or the sentence of it that holds a column.
func lineRange(doc *parser.Document, line, column int) (block.Range, bool) {
	r := block.Range{}
	for n := 1; n < line && r.Start < len(doc.Text); n++ {
		for r.Start < len(doc.Text) && doc.Text[r.Start] != '\n' {
			r.Start++
		}
		r.Start++
	}
	if line < 1 || column < 0 || r.Start >= len(doc.Text) {
		return r, false
	}
	for r.End = r.Start; r.End < len(doc.Text) && doc.Text[r.End] != '\n'; r.End++ {
	}
	if column == 0 {
		return r, r.Len() > 0
	}
	at := r.Start + column - 1
	if at >= r.End {
		return r, false
	}
	for i := at; i > r.Start; i-- {
		if doc.Text[i-1] == '。' {
			r.Start = i
			break
		}
	}
	for i := at; i < r.End; i++ {
		if doc.Text[i] == '。' {
			r.End = i + 1
			break
		}
	}
	return r, true
}

// fieldsAt names what of the notice a range touches.
func (x *extractor) fieldsAt(r block.Range) []string {
	var out []string
	add := func(name string, s schema.Span) {
		if s.Start < r.End && r.Start < s.End {
			out = append(out, name)
		}
	}
	for _, g := range x.notice.Goals {
		add("goal "+g.ID, g.Span)
	}
	for _, t := range x.notice.Tasks {
		add("task "+t.ID, t.Span)
	}
	for _, i := range x.notice.Indicators {
		add("indicator "+i.Name, i.Span)
	}
	for _, c := range x.notice.Citations {
		add("citation "+cmp.Or(c.Title, c.DocumentNumber, c.StandardNumber), c.Span)
	}
	head := x.newCover()
	head.metadata(x.notice.Metadata.Spans)
	if head.touches(r) {
		out = append(out, "metadata")
	}
	heads := x.newCover()
	heads.parts(x)
	if heads.touches(r) {
		out = append(out, "heading")
	}
	return out
}

var tokenKinds = map[lex.Kind]string{lex.Text: "text", lex.Number: "number", lex.Unit: "unit", lex.Plan: "plan", lex.Fixed: "fixed", lex.Letters: "letters", lex.Punct: "punct"}

// tokens returns the tokens that touch runes i to j.
func (x *extractor) tokens(i, j int) []ExplainedToken {
	var out []ExplainedToken
	for t := range x.stream.All() {
		if from, to := max(t.Start, i), min(t.End, j); from < to {
			out = append(out, ExplainedToken{
				Kind: tokenKinds[t.Kind], Text: x.stream.String(from, to), Tag: t.Tag, Value: t.Value, Masked: x.stream.Masked(from, to),
			})
		}
	}
	return out
}

// surrounding is what is read as one: the own text of an item, a paragraph, or a cell.
type surrounding struct {
	block.Range
	item *parser.Item
	cell bool
}

// around returns what has to be read to explain r.
func (x *extractor) around(r block.Range) []surrounding {
	var out []surrounding
	touches := func(a block.Range) bool { return a.Start < r.End && r.Start < a.End }
	var walk func(items []*parser.Item)
	walk = func(items []*parser.Item) {
		for _, it := range items {
			if own := own(it); touches(own) {
				out = append(out, surrounding{Range: own, item: it})
			}
			walk(it.Children)
		}
	}
	for _, p := range x.doc.Parts {
		walk(p.Items)
	}
	for _, p := range x.doc.Ranges() {
		if touches(p) && !slices.ContainsFunc(out, func(s surrounding) bool {
			return s.Start <= p.Start && p.End <= s.End || s.Start < p.End && p.Start < s.End && s.item != nil
		}) {
			out = append(out, surrounding{Range: p, cell: x.inTable(p)})
		}
	}
	return out
}

func (x *extractor) inTable(r block.Range) bool {
	return slices.ContainsFunc(x.doc.Tables, func(t *parser.Table) bool { return t.Contains(r) })
}

// look fills an explained line with what the families say of runes from to to.
type look struct {
	x        *extractor
	line     *ExplainedLine
	from, to int
}

func (l *look) read(s surrounding) {
	x := l.x
	i, j := x.stream.Slice(s.Range)
	ctx := when.Context{Issued: x.issued, TableYear: x.yearAround(s.Range), Cell: s.cell}
	if s.cell {
		ctx.Column = x.columns[s.Start]
	}
	times, lost := when.Explain(x.stream, i, j, ctx, nil, true)
	for _, t := range times {
		l.value(timeValue(t), t.Start, t.End, t.Lost)
	}
	l.losers(lost)
	targets, lost := amount.Explain(x.stream, i, j, amount.Context{Times: whens(times)}, true)
	for _, t := range targets {
		l.value(l.x.targetValue(t), t.Start, t.End, t.Lost)
	}
	l.losers(lost)
	if s.cell {
		departments, _ := party.Cell(x.stream, i, j, party.None, x.party)
		l.departments("party/cell", departments, nil)
		return
	}
	clauses, lost := party.Explain(x.stream, i, j, x.party)
	if s.item != nil {
		clauses = x.clauses[s.item] // as the notes before them make them
	}
	for _, c := range clauses {
		l.departments(c.Rule, c.Departments, c.Lost)
		if !c.Understood {
			l.value(ExplainedValue{Kind: "no clause", Rule: c.Rule, Value: message.Text{Format: "looks like a responsibility clause and was not understood"}}, c.Start, c.End, c.Lost)
		}
	}
	l.losers(lost)
}

func (l *look) departments(rule string, found []party.Department, lost []match.Loser) {
	for _, d := range found {
		l.value(ExplainedValue{Kind: "department", Rule: rule, Value: message.Sprintf("%s %s", d.Role, d.Name)}, d.Start, d.End, lost)
		lost = nil
	}
}

// value keeps a value that touches the line, and what lost to it there.
func (l *look) value(v ExplainedValue, i, j int, lost []match.Loser) {
	if i >= l.to || j <= l.from || i >= j {
		l.losers(lost)
		return
	}
	v.Text, v.Span = l.x.text(i, j), l.x.span(i, j)
	for _, o := range lost {
		if o.Start < j && i < o.End {
			v.Lost = append(v.Lost, l.x.loser(o))
		} else {
			l.losers([]match.Loser{o})
		}
	}
	l.line.Values = append(l.line.Values, v)
}

// losers keeps those that touch the line.
func (l *look) losers(lost []match.Loser) {
	for _, o := range lost {
		if o.Start < l.to && l.from < o.End {
			l.line.Lost = append(l.line.Lost, l.x.loser(o))
		}
	}
}
