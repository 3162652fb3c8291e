package ocr

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"
)

var (
	redInk = color.RGBA{R: 225, G: 60, B: 60, A: 255}
	black  = color.RGBA{R: 40, G: 40, B: 40, A: 255}
)

// colored is a white page of A4 at 100 dpi.
func colored() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 827, 1169))
	draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	return m
}

func paint(m *image.RGBA, c color.RGBA, x0, y0, x1, y1 int) {
	draw.Draw(m, image.Rect(x0, y0, x1, y1), image.NewUniform(c), image.Point{}, draw.Src)
}

// stamp draws a ring with a star, broken in two places.
func stamp(m *image.RGBA, x, y, radius int) {
	for i := range 3600 {
		if i%1800 < 40 {
			continue
		}
		sin, cos := math.Sincos(float64(i) / 1800 * math.Pi)
		for r := radius - 4; r < radius; r++ {
			m.SetRGBA(x+int(float64(r)*cos), y+int(float64(r)*sin), redInk)
		}
	}
	paint(m, redInk, x-radius/4, y-radius/4, x+radius/4, y+radius/4)
}

// Under a seal the print stays and the seal goes, broken or touching another one; a letterhead and a form printed in red stay.
func TestSeals(t *testing.T) {
	m := colored()
	for k := range 8 {
		paint(m, redInk, 100+78*k, 100, 170+78*k, 175) // characters of a letterhead, 19 mm high
	}
	paint(m, redInk, 100, 200, 720, 204) // its rule
	for _, x := range []int{100, 200, 300} {
		paint(m, redInk, x, 300, x+3, 450) // a form
		paint(m, redInk, 100, 150+x, 303, 153+x)
	}
	stamp(m, 300, 900, 83)
	stamp(m, 465, 905, 83)
	paint(m, black, 260, 890, 400, 910) // the signature
	out := Gray(m)
	for _, tt := range []struct {
		what string
		x, y int
		dark bool
	}{
		{"letterhead", 130, 130, true}, {"rule", 400, 202, true}, {"form", 201, 330, true},
		{"signature", 300, 900, true}, {"signature beside the star", 360, 900, true},
		{"star", 290, 885, false}, {"ring", 300, 819, false}, {"second star", 460, 905, false}, {"second ring", 465, 986, false},
	} {
		if v := out.GrayAt(tt.x, tt.y).Y; v < 140 != tt.dark {
			t.Errorf("%s: %d", tt.what, v)
		}
	}
}

// What is red all over is no seal, nor is a picture of one that fills the page.
func TestNoSeals(t *testing.T) {
	solid, large := colored(), colored()
	for y := range 160 {
		half := int(math.Sqrt(float64(80*80 - (y-80)*(y-80))))
		paint(solid, redInk, 400-half, 400+y, 400+half, 401+y)
	}
	stamp(large, 413, 500, 350)
	for name, m := range map[string]*image.RGBA{"solid": solid, "large": large, "white": colored(), "small": image.NewRGBA(image.Rect(0, 0, 3, 2)), "none": image.NewRGBA(image.Rectangle{})} {
		if found := seals(m); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
}
