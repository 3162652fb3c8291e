package diff

import (
	"slices"

	"github.com/policyx/policyx/schema/align"
)

// How much of a task has to stand in another one to be a part of it, and how much more than in the version of that one that
// was there before.
const partly, newly = 0.6, 0.3

// maxContained bounds how many pairs of tasks are looked at for merged and split ones: of versions that share next to
// nothing there is nothing to find.
const maxContained = 1 << 18

// grouped says what became of each task. The groups stand in the order of the new version, what is gone behind what it
// stood behind.
func grouped(old, new []align.Item) []group {
	j := joiner{old: old, new: new, next: map[int]int{}, last: map[int]int{}}
	pairs := align.Match(old, new)
	for _, p := range pairs {
		switch {
		case p.New == align.None:
			j.gone = append(j.gone, p.Old)
		case p.Old == align.None:
			j.came = append(j.came, p.New)
		default:
			j.next[p.Old], j.last[p.New] = p.New, p.Old
		}
	}
	merged, split := map[int][]int{}, map[int][]int{} // by new, by old
	if (len(j.gone)+len(j.came))*max(len(old), len(new)) <= maxContained {
		merged = j.find(j.gone, j.last, old, new)
		taken := func(i int) bool { return len(merged[i]) > 0 }
		split = j.find(slices.DeleteFunc(j.came, taken), j.next, new, old)
	}
	return j.groups(pairs, merged, split)
}

// joiner looks for tasks that became parts of others.
type joiner struct {
	old, new   []align.Item
	next, last map[int]int // partners of old and of new tasks
	gone, came []int       // tasks without a partner
}

// find returns, by the task in whole that holds them, the tasks of which parts names those that became a part of it. partner leads
// from a task in whole to the version of it where the part stood beside it.
func (j *joiner) find(which []int, partner map[int]int, parts, whole []align.Item) map[int][]int {
	out := map[int][]int{}
	for _, i := range which {
		best, most := align.None, partly
		for w := range whole {
			share := align.Contained(parts[i], whole[w])
			if share < most {
				continue
			}
			if p, ok := partner[w]; ok && share-align.Contained(parts[i], parts[p]) < newly {
				continue
			}
			best, most = w, share
		}
		if best != align.None {
			out[best] = append(out[best], i)
		}
	}
	return out
}

// groups puts together what is paired, merged and split.
func (j *joiner) groups(pairs []align.Pair, merged, split map[int][]int) (out []group) {
	done := map[int]bool{}  // old tasks that were merged
	apart := map[int]bool{} // new tasks that were split off
	for _, list := range merged {
		for _, i := range list {
			done[i] = true
		}
	}
	for o, list := range split {
		if done[o] {
			delete(split, o) // it went elsewhere
			continue
		}
		for _, i := range list {
			apart[i] = true
		}
	}
	for _, p := range pairs {
		g := group{}
		if p.Old != align.None {
			g.old = append(g.old, p.Old)
			g.new = append(g.new, split[p.Old]...)
		}
		if p.New != align.None {
			g.new = append(g.new, p.New)
			g.old = append(g.old, merged[p.New]...)
		}
		switch {
		case p.New == align.None && done[p.Old], p.Old == align.None && apart[p.New]:
			continue // stands in the group of the other
		}
		slices.Sort(g.old)
		slices.Sort(g.new)
		out = append(out, g)
	}
	return out
}
