package pdf

import (
	"math"

	"github.com/tetratelabs/wazero/api"

	"github.com/policyx/policyx/parser/layout"
)

// sheet is what is read of one page.
type sheet struct {
	layout.Page
	faults     int  // characters that the font gives no code for
	picture    bool // a picture fills most of the page
	recognized bool // its text is not drawn: a program read it off a picture
	damaged    bool // it could not be opened
	clipped    bool // it holds more than is read
}

// frame is the place of a page in its own coordinates, and how it is turned for reading.
type frame struct {
	left, bottom, right, top float64
	turns                    int // quarter turns clockwise
}

// size is width and height of the page as it is shown.
func (f frame) size() (w, h float64) {
	w, h = f.right-f.left, f.top-f.bottom
	if f.turns&1 == 1 {
		w, h = h, w
	}
	return w, h
}

// place maps a point of the page to where it is shown, y downwards.
func (f frame) place(x, y float64) (float64, float64) {
	switch f.turns & 3 {
	case 1:
		return y - f.bottom, x - f.left
	case 2:
		return f.right - x, y - f.bottom
	case 3:
		return f.top - y, f.right - x
	}
	return x - f.left, f.top - y
}

// Bounds of what is read of one page.
const (
	maxCharacters = 200_000
	maxObjects    = 200_000
	maxSegments   = 400_000
	maxNesting    = 12
)

// read reads page n of the document.
func (s *session) read(document uint64, n int) (out sheet) {
	page := s.call("FPDF_LoadPage", document, uint64(n))
	if page == 0 {
		out.damaged = true
		return out
	}
	defer s.call("FPDF_ClosePage", page)
	f := frame{turns: s.number("FPDFPage_GetRotation", page) & 3}
	box, ok := s.floats(4, false, "FPDF_GetPageBoundingBox", page)
	if !ok || !(box[2] > box[0]) || !(box[1] > box[3]) {
		out.damaged = true
		return out
	}
	f.left, f.top, f.right, f.bottom = box[0], box[1], box[2], box[3]
	s.characters(page, &f, &out)
	d := drawing{session: s, frame: f}
	d.objects(page, "FPDFPage_CountObjects", "FPDFPage_GetObject", identity, 0)
	out.Width, out.Height = f.size()
	out.Rules = d.rules
	out.clipped = out.clipped || d.count == maxObjects || d.segments == maxSegments
	out.picture = d.pictures > 0.5*out.Width*out.Height
	return out
}

// characters reads the characters of a page, as they stand once the page is turned so that
// most of them are upright; f is turned with them.
func (s *session) characters(page uint64, f *frame, out *sheet) {
	text := s.call("FPDFText_LoadPage", page)
	if text == 0 {
		out.damaged = true
		return
	}
	defer s.call("FPDFText_ClosePage", text)
	count := s.number("FPDFText_CountChars", text)
	if count > maxCharacters {
		count, out.clipped = maxCharacters, true
	}
	turns := make([]int8, max(0, count)) // quarter turns, -1 of what is left out
	var quarters [4]int
	for i := range turns {
		turns[i] = -1
		if s.err != nil || s.number("FPDFText_IsGenerated", text, uint64(i)) != 0 {
			continue
		}
		if q, ok := quarter(s.real("FPDFText_GetCharAngle", text, uint64(i))); ok {
			turns[i] = int8(q)
			quarters[q]++
		}
	}
	upright := 0
	for q := range quarters {
		if quarters[q] > quarters[upright] {
			upright = q
		}
	}
	f.turns = upright
	out.Glyphs = make([]layout.Glyph, 0, quarters[upright])
	hidden := 0
	for i, turn := range turns {
		if int(turn) != upright || s.err != nil {
			continue
		}
		if g, ok := s.character(text, uint64(i), *f); ok {
			out.Glyphs = append(out.Glyphs, g)
			if s.number("FPDFText_HasUnicodeMapError", text, uint64(i)) == 1 {
				out.faults++
			}
			if s.hidden(text, uint64(i)) {
				hidden++
			}
		}
	}
	if out.recognized = hidden*2 > len(out.Glyphs); out.recognized {
		out.faults = 0 // the font that such programs write has no shapes, and pdfium doubts its codes
		settle(out.Glyphs)
	}
}

