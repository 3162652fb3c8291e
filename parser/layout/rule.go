package layout

import (
	"cmp"
	"math"
	"slices"
)

// How ruling lines meet, in points.
const (
	near     = 2.6 // lines closer than this are one, ends closer than this meet
	shortest = 4   // what is shorter rules nothing
)

// stroke is a ruling line: at a height or a distance, from one end to the other.
type stroke struct {
	at, from, to float64
	group        int
}

// strokes splits rules into horizontal and vertical ones, each line once.
func strokes(p *Page) (across, down []stroke) {
	for i := range p.Rules[:min(len(p.Rules), maxRules)] {
		r := p.Rules[i]
		if math.IsNaN(r.X0 + r.X1 + r.Y0 + r.Y1) {
			continue
		}
		r.X0, r.X1 = clamp(min(r.X0, r.X1), p.Width), clamp(max(r.X0, r.X1), p.Width)
		r.Y0, r.Y1 = clamp(min(r.Y0, r.Y1), p.Height), clamp(max(r.Y0, r.Y1), p.Height)
		switch {
		case r.horizontal() && r.Y1-r.Y0 <= near:
			across = append(across, stroke{at: (r.Y0 + r.Y1) / 2, from: r.X0, to: r.X1})
		case !r.horizontal() && r.X1-r.X0 <= near:
			down = append(down, stroke{at: (r.X0 + r.X1) / 2, from: r.Y0, to: r.Y1})
		}
	}
	return tidy(across), tidy(down)
}

func clamp(v, most float64) float64 { return min(max(v, -near), most+near) }

// tidy joins the pieces of a line, and lines that were drawn twice.
func tidy(in []stroke) []stroke {
	slices.SortFunc(in, func(a, b stroke) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from)) })
	var out []stroke
	for i := 0; i < len(in); {
		j := i + 1
		for j < len(in) && in[j].at-in[i].at <= near {
			j++
		}
		level := in[i:j]
		slices.SortFunc(level, func(a, b stroke) int { return cmp.Compare(a.from, b.from) })
		at := level[len(level)/2].at
		open := level[0]
		for _, s := range level[1:] {
			if s.from <= open.to+near {
				open.to = max(open.to, s.to)
				continue
			}
			out = keep(out, open, at)
			open = s
		}
		out = keep(out, open, at)
		i = j
	}
	return out
}

func keep(out []stroke, s stroke, at float64) []stroke {
	if s.to-s.from < shortest {
		return out
	}
	s.at = at
	return append(out, s)
}

// group numbers the strokes so that those that meet, over any number of others, have the
// same number, and returns how many numbers there are.
func group(across, down []stroke) int {
	parent := make([]int, len(across)+len(down))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	work := 0
	for i := range across {
		a := &across[i]
		first, _ := slices.BinarySearchFunc(down, a.from-near, func(s stroke, x float64) int { return cmp.Compare(s.at, x) })
		for j := first; j < len(down) && down[j].at <= a.to+near; j++ {
			if work++; work > maxMeetings {
				break
			}
			if d := &down[j]; d.from-near <= a.at && a.at <= d.to+near {
				parent[find(i)] = find(len(across) + j)
			}
		}
	}
	numbers := map[int]int{}
	number := func(i int) int {
		root := find(i)
		if _, ok := numbers[root]; !ok {
			numbers[root] = len(numbers)
		}
		return numbers[root]
	}
	for i := range across {
		across[i].group = number(i)
	}
	for j := range down {
		down[j].group = number(len(across) + j)
	}
	return len(numbers)
}

// maxMeetings bounds how many pairs of lines are compared on a page.
const maxMeetings = 4_000_000
