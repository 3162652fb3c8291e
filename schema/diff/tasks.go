package diff

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// group is what tasks became: old ones and the new ones that stand for them, both in the order of their notice.
type group struct{ old, new []int }

// pair reports a group of one task in both versions.
func (g group) pair() bool { return len(g.old) == 1 && len(g.new) == 1 }

// tasks returns what changed among tasks, or goals.
func (d *differ) tasks(item Item, old, new []schema.Task) []Entry {
	groups := grouped(align.Items(old), align.Items(new))
	parts := partsOf(groups, old, new)
	moved := parts.moved(groups)
	out := parts.renamed()
	for _, g := range groups {
		e := Entry{Item: item, Old: places(old, g.old), New: places(new, g.new)}
		a, b := g.union(old, g.old), g.union(new, g.new)
		switch {
		case len(g.old) == 0:
			e.Changes = []Change{{Subject: Whole, Kind: Added}}
		case len(g.new) == 0:
			e.Changes = []Change{{Subject: Whole, Kind: Dropped}}
		case len(g.old) > 1:
			e.Changes = append([]Change{{Subject: Whole, Kind: Merged}}, d.task(&a, &b)...)
		case len(g.new) > 1:
			e.Changes = append([]Change{{Subject: Whole, Kind: Split}}, d.task(&a, &b)...)
		default:
			if item == Task && moved[g.old[0]] {
				e.Changes = []Change{{Subject: Whole, Kind: Moved}}
			}
			e.Changes = append(e.Changes, d.task(&a, &b)...)
		}
		if len(e.Changes) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// task compares what two tasks say.
func (d *differ) task(old, new *schema.Task) (out []Change) {
	out = append(out, d.departments(old.Departments, new.Departments)...)
	moved := deadlines(old.Deadlines, new.Deadlines)
	reached, pairs := targets(old.Targets, new.Targets)
	out = slices.Concat(out, moved, times(old, new, pairs, moved), reached)
	if runs := reworded(timeless(old), timeless(new)); runs != nil {
		out = append(out, Change{Subject: Schedule, Kind: Reworded, Words: runs})
	}
	was, is := equalled(old, new)
	said := func(a, b string) []Run { return marked(was(words(a)), is(words(b))) }
	if said(old.Title+"\n"+old.Text, new.Title+"\n"+new.Text) == nil {
		return out // where the title ends is a matter of layout
	}
	if runs := said(old.Title, new.Title); runs != nil {
		out = append(out, Change{Subject: Title, Kind: Reworded, Words: runs})
	}
	if runs := said(old.Text, new.Text); runs != nil {
		out = append(out, Change{Subject: Words, Kind: Reworded, Words: runs})
	}
	return out
}

// timeless is the schedule of a task without its times, which are compared by their values.
func timeless(t *schema.Task) string {
	text := t.Schedule
	for _, d := range t.Deadlines {
		text = strings.ReplaceAll(text, joined(d.Text), "")
	}
	return text
}

func places(tasks []schema.Task, which []int) (out []Place) {
	for _, i := range which {
		t := &tasks[i]
		out = append(out, Place{t.ID, t.Number, t.Title, t.Path, t.Text, &t.Span})
	}
	return out
}

// union is a task that says what all of one side say: of several, the titles are a part of the text.
func (g group) union(tasks []schema.Task, which []int) (out schema.Task) {
	if len(g.old) <= 1 && len(g.new) <= 1 {
		for _, i := range which {
			out = tasks[i]
		}
		return out
	}
	var text []string
	for _, i := range which {
		t := &tasks[i]
		text = append(text, t.Title, t.Text)
		out.Deadlines = append(out.Deadlines, t.Deadlines...)
		out.Targets = append(out.Targets, t.Targets...)
		out.Schedule += t.Schedule + "\n"
		for role, dep := range t.Departments.All() {
			if out.Departments == nil {
				out.Departments = &schema.Departments{}
			}
			out.Departments.Add(role, dep)
		}
	}
	out.Text = strings.Join(slices.DeleteFunc(text, func(s string) bool { return s == "" }), "\n")
	return out
}
