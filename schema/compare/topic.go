package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// How long a phrase is, in letters, and which share of all tasks has it at most, where that is more than a handful.
const shortest, longest, rare, handful = 2, 8, 8, 4

// heading is the title of a task, and the tasks that have it: in a table several rows share one.
type heading struct {
	notice int
	title  []string // runs of letters
	texts  []string
	tasks  []*schema.Task
}

// headings lists the titles of all tasks; where there is none, how the text begins.
func headings(notices []*schema.Notice) (out []*heading) {
	for i, n := range notices {
		known := map[string]*heading{}
		for k := range n.Tasks {
			t := &n.Tasks[k]
			title := t.Title
			if title == "" {
				title, _, _ = strings.Cut(t.Text, "。")
				title = string(firstRunes(title, 24))
			}
			runs := runsOf(title)
			key := strings.Join(runs, "\n")
			h := known[key]
			if h == nil {
				h = &heading{notice: i, title: runs}
				known[key] = h
				out = append(out, h)
			}
			h.tasks = append(h.tasks, t)
			h.texts = append(h.texts, strings.Join(runsOf(t.Text), "\n"))
		}
	}
	return out
}

func firstRunes(s string, n int) []rune { r := []rune(s); return r[:min(n, len(r))] }

// runsOf are the runs of letters of a text, white space aside.
func runsOf(s string) []string {
	s = strings.Join(strings.Fields(s), "")
	return strings.FieldsFunc(s, func(r rune) bool { return len(letters(string(r))) == 0 })
}

// topics returns the topics, or those that are asked for, those that most notices have first.
func topics(notices []*schema.Notice, asked []string) (out []Topic) {
	all := headings(notices)
	var list []Topic
	for _, phrase := range asked {
		list = append(list, Topic{Phrase: phrase, Core: phrase})
	}
	if len(asked) == 0 {
		pairs := pairsOf(all)
		for _, phrase := range phrasesOf(all, pairs) {
			list = append(list, Topic{Phrase: phrase, Core: pairs.core(phrase)})
		}
	}
	for _, t := range list {
		t.Cells = make([]Cell, len(notices))
		for _, h := range all {
			cell := &t.Cells[h.notice]
			titled := h.titled(t.Core)
			for i, task := range h.tasks {
				switch {
				case titled:
					cell.Tasks = append(cell.Tasks, evidence(task))
				case strings.Contains(h.texts[i], t.Core):
					cell.Mentions = append(cell.Mentions, evidence(task))
				}
			}
		}
		out = append(out, t)
	}
	slices.SortStableFunc(out, func(a, b Topic) int {
		return cmp.Or(cmp.Compare(b.covers(), a.covers()), strings.Compare(a.Phrase, b.Phrase))
	})
	return out
}

// titled reports whether a phrase stands in the title.
func (h *heading) titled(phrase string) bool {
	return slices.ContainsFunc(h.title, func(run string) bool { return strings.Contains(run, phrase) })
}

// covers is how many notices have tasks on the topic.
func (t *Topic) covers() (n int) {
	for _, c := range t.Cells {
		if len(c.Tasks) > 0 {
			n++
		}
	}
	return n
}
