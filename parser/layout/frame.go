package layout

import "slices"

// frame is a box around text: two upright sides, closed above or below at least, since one
// that goes on overleaf is open there. Lines across it part its heading from its text.
type frame struct{ left, right, top, under float64 }

// Least size of a frame, in points: less holds no line of text.
const (
	leastFrameWidth  = 60
	leastFrameHeight = 14
)

// frameOf makes a frame of lines that meet, where only two of their places are upright.
func frameOf(across, down []stroke) (f frame, ok bool) {
	sides := places(down)
	if len(sides) != 2 || len(across) == 0 {
		return f, false
	}
	f = frame{left: sides[0], right: sides[1], top: down[0].from, under: down[0].to}
	for _, s := range down {
		f.top, f.under = min(f.top, s.from), max(f.under, s.to)
	}
	return f, f.right-f.left >= leastFrameWidth && f.under-f.top >= leastFrameHeight
}

func (f frame) holds(r *run) bool {
	return f.left <= r.x0+near && r.x1 <= f.right+near && f.top < r.base && r.base < f.under
}

// setFramed marks the runs that stand in a frame.
func setFramed(runs []run, frames []frame) {
	for i := range runs {
		runs[i].framed = slices.ContainsFunc(frames, func(f frame) bool { return f.holds(&runs[i]) })
	}
}
