package ocr

import (
	"math"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/layout"
)

// Page is what was recognised of one page.
type Page struct {
	layout.Page
	Confidence float64 // of its characters on average, 0 to 1, in hundredths
	Missed     float64 // share of what looks like text and stands in no line
	Turned     int     // by how many degrees to the right it was turned to be read: 0, 90, 180, 270
	Mended     []block.Misreading

	level float64 // how many characters stand on level lines, weighed by confidence
	tall  bool    // most stand in boxes that are higher than wide
}

// poor reports next to nothing: the page may lie on its side.
func (p *Page) poor() bool {
	return p.tall || len(p.Glyphs) == 0 || p.Confidence < leastConfidence || p.Missed > halfMissed
}

// When a page that was read is turned, to be read once more.
const (
	leastConfidence = 0.6
	halfMissed      = 0.5
)

// maxWords bounds what is taken of one page.
const maxWords = 50_000

// pointsPerInch is the unit of package layout.
const pointsPerInch = 72

// Read lets the engine read the picture of a page. A page without ink is not shown to it; one of which it makes next
// to nothing is shown turned by 90°, 270° and 180° as well, and read as it makes most of it. The error is the engine's.
func Read(e *Engine, m Image) (Page, error) {
	best, err := read(e, m)
	if err != nil || !best.poor() || darken(m.Gray).empty() {
		return best, err
	}
	for _, quarters := range []int{1, 3, 2} {
		p, err := read(e, Image{quarter(m.Gray, quarters), m.DPI})
		if err != nil {
			return best, err
		}
		if p.level > best.level {
			best = p
			best.Turned = 90 * quarters
		}
		if !best.poor() {
			break
		}
	}
	return best, nil
}

// read reads a page as it stands, but for a few degrees.
func read(e *Engine, m Image) (Page, error) {
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
	lines = parted(tidy(lines, float64(b.Dx()), float64(b.Dy())), bars)
	out.Mended = mendLines(lines)
	out.Glyphs = glyphs(lines, scale)
	out.Confidence = confidence(lines)
	out.level, out.tall = levels(lines)
	if len(out.Glyphs) > 0 {
		out.Rules = rules(bars, lines, m.DPI)
		out.Missed = dark.missed(lines, m.DPI)
	}
	return out, nil
}

// levels weighs the characters on level lines by confidence; tall reports that most stand on others.
func levels(lines []Line) (weight float64, tall bool) {
	upright, all := 0, 0
	for _, line := range lines {
		for _, w := range line {
			n := utf8.RuneCountInString(w.Text)
			all += n
			if n > 1 && w.Box.height() > 1.5*w.Box.width() {
				upright += n
				continue
			}
			weight += float64(n) * w.Confidence
		}
	}
	return weight, 2*upright > all
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
