package layout

import "math"

// Outline is one connected line of a drawing, point by point. The zero value is ready to use.
type Outline struct {
	points []point
	curved bool
}

type point struct{ x, y float64 }

// Start begins a new outline at a point.
func (o *Outline) Start(x, y float64) {
	o.points, o.curved = append(o.points[:0], point{x, y}), false
}

// Line goes on to a point.
func (o *Outline) Line(x, y float64) { o.points = append(o.points, point{x, y}) }

// Curve goes on to a point, but not straight.
func (o *Outline) Curve(x, y float64) {
	o.curved = true
	o.Line(x, y)
}

// Close goes back to where the outline began.
func (o *Outline) Close() {
	if len(o.points) > 0 {
		o.points = append(o.points, o.points[0])
	}
}

// thin is how thick a filled stretch may be to be a ruling line, in points.
const thin = 2.6

// Rules appends the ruling lines of the outline to out: all of it where it is thin, else
// its level and upright sides where they are stroked.
func (o *Outline) Rules(out []Rule, stroked bool) []Rule {
	if len(o.points) < 2 || o.curved {
		return out
	}
	first := o.points[0]
	r := Rule{X0: first.x, X1: first.x, Y0: first.y, Y1: first.y}
	for _, p := range o.points {
		r.X0, r.X1, r.Y0, r.Y1 = min(r.X0, p.x), max(r.X1, p.x), min(r.Y0, p.y), max(r.Y1, p.y)
	}
	if min(r.X1-r.X0, r.Y1-r.Y0) <= thin {
		return append(out, r)
	}
	if !stroked {
		return out
	}
	for i := 1; i < len(o.points); i++ {
		a, b := o.points[i-1], o.points[i]
		if math.Abs(a.x-b.x) < 0.6 || math.Abs(a.y-b.y) < 0.6 {
			out = append(out, Rule{X0: min(a.x, b.x), X1: max(a.x, b.x), Y0: min(a.y, b.y), Y1: max(a.y, b.y)})
		}
	}
	return out
}
