package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
)

// isBlank reports whether a folded rune is white space.
func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\r' }

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r == '〇' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// trim returns r without white space at its ends.
func trim(text []rune, r block.Range) block.Range {
	for r.Start < r.End && isBlank(text[r.Start]) {
		r.Start++
	}
	for r.End > r.Start && isBlank(text[r.End-1]) {
		r.End--
	}
	return r
}

// squeeze returns at most limit runes of text without its white space.
func squeeze(text []rune, limit int) []rune {
	out := make([]rune, 0, min(limit, len(text)))
	for _, r := range text {
		if !isBlank(r) {
			if len(out) == limit {
				break
			}
			out = append(out, r)
		}
	}
	return out
}

// trimLeft returns text without the marks at its begin.
func trimLeft(text []rune, marks string) []rune {
	for len(text) > 0 && strings.ContainsRune(marks, text[0]) {
		text = text[1:]
	}
	return text
}

// trimRight returns text without the marks at its end.
func trimRight(text []rune, marks string) []rune {
	for len(text) > 0 && strings.ContainsRune(marks, text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

// appendJoined appends text, which has no white space at its ends, as one line: without what
// is blank when folded around line breaks. A space stays where it keeps two words apart.
func appendJoined(out []byte, text, folded []rune) []byte {
	for i := 0; i < len(text); i++ {
		if !isBlank(folded[i]) {
			out = utf8.AppendRune(out, text[i])
			continue
		}
		j, broken, spaced := i, false, false
		for isBlank(folded[j]) {
			broken = broken || text[j] == '\n' || text[j] == '\r'
			spaced = spaced || text[j] != '*' // a mark of emphasis parts no words
			j++
		}
		if spaced && keepsSpace(text[i-1], text[j], broken) {
			out = append(out, ' ')
		}
		i = j - 1
	}
	return out
}

// keepsSpace reports whether white space between a and b means anything. A line break parts words of Latin letters;
// figures (10⏎00) are one that it broke.
func keepsSpace(a, b rune, broken bool) bool {
	if broken {
		return isLatin(a) && isLatin(b) && !(unicode.IsDigit(a) && unicode.IsDigit(b))
	}
	return true
}

func isLatin(r rune) bool { return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// Spoken reports whether r says anything: more than punctuation and a label.
func (d *Document) Spoken(r block.Range) bool {
	r = trim(d.Folded, r)
	if r.Len() == 0 {
		return false
	}
	if m, ok := markerAt(d.Folded, r.Start, r.End); ok {
		r.Start = m.End
	}
	for _, c := range d.Folded[r.Start:r.End] {
		if isHan(c) || isLatin(c) {
			return true
		}
	}
	return false
}

// foldZeros folds the figure 0 and the letter O within a year that is written in Chinese
// numerals to 〇: 二00五年.
func foldZeros(text []rune) {
	for i := 4; i < len(text); i++ {
		if text[i] != '年' || label.Digit(text[i-4]) == 0 {
			continue
		}
		year, zero := text[i-4:i], false
		for _, r := range year {
			zero = zero || r == '0' || r == 'O' || r == 'o'
			if r != '0' && r != 'O' && r != 'o' && r != '〇' && r != '零' && label.Digit(r) == 0 {
				zero = false
				break
			}
		}
		for k, r := range year {
			if zero && (r == '0' || r == 'O' || r == 'o') {
				year[k] = '〇'
			}
		}
	}
}
