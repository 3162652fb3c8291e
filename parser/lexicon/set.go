package lexicon

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Set is an immutable list of words, each with a tag ("" where the list has none).
// It is safe for concurrent use.
type Set struct {
	forward  *trie
	backward func() *trie // of the reversed words; few lists are asked for endings
}

// NewSet returns a set of words; a word that comes twice keeps its first tag.
func NewSet(entries []Entry) *Set {
	words := sorted(slices.Clone(entries))
	return &Set{
		forward:  newTrie(words),
		backward: sync.OnceValue(func() *trie { return newTrie(sorted(reversed(words))) }),
	}
}

// sorted sorts words and leaves the first of equal ones, and none that is empty.
func sorted(words []Entry) []Entry {
	slices.SortStableFunc(words, func(a, b Entry) int { return strings.Compare(a.Word, b.Word) })
	words = slices.CompactFunc(words, func(a, b Entry) bool { return a.Word == b.Word })
	if len(words) > 0 && words[0].Word == "" {
		words = words[1:]
	}
	return words
}

// reversed returns the words read from behind.
func reversed(words []Entry) []Entry {
	size := 0
	for _, w := range words {
		size += len(w.Word)
	}
	var text strings.Builder
	text.Grow(size)
	out := make([]Entry, len(words))
	for i, w := range words {
		begin := text.Len()
		for rest := w.Word; rest != ""; {
			r, size := utf8.DecodeLastRuneInString(rest)
			rest = rest[:len(rest)-size]
			text.WriteRune(r)
		}
		out[i] = Entry{text.String()[begin:], w.Tag}
	}
	return out
}

// Prefix returns the length in runes of the longest word that text begins with, and
// its tag; 0 where none does.
func (s *Set) Prefix(text []rune) (int, string) {
	t := s.forward
	if len(text) == 0 || !t.mayBegin(text[0]) {
		return 0, ""
	}
	at, length, found := int32(0), 0, int32(0)
	for i, r := range text {
		if at = t.next(at, r); at == 0 {
			break
		}
		if t.nodes[at].word > 0 {
			length, found = i+1, at
		}
	}
	if length == 0 {
		return 0, ""
	}
	return length, t.tag(&t.nodes[found])
}

// Suffix returns the length in runes of the longest word that text ends with, and
// its tag; 0 where none does.
func (s *Set) Suffix(text []rune) (int, string) {
	t := s.backward()
	if len(text) == 0 || !t.mayBegin(text[len(text)-1]) {
		return 0, ""
	}
	at, length, found := int32(0), 0, int32(0)
	for i := len(text) - 1; i >= 0; i-- {
		if at = t.next(at, text[i]); at == 0 {
			break
		}
		if t.nodes[at].word > 0 {
			length, found = len(text)-i, at
		}
	}
	if length == 0 {
		return 0, ""
	}
	return length, t.tag(&t.nodes[found])
}

// Lookup returns the tag of a whole word.
func (s *Set) Lookup(word []rune) (tag string, ok bool) {
	if len(word) == 0 || !s.forward.mayBegin(word[0]) {
		return "", false
	}
	at := int32(0)
	for _, r := range word {
		if at = s.forward.next(at, r); at == 0 {
			return "", false
		}
	}
	n := &s.forward.nodes[at]
	if n.word == 0 {
		return "", false
	}
	return s.forward.tag(n), true
}

// First returns the runes that words with one of the tags begin with; without tags,
// those of all words.
func (s *Set) First(tags ...string) []rune {
	var runes []rune
	root := s.forward.nodes[0]
	for at := root.first; at < root.end; at++ {
		if len(tags) == 0 || s.forward.holds(at, tags) {
			runes = append(runes, s.forward.keys[at])
		}
	}
	return runes
}
