// Package check lists what of a notice is worth a look before its results are used: what was
// guessed or not read, tasks without a lead, dates that are only aimed at.
package check

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/policyx/policyx/schema"
)

// Kind says why something is worth a look.
type Kind string

// The kinds.
const (
	Diagnostic Kind = "diagnostic" // a remark of the notice
	NoLead     Kind = "no-lead"    // a task without a lead where the tasks before and behind it have one
	Tentative  Kind = "tentative"  // a deadline that is only aimed at (力争)
)

// Item is one thing to look at. Indices lead into the notice; nil where it is about none.
type Item struct {
	ID         string          `json:"id"` // unique in the notice, of what the item is about: other items leave it as it is
	Kind       Kind            `json:"kind"`
	Weight     int             `json:"weight"`             // 0 to 100, the gravest 100
	Severity   schema.Severity `json:"severity,omitempty"` // of a diagnostic
	Diagnostic *int            `json:"diagnostic,omitempty"`
	Task       *int            `json:"task,omitempty"`
	Deadline   *int            `json:"deadline,omitempty"` // of the task
}

// List returns what to look at in n, the gravest first, else in the order of the text.
func List(n *schema.Notice) []Item {
	items := []Item{}
	for i, d := range n.Diagnostics {
		items = append(items, Item{ID: name(Diagnostic, string(d.Code), d.Message), Kind: Diagnostic, Weight: weight(d), Severity: d.Severity, Diagnostic: &i})
	}
	for i, t := range n.Tasks {
		if lacksLead(n.Tasks, i) {
			items = append(items, Item{ID: name(NoLead, cmp.Or(t.Key, t.ID), ""), Kind: NoLead, Weight: 60, Task: &i})
		}
		for j, d := range t.Deadlines {
			if d.Tentative {
				items = append(items, Item{ID: name(Tentative, cmp.Or(t.Key, t.ID), d.Text), Kind: Tentative, Weight: 20, Task: &i, Deadline: &j})
			}
		}
	}
	number(items)
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(b.Weight, a.Weight) })
	return items
}

// name is of what an item is about: a code or a task, and a checksum of the words.
func name(kind Kind, about, words string) string {
	id := string(kind) + "-" + about
	if words == "" {
		return id
	}
	sum := fnv.New32a()
	sum.Write([]byte(words))
	return fmt.Sprintf("%s-%08x", id, sum.Sum32())
}

// number tells items apart that are about the same, in their order.
func number(items []Item) {
	seen := make(map[string]int, len(items))
	for i, item := range items {
		if seen[item.ID]++; seen[item.ID] > 1 {
			items[i].ID = fmt.Sprintf("%s-%d", item.ID, seen[item.ID])
		}
	}
}

// weight puts what was given up before what was not read, that before guesses, and those before
// repairs that are sure.
func weight(d schema.Diagnostic) int {
	switch {
	case d.Severity == schema.Error:
		return 100
	case d.Severity == schema.Info:
		return 10
	}
	switch d.Code {
	case schema.UnreadContent, schema.TruncatedInput, schema.NoTextLayer, schema.GarbledText, schema.SeveralNotices, schema.NoOutline:
		return 90
	case schema.UnparsedResponsibility, schema.MissingResponsibility:
		return 70
	case schema.AmbiguousDate, schema.UnreadUnit:
		return 50
	}
	return 40
}

// lacksLead reports whether a task names departments but no lead, where its neighbours below the same
// headings have one. A task without departments at all is a diagnostic of its own.
func lacksLead(tasks []schema.Task, i int) bool {
	d := tasks[i].Departments
	if d == nil || len(d.Lead) > 0 {
		return false
	}
	neighbours := 0
	for _, at := range []int{i - 1, i + 1} {
		if at < 0 || at >= len(tasks) || !slices.Equal(tasks[at].Path, tasks[i].Path) {
			continue
		}
		if tasks[at].Departments == nil || len(tasks[at].Departments.Lead) == 0 {
			return false
		}
		neighbours++
	}
	return neighbours > 0
}
