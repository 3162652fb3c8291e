package layout

// Page is one page. Units are points (1/72 inch); x grows to the right, y downwards, from
// the top left corner of the page as it is read.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph // in any order
	Rules         []Rule  // in any order
}

// Glyph is a character on the page.
type Glyph struct {
	Rune   rune
	X0, X1 float64 // where it begins and where the next one would
	Base   float64 // y of its base line
	Em     float64 // its size
}

// A Glyph of Han stands from 0.86 em above its base line to 0.14 em below it.
func (g *Glyph) top() float64    { return g.Base - 0.86*g.Em }
func (g *Glyph) middle() float64 { return g.Base - 0.36*g.Em }
func (g *Glyph) width() float64  { return g.X1 - g.X0 }

// Rule is a ruling line, horizontal or vertical.
type Rule struct{ X0, Y0, X1, Y1 float64 }

func (r *Rule) horizontal() bool { return r.Y1-r.Y0 < r.X1-r.X0 }

// Bounds of what is read of one page.
const (
	maxGlyphs = 200_000
	maxRules  = 40_000
)
