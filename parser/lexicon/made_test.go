package lexicon

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write sets.txt anew")

// TestSetsAreCurrent holds that sets.txt says what the TSV files do.
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
	var out strings.Builder
	out.WriteString("# The words of the TSV files by use, as tries. Written by go generate.\n")
	for _, use := range slices.Compact(uses) {
		s := NewSet(listed(use))
		out.WriteString(use)
		for _, text := range append([]string{encoded(s.forward, s.forward.tags), encoded(s.backward(), s.forward.tags)}, s.forward.tags...) {
			out.WriteByte('\t')
			out.WriteString(text)
		}
		out.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile("sets.txt", []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if out.String() != setsFile {
		t.Fatal("sets.txt does not say what the TSV files do: run go generate ./parser/lexicon")
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

// encoded writes a trie for [decoded], its tags by their places in tags.
func encoded(t *trie, tags []string) string {
	var out strings.Builder
	for at, n := range t.nodes {
		key, tag := t.keys[at], 0
		if at == 0 {
			key = blank // no rune leads to the root
		}
		if n.tag > 0 {
			tag = 1 + slices.Index(tags, t.tags[n.tag-1])
		}
		out.WriteRune(key)
		out.WriteRune(blank + n.end - n.first)
		out.WriteRune(blank + rune(tag))
	}
	return out.String()
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
