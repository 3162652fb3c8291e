package lex

import (
	"slices"
	"testing"

	"github.com/policyx/policyx/parser/block"
)

func TestPlacesGoBothWays(t *testing.T) {
	text := []rune("  甲 乙\n丙丁xx戊 ")
	s := Scan(text, []block.Range{{Start: 0, End: 7}, {Start: 7, End: 7}, {Start: 10, End: 12}})
	if got := string(s.Runes); got != "甲乙丙戊" {
		t.Fatalf("the runes are %q", got)
	}
	for i, place := range []int{2, 4, 6, 10} {
		if r := s.Range(i, i+1); r != (block.Range{Start: place, End: place + 1}) {
			t.Errorf("rune %d stands at %v, want %d", i, r, place)
		}
	}
	for place, want := range []int{0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 4} {
		if got := s.Index(place); got != want {
			t.Errorf("the first rune at or behind %d is %d, want %d", place, got, want)
		}
	}
	for i, want := range []Gap{Boundary, Space, Line, Boundary, Boundary} {
		if got := s.Gap(i); got != want {
			t.Errorf("the gap before rune %d is %d, want %d", i, got, want)
		}
	}
}

func TestTokensOfAStretch(t *testing.T) {
	text := []rune("到2025年,新增3个")
	s := Scan(text, []block.Range{{End: len(text)}})
	for _, c := range []struct{ i, j, want int }{{0, 11, 4}, {1, 5, 1}, {2, 5, 0}, {5, 9, 1}, {9, 10, 1}, {4, 4, 0}} {
		if got := s.Within(c.i, c.j); len(got) != c.want {
			t.Errorf("%d to %d hold %d tokens, want %d", c.i, c.j, len(got), c.want)
		}
	}
	kinds := slices.Collect(func(yield func(Kind) bool) {
		for k := range s.All() {
			if !yield(k.Kind) {
				return
			}
		}
	})
	if want := []Kind{Text, Number, Unit, Punct, Text, Number, Unit}; !slices.Equal(kinds, want) {
		t.Errorf("the kinds are %v, want %v", kinds, want)
	}
	if !s.Marks(6) || s.Marks(5) || s.Marks(-1) || s.Marks(s.Len()) {
		t.Error("the comma is the only mark")
	}
}
