package pdf

import (
	"math"
	"slices"

	"github.com/policyx/policyx/parser/layout"
)

// invisible is the mode of text that is not drawn, as fpdf_edit.h numbers it.
const invisible = 3

// hidden reports that character i is not drawn.
func (s *session) hidden(text, i uint64) bool {
	object := s.call("FPDFText_GetTextObject", text, i)
	return object != 0 && s.number("FPDFTextObj_GetTextRenderMode", object) == invisible
}

// settle puts the characters that text recognition laid under the picture of a page, in the order
// of the file, where the picture has them. Such a program writes word by word: it knows where a
// word begins and ends, gives all its characters and the blank behind it the same share of that,
// lets it overlap the next one where it took too much, and takes the height of its ink, with or
// without a comma or bracket, for its size.
func settle(glyphs []layout.Glyph) {
	ems := make([]float64, len(glyphs))
	for i := range glyphs {
		ems[i] = glyphs[i].Em
	}
	slices.Sort(ems)
	for i := range glyphs {
		if usual := ems[len(ems)/2]; math.Abs(glyphs[i].Em-usual) < 0.25*usual {
			glyphs[i].Em = usual
		}
	}
	for begin := 0; begin < len(glyphs); {
		end := begin
		for end < len(glyphs) && glyphs[end].Rune != ' ' {
			end++
		}
		next := end
		for next < len(glyphs) && glyphs[next].Rune == ' ' {
			next++
		}
		if end > begin {
			stretch(glyphs[begin:end], wordEnd(glyphs, begin, end, next))
		}
		begin = next
	}
}

// wordEnd is where the word ends that stands from begin to end, with blanks up to next: behind its
// blank, but not behind where the next word of the line begins.
func wordEnd(glyphs []layout.Glyph, begin, end, next int) float64 {
	x := glyphs[end-1].X1
	if end < next {
		x = max(x, glyphs[end].X1)
	}
	if next < len(glyphs) {
		a, b := &glyphs[begin], &glyphs[next]
		if b.X0 > a.X0 && math.Abs(a.Base-b.Base) < 0.5*a.Em {
			x = min(x, b.X0)
		}
	}
	return x
}

// stretch gives the characters of a word the room up to x in equal parts.
func stretch(word []layout.Glyph, x float64) {
	x0 := word[0].X0
	each := (x - x0) / float64(len(word))
	for i := range word {
		word[i].X0, word[i].X1 = x0+float64(i)*each, x0+float64(i+1)*each
	}
}
