package lexicon

import (
	"slices"
	"sync"
)

// Set is an immutable list of words, each with a tag ("" where the list has none).
// It is safe for concurrent use.
type Set struct {
	forward  *trie
	backward func() *trie // of the reversed words; few lists are asked for endings
}

// NewSet returns a set of words; a word that comes twice keeps its first tag.
func NewSet(entries []Entry) *Set {
	words := make([]word, 0, len(entries))
	for _, e := range entries {
		if e.Word != "" {
			words = append(words, word{[]rune(e.Word), e.Tag})
		}
	}
	words = sorted(words)
	return &Set{
		forward:  newTrie(words),
		backward: sync.OnceValue(func() *trie { return newTrie(sorted(reversed(words))) }),
	}
}

// sorted sorts words and leaves the first of equal ones.
func sorted(words []word) []word {
	slices.SortStableFunc(words, func(a, b word) int { return slices.Compare(a.runes, b.runes) })
	return slices.CompactFunc(words, func(a, b word) bool { return slices.Equal(a.runes, b.runes) })
}

// reversed returns the words read from behind.
func reversed(words []word) []word {
	out := make([]word, len(words))
	for i, w := range words {
		out[i] = word{slices.Clone(w.runes), w.tag}
		slices.Reverse(out[i].runes)
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
	at, length, tag := int32(0), 0, ""
	for i, r := range text {
		if at = t.next(at, r); at == 0 {
			break
		}
		if n := &t.nodes[at]; n.word {
			length, tag = i+1, n.tag
		}
	}
	return length, tag
}

// Suffix returns the length in runes of the longest word that text ends with, and
// its tag; 0 where none does.
func (s *Set) Suffix(text []rune) (int, string) {
	t := s.backward()
	if len(text) == 0 || !t.mayBegin(text[len(text)-1]) {
		return 0, ""
	}
	at, length, tag := int32(0), 0, ""
	for i := len(text) - 1; i >= 0; i-- {
		if at = t.next(at, text[i]); at == 0 {
			break
		}
		if n := &t.nodes[at]; n.word {
			length, tag = len(text)-i, n.tag
		}
	}
	return length, tag
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
	return n.tag, n.word
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
