package ocr

import (
	"image"
	"slices"
)

// Gray is a page in gray as an engine is to see it: through a red filter where a seal is stamped, which leaves
// the black print under it. What is red elsewhere (the letterhead, its rule) stays dark.
func Gray(m *image.RGBA) *image.Gray {
	b := m.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		row := m.Pix[y*m.Stride : y*m.Stride+4*b.Dx()]
		for x := range b.Dx() {
			r, g, b := int(row[4*x]), int(row[4*x+1]), int(row[4*x+2])
			out.Pix[y*out.Stride+x] = uint8((30*r + 59*g + 11*b) / 100)
		}
	}
	for _, s := range seals(m) {
		for y := s.Min.Y; y < s.Max.Y; y++ {
			for x := s.Min.X; x < s.Max.X; x++ {
				out.Pix[y*out.Stride+x] = m.Pix[y*m.Stride+4*x]
			}
		}
	}
	return out
}

// What a seal is like. Official ones are round and 38 to 60 mm wide, on paper that is 210 or 297 mm wide; several may
// touch each other. A character of a letterhead is smaller, and its lines and forms printed in red have corners.
const (
	sealCells  = 400 // cells along the shorter side of a page
	leastSeal  = 48  // cells: 25 mm of 210
	mostSeal   = 130
	mostChain  = 3  // seals that touch, beside each other
	sealGap    = 3  // cells by which its ring may be broken, 1.5 mm
	sealCorner = 8  // what its corners are of its sides, which are blank: an eighth
	redder     = 50 // by how much the red of a pixel exceeds its green and its blue
)

// seals are the boxes of the seals on a page, in pixels.
func seals(m *image.RGBA) (out []image.Rectangle) {
	side := max(1, min(m.Rect.Dx(), m.Rect.Dy())/sealCells)
	red := reds(m, side)
	for y := range red.h {
		for x := range red.w {
			if !red.at(x, y) {
				continue
			}
			if cells, box := red.take(x, y); sealed(cells, box) {
				r := image.Rect(box.Min.X*side, box.Min.Y*side, box.Max.X*side, box.Max.Y*side)
				out = append(out, r.Inset(-side).Intersect(image.Rect(0, 0, m.Rect.Dx(), m.Rect.Dy())))
			}
		}
	}
	return out
}

// reds says which cells of a page are red by a quarter or more.
func reds(m *image.RGBA, side int) *ink {
	k := &ink{w: m.Rect.Dx() / side, h: m.Rect.Dy() / side}
	k.dark = make([]bool, k.w*k.h)
	for i := range k.dark {
		n := 0
		for y := i / k.w * side; y < (i/k.w+1)*side; y++ {
			for x := i % k.w * side; x < (i%k.w+1)*side; x++ {
				p := m.Pix[y*m.Stride+4*x:]
				if int(p[0]) >= redder+max(int(p[1]), int(p[2])) {
					n++
				}
			}
		}
		k.dark[i] = 4*n >= side*side
	}
	return k
}

// take removes the cells that belong together with one, and returns them with the box around them.
func (k *ink) take(x, y int) (cells []image.Point, box image.Rectangle) {
	cells = []image.Point{{X: x, Y: y}}
	k.dark[y*k.w+x] = false
	for i := 0; i < len(cells); i++ {
		c := cells[i]
		box = box.Union(image.Rect(c.X, c.Y, c.X+1, c.Y+1))
		for v := max(0, c.Y-sealGap); v <= min(k.h-1, c.Y+sealGap); v++ {
			for u := max(0, c.X-sealGap); u <= min(k.w-1, c.X+sealGap); u++ {
				if k.at(u, v) {
					k.dark[v*k.w+u] = false
					cells = append(cells, image.Pt(u, v))
				}
			}
		}
	}
	return cells, box
}

// sealed reports cells that are as large as a seal, in part blank, and without corners.
func sealed(cells []image.Point, box image.Rectangle) bool {
	w, h := box.Dx(), box.Dy()
	if min(w, h) < leastSeal || h > mostSeal || w > mostChain*h || 5*len(cells) > 3*w*h {
		return false
	}
	corner := min(w, h) / sealCorner
	return !slices.ContainsFunc(cells, func(c image.Point) bool {
		return min(c.X-box.Min.X, box.Max.X-1-c.X) < corner && min(c.Y-box.Min.Y, box.Max.Y-1-c.Y) < corner
	})
}
