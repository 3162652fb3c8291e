package source

import (
	"strings"
	"unicode"
)

// Squeeze returns text folded and without white space.
func Squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if r = Fold(r); unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// IsHan reports whether a folded rune is a Chinese character, the numeral 〇 among them.
func IsHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r == '〇' }
