package score

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/schema"
)

// Compare scores a notice against its answer. text is the reading text that the spans of
// the notice point into.
func Compare(gold *Gold, n *schema.Notice, text []rune) Report {
	r := NewReport()
	r.tasks(gold.Tasks, n.Tasks)
	var want, got []fact
	for _, g := range gold.Goals {
		want = append(append(want, wantedDeadlines(g)...), wantedTargets(g)...)
	}
	for _, g := range n.Goals {
		got = append(append(got, gotDeadlines(g)...), gotTargets(g)...)
	}
	r[Goals].add("goals", want, got)
	r[Indicators].add("indicators", wantedRows(gold.Indicators), gotRows(n.Indicators))
	r[Citations].add("citations", wantedCitations(gold.Citations), gotCitations(n.Citations))
	r.metadata(gold.Metadata, n.Metadata)
	r[Evidence].evidence(n, text)
	return r
}

// tasks scores the tasks and what belongs to them.
func (r Report) tasks(gold []GoldTask, tasks []schema.Task) {
	want, got := wantedTasks(gold), gottenTasks(tasks)
	p := pair(want, got)
	for _, both := range p.both {
		g, t := gold[both[0]], tasks[both[1]]
		where := "task " + goldName(g)
		if sameTask(g, t, want[both[0]], got[both[1]]) {
			r[Tasks].add(where, []fact{{"same"}}, []fact{{"same"}})
		} else {
			r[Tasks].add(where, []fact{wantedShape(g)}, []fact{gotShape(t)})
		}
		r.facts(where, &g, &t)
		r[Context].context(where, g.Targets, t.Targets)
	}
	for _, i := range p.lonely {
		where := "task " + goldName(gold[i]) + " (not found)"
		r[Tasks].add(where, []fact{{"task"}}, nil)
		r.facts(where, &gold[i], nil)
	}
	for _, j := range p.beyond {
		where := "task " + strings.TrimSpace(tasks[j].Number+" "+orElse(tasks[j].Title, start(tasks[j].Text))) + " (not in the answer)"
		r[Tasks].add(where, nil, []fact{{"task"}})
		r.facts(where, nil, &tasks[j])
	}
}

// facts scores what belongs to a task; nil for the side that does not have it.
func (r Report) facts(where string, g *GoldTask, t *schema.Task) {
	var want, got [3][]fact
	if g != nil {
		want = [3][]fact{wantedDepartments(*g), wantedDeadlines(*g), wantedTargets(*g)}
	}
	if t != nil {
		got = [3][]fact{gotDepartments(*t), gotDeadlines(*t), gotTargets(*t)}
	}
	for i, k := range []Kind{Departments, Deadlines, Targets} {
		r[k].add(where, want[i], got[i])
	}
}

// sameTask reports whether title, heading, first and last words agree.
func sameTask(g GoldTask, t schema.Task, w wanted, p gotten) bool {
	return w.title == p.title && heading(g.Path) == heading(t.Path) && strings.HasPrefix(p.text, w.head) && strings.HasSuffix(p.text, w.tail)
}

// heading is the label-free last element of a path.
func heading[S ~string](path []S) string {
	if len(path) == 0 {
		return ""
	}
	return label(string(path[len(path)-1]))
}

func wantedShape(g GoldTask) fact {
	title, _ := given(g.Title)
	head, _ := given(g.Head)
	tail, _ := given(g.Tail)
	return shape(title, last(g.Path), head, tail)
}

func gotShape(t schema.Task) fact { return shape(t.Title, last(t.Path), start(t.Text), end(t.Text)) }

func shape(title, heading, head, tail string) fact {
	return fact{fmt.Sprintf("title=%q path=%q text=%q…%q", title, heading, head, tail)}
}

func last[S ~string](path []S) string {
	if len(path) == 0 {
		return ""
	}
	return string(path[len(path)-1])
}

func start(text string) string { r := []rune(text); return string(r[:min(len(r), headLength)]) }

func end(text string) string { r := []rune(text); return string(r[max(0, len(r)-tailLength):]) }

func goldName(g GoldTask) string {
	title, ok := given(g.Title)
	if !ok {
		title, _ = given(g.Head)
	}
	return strings.TrimSpace(string(g.Number) + " " + title)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
