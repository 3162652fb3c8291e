package layout

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/parser/source"
)

// run is a stretch of characters on one base line without a wide gap, or a whole line.
type run struct {
	glyphs   []Glyph // from left to right
	x0, x1   float64
	base, em float64 // of most of its characters
	page     int
	framed   bool // a frame is drawn around it
}

func (r *run) top() float64    { return r.base - 0.86*r.em }
func (r *run) bottom() float64 { return r.base + 0.14*r.em }
func (r *run) width() float64  { return r.x1 - r.x0 }

// What parts and joins characters, in em.
const (
	sameBase = 0.16 // by how much base lines of one line differ
	runGap   = 1.55 // a wider gap parts two runs
	touch    = 0.7  // a smaller one lets a raised or larger character belong to a run
)

// clean leaves out what leaves no mark, what lies off the page, and characters that were
// drawn twice to look bold.
func clean(p *Page) []Glyph {
	out := make([]Glyph, 0, min(len(p.Glyphs), maxGlyphs))
	for _, g := range p.Glyphs {
		if len(out) == maxGlyphs {
			break
		}
		if !(g.Em > 0.5 && g.Em < 2000 && g.X1 >= g.X0) || blank(g.Rune) {
			continue
		}
		if g.X0 < -g.Em || g.X0 > p.Width || g.Base < 0 || g.top() > p.Height || g.width() > 8*g.Em {
			continue
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b Glyph) int { return cmp.Or(cmp.Compare(a.Base, b.Base), cmp.Compare(a.X0, b.X0)) })
	return single(out)
}

// single drops the second of two equal characters at one place.
func single(sorted []Glyph) []Glyph {
	out := sorted[:0]
	for _, g := range sorted {
		twice := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-400 && g.Base-out[k].Base < 0.2*g.Em; k-- {
			if d := g.X0 - out[k].X0; out[k].Rune == g.Rune && d < 0.25*g.Em && d > -0.25*g.Em {
				twice = true
				break
			}
		}
		if !twice {
			out = append(out, g)
		}
	}
	return out
}

// runs gathers characters, sorted by base line, into runs.
func runs(glyphs []Glyph, page int) []run {
	var out []run
	for i := 0; i < len(glyphs); {
		j := i + 1
		for j < len(glyphs) && glyphs[j].Base-glyphs[j-1].Base < sameBase*glyphs[j].Em/2 && glyphs[j].Base-glyphs[i].Base < sameBase*max(glyphs[i].Em, glyphs[j].Em) {
			j++
		}
		level := slices.Clone(glyphs[i:j])
		slices.SortStableFunc(level, func(a, b Glyph) int { return cmp.Compare(a.X0, b.X0) })
		begin := 0
		for k := 1; k <= len(level); k++ {
			if k == len(level) || level[k].X0-level[k-1].X1 > runGap*max(level[k].Em, level[k-1].Em) {
				out = append(out, newRun(level[begin:k], page))
				begin = k
			}
		}
		i = j
	}
	return attach(out)
}

func newRun(glyphs []Glyph, page int) run {
	r := run{glyphs: glyphs, page: page, x0: glyphs[0].X0, x1: glyphs[0].X1}
	ems, bases := make([]float64, len(glyphs)), make([]float64, len(glyphs))
	for i, g := range glyphs {
		r.x0, r.x1 = min(r.x0, g.X0), max(r.x1, g.X1)
		ems[i], bases[i] = g.Em, g.Base
	}
	r.em, r.base = median(ems), median(bases)
	return r
}

// attach joins runs that touch and overlap in height: raised characters, and scripts with
// base lines of their own.
func attach(in []run) []run {
	slices.SortStableFunc(in, func(a, b run) int { return cmp.Compare(a.base, b.base) })
	gone := make([]bool, len(in))
	for pass, changed := 0, true; changed && pass < 4; pass++ {
		changed = false
		for i := range in {
			for j := i + 1; j < len(in) && !gone[i] && in[j].base-in[i].base < max(in[i].em, in[j].em) && j < i+200; j++ {
				if gone[j] || !in[i].touches(&in[j]) {
					continue
				}
				in[i] = merge(&in[i], &in[j])
				gone[j], changed = true, true
			}
		}
	}
	out := in[:0]
	for i := range in {
		if !gone[i] {
			out = append(out, in[i])
		}
	}
	return out
}

func (r *run) touches(s *run) bool {
	reach := touch * min(r.em, s.em)
	return r.x0 < s.x1+reach && s.x0 < r.x1+reach && r.level(s) && !r.covers(s)
}

// level reports that the two overlap by half the height of the smaller one.
func (r *run) level(s *run) bool {
	return min(r.bottom(), s.bottom())-max(r.top(), s.top()) > 0.5*min(r.em, s.em)
}

// covers reports that characters of the two stand upon each other.
func (r *run) covers(s *run) bool {
	over := 0.0
	i, j := 0, 0
	for i < len(r.glyphs) && j < len(s.glyphs) {
		a, b := &r.glyphs[i], &s.glyphs[j]
		over += max(0, min(a.X1, b.X1)-max(a.X0, b.X0))
		if a.X1 < b.X1 {
			i++
		} else {
			j++
		}
	}
	return over > 0.4*min(r.width(), s.width())
}

func merge(r, s *run) run {
	all := append(slices.Clone(r.glyphs), s.glyphs...)
	slices.SortStableFunc(all, func(a, b Glyph) int { return cmp.Compare(a.X0, b.X0) })
	out := newRun(all, r.page)
	out.framed = r.framed && s.framed
	return out
}

// lines joins runs that stand side by side, from the top down.
func lines(in []run) []run {
	slices.SortStableFunc(in, func(a, b run) int { return cmp.Or(cmp.Compare(a.base, b.base), cmp.Compare(a.x0, b.x0)) })
	var out []run
	for i := range in {
		if n := len(out); n > 0 && out[n-1].level(&in[i]) && !out[n-1].covers(&in[i]) {
			out[n-1] = merge(&out[n-1], &in[i])
			continue
		}
		out = append(out, in[i])
	}
	return out
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return sorted[len(sorted)/2]
}

// blank reports what leaves no mark on paper.
func blank(r rune) bool {
	return r <= ' ' || r == 0xFFFE || r == 0xFFFF || source.Fold(r) == ' '
}
