package ocr

import (
	"image"
	"math"
)

// ink says which pixels of a picture are dark, row by row.
type ink struct {
	w, h int
	dark []bool
}

func (k *ink) at(x, y int) bool { return k.dark[y*k.w+x] }

// patch is the side of the squares whose mean is what paper around a pixel looks like.
const patch = 48

// darken finds what is darker than the paper around it, however the light falls.
func darken(m *image.Gray) *ink {
	b := m.Bounds()
	k := &ink{w: b.Dx(), h: b.Dy()}
	k.dark = make([]bool, k.w*k.h)
	paper, across := means(m)
	for y := range k.h {
		row := m.Pix[y*m.Stride : y*m.Stride+k.w]
		for x, v := range row {
			if p := paper[y/patch*across+x/patch]; int(v)*100 < int(p)*72 {
				k.dark[y*k.w+x] = true
			}
		}
	}
	return k
}

// means is how bright each patch is, or the brightest one beside it: a patch may be full of ink.
func means(m *image.Gray) (paper []uint8, across int) {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	across = (w + patch - 1) / patch
	down := (h + patch - 1) / patch
	sums, counts := make([]int, across*down), make([]int, across*down)
	for y := range h {
		for x, v := range m.Pix[y*m.Stride : y*m.Stride+w] {
			i := y/patch*across + x/patch
			sums[i] += int(v)
			counts[i]++
		}
	}
	paper = make([]uint8, len(sums))
	for y := range down {
		for x := range across {
			for v := max(0, y-1); v <= min(down-1, y+1); v++ {
				for u := max(0, x-1); u <= min(across-1, x+1); u++ {
					i := v*across + u
					paper[y*across+x] = max(paper[y*across+x], uint8(sums[i]/counts[i]))
				}
			}
		}
	}
	return paper, across
}

// leastInk is how many pixels in a million a page with text has at least.
const leastInk = 50

func (k *ink) empty() bool {
	n := 0
	for _, d := range k.dark {
		if d {
			n++
		}
	}
	return n*1_000_000 < leastInk*len(k.dark)
}

// How far a page is turned at most, and by how little it may stay turned, in degrees.
const (
	mostTurn  = 3.0
	leastTurn = 0.1
)

// turn is by how many degrees the lines of a page fall to the right; 0 where they are level. Along level
// lines the ink of a page lies in few rows.
func (k *ink) turn() float64 {
	points := k.thinned()
	best, least := 0.0, k.packed(points, 0)
	most := least
	try := func(from, to, step float64) {
		for a := from; a <= to; a += step {
			if v := k.packed(points, a); v > most {
				best, most = a, v
			}
		}
	}
	try(-mostTurn, mostTurn, 0.25)
	try(best-0.2, best+0.2, 0.05)
	try(best-0.04, best+0.04, 0.02)
	if math.Abs(best) < leastTurn-0.01 || most < least*1.02 {
		return 0
	}
	return best
}

// thinned are dark pixels, one of each little square.
func (k *ink) thinned() (out []image.Point) {
	step := max(1, k.w/1200)
	for y := 0; y < k.h; y += step {
		for x := 0; x < k.w; x += step {
			if k.at(x, y) {
				out = append(out, image.Pt(x, y))
			}
		}
	}
	return out
}

// packed is how unevenly rows that fall by the angle share the points.
func (k *ink) packed(points []image.Point, angle float64) (sum float64) {
	fall := math.Tan(angle * math.Pi / 180)
	margin := int(math.Abs(fall)*float64(k.w)) + 1
	step := max(1, k.w/1200)
	rows := make([]int32, (k.h+2*margin)/step+2)
	for _, p := range points {
		rows[(p.Y+margin-int(math.Round(fall*float64(p.X))))/step]++
	}
	for _, n := range rows {
		sum += float64(n) * float64(n)
	}
	return sum
}

// turned is the picture turned back by so many degrees about its middle, white where nothing was.
func turned(m *image.Gray, angle float64) *image.Gray {
	const one = 1 << 16 // places are in fractions of a pixel
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	sin, cos := math.Sincos(angle * math.Pi / 180)
	dx, dy := int(math.Round(cos*one)), int(math.Round(sin*one))
	for y := range h {
		x0, y0 := -float64(w)/2, float64(y)-float64(h)/2
		px := int((cos*x0 - sin*y0 + float64(w)/2) * one)
		py := int((sin*x0 + cos*y0 + float64(h)/2) * one)
		row := out.Pix[y*out.Stride : y*out.Stride+w]
		for x := range row {
			row[x] = between(m, px>>16, py>>16, px&(one-1)>>8, py&(one-1)>>8)
			px, py = px+dx, py+dy
		}
	}
	return out
}

// quarter is the picture turned to the right by so many quarters of a circle, 1 to 3.
func quarter(m *image.Gray, quarters int) *image.Gray {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	size := image.Rect(0, 0, h, w)
	if quarters == 2 {
		size = image.Rect(0, 0, w, h)
	}
	out := image.NewGray(size)
	for y := range h {
		for x, v := range m.Pix[y*m.Stride : y*m.Stride+w] {
			switch quarters {
			case 1:
				out.Pix[x*out.Stride+h-1-y] = v
			case 2:
				out.Pix[(h-1-y)*out.Stride+w-1-x] = v
			case 3:
				out.Pix[(w-1-x)*out.Stride+y] = v
			}
		}
	}
	return out
}

// between mixes the four pixels around a place; fx and fy are 256ths.
func between(m *image.Gray, x, y, fx, fy int) uint8 {
	if x < 0 || y < 0 || x+1 >= m.Rect.Dx() || y+1 >= m.Rect.Dy() {
		return 0xFF
	}
	p := m.Pix[y*m.Stride+x:]
	upper := int(p[0])*(256-fx) + int(p[1])*fx
	lower := int(p[m.Stride])*(256-fx) + int(p[m.Stride+1])*fx
	return uint8((upper*(256-fy) + lower*fy) >> 16)
}
