package diff

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/schema"
)

// times compares when targets are to be reached: of pairs, those times that moved for a target otherwise than said, the deadlines of
// the task as a whole, moved (2023年底前 became 2022年底前 for one target, and the task says both elsewhere).
func times(old, new *schema.Task, pairs []couple[schema.Target], said []Change) (out []Change) {
	for _, p := range pairs {
		c := Change{Subject: Deadline}
		before, after := due(old, p.old), due(new, p.new)
		switch {
		case p.old.When == p.new.When:
			continue
		case p.old.When == "":
			c.Kind, c.New = Added, dueValue(after, p.new)
		case p.new.When == "":
			c.Kind, c.Old = Dropped, dueValue(before, p.old)
		default:
			c.Kind, c.Old, c.New = shift(before, after), dueValue(before, p.old), dueValue(after, p.new)
		}
		if !slices.ContainsFunc(said, func(s Change) bool { return s.Old.is() == c.Old.is() && s.New.is() == c.New.is() }) {
			out = append(out, c)
		}
	}
	return out
}

// due is the deadline of a task that says when a target is to be reached: the last one of that value before it.
func due(t *schema.Task, target schema.Target) schema.Deadline {
	d := schema.Deadline{Text: target.When, Relation: schema.RelationBy, Value: target.When, Span: target.Span}
	d.Start, d.End, _ = schema.Days(target.When)
	for _, other := range t.Deadlines {
		if other.Value == target.When && other.Span.Start <= target.Span.Start {
			d = other
		}
	}
	return d
}

func dueValue(d schema.Deadline, of schema.Target) *Value {
	v := timeValue(d)
	v.For = cmp.Or(of.Indicator, of.Text)
	return v
}

// is is the value that was compared; "" of a version that has none.
func (v *Value) is() string {
	if v == nil {
		return ""
	}
	return v.Is
}
