package extract

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// Explanation says of each task and goal where its values come from.
type Explanation struct{ Items []ExplainedItem }

// ExplainedItem is one task or goal.
type ExplainedItem struct {
	Task   string // its id
	Title  string
	Values []ExplainedValue // in the order of the text
}

// ExplainedValue is one value: the rule that made it, the text it stands on, and the
// candidates that lost to it. Kind is deadline, target or department; a time that was
// found and is no deadline has the kind "no deadline", with the reason as Value.
type ExplainedValue struct {
	Kind  string
	Rule  string
	Text  string
	Value message.Text
	Span  schema.Span
	Lost  []ExplainedLoser
}

// ExplainedLoser is a candidate that was not taken, and why.
type ExplainedLoser struct {
	Rule, Text, Value, Why string
	Span                   schema.Span
}

// Explain extracts doc and returns the reasons for what was found. It is slower than
// [Extract] and finds the same.
func Explain(doc *parser.Document, opts Options) *Explanation {
	x := newExtractor(doc, opts, true)
	n := x.run()
	e := &Explanation{}
	for _, list := range [][]schema.Task{n.Goals, n.Tasks} {
		for _, t := range list {
			item := ExplainedItem{Task: t.ID, Title: t.Title}
			for _, s := range x.sources {
				if s.task == t.ID {
					item.Values = append(item.Values, s.value)
				}
			}
			slices.SortStableFunc(item.Values, func(a, b ExplainedValue) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
			e.Items = append(e.Items, item)
		}
	}
	return e
}

// explained is a value with the id of its task.
type explained struct {
	task  string
	value ExplainedValue
}

// renamed gives what was explained of a task, which had that id before, its new one.
func (x *extractor) renamed(id string, t *schema.Task) {
	for i := range x.sources {
		s := &x.sources[i]
		if s.task == id && t.Span.Start <= s.value.Span.Start && s.value.Span.End <= t.Span.End {
			s.task = t.ID
		}
	}
}

func (x *extractor) explain(task, kind, rule string, value message.Text, i, j int, lost []match.Loser) {
	if !x.trace || i >= j {
		return
	}
	v := ExplainedValue{Kind: kind, Rule: rule, Text: x.text(i, j), Value: value, Span: x.span(i, j)}
	for _, l := range lost {
		if l.End > l.Start {
			v.Lost = append(v.Lost, x.loser(l))
		}
	}
	x.sources = append(x.sources, explained{task, v})
}

func (x *extractor) loser(l match.Loser) ExplainedLoser {
	why := l.Why
	if states := amount.States(why); states != "" {
		why = states + " (" + why + ")"
	}
	return ExplainedLoser{Rule: l.Rule, Text: x.text(l.Start, l.End), Why: why, Span: x.span(l.Start, l.End)}
}

func (x *extractor) explainTime(task string, t when.Time) {
	if !x.trace {
		return
	}
	v := timeValue(t)
	x.explain(task, v.Kind, v.Rule, v.Value, t.Start, t.End, t.Lost)
}

func timeValue(t when.Time) ExplainedValue {
	if t.Deadline {
		return ExplainedValue{Kind: "deadline", Rule: t.Rule, Value: message.Sprintf("%s %s", t.Relation, t.Value)}
	}
	return ExplainedValue{Kind: "no deadline", Rule: t.Rule, Value: message.Text{Format: t.Why}}
}

func (x *extractor) explainTarget(task string, f amount.Target) {
	if !x.trace {
		return
	}
	v := x.targetValue(f)
	x.explain(task, v.Kind, v.Rule, v.Value, f.Start, f.End, f.Lost)
}

// targetValue shows a target with what is measured, its base and its type, each with the row that says so.
func (x *extractor) targetValue(f amount.Target) ExplainedValue {
	value := string(f.Op) + " " + schema.Number(f.Value).String()
	if f.HasMax {
		value += " " + schema.Number(f.Max).String()
	}
	said := message.Sprintf("%s %s", value, f.Unit)
	if f.NameRule != "" {
		said = message.Sprintf("%s of %s (%s)", said, x.text(f.IndicatorStart, f.IndicatorEnd), f.NameRule)
	}
	if f.PerRule != "" {
		said = message.Sprintf("%s per %s (%s)", said, f.Per, f.PerRule)
	}
	return ExplainedValue{Kind: "target", Rule: f.Rule, Value: message.Sprintf("%s, %s (%s)", said, f.Type, f.TypeRule)}
}

func (x *extractor) explainDepartments(task string, c *party.Clause) {
	if !x.trace || c == nil {
		return
	}
	lost := c.Lost
	for _, d := range c.Departments {
		x.explain(task, "department", c.Rule, message.Sprintf("%s %s", d.Role, d.Name), d.Start, d.End, lost)
		lost = nil
	}
}

func (x *extractor) explainCell(task string, found []party.Department) {
	if !x.trace {
		return
	}
	for _, d := range found {
		x.explain(task, "department", "party/cell", message.Sprintf("%s %s", d.Role, d.Name), d.Start, d.End, nil)
	}
}

// Rule is a row of the rule catalogue.
type Rule struct {
	ID      string // family/what-it-states
	Family  string // when, amount or party; ocr for what is mended on recognised pages
	Pattern string
	Example string // a wording that it matches
}

// Rules returns the rules of all families, each family's in order of priority.
func Rules() []Rule {
	var out []Rule
	for _, f := range []struct {
		name  string
		infos []match.Info
	}{{"when", when.Rules()}, {"amount", amount.Rules()}, {"party", party.Rules()}} {
		for _, i := range f.infos {
			out = append(out, Rule{i.ID, f.name, i.Pattern, i.Example})
		}
	}
	for _, r := range parser.Repairs() {
		out = append(out, Rule{r.ID, "ocr", r.States, r.Example})
	}
	return out
}
