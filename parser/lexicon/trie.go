package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// trie is a tree of words. Most runes of a text begin no word: a bit for each rune, by its
// last twelve bits, answers those at once.
type trie struct {
	words  []Entry
	nodes  []node // the root first
	keys   []rune // the rune that leads to each node
	begins [64]uint64
}

// node is a state of a trie. Its children stand side by side, in the order of their keys.
type node struct {
	first, end int32 // children
	word       int32 // 1 + the word that ends here; 0 for none
}

// branch is the words below a node: they share what stands before the byte from.
type branch struct{ begin, end, from int32 }

// newTrie builds the tree of words that are sorted and differ, node by node from the root.
func newTrie(words []Entry) *trie {
	n := treeSize(words)
	t := &trie{words: words, nodes: make([]node, 1, n), keys: make([]rune, 1, n)}
	below := append(make([]branch, 0, n), branch{0, int32(len(words)), 0})
	for at := 0; at < len(t.nodes); at++ {
		below = t.grow(at, below)
	}
	root := t.nodes[0]
	for _, r := range t.keys[root.first:root.end] {
		t.begins[r>>6&63] |= 1 << (r & 63)
	}
	return t
}

// treeSize returns how many nodes the tree of words has.
func treeSize(words []Entry) int {
	n, before := 1, ""
	for _, w := range words {
		shared := 0
		for shared < len(before) && shared < len(w.Word) && before[shared] == w.Word[shared] {
			shared++
		}
		for shared > 0 && shared < len(w.Word) && !utf8.RuneStart(w.Word[shared]) {
			shared--
		}
		n += utf8.RuneCountInString(w.Word[shared:])
		before = w.Word
	}
	return n
}

// grow gives a node its children, and appends the words below each.
func (t *trie) grow(at int, below []branch) []branch {
	b := below[at]
	if b.begin < b.end && int(b.from) == len(t.words[b.begin].Word) {
		b.begin++
		t.nodes[at].word = b.begin
	}
	t.nodes[at].first = int32(len(t.nodes))
	for b.begin < b.end {
		key, size := utf8.DecodeRuneInString(t.words[b.begin].Word[b.from:])
		prefix := t.words[b.begin].Word[:int(b.from)+size]
		end := b.begin + 1
		for end < b.end && strings.HasPrefix(t.words[end].Word, prefix) {
			end++
		}
		t.nodes, t.keys = append(t.nodes, node{}), append(t.keys, key)
		below = append(below, branch{b.begin, end, b.from + int32(size)})
		b.begin = end
	}
	t.nodes[at].end = int32(len(t.nodes))
	return below
}

// mayBegin is a cheap look at the first rune of a text: false where no word begins with r.
func (t *trie) mayBegin(r rune) bool { return t.begins[r>>6&63]&(1<<(r&63)) != 0 }

// tag returns the tag of the word that ends at a node.
func (t *trie) tag(n *node) string { return t.words[n.word-1].Tag }

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
	n := &t.nodes[at]
	if n.word > 0 && slices.Contains(tags, t.tag(n)) {
		return true
	}
	for child := n.first; child < n.end; child++ {
		if t.holds(child, tags) {
			return true
		}
	}
	return false
}
