package lex

import (
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// FuzzScan lexes a text in two ranges: tokens tile the runes without white space, none
// crosses from one range to the next, and each stands where it says.
func FuzzScan(f *testing.F) {
	for _, text := range []string{"2025年底前新增1,200个,增长7.\n2%", "百分之六十、三分之二、千分之三", "二〇二五年十五五期间", "1.2万亿元 3 .5亩", "一体化五G廿三半"} {
		f.Add(text, 5)
	}
	f.Fuzz(func(t *testing.T, text string, cut int) {
		folded := source.FoldRunes(nil, []rune(text))
		cut = max(0, min(cut, len(folded)))
		s := Scan(folded, []block.Range{{End: cut}, {Start: cut, End: len(folded)}})
		at := 0
		for k := range s.All() {
			if k.Start != at || k.End <= k.Start {
				t.Fatalf("%q: a token from %d to %d behind %d", text, k.Start, k.End, at)
			}
			at = k.End
			r := s.Range(k.Start, k.End)
			if r.Start >= r.End || r.End > len(folded) || r.Start < cut && r.End > cut {
				t.Fatalf("%q: a token stands at %v of %d, cut at %d", text, r, len(folded), cut)
			}
			if k.Kind < Punct && (s.At(k.Start) == nil || *s.At(k.Start) != k) {
				t.Fatalf("%q: no token begins at %d", text, k.Start)
			}
		}
		if at != s.Len() {
			t.Fatalf("%q: tokens end at %d of %d", text, at, s.Len())
		}
	})
}
