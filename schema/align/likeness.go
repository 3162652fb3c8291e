package align

import (
	"cmp"
	"iter"
	"slices"
)

// alike is the likeness from which two tasks are taken to be one.
const alike = 0.5

// How much of ten the parts of a task count: the more alike of title and text, the other one, the headings above.
const moreCounts, lessCounts, pathCounts = 6, 3, 1

// sketch is what the likeness of a task is measured by: pairs of neighbouring letters, sorted.
type sketch struct {
	title, text, path []uint64
}

// sketchLetters is how much of a title, a text or the headings counts.
const sketchLetters = 160

func sketchAll(items []Item, which []int) []sketch {
	out := make([]sketch, len(which))
	for n, i := range which {
		out[n] = newSketch(items[i])
	}
	return out
}

func newSketch(item Item) sketch {
	title, text := item.Title, item.Text
	if title == "" {
		title = text
	}
	var path string
	for _, heading := range item.Path {
		path += Unlabelled(heading) + "\n"
	}
	return sketch{grams(title), grams(text), grams(path)}
}

func grams(s string) []uint64 {
	l := first(s, sketchLetters)
	if len(l) == 0 {
		return nil
	}
	out := []uint64{uint64(l[0])} // where it begins; all there is of a single letter
	for i := 1; i < len(l); i++ {
		out = append(out, uint64(l[i-1])<<32|uint64(l[i]))
	}
	slices.Sort(out)
	return out
}

// likeness returns how alike two tasks are, from 0 to 1.
func (s sketch) likeness(o sketch) float64 {
	title, text := dice(s.title, o.title), dice(s.text, o.text)
	if len(s.text) == 0 && len(o.text) == 0 {
		text = title
	}
	return (moreCounts*max(title, text) + lessCounts*min(title, text) + pathCounts*dice(s.path, o.path)) / 10
}

// dice returns the Sørensen–Dice coefficient of two sorted lists, 1 for two empty ones.
func dice(a, b []uint64) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// shared returns how many elements two sorted lists share.
func shared(a, b []uint64) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// index finds sketches that share rare pairs of letters with another.
type index struct {
	sketches []sketch
	at       map[uint64][]int32 // the sketches that have a pair, in order
}

// What is looked at for one sketch: visits of the index, then sketches to compare.
const (
	maxVisits     = 512
	maxCandidates = 8
)

func newIndex(sketches []sketch) *index {
	ix := &index{sketches, map[uint64][]int32{}}
	for i, s := range sketches {
		for gram := range s.grams() {
			if list := ix.at[gram]; len(list) == 0 || list[len(list)-1] != int32(i) {
				ix.at[gram] = append(list, int32(i))
			}
		}
	}
	return ix
}

// grams yields the pairs of title and text.
func (s sketch) grams() iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for _, list := range [][]uint64{s.title, s.text} {
			for _, gram := range list {
				if !yield(gram) {
					return
				}
			}
		}
	}
}

// near returns the sketches that share most with s; those near position where come first
// among equals.
func (ix *index) near(s sketch, where int) []int {
	var lists [][]int32
	for gram := range s.grams() {
		if list := ix.at[gram]; len(list) > 0 {
			lists = append(lists, list)
		}
	}
	slices.SortStableFunc(lists, func(a, b []int32) int { return cmp.Compare(len(a), len(b)) })
	shared, visits := map[int]int{}, 0
	for _, list := range lists {
		if visits += len(list); visits > maxVisits && len(shared) > 0 {
			break
		}
		for _, i := range around(list, where) {
			shared[int(i)]++
		}
	}
	out := make([]int, 0, len(shared))
	for i := range shared {
		out = append(out, i)
	}
	slices.SortFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(max(a-where, where-a), max(b-where, where-b)), cmp.Compare(a, b))
	})
	return out[:min(len(out), maxCandidates)]
}

// around returns the part of a long list that is nearest to a position.
func around(list []int32, where int) []int32 {
	if len(list) <= maxVisits {
		return list
	}
	at, _ := slices.BinarySearch(list, int32(where))
	from := min(max(at-maxVisits/2, 0), len(list)-maxVisits)
	return list[from : from+maxVisits]
}
