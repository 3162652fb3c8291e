package diff

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// parts knows the parts that tasks stand in, and which part of the new version one of the old is.
type parts struct {
	oldTasks, newTasks []schema.Task
	old, new           headings
	became             map[string]string // by the path of an old heading: that of the new one
}

// headings are those above some tasks, each by its path.
type headings struct {
	order []string // as they come
	names map[string]string
}

func headingsOf(tasks []schema.Task) headings {
	h := headings{names: map[string]string{}}
	for i := range tasks {
		for depth, path := range paths(tasks[i].Path) {
			if _, known := h.names[path]; !known {
				h.order = append(h.order, path)
				h.names[path] = tasks[i].Path[depth]
			}
		}
	}
	return h
}

// partsOf pairs the headings of two versions: those that read the same, and of the others those under which most of the same
// tasks stand.
func partsOf(groups []group, old, new []schema.Task) *parts {
	p := &parts{oldTasks: old, newTasks: new, old: headingsOf(old), new: headingsOf(new), became: map[string]string{}}
	votes, olds, news := map[string]map[string]int{}, map[string]int{}, map[string]int{}
	for _, g := range groups {
		if !g.pair() {
			continue
		}
		a, b := paths(old[g.old[0]].Path), paths(new[g.new[0]].Path)
		for depth, from := range a {
			if votes[from] == nil {
				votes[from] = map[string]int{}
			}
			olds[from]++
			if depth < len(b) {
				votes[from][b[depth]]++
			}
		}
		for _, to := range b {
			news[to]++
		}
	}
	for _, from := range p.old.order {
		if _, same := p.new.names[from]; same {
			p.became[from] = from
			continue
		}
		for to, n := range votes[from] { // one at most has the majority
			if _, other := p.old.names[to]; !other && n*2 > olds[from] && n*2 > news[to] {
				p.became[from] = to
			}
		}
	}
	return p
}

// paths returns what each heading of a path is known by: the headings down to it, without labels.
func paths(path []string) []string {
	out := make([]string, len(path))
	at := ""
	for i, heading := range path {
		at += align.Heading(heading) + "\n"
		out[i] = at
	}
	return out
}

// part is what the innermost heading above a task is known by.
func part(t *schema.Task) string {
	if list := paths(t.Path); len(list) > 0 {
		return list[len(list)-1]
	}
	return ""
}

// renamed returns the headings that were reworded.
func (p *parts) renamed() (out []Entry) {
	for _, from := range p.old.order {
		to := p.became[from]
		if to == "" || last(to) == last(from) {
			continue // only one above it was
		}
		before, after := p.old.names[from], p.new.names[to]
		out = append(out, Entry{
			Item: Heading, Old: []Place{{Title: before}}, New: []Place{{Title: after}},
			Changes: []Change{{Subject: Title, Kind: Reworded, Words: reworded(before, after)}},
		})
	}
	return out
}

// last is the heading at the end of a path.
func last(path string) string {
	path = strings.TrimSuffix(path, "\n")
	return path[strings.LastIndexByte(path, '\n')+1:]
}

// moved returns the old tasks that stand in another part now, or elsewhere among the tasks of their part. Where two changed places,
// one is said to have moved.
func (p *parts) moved(groups []group) map[int]bool {
	out := map[int]bool{}
	stayed := map[string][]group{} // by the part
	for _, g := range groups {
		if !g.pair() {
			continue
		}
		from, to := part(&p.oldTasks[g.old[0]]), part(&p.newTasks[g.new[0]])
		if was, ok := p.became[from]; from != to && !(ok && was == to) {
			out[g.old[0]] = true
			continue
		}
		stayed[to] = append(stayed[to], g)
	}
	for _, list := range stayed {
		var order []int
		for _, g := range list { // in the order of the new version
			order = append(order, g.old[0])
		}
		kept := rising(order)
		for _, i := range order {
			if _, ok := slices.BinarySearch(kept, i); !ok {
				out[i] = true
			}
		}
	}
	return out
}

// rising returns the longest list of numbers that rise, in their order.
func rising(list []int) []int {
	var ends []int // of the rising lists of length 1, 2 …, the index with the least end
	before := make([]int, len(list))
	for i, n := range list {
		at, _ := slices.BinarySearchFunc(ends, n, func(e, n int) int { return list[e] - n })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	out := make([]int, len(ends))
	if len(ends) == 0 {
		return out
	}
	for i, at := ends[len(ends)-1], len(ends)-1; i >= 0; i, at = before[i], at-1 {
		out[at] = list[i]
	}
	return out
}
