package lexicon

import (
	_ "embed" // of the file
	"strconv"
	"strings"
	"sync"
)

// setsFile has the sets of all lists, so that no program sorts words when it starts: a line for each, and behind an
// empty line the nodes of their tries.
//
//go:generate go test -run AreCurrent . -update
//go:embed sets.bin
var setsFile string

// nodeSize is how many bytes a node has in the file: two each, the lower first, for its key, how many children it has and its tag.
const nodeSize = 6

// madeSet is the set of a use as the file has it: the nodes of the tree of its words, those of the words read from
// behind, and each tag once.
type madeSet struct{ forward, backward, tags string }

// made opens the set of a use.
func made(use string) *Set {
	m, known := madeSets()[use]
	if !known {
		panic("lexicon: no word has the use " + use) // uses are program text, and a test opens each
	}
	says := strings.Split(m.tags, "\t")
	return &Set{forward: decoded(m.forward, says), backward: sync.OnceValue(func() *trie { return decoded(m.backward, says) })}
}

// madeSets are the sets of the file. In the line of each stand, behind tabs, how many nodes its trees have, and its tags.
var madeSets = sync.OnceValue(func() map[string]madeSet {
	out := make(map[string]madeSet, 256)
	lines, nodes, _ := strings.Cut(setsFile, "\n\n")
	cut := func(count string) (of string) {
		n, _ := strconv.Atoi(count)
		of, nodes = nodes[:n*nodeSize], nodes[n*nodeSize:]
		return of
	}
	for use, line := range rows(lines) {
		forward, line, _ := strings.Cut(line, "\t")
		backward, tags, _ := strings.Cut(line, "\t")
		out[use] = madeSet{cut(forward), cut(backward), tags}
	}
	return out
})

// decoded opens a trie.
func decoded(text string, tags []string) *trie {
	n := len(text) / nodeSize
	t := &trie{tags: tags, nodes: make([]node, n), keys: make([]rune, n)}
	end := int32(1)
	for i := range t.nodes {
		first := end
		end += short(text, i*nodeSize+2)
		t.keys[i] = short(text, i*nodeSize)
		t.nodes[i] = node{first, end, short(text, i*nodeSize+4)}
	}
	t.divide()
	return t
}

// short returns the number that two bytes of a text are.
func short(text string, at int) int32 { return int32(text[at]) | int32(text[at+1])<<8 }
