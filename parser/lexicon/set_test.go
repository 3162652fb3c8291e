package lexicon

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestSetIsItsWords holds that a set finds at the ends of a text what comparing it with each word finds.
func TestSetIsItsWords(t *testing.T) {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("市区局a𠮷\U00020bb8")), 0, 5, -1)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(text).Draw(t, "words")
		entries := make([]Entry, len(words))
		for i, w := range words {
			entries[i] = Entry{w, string(rune('a' + i%26))}
		}
		s, in := NewSet(entries), text.Draw(t, "text")
		runes := []rune(in)
		var want struct{ prefix, suffix Entry }
		for _, e := range entries {
			n := len([]rune(e.Word))
			if n > 0 && n <= len(runes) && string(runes[:n]) == e.Word && longer(e, want.prefix) {
				want.prefix = e
			}
			if n > 0 && n <= len(runes) && string(runes[len(runes)-n:]) == e.Word && longer(e, want.suffix) {
				want.suffix = e
			}
		}
		if n, tag := s.Prefix(runes); n != len([]rune(want.prefix.Word)) || tag != want.prefix.Tag {
			t.Fatalf("prefix of %q: %d %q, want %v", in, n, tag, want.prefix)
		}
		if n, tag := s.Suffix(runes); n != len([]rune(want.suffix.Word)) || tag != want.suffix.Tag {
			t.Fatalf("suffix of %q: %d %q, want %v", in, n, tag, want.suffix)
		}
		if _, ok := s.Lookup(runes); ok != (in != "" && slices.Contains(words, in)) {
			t.Fatalf("%q: %v", in, ok)
		}
		if n := cap(s.forward.nodes); n != len(s.forward.nodes) {
			t.Fatalf("room for %d nodes, %d made", n, len(s.forward.nodes))
		}
	})
}

func longer(a, b Entry) bool { return len([]rune(a.Word)) > len([]rune(b.Word)) }
