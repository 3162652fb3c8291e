package lexicon

import "slices"

// Set is an immutable list of words, each with a tag ("" where the list has none).
// It is safe for concurrent use.
type Set struct {
	forward, backward trie
	size              int
}

// trie is a tree of words. Most runes of a text begin no word: a bit for each rune of
// the basic plane answers those at once.
type trie struct {
	node
	begins [1 << 10]uint64
}

// node is a state of a trie. keys are sorted.
type node struct {
	keys  []rune
	nodes []*node
	tag   string
	word  bool
}

// NewSet returns a set of words; a word that comes twice keeps its first tag.
func NewSet(entries []Entry) *Set {
	s := &Set{}
	for _, e := range entries {
		w := []rune(e.Word)
		if len(w) == 0 || !s.forward.add(w, e.Tag) {
			continue
		}
		for i, j := 0, len(w)-1; i < j; i, j = i+1, j-1 {
			w[i], w[j] = w[j], w[i]
		}
		s.backward.add(w, e.Tag)
		s.size++
	}
	return s
}

// Len returns the number of words.
func (s *Set) Len() int { return s.size }

// Prefix returns the length in runes of the longest word that text begins with, and
// its tag; 0 where none does.
func (s *Set) Prefix(text []rune) (int, string) {
	if len(text) == 0 || !s.forward.mayBegin(text[0]) {
		return 0, ""
	}
	at, length, tag := &s.forward.node, 0, ""
	for i, r := range text {
		if at = at.next(r); at == nil {
			break
		}
		if at.word {
			length, tag = i+1, at.tag
		}
	}
	return length, tag
}

// Suffix returns the length in runes of the longest word that text ends with, and
// its tag; 0 where none does.
func (s *Set) Suffix(text []rune) (int, string) {
	if len(text) == 0 || !s.backward.mayBegin(text[len(text)-1]) {
		return 0, ""
	}
	at, length, tag := &s.backward.node, 0, ""
	for i := len(text) - 1; i >= 0; i-- {
		if at = at.next(text[i]); at == nil {
			break
		}
		if at.word {
			length, tag = len(text)-i, at.tag
		}
	}
	return length, tag
}

// Lookup returns the tag of a whole word.
func (s *Set) Lookup(word []rune) (tag string, ok bool) {
	at := &s.forward.node
	for _, r := range word {
		if at = at.next(r); at == nil {
			return "", false
		}
	}
	return at.tag, at.word
}

// First returns the runes that words begin with.
func (s *Set) First() []rune {
	return slices.Clone(s.forward.keys)
}

// mayBegin reports whether a word may begin with r.
func (t *trie) mayBegin(r rune) bool {
	return r>>16 != 0 || t.begins[r>>6]&(1<<(r&63)) != 0
}

// add enters a word; false where it is there already.
func (t *trie) add(word []rune, tag string) bool {
	if r := word[0]; r>>16 == 0 {
		t.begins[r>>6] |= 1 << (r & 63)
	}
	n := &t.node
	for _, r := range word {
		i, ok := slices.BinarySearch(n.keys, r)
		if !ok {
			n.keys = slices.Insert(n.keys, i, r)
			n.nodes = slices.Insert(n.nodes, i, &node{})
		}
		n = n.nodes[i]
	}
	if n.word {
		return false
	}
	n.word, n.tag = true, tag
	return true
}

// next returns the state behind r; nil where no word goes on with it.
func (n *node) next(r rune) *node {
	if len(n.keys) <= 8 {
		for i, k := range n.keys {
			if k == r {
				return n.nodes[i]
			}
		}
		return nil
	}
	if i, ok := slices.BinarySearch(n.keys, r); ok {
		return n.nodes[i]
	}
	return nil
}
