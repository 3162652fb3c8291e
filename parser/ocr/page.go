package ocr

import (
	"math"

	"github.com/policyx/policyx/parser/layout"
)

// Page is what was recognised of one page.
type Page struct {
	layout.Page
	Confidence float64 // of its characters on average, 0 to 1, in hundredths
	Missed     float64 // share of what looks like text and stands in no line
}

// maxWords bounds what is taken of one page.
const maxWords = 50_000

// pointsPerInch is the unit of package layout.
const pointsPerInch = 72

// Read lets the engine read the picture of a page. A page without ink is not shown to it. The error is the
// engine's.
func Read(e *Engine, m Image) (Page, error) {
	b := m.Bounds()
	scale := pointsPerInch / float64(m.DPI)
	out := Page{Page: layout.Page{Width: float64(b.Dx()) * scale, Height: float64(b.Dy()) * scale}}
	dark := darken(m.Gray)
	if dark.empty() {
		return out, nil
	}
	if angle := dark.turn(); angle != 0 {
		m.Gray = turned(m.Gray, angle)
		dark = darken(m.Gray)
	}
	bars := dark.bars(m.DPI)
	lines, err := e.Recognize(without(m, bars))
	if err != nil {
		return out, err
	}
	lines = tidy(lines, float64(b.Dx()), float64(b.Dy()))
	out.Glyphs = glyphs(lines, scale)
	out.Confidence = confidence(lines)
	if len(out.Glyphs) > 0 {
		out.Rules = rules(bars, lines, m.DPI)
		out.Missed = dark.missed(lines, m.DPI)
	}
	return out, nil
}

// confidence is the mean over the characters.
func confidence(lines []Line) float64 {
	sum, n := 0.0, 0.0
	for _, line := range lines {
		for _, w := range line {
			k := float64(len(w.Text))
			sum, n = sum+k*w.Confidence, n+k
		}
	}
	if n == 0 {
		return 0
	}
	return math.Round(100*sum/n) / 100
}
