package lexicon

import "unicode/utf8"

// Has reports whether a text is a word.
func (s *Set) Has(text string) bool {
	at := int32(0)
	for _, r := range text {
		if at = s.forward.next(at, r); at == 0 {
			return false
		}
	}
	return s.forward.isWord(at)
}

// Begins reports whether a text begins with a word.
func (s *Set) Begins(text string) bool {
	at := int32(0)
	for _, r := range text {
		if at = s.forward.next(at, r); at == 0 {
			return false
		}
		if s.forward.isWord(at) {
			return true
		}
	}
	return false
}

// CutPrefix returns a text without the longest word that it begins with; false where it begins with none.
func (s *Set) CutPrefix(text string) (rest string, ok bool) {
	at, end := int32(0), 0
	for i, r := range text {
		if at = s.forward.next(at, r); at == 0 {
			break
		}
		if s.forward.isWord(at) {
			end = i + utf8.RuneLen(r)
		}
	}
	return text[end:], end > 0
}

// Ends reports whether a text ends with a word.
func (s *Set) Ends(text string) bool {
	t, at := s.backward(), int32(0)
	for len(text) > 0 {
		r, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
		if at = t.next(at, r); at == 0 {
			return false
		}
		if t.isWord(at) {
			return true
		}
	}
	return false
}

// In reports whether a word stands in a text.
func (s *Set) In(text string) bool {
	for i := range text {
		if s.Begins(text[i:]) {
			return true
		}
	}
	return false
}

// Count returns how many words stand in a text.
func (s *Set) Count(text string) int {
	found := map[int32]bool{}
	for i := range text {
		at := int32(0)
		for _, r := range text[i:] {
			if at = s.forward.next(at, r); at == 0 {
				break
			}
			if s.forward.isWord(at) {
				found[at] = true
			}
		}
	}
	return len(found)
}
