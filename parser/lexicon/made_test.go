package lexicon

import (
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write sets.bin anew")

// TestSetsAreCurrent holds that sets.bin says what the TSV files do.
func TestSetsAreCurrent(t *testing.T) {
	var uses []string
	for _, file := range wordFiles {
		for _, columns := range rows(file.text) {
			for use := range strings.SplitSeq(columns, "\t") {
				use, _, _ = strings.Cut(use, ":")
				uses = append(uses, use)
			}
		}
	}
	slices.Sort(uses)
	lines := []byte("# The words of the TSV files by use, as tries. Written by go generate.\n")
	var nodes []byte
	for _, use := range slices.Compact(uses) {
		s := NewSet(listed(use))
		lines = fmt.Appendf(lines, "%s\t%d\t%d\t%s\n", use, len(s.forward.nodes), len(s.backward().nodes), strings.Join(s.forward.tags, "\t"))
		nodes = encoded(t, nodes, s.forward, s.forward.tags)
		nodes = encoded(t, nodes, s.backward(), s.forward.tags)
	}
	isCurrent(t, "sets.bin", slices.Concat(lines, []byte("\n"), nodes), setsFile)
}

// isCurrent holds that a file of the package is what the TSV files make, or writes it.
func isCurrent(t *testing.T, name string, want []byte, file string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, want, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(want) != file {
		t.Fatalf("%s does not say what the TSV files do: run go generate ./parser/lexicon", name)
	}
}

// listed returns the words of the list that is named after a use.
func listed(use string) []Entry {
	switch use {
	case "link":
		return append(Entries("link"), withEnds("reaches", "reach")...)
	case "falling":
		return withEnds("falling", "")
	}
	return Entries(use)
}

// withEnds returns the words of a use with each of the endings that its value names, 提高到,
// 提高至, under a tag; a word without a value as it stands.
func withEnds(use, tag string) (out []Entry) {
	for _, word := range Entries(use) {
		if word.Tag == "" {
			out = append(out, Entry{word.Word, tag})
		}
		for _, end := range word.Tag {
			out = append(out, Entry{word.Word + string(end), tag})
		}
	}
	return out
}

// encoded appends a trie as [decoded] reads it, its tags by their places in tags.
func encoded(t *testing.T, out []byte, of *trie, tags []string) []byte {
	t.Helper()
	for at, n := range of.nodes {
		tag := 0
		if n.tag > 0 {
			tag = 1 + slices.Index(tags, of.tags[n.tag-1])
		}
		out = appendShorts(t, out, int(of.keys[at]), int(n.end-n.first), tag)
	}
	return out
}

// appendShorts appends numbers of two bytes.
func appendShorts(t *testing.T, out []byte, numbers ...int) []byte {
	t.Helper()
	for _, n := range numbers {
		if n < 0 || n > math.MaxUint16 {
			t.Fatalf("%d does not fit into two bytes", n)
		}
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
	}
	return out
}

// TestMadeSets holds that each set opens to what its words make.
func TestMadeSets(t *testing.T) {
	for use := range values {
		s, want := made(use), NewSet(listed(use))
		for _, e := range listed(use) {
			runes := []rune(e.Word)
			tag, ok := s.Lookup(runes)
			first, _ := want.Lookup(runes)
			if n, last := s.Suffix(runes); !ok || tag != first || n != len(runes) || last != first {
				t.Errorf("%s: %s says %q, want %q", use, e.Word, tag, first)
			}
		}
		if len(s.forward.nodes) != len(want.forward.nodes) || len(s.backward().nodes) != len(want.backward().nodes) {
			t.Errorf("%s: %d and %d nodes, want %d and %d", use, len(s.forward.nodes), len(s.backward().nodes), len(want.forward.nodes), len(want.backward().nodes))
		}
	}
}
