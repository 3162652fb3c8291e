package layout

import (
	"slices"
	"unicode"

	"github.com/policyx/policyx/parser/source"
)

// text is what the line says. A space stands where the gap between two characters is wider
// than the spacing of the line: of letters and digits between two of them, by one em
// otherwise, so 责 任 单 位 and justified lines are closed up.
func (r *run) text() []rune { return spaced(r.glyphs) }

func spaced(glyphs []Glyph) []rune {
	out := make([]rune, 0, len(glyphs)+4)
	spread := spacing(glyphs)
	for i, g := range glyphs {
		if i > 0 && parted(&glyphs[i-1], &g, spread) {
			out = append(out, ' ')
		}
		out = append(out, g.Rune)
	}
	return out
}

const (
	wordGap = 0.18 // em, between letters
	hanGap  = 0.85 // em, where Chinese stands on a side
)

func parted(a, b *Glyph, spread float64) bool {
	em := min(a.Em, b.Em)
	gap := b.X0 - a.X1
	if western(a.Rune) && western(b.Rune) {
		return gap > max(wordGap*em, spread+0.1*em) && !(unicode.IsDigit(a.Rune) && unicode.IsDigit(b.Rune) && gap < 0.4*em)
	}
	return gap > hanGap*em+spread
}

// spacing is the usual gap between the Chinese characters of a line.
func spacing(glyphs []Glyph) float64 {
	var gaps []float64
	for i := 1; i < len(glyphs); i++ {
		if a, b := &glyphs[i-1], &glyphs[i]; !western(a.Rune) || !western(b.Rune) {
			gaps = append(gaps, max(0, b.X0-a.X1))
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[(len(gaps)-1)/2]
}

// western reports letters, digits and signs that words of Latin letters are made of.
func western(r rune) bool { return r > ' ' && r < 0x2E80 && !punctuation(r) }

func punctuation(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·', '•', '※', '〔', '〕':
		return true
	}
	return r >= 0x2460 && r < 0x2500 // circled numbers
}

// opens and closes report marks that may not end and not begin a line.
func opens(r rune) bool {
	switch source.Fold(r) {
	case '(', '[', '《', '<', '“', '‘', '【', '「':
		return true
	}
	return false
}

func closes(r rune) bool {
	switch source.Fold(r) {
	case ')', ']', '》', '>', '”', '’', '】', '」', ',', '。', '、', ';', ':', '!', '?', '%', '.':
		return true
	}
	return false
}
