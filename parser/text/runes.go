package text

import "unicode/utf8"

// runes is []rune(s), quicker on Chinese: most of it is three bytes a character.
func runes(s string) []rune {
	count := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			count++
		}
	}
	out := make([]rune, 0, count)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			out = append(out, rune(c))
			i++
			continue
		}
		// E0 and ED lead some sequences that are no UTF-8; the library knows which.
		if c > 0xE0 && c < 0xF0 && c != 0xED && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
			out = append(out, rune(c&0x0F)<<12|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F))
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		out = append(out, r)
		i += n
	}
	return out
}
