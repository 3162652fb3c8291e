package amount

import "github.com/policyx/policyx/parser/lexicon"

// begins reports whether a word of a list begins at rune i.
func (p *passage) begins(i int, words *lexicon.Set) bool {
	n, _ := p.wordAt(i, words)
	return n > 0
}

// wordAt returns the length and the tag of the longest word of a list that begins at rune i.
func (p *passage) wordAt(i int, words *lexicon.Set) (int, string) {
	if i < 0 || i > p.s.Len() {
		return 0, ""
	}
	return words.Prefix(p.s.Runes[i:])
}

// beginsAny is begins for the few words of a single rule.
func (p *passage) beginsAny(i int, words ...string) bool {
	for _, w := range words {
		if p.s.Has(i, w) {
			return true
		}
	}
	return false
}

// ends reports whether a word of a list ends at rune i of the passage.
func (p *passage) ends(i int, words *lexicon.Set) bool {
	n, _ := p.wordBefore(i, words)
	return n > 0
}

// wordBefore returns the length and the tag of the longest word of a list that ends at rune i of the passage.
func (p *passage) wordBefore(i int, words *lexicon.Set) (int, string) {
	if i < p.begin {
		return 0, ""
	}
	return words.Suffix(p.s.Runes[p.begin:i])
}

// endsAny is ends for the few words of a single rule.
func (p *passage) endsAny(i int, words ...string) bool {
	for _, w := range words {
		if n := len([]rune(w)); i-n >= p.begin && p.s.Has(i-n, w) {
			return true
		}
	}
	return false
}

// without takes words of a list off the end of a phrase, and leaves it something.
func (p *passage) without(a stretch, words *lexicon.Set) stretch {
	for !a.empty() {
		n, _ := words.Suffix(p.s.Runes[a.start+1 : a.end])
		if n == 0 {
			break
		}
		a.end -= n
	}
	return a
}

// says reports whether a text holds a word of a list.
func says(text []rune, words *lexicon.Set) bool {
	for i := range text {
		if n, _ := words.Prefix(text[i:]); n > 0 {
			return true
		}
	}
	return false
}
