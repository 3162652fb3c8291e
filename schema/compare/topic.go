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
	around []string // what else each task says: the headings above it, its times and targets
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
			h.around = append(h.around, around(t))
		}
	}
	return out
}

// around are the runs of what a task says outside of its title and text: in a table these are other columns of its row.
func around(t *schema.Task) string {
	parts := append(slices.Clone(t.Path), t.Schedule)
	for _, d := range t.Deadlines {
		parts = append(parts, d.Text)
	}
	for _, g := range t.Targets {
		parts = append(parts, g.Indicator, g.Text)
	}
	return strings.Join(runsOf(strings.Join(parts, "。")), "\n")
}

func firstRunes(s string, n int) []rune { r := []rune(s); return r[:min(n, len(r))] }

// runsOf are the runs of letters and digits of a text, white space aside.
func runsOf(s string) []string {
	s = strings.Join(strings.Fields(s), "")
	return strings.FieldsFunc(s, func(r rune) bool { return len(letters(string(r))) == 0 })
}

// topics returns the topics, or those that are asked for, those that most notices have first.
func topics(notices []*schema.Notice, o *Options) (out []Topic) {
	all := headings(notices)
	var list []Topic
	for _, phrase := range o.Topics {
		list = append(list, Topic{Phrase: phrase, Core: phrase})
	}
	if len(o.Topics) == 0 {
		pairs := pairsOf(all)
		for _, phrase := range phrasesOf(all, pairs, o.Way) {
			list = append(list, Topic{Phrase: phrase, Core: pairs.core(phrase, o.Way)})
		}
	}
	for _, t := range list {
		t.Cells = make([]Cell, len(notices))
		sought := strings.Join(runsOf(t.Core), "\n") // as titles and texts are: 养老、托育 is two runs
		for _, h := range all {
			cell := &t.Cells[h.notice]
			titled := strings.Contains(strings.Join(h.title, "\n"), sought)
			for i, task := range h.tasks {
				switch {
				case titled:
					cell.Tasks = append(cell.Tasks, evidence(task))
				case strings.Contains(h.texts[i], sought), strings.Contains(h.around[i], sought):
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

// covers is how many notices have tasks on the topic.
func (t *Topic) covers() (n int) {
	for _, c := range t.Cells {
		if len(c.Tasks) > 0 {
			n++
		}
	}
	return n
}
