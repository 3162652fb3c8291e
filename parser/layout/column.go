package layout

import (
	"math"
	"slices"
)

// column is a stretch of lines that are read from the top down.
type column struct {
	lines       []run
	left, right float64 // its margins
}

// What text in columns looks like, in lines and em.
const (
	columnLines = 4   // each column has at least so many
	columnWidth = 7   // and is so wide
	columnFull  = 0.6 // so many of its lines reach from margin to margin
	gutterLeast = 0.6 // the white between two columns
	maxDepth    = 12
	maxCuts     = 160
)

// columns puts the runs of a stretch of a page into columns in reading order.
func columns(in []run, depth int) []column {
	if len(in) == 0 {
		return nil
	}
	if depth < maxDepth {
		if cut, ok := bestCut(in); ok {
			var above, left, right, below []run
			for _, r := range in {
				switch {
				case r.base <= cut.top:
					above = append(above, r)
				case r.base >= cut.bottom:
					below = append(below, r)
				case r.x0 < cut.x:
					left = append(left, r)
				default:
					right = append(right, r)
				}
			}
			out := columns(above, depth+1)
			out = append(out, columns(left, depth+1)...)
			out = append(out, columns(right, depth+1)...)
			return append(out, columns(below, depth+1)...)
		}
	}
	c := column{lines: lines(in), left: math.Inf(1)}
	for i := range c.lines {
		c.left, c.right = min(c.left, c.lines[i].x0), max(c.right, c.lines[i].x1)
	}
	return []column{c}
}

// cut is a gutter: the white strip at x, between two heights that are not part of it.
type cut struct{ x, top, bottom float64 }

// bestCut finds the gutter that parts the most lines.
func bestCut(in []run) (best cut, found bool) {
	if len(in) < 2*columnLines {
		return best, false
	}
	byBase := slices.Clone(in)
	slices.SortStableFunc(byBase, func(a, b run) int {
		switch {
		case a.base < b.base:
			return -1
		case a.base > b.base:
			return 1
		}
		return 0
	})
	most := 0
	for _, x := range cutPlaces(byBase) {
		top, begin := math.Inf(-1), 0
		for i := 0; i <= len(byBase); i++ {
			if i < len(byBase) && !(byBase[i].x0 < x && byBase[i].x1 > x) {
				continue
			}
			bottom := math.Inf(1)
			if i < len(byBase) {
				bottom = byBase[i].base
			}
			if n := parts(byBase[begin:i], x); n > most {
				best, most, found = cut{x, top, bottom}, n, true
			}
			top, begin = bottom, i+1
		}
	}
	return best, found
}

// cutPlaces are places right behind the ends of runs, each once.
func cutPlaces(in []run) (out []float64) {
	var ends []float64
	for i := range in {
		if in[i].width() >= columnWidth*in[i].em {
			ends = append(ends, in[i].x1+0.3*in[i].em)
		}
	}
	slices.Sort(ends)
	for _, x := range ends {
		if (len(out) == 0 || x-out[len(out)-1] > 2) && len(out) < maxCuts {
			out = append(out, x)
		}
	}
	return out
}

// parts returns how many lines stand on both sides of x, 0 where they are no columns.
func parts(band []run, x float64) int {
	var left, right side
	left.near, right.near = math.Inf(-1), math.Inf(1)
	for i := range band {
		if r := &band[i]; r.x0 < x {
			left.near = max(left.near, r.x1)
			left.runs = append(left.runs, r)
		} else {
			right.near = min(right.near, r.x0)
			right.runs = append(right.runs, r)
		}
	}
	if len(left.runs) < columnLines || len(right.runs) < columnLines {
		return 0
	}
	em := left.runs[len(left.runs)/2].em
	if right.near-left.near < gutterLeast*em || !left.full(em, false) || !right.full(em, true) {
		return 0
	}
	if !left.beside(&right) {
		return 0
	}
	return min(len(left.runs), len(right.runs))
}

// side is what stands on one side of a gutter.
type side struct {
	runs []*run
	near float64 // the edge at the gutter
}

// full reports that most lines of the side are as long as a column's and stand at the gutter.
func (s *side) full(em float64, right bool) bool {
	n, slack := 0, 2.3
	if s.outlined() {
		slack = 6
	}
	for _, r := range s.runs {
		distance := s.near - r.x1
		if right {
			distance = r.x0 - s.near
		}
		if r.width() >= columnWidth*em && distance <= slack*em {
			n++
		}
	}
	return n >= columnLines && float64(n) >= columnFull*float64(len(s.runs))
}

// outlined reports that several items with labels begin on the side: it holds a text, whose
// lines may end where they like, and no column of a table.
func (s *side) outlined() bool {
	n := 0
	for _, r := range s.runs {
		if labelled(r.glyphs) && r.width() >= columnWidth*r.em {
			n++
		}
	}
	return n >= 2 && n*2 < len(s.runs)
}

// beside reports that the two sides stand next to each other for most of their height.
func (s *side) beside(t *side) bool {
	a0, a1 := s.runs[0].base, s.runs[len(s.runs)-1].base
	b0, b1 := t.runs[0].base, t.runs[len(t.runs)-1].base
	return min(a1, b1)-max(a0, b0) > 0.3*min(a1-a0, b1-b0)
}