// quarter returns how many quarter turns clockwise bring a character of that angle, which
// pdfium measures clockwise, upright, where it is a whole number of them.
func quarter(angle float64) (int, bool) {
	q := -angle / (math.Pi / 2)
	whole := math.Round(q)
	return int(whole) & 3, math.Abs(q-whole) < 0.05
}

// character reads one character. Its advance comes from the font; where the page is
// turned, from the ink.
func (s *session) character(text, i uint64, f frame) (g layout.Glyph, ok bool) {
	code := s.number("FPDFText_GetUnicode", text, i)
	if code == 2 { // pdfium's mark for a hyphen at the end of a line
		code = '-'
	}
	if code < ' ' || code > 0x10FFFF {
		return g, false
	}
	g.Rune = rune(code)
	m, ok := s.floats(6, false, "FPDFText_GetMatrix", text, i)
	size := api.DecodeF64(s.call("FPDFText_GetFontSize", text, i))
	if !ok || !(size > 0) {
		return g, false
	}
	g.Em = size * math.Hypot(m[2], m[3])
	box, ok := s.floats(4, false, "FPDFText_GetLooseCharBox", text, i)
	if !ok {
		return g, false
	}
	left, base := f.place(box[0], m[5])
	right, _ := f.place(box[2], m[5])
	origin, ok := s.origin(text, i)
	switch {
	case ok && math.Abs(m[1]) < 0.01*math.Abs(m[0]) && math.Abs(origin[1]-m[5]) > 0.3*g.Em && s.alone(text, i):
		// pdfium does not move the replacement text of a tagged piece with its form; the
		// piece itself it does.
		origin = [2]float64{m[4], m[5]}
		box[0], box[2] = m[4], m[4]+g.Em
		fallthrough
	case ok:
		width := box[2] - box[0]
		left, base = f.place(origin[0], origin[1])
		right = left + width
	}
	if f.turns != 0 {
		return s.turned(text, i, f, g, left, base)
	}
	g.X0, g.X1, g.Base = left, max(right, left), base
	return g, g.Em > 0 && !math.IsNaN(g.X0+g.X1+g.Base)
}

// alone reports that character i is a text object of its own.
func (s *session) alone(text, i uint64) bool {
	object := s.call("FPDFText_GetTextObject", text, i)
	return (i == 0 || s.call("FPDFText_GetTextObject", text, i-1) != object) && s.call("FPDFText_GetTextObject", text, i+1) != object
}

// turned gives a character of a turned page its place: from its origin to its ink's end.
func (s *session) turned(text, i uint64, f frame, g layout.Glyph, left, base float64) (layout.Glyph, bool) {
	at := uint64(s.scratch)
	if !s.truth("FPDFText_GetCharBox", text, i, at, at+8, at+16, at+24) {
		return g, false
	}
	var ink [4]float64
	for k := range ink {
		ink[k], _ = s.module.Memory().ReadFloat64Le(s.scratch + uint32(8*k))
	}
	x0, _ := f.place(ink[0], ink[2])
	x1, _ := f.place(ink[1], ink[3])
	g.X0, g.X1, g.Base = left, max(x0, x1, left+0.4*g.Em), base
	if g.Rune >= 0x2E80 {
		g.X1 = max(g.X1, left+g.Em)
	}
	return g, g.Em > 0 && !math.IsNaN(g.X0+g.X1+g.Base)
}

// origin is where the base line of a character begins.
func (s *session) origin(text, i uint64) (out [2]float64, ok bool) {
	at := uint64(s.scratch)
	if !s.truth("FPDFText_GetCharOrigin", text, i, at, at+8) {
		return out, false
	}
	for k := range out {
		out[k], _ = s.module.Memory().ReadFloat64Le(s.scratch + uint32(8*k))
	}
	return out, true
}
