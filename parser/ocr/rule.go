package ocr

import (
	"image"
	"image/draw"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/layout"
)

// What a ruling line is, in points: longer than a stroke of text, thinner than a bar, with holes no wider.
const (
	ruleLength   = 24
	ruleWidth    = 2.6
	ruleHole     = 0.7
	strokeLength = 60 // of the largest character on a letterhead
	maxRules     = 10_000

	thicker = 3 // pixels by which runs looks at more than a line, and a page may stay turned
)

// bar is a ruling line, or a stroke of a large character, in pixels.
type bar struct {
	Box
	upright bool
	ruled   bool // it is a ruling line, whatever was recognised there
}

// bars finds the ruling lines of an upright page. One that is longer than any stroke is ruled, and one from
// one of these to another.
func (k *ink) bars(dpi int) (out []bar) {
	scale := float64(dpi) / pointsPerInch
	for _, upright := range []bool{false, true} {
		for _, b := range k.runs(upright, int(ruleLength*scale), int(ruleHole*scale)+1) {
			if b.height() > ruleWidth*scale+thicker || len(out) >= maxRules {
				continue
			}
			long := b.width() > strokeLength*scale
			if upright {
				b = Box{b.Y0, b.X0, b.Y1, b.X1}
			}
			out = append(out, bar{b, upright, long})
		}
	}
	near := ruleWidth * scale
	for i := range out {
		if b := &out[i]; b.upright && !b.ruled {
			b.ruled = meets(out, b.X0, b.Y0, near) && meets(out, b.X0, b.Y1, near)
		}
	}
	return out
}

// meets reports a level ruling line at a place.
func meets(bars []bar, x, y, near float64) bool {
	return slices.ContainsFunc(bars, func(b bar) bool {
		return !b.upright && b.ruled && b.X0-near <= x && x <= b.X1+near && b.Y0-near <= y && y <= b.Y1+near
	})
}

// without paints over the ruling lines: an engine reads marks into them.
func without(m Image, bars []bar) Image {
	if !slices.ContainsFunc(bars, func(b bar) bool { return b.ruled }) {
		return m
	}
	out := image.NewGray(m.Bounds())
	draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	edge := m.DPI / pointsPerInch // of ink that ran
	for _, b := range bars {
		if b.ruled {
			draw.Draw(out, image.Rect(int(b.X0)-edge, int(b.Y0)-edge, int(b.X1)+edge, int(b.Y1)+edge), image.White, image.Point{}, draw.Src)
		}
	}
	return Image{out, m.DPI}
}

// parted cuts the words that reach over an upright ruling line in two: an engine took two cells for one line.
func parted(lines []Line, bars []bar) (out []Line) {
	for _, line := range lines {
		var rest Line
		for _, w := range line {
			for _, x := range crossed(w.Box, bars) {
				left, right := w.cut(x)
				if left.Text != "" && right.Text != "" {
					out = append(out, append(rest, left))
					rest, w = nil, right
				}
			}
			rest = append(rest, w)
		}
		out = append(out, rest)
	}
	return out
}

// crossed is where upright ruling lines run through a box, from left to right. Those within a character of its ends
// only touch it.
func crossed(b Box, bars []bar) (at []float64) {
	for _, r := range bars {
		x := (r.X0 + r.X1) / 2
		if r.upright && r.ruled && r.Y0 <= b.Y0 && b.Y1 <= r.Y1 && x > b.X0+0.6*b.height() && x < b.X1-0.6*b.height() {
			at = append(at, x)
		}
	}
	slices.Sort(at)
	return at
}

// cut parts a word at a place: behind the last character whose middle lies before it.
func (w Word) cut(x float64) (left, right Word) {
	text := []rune(w.Text)
	each := w.Box.width() / max(units(text), 0.5)
	left, right = w, w
	at := w.Box.X0
	for i := range text {
		if room := unit(text, i) * each; at+room/2 < x {
			at += room
			continue
		}
		left.Text, right.Text = strings.TrimSpace(string(text[:i])), strings.TrimSpace(string(text[i:]))
		break
	}
	left.Box.X1, right.Box.X0 = x, x
	return left, right
}

// rules are the bars that no word contains, in points.
func rules(bars []bar, lines []Line, dpi int) (out []layout.Rule) {
	scale := float64(dpi) / pointsPerInch
	for _, b := range bars {
		if !b.ruled && inWord(b.Box, lines) {
			continue
		}
		r := layout.Rule{X0: b.X0 / scale, Y0: b.Y0 / scale, X1: b.X1 / scale, Y1: b.Y1 / scale}
		if b.upright {
			r.X0 = (r.X0 + r.X1) / 2
			r.X1 = r.X0
		} else {
			r.Y0 = (r.Y0 + r.Y1) / 2
			r.Y1 = r.Y0
		}
		out = append(out, r)
	}
	return out
}

func inWord(b Box, lines []Line) bool {
	for _, line := range lines {
		for _, w := range line {
			if w.Box.X0 <= b.X0 && b.X1 <= w.Box.X1 && w.Box.Y0 <= b.Y0 && b.Y1 <= w.Box.Y1 {
				return true
			}
		}
	}
	return false
}

// runs gathers the long runs of rows that lie above each other; of columns, with x and y changed, where
// upright.
func (k *ink) runs(upright bool, least, hole int) (out []Box) {
	across, down := k.w, k.h
	at := func(x, y int) bool { return k.at(x, y) || y > 0 && k.at(x, y-1) || y+1 < k.h && k.at(x, y+1) }
	if upright {
		across, down = k.h, k.w
		at = func(y, x int) bool { return k.at(x, y) || x > 0 && k.at(x-1, y) || x+1 < k.w && k.at(x+1, y) }
	}
	var open []Box // those that reach the row before
	for y := range down {
		var next []Box
		for x := 0; x < across; {
			if !at(x, y) {
				x++
				continue
			}
			begin, end := x, x+1
			for x = end; x < across && x < end+hole; x++ {
				if at(x, y) {
					end = x + 1
				}
			}
			if end-begin >= least {
				next = append(next, Box{float64(begin), float64(y), float64(end), float64(y + 1)})
			}
		}
		open, out = grown(open, next, out)
	}
	return append(out, open...)
}

// grown adds the runs of a row to the bars above that they lie along, and closes the others.
func grown(open, row, out []Box) (next, closed []Box) {
	taken := make([]bool, len(open))
	for i := range row {
		for j, o := range open {
			if over := min(o.X1, row[i].X1) - max(o.X0, row[i].X0); over > 0.5*min(o.width(), row[i].width()) {
				row[i] = Box{min(o.X0, row[i].X0), min(o.Y0, row[i].Y0), max(o.X1, row[i].X1), row[i].Y1}
				taken[j] = true
			}
		}
	}
	for j, o := range open {
		if !taken[j] {
			out = append(out, o)
		}
	}
	return row, out
}
