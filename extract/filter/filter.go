package filter

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// Query is what is asked for. Each field narrows; of a field with several values, any will do but
// where all is said.
type Query struct {
	Departments []string      // one of them has to do with the task, in one of Roles
	Roles       []schema.Role // that some department has
	// DueBefore and DueAfter bound the last day of one of the task's deadlines, inclusive. They take a day, a
	// month or a year (2024-06-30, 2024-06, 2024), also as people write them (2024年6月底): before is up to
	// its last day, after is from its first. A task without a last day does not fit.
	DueBefore, DueAfter string
	Places              []string // that the notice comes from, or that its place lies in
	Contains            []string // all stand in title, text or headings above, widths and case aside
	Having              []string // all of these, of [Haves]
}

// Haves returns what [Query.Having] can ask for: deadlines, targets, departments, and warnings, which
// are diagnostics of that severity or worse that stand within the task.
func Haves() []string { return []string{"deadlines", "targets", "departments", "warnings"} }

// Empty reports whether nothing is asked for.
func (q *Query) Empty() bool {
	return len(q.Departments)+len(q.Roles)+len(q.Places)+len(q.Contains)+len(q.Having) == 0 && q.DueBefore == "" && q.DueAfter == ""
}

// Filter keeps the tasks that fit a query. It never changes and is safe for concurrent use.
type Filter struct {
	words         *words
	departments   []asked
	roles         []schema.Role
	before, after string // inclusive ISO days, "" for an open side
	places        []string
	contains      []string
	having        []string
}

// New returns the filter of a query. Departments and places of the user's lexicon count as the built-in
// ones; nil stands for these alone. It fails on a date that is none.
func New(q Query, user *lexicon.User) (*Filter, error) {
	f := &Filter{words: newWords(user), roles: q.Roles, having: q.Having}
	if len(f.roles) == 0 {
		f.roles = schema.Roles()
	}
	for _, name := range q.Departments {
		f.departments = append(f.departments, f.words.ask(name))
	}
	for _, name := range q.Places {
		f.places = append(f.places, source.Squeeze(name))
	}
	for _, text := range q.Contains {
		f.contains = append(f.contains, Folded(text))
	}
	if len(q.Roles) == 0 && len(q.Departments) == 0 {
		f.roles = nil // no department is asked for
	}
	var err error
	if _, f.before, err = dueDays("due-before", q.DueBefore); err != nil {
		return nil, err
	}
	f.after, _, err = dueDays("due-after", q.DueAfter)
	return f, err
}

// dueDays returns the days of a date of the query, "" without one.
func dueDays(name, text string) (first, last string, err error) {
	if text == "" {
		return "", "", nil
	}
	first, last, ok := days(text)
	if !ok {
		return "", "", message.Errorf("%s %q: want a date with its year, such as 2024-06-30, 2024-06 or 2024年6月底", name, text)
	}
	return first, last, nil
}

// Kept is what a filter leaves of a notice.
type Kept struct {
	Notice   *schema.Notice // with the tasks that fit; nil where none does
	Dayless  int            // tasks that fit but for a last day, which they have none of
	Homeless bool           // a place is asked for, and the notice names none
}

// Keep returns the notice with the tasks that fit. Goals and indicators have to fit like tasks; what is
// said of the notice as a whole stays as it is: metadata, outline, tables, citations, coverage and
// diagnostics, of which any may concern a task that was not understood. place is where the notice is from
// if it does not say so, "" where nobody knows. n itself is not changed.
func (f *Filter) Keep(n *schema.Notice, place string) (kept Kept) {
	h := homeOf(&n.Metadata, place)
	if len(f.places) > 0 && !slices.ContainsFunc(f.places, func(p string) bool { return f.words.lies(h, p) }) {
		kept.Homeless = h.place == ""
		return kept
	}
	c := candidate{Filter: f, notice: n, home: h}
	some := *n
	some.Tasks = keep(n.Tasks, func(t *schema.Task) bool {
		fits := c.fits(t)
		if fits && !f.due(t) {
			if LastDay(t) == "" {
				kept.Dayless++
			}
			return false
		}
		return fits
	})
	if len(some.Tasks) == 0 {
		return kept
	}
	some.Goals = keep(n.Goals, func(t *schema.Task) bool { return c.fits(t) && f.due(t) })
	some.Indicators = keep(n.Indicators, func(i *schema.Indicator) bool {
		t := taskOf(i)
		return c.fits(&t) && f.due(&t)
	})
	kept.Notice = &some
	return kept
}

// keep returns the items that fit, nil where none does.
func keep[T any](list []T, fits func(*T) bool) (out []T) {
	for i := range list {
		if fits(&list[i]) {
			out = append(out, list[i])
		}
	}
	return out
}

