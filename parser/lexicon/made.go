package lexicon

import (
	_ "embed" // of the file
	"strings"
	"sync"
	"unicode/utf8"
)

// setsFile has the sets of all lists, a line each, so that no program sorts words when it starts.
//
//go:generate go test -run TestSetsAreCurrent . -update
//go:embed sets.txt
var setsFile string

// made opens the set of a use. In its line stand, behind tabs, the tree of its words, that of the words read from
// behind, and each tag once.
func made(use string) *Set {
	line, known := setLines()[use]
	if !known {
		panic("lexicon: no word has the use " + use) // uses are program text, and a test opens each
	}
	forward, line, _ := strings.Cut(line, "\t")
	backward, tags, _ := strings.Cut(line, "\t")
	says := strings.Split(tags, "\t")
	return &Set{forward: decoded(forward, says), backward: sync.OnceValue(func() *trie { return decoded(backward, says) })}
}

// setLines are the lines of the file behind the uses that begin them.
var setLines = sync.OnceValue(func() map[string]string {
	out := make(map[string]string, 256)
	for use, line := range rows(setsFile) {
		out[use] = line
	}
	return out
})

// blank is what is added to the numbers of an encoded trie, so that none is a tab or the end of a line.
const blank = ' '

// decoded opens a trie: three characters a node, its key, how many children it has and its tag.
func decoded(text string, tags []string) *trie {
	n := utf8.RuneCountInString(text) / 3
	t := &trie{tags: tags, nodes: make([]node, n), keys: make([]rune, n)}
	i, end := 0, int32(1)
	for _, r := range text {
		switch at := i / 3; i % 3 {
		case 0:
			t.keys[at] = r
		case 1:
			t.nodes[at].first = end
			end += r - blank
			t.nodes[at].end = end
		case 2:
			t.nodes[at].tag = r - blank
		}
		i++
	}
	t.divide()
	return t
}
