package lexicon

import "slices"

// word is an entry as runes.
type word struct {
	runes []rune
	tag   string
}

// trie is a tree of words. Most runes of a text begin no word: a bit for each rune of
// the basic plane answers those at once.
type trie struct {
	nodes  []node // the root first
	keys   []rune // the rune that leads to each node
	begins [1 << 10]uint64
}

// node is a state of a trie. Its children stand side by side, in the order of their keys.
type node struct {
	first, end int32 // children
	word       bool
	tag        string
}

// newTrie builds the tree of words that are sorted and differ, level by level.
func newTrie(words []word) *trie {
	t := &trie{nodes: make([]node, 1, 2*len(words)+1), keys: make([]rune, 1, 2*len(words)+1)}
	level := [][]word{words} // the words below each node of a level
	for at, depth := 0, 0; len(level) > 0; depth++ {
		var below [][]word
		for _, words := range level {
			below = t.grow(at, depth, words, below)
			at++
		}
		level = below
	}
	root := t.nodes[0]
	for _, r := range t.keys[root.first:root.end] {
		if r>>16 == 0 {
			t.begins[r>>6] |= 1 << (r & 63)
		}
	}
	return t
}

// grow gives a node its children: the words below it share their first depth runes. It
// appends the words below each child.
func (t *trie) grow(at, depth int, words []word, below [][]word) [][]word {
	if len(words) > 0 && len(words[0].runes) == depth {
		t.nodes[at].word, t.nodes[at].tag = true, words[0].tag
		words = words[1:]
	}
	t.nodes[at].first = int32(len(t.nodes))
	for len(words) > 0 {
		key, n := words[0].runes[depth], 1
		for n < len(words) && words[n].runes[depth] == key {
			n++
		}
		t.nodes, t.keys = append(t.nodes, node{}), append(t.keys, key)
		below, words = append(below, words[:n]), words[n:]
	}
	t.nodes[at].end = int32(len(t.nodes))
	return below
}

// mayBegin reports whether a word may begin with r.
func (t *trie) mayBegin(r rune) bool {
	return r>>16 != 0 || t.begins[r>>6]&(1<<(r&63)) != 0
}

// next returns the node behind r; 0 where no word goes on with it.
func (t *trie) next(at int32, r rune) int32 {
	n := &t.nodes[at]
	keys := t.keys[n.first:n.end]
	if len(keys) <= 8 {
		for i, k := range keys {
			if k == r {
				return n.first + int32(i)
			}
		}
		return 0
	}
	if i, ok := slices.BinarySearch(keys, r); ok {
		return n.first + int32(i)
	}
	return 0
}

// holds reports whether a word with one of the tags ends at or below a node.
func (t *trie) holds(at int32, tags []string) bool {
	n := t.nodes[at]
	if n.word && slices.Contains(tags, n.tag) {
		return true
	}
	for child := n.first; child < n.end; child++ {
		if t.holds(child, tags) {
			return true
		}
	}
	return false
}
