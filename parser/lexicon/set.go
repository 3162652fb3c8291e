package lexicon

import (
	"cmp"
	"iter"
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

// sorted sorts words as a trie wants them and leaves the first of equal ones, and none that is empty.
func sorted(words []Entry) []Entry {
	words = slices.DeleteFunc(words, func(w Entry) bool { return w.Word == "" })
	slices.SortStableFunc(words, func(a, b Entry) int {
		first, _ := utf8.DecodeRuneInString(a.Word)
		second, _ := utf8.DecodeRuneInString(b.Word)
		return cmp.Or(cmp.Compare(bucket(first), bucket(second)), strings.Compare(a.Word, b.Word))
	})
	return slices.CompactFunc(words, func(a, b Entry) bool { return a.Word == b.Word })
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
	at, length, found := int32(0), 0, int32(0)
	for i, r := range text {
		if at = t.next(at, r); at == 0 {
			break
		}
		if t.isWord(at) {
			length, found = i+1, at
		}
	}
	if length == 0 {
		return 0, ""
	}
	return length, t.tag(found)
}

// Prefixes yields the lengths in runes of all words that text begins with, the shortest first.
func (s *Set) Prefixes(text []rune) iter.Seq[int] {
	return func(yield func(int) bool) {
		at := int32(0)
		for i, r := range text {
			if at = s.forward.next(at, r); at == 0 || s.forward.isWord(at) && !yield(i+1) {
				return
			}
		}
	}
}

// Suffix returns the length in runes of the longest word that text ends with, and
// its tag; 0 where none does.
func (s *Set) Suffix(text []rune) (int, string) {
	t := s.backward()
	at, length, found := int32(0), 0, int32(0)
	for i := len(text) - 1; i >= 0; i-- {
		if at = t.next(at, text[i]); at == 0 {
			break
		}
		if t.isWord(at) {
			length, found = len(text)-i, at
		}
	}
	if length == 0 {
		return 0, ""
	}
	return length, t.tag(found)
}

// Lookup returns the tag of a whole word.
func (s *Set) Lookup(word []rune) (tag string, ok bool) {
	at := int32(0)
	for _, r := range word {
		if at = s.forward.next(at, r); at == 0 {
			return "", false
		}
	}
	if !s.forward.isWord(at) {
		return "", false
	}
	return s.forward.tag(at), true
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
	slices.Sort(runes)
	return runes
}