// taskOf is what an indicator says, as a task: a name, a table above it, who answers for it, and
// whether a value is to be reached.
func taskOf(i *schema.Indicator) schema.Task {
	t := schema.Task{Title: i.Name, Path: []string{i.Table}, Departments: i.Departments, Span: i.Span}
	for _, v := range i.Values {
		if v.Kind == "target" {
			t.Targets = append(t.Targets, schema.Target{})
		}
	}
	return t
}

// candidate is a notice whose tasks are looked at.
type candidate struct {
	*Filter
	notice *schema.Notice
	home   home
}

// fits reports whether a task fits in all but its days.
func (c *candidate) fits(t *schema.Task) bool {
	return c.answers(t.Departments) && c.says(t) && !slices.ContainsFunc(c.having, func(what string) bool { return !c.has(t, what) })
}

// answers reports whether a department that is asked for has a role that is.
func (c *candidate) answers(d *schema.Departments) bool {
	if c.roles == nil {
		return true
	}
	for _, role := range c.roles {
		for i := range d.In(role) {
			dep := &d.In(role)[i]
			if len(c.departments) == 0 || slices.ContainsFunc(c.departments, func(a asked) bool { return c.words.is(a, dep, c.home) }) {
				return true
			}
		}
	}
	return false
}

// says reports whether all texts stand in what a task says.
func (c *candidate) says(t *schema.Task) bool {
	if len(c.contains) == 0 {
		return true
	}
	said := []string{Folded(t.Title), Folded(t.Text)}
	for _, heading := range t.Path {
		said = append(said, Folded(heading))
	}
	return !slices.ContainsFunc(c.contains, func(text string) bool {
		return !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, text) })
	})
}

func (c *candidate) has(t *schema.Task, what string) bool {
	switch what {
	case "deadlines":
		return len(t.Deadlines) > 0
	case "targets":
		return len(t.Targets) > 0
	case "departments":
		for range t.Departments.All() {
			return true
		}
		return false
	}
	return slices.ContainsFunc(c.notice.Diagnostics, func(d schema.Diagnostic) bool {
		return d.Severity.AtLeast(schema.Warning) && d.Span != nil && d.Span.Start >= t.Span.Start && d.Span.Start < t.Span.End
	})
}

// due reports whether a task is due within the days that are asked for.
func (f *Filter) due(t *schema.Task) bool { return !f.Dated() || len(f.Due(t)) > 0 }

// Dated reports whether days are asked for. Nil asks for none.
func (f *Filter) Dated() bool { return f != nil && (f.before != "" || f.after != "") }

// Due returns the deadlines of a task that end within the days that are asked for, all with a last day where none are. Of those that
// end on one day it is the first.
func (f *Filter) Due(t *schema.Task) (due []schema.Deadline) {
	for _, d := range t.Deadlines {
		if d.End == "" || f.Dated() && (d.End < f.after || f.before != "" && d.End > f.before) {
			continue
		}
		if !slices.ContainsFunc(due, func(other schema.Deadline) bool { return other.End == d.End }) {
			due = append(due, d)
		}
	}
	return due
}

// LastDay returns the last day of a task's deadlines, "" where none has one.
func LastDay(t *schema.Task) (day string) {
	for _, d := range t.Deadlines {
		day = max(day, d.End)
	}
	return day
}

// Family returns the work that a department does, wherever it is: 民政 of 市民政局, 云溪市民政局, 民政厅 and
// 民政部, 卫生健康 of 卫健委. Of a merged office it is its works, set apart by 、, and of a body that
// the lexicon does not know its name without the place.
func Family(name string) string {
	return strings.Join(newWords(nil).offices(name)[0].works, "、")
}

// Office returns what tells an office of a notice from its others, whatever its name is spelled like: its works
// and whose it is. 市卫健委 and 云溪市卫生健康委员会 are one office in a notice of 云溪市; the notice's place is ""
// where it is not known.
func Office(name, place string) string {
	w := newWords(nil)
	o, home := w.offices(name)[0], source.Squeeze(place)
	whose := strings.Join(o.words, "、")
	switch {
	case o.place != "" && (home == "" || !w.samePlace(o.place, home)):
		whose = o.place
	case o.words == nil && o.level != "":
		whose = string(o.level)
	case o.words == nil:
		whose = levelWord(home)
	}
	if levelOf(whose) == schema.LevelProvince {
		whose = string(schema.LevelProvince) // 民政厅 shows it, whatever the province is called
	}
	if o.each {
		whose = every + whose
	}
	return strings.Join(o.works, "、") + " " + whose
}
