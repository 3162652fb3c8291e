package match

import (
	"slices"
	"testing"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// FuzzCompile compiles any pattern, or says why not, and runs it: matches are in order, lie
// within the text and within their captures' bounds.
func FuzzCompile(f *testing.F) {
	for _, pattern := range []string{"N 年 (底|末)? 前?", "(到|至)? N ~6 个", "\"(\" N? )", "((a|b)? c)?", "~3", "N?"} {
		f.Add(pattern, "到2025年底前建成12个,至3个(4)")
	}
	classes := Classes{"N": {Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) {
		t := s.At(i)
		if t == nil || t.Kind != lex.Number || t.End > end {
			return 0, false
		}
		return t.End, true
	}}}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 80 || len(text) > 400 {
			return
		}
		if _, err := compile(pattern, numbers(classes)); err != nil {
			return
		}
		table := NewTable(classes, []Rule[Match]{{ID: "a", Pattern: pattern, Build: func(m Match) (Match, string) {
			m.Captures = slices.Clone(m.Captures)
			return m, ""
		}}})
		folded := source.FoldRunes(nil, []rune(text))
		s := lex.Scan(folded, []block.Range{{End: len(folded)}})
		found, _ := table.Scan(s, 0, s.Len(), true)
		last := 0
		for _, m := range found {
			if m.Start < last || m.End <= m.Start || m.End > s.Len() {
				t.Fatalf("%q on %q: from %d to %d behind %d", pattern, text, m.Start, m.End, last)
			}
			last = m.End
			for _, c := range m.Value.Captures {
				if c.Start < m.Start || c.End > m.End || c.Start > c.End {
					t.Fatalf("%q on %q: capture %v in %d to %d", pattern, text, c, m.Start, m.End)
				}
			}
		}
	})
}
