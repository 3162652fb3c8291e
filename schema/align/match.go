package align

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/schema"
)

// Item is what a task is known by. What is not known is left empty.
type Item struct {
	Key   string
	Title string
	Path  []string // headings above it, outermost first
	Text  string
}

// Items returns what tasks are known by.
func Items(tasks []schema.Task) []Item {
	out := make([]Item, len(tasks))
	for i, t := range tasks {
		out[i] = Item{Key: t.Key, Title: t.Title, Path: t.Path, Text: t.Text}
	}
	return out
}

// None stands in a [Pair] for the version that does not have the task.
const None = -1

// Pair is a task in two versions, each by its index.
type Pair struct {
	Old, New int     // None in Old: the task is new; in New: it is gone
	Likeness float64 // from 0 to 1; 1 for the same key, 0 for a task that one version has alone
}

// Match pairs the tasks of two versions; each is in one pair. The pairs stand in the order of the
// new version, a task that is gone behind the one that it stood behind. Tasks with the
// same key belong together, where the key stands more than once the first with the first; the others go to the one
// they are most alike, near ones before far ones. The time goes with the number of tasks, not with its square.
func Match(old, new []Item) []Pair {
	m := matcher{old: old, new: new, partner: filled(len(old)), taken: filled(len(new)), likeness: make([]float64, len(old))}
	m.byKey()
	m.byLikeness()
	return m.pairs()
}

type matcher struct {
	old, new []Item
	partner  []int // of each old item, None where it has none
	taken    []int // of each new item
	likeness []float64
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = None
	}
	return out
}

func (m *matcher) join(old, new int, likeness float64) {
	m.partner[old], m.taken[new], m.likeness[old] = new, old, likeness
}

func (m *matcher) byKey() {
	at := make(map[string][]int, len(m.new))
	for i, item := range m.new {
		if item.Key != "" {
			at[item.Key] = append(at[item.Key], i)
		}
	}
	for i, item := range m.old {
		if list := at[item.Key]; len(list) > 0 {
			m.join(i, list[0], 1)
			at[item.Key] = list[1:]
		}
	}
}

// byLikeness pairs what has no partner yet, the most alike first.
func (m *matcher) byLikeness() {
	olds, news := free(m.partner), free(m.taken)
	if len(olds) == 0 || len(news) == 0 {
		return
	}
	var found []candidate
	sketches, ix := sketchAll(m.old, olds), newIndex(sketchAll(m.new, news))
	for i, s := range sketches {
		for _, j := range ix.near(s, position(i, len(olds), len(news))) {
			if l := s.likeness(ix.sketches[j]); l >= alike {
				apart := position(olds[i], len(m.old), len(m.new)) - news[j]
				found = append(found, candidate{olds[i], news[j], max(apart, -apart), l})
			}
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.apart, b.apart), cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
	})
	for _, c := range found {
		if m.partner[c.old] == None && m.taken[c.new] == None {
			m.join(c.old, c.new, c.likeness)
		}
	}
}

// candidate is a pair that may be one task.
type candidate struct {
	old, new, apart int
	likeness        float64
}

func free(partner []int) []int {
	var out []int
	for i, p := range partner {
		if p == None {
			out = append(out, i)
		}
	}
	return out
}

// position returns where the i-th of n stands among m.
func position(i, n, m int) int { return i * m / max(n, 1) }

// pairs lists all in the order of the new version.
func (m *matcher) pairs() []Pair {
	out := make([]Pair, 0, len(m.new))
	gone := func(from int) {
		for i := from; i < len(m.old) && m.partner[i] == None; i++ {
			out = append(out, Pair{Old: i, New: None})
		}
	}
	gone(0)
	for j, i := range m.taken {
		if i == None {
			out = append(out, Pair{Old: None, New: j})
			continue
		}
		out = append(out, Pair{Old: i, New: j, Likeness: m.likeness[i]})
		gone(i + 1)
	}
	return out
}
