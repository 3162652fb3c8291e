package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// trie is a tree of words. The children of a node stand side by side, in the order of their keys; those of the
// root, which are many, by the last bits of their keys first, so that a rune that begins no word is known at once.
type trie struct {
	tags  []string // what words say, each once
	nodes []node   // the root first
	keys  []rune   // the rune that leads to each node
	root  [buckets + 1]int32
}

// buckets is how many groups the children of a root make.
const buckets = 128

// bucket returns the group of a rune.
func bucket(r rune) rune { return r & (buckets - 1) }

// node is a state of a trie.
type node struct {
	first, end int32 // children
	tag        int32 // 1 + the tag of the word that ends here; 0 for none
}

// branch is the words below a node: they share what stands before the byte from.
type branch struct{ begin, end, from int32 }

// newTrie builds the tree of words that are sorted and differ, node by node from the root.
func newTrie(words []Entry) *trie {
	n := treeSize(words)
	t := &trie{nodes: make([]node, 1, n), keys: make([]rune, 1, n)}
	below := append(make([]branch, 0, n), branch{0, int32(len(words)), 0})
	known := map[string]int32{}
	for at := 0; at < len(t.nodes); at++ {
		below = t.grow(at, words, below, known)
	}
	t.divide()
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

// grow gives a node its children, and appends the words below each. known has the places of the tags so far.
func (t *trie) grow(at int, words []Entry, below []branch, known map[string]int32) []branch {
	b := below[at]
	if b.begin < b.end && int(b.from) == len(words[b.begin].Word) {
		tag := words[b.begin].Tag
		if known[tag] == 0 {
			t.tags = append(t.tags, tag)
			known[tag] = int32(len(t.tags))
		}
		t.nodes[at].tag = known[tag]
		b.begin++
	}
	t.nodes[at].first = int32(len(t.nodes))
	for b.begin < b.end {
		key, size := utf8.DecodeRuneInString(words[b.begin].Word[b.from:])
		prefix := words[b.begin].Word[:int(b.from)+size]
		end := b.begin + 1
		for end < b.end && strings.HasPrefix(words[end].Word, prefix) {
			end++
		}
		t.nodes, t.keys = append(t.nodes, node{}), append(t.keys, key)
		below = append(below, branch{b.begin, end, b.from + int32(size)})
		b.begin = end
	}
	t.nodes[at].end = int32(len(t.nodes))
	return below
}

// divide finds where the groups of the root's children begin.
func (t *trie) divide() {
	at := t.nodes[0].first
	for b := range rune(buckets) {
		t.root[b] = at
		for at < t.nodes[0].end && bucket(t.keys[at]) == b {
			at++
		}
	}
	t.root[buckets] = at
}

// next returns the node behind r; 0 where no word goes on with it.
func (t *trie) next(at int32, r rune) int32 {
	first, end := t.nodes[at].first, t.nodes[at].end
	if at == 0 {
		b := bucket(r)
		first, end = t.root[b], t.root[b+1]
	}
	keys := t.keys[first:end]
	if len(keys) <= 8 {
		for i, k := range keys {
			if k == r {
				return first + int32(i)
			}
		}
		return 0
	}
	if i, ok := slices.BinarySearch(keys, r); ok {
		return first + int32(i)
	}
	return 0
}

// isWord reports whether a word ends at a node.
func (t *trie) isWord(at int32) bool { return t.nodes[at].tag > 0 }

// tag returns the tag of the word that ends at a node.
func (t *trie) tag(at int32) string { return t.tags[t.nodes[at].tag-1] }

// holds reports whether a word with one of the tags ends at or below a node.
func (t *trie) holds(at int32, tags []string) bool {
	if t.isWord(at) && slices.Contains(tags, t.tag(at)) {
		return true
	}
	for child := t.nodes[at].first; child < t.nodes[at].end; child++ {
		if t.holds(child, tags) {
			return true
		}
	}
	return false
}
