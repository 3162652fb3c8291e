package match

import (
	"testing"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
)

func number(s *lex.Stream, i, end int) (int, bool) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Number || t.End > end {
		return 0, false
	}
	return t.End, true
}

func scan(text string) *lex.Stream {
	r := []rune(text)
	return lex.Scan(r, []block.Range{{Start: 0, End: len(r)}})
}

func table() *Table[string] {
	classes := Classes{"N": {Kinds: []lex.Kind{lex.Number}, Match: number}}
	id := func(m Match) (string, string) { return m.Text(), "" }
	return NewTable(classes, []Rule[string]{
		{ID: "t/year-end", Pattern: "(到|截至)? N 年 (底|末) 前?", Example: "到2025年底前", Build: id},
		{ID: "t/year", Pattern: "N 年", Example: "2025年", Build: id},
		{ID: "t/gap", Pattern: `至少 ~3 N "("`, Example: "至少建成1(", Build: id},
		{ID: "t/never", Pattern: "N 年 度", Example: "2025年度", Build: func(Match) (string, string) { return "", "no" }},
	})
}

func TestScanTakesTheLongestThenTheFirst(t *testing.T) {
	tests := []struct{ text, rule, found string }{
		{"力争到2025年底前完成", "t/year-end", "到2025年底前"},
		{"在2025年末完成", "t/year-end", "2025年末"},
		{"在2025年完成", "t/year", "2025年"},
		{"2025年度", "t/year", "2025年"},
		{"到 2025 年\n底 前", "t/year-end", "到2025年底前"},
		{"至少新建成1(个)", "t/gap", "至少新建成1("},
	}
	for _, tt := range tests {
		s := scan(tt.text)
		found, _ := table().Scan(s, 0, s.Len(), true)
		if len(found) != 1 || found[0].Rule != tt.rule || found[0].Value != tt.found {
			t.Errorf("%s: got %+v, want %s %q", tt.text, found, tt.rule, tt.found)
		}
	}
}

func TestGapStopsAtAClauseMark(t *testing.T) {
	s := scan("至少,1(")
	if found, _ := table().Scan(s, 0, s.Len(), false); len(found) != 0 {
		t.Errorf("matched across a comma: %+v", found)
	}
}

func TestMaskedRunesHoldNoMatch(t *testing.T) {
	s := scan("《2025年》,2026年")
	s.Mask(0, 7)
	found, _ := table().Scan(s, 0, s.Len(), false)
	if len(found) != 1 || found[0].Value != "2026年" {
		t.Errorf("got %+v", found)
	}
}

func TestRejectedCandidatesAreKept(t *testing.T) {
	s := scan("2025年度")
	found, _ := table().Scan(s, 0, s.Len(), true)
	if len(found) != 1 || len(found[0].Lost) != 1 || found[0].Lost[0].Why != "no" {
		t.Errorf("got %+v", found)
	}
}

func TestBadPatternsAreNamed(t *testing.T) {
	for _, p := range []string{"(a", "X", "?", `"a`, "a)"} {
		if _, err := compile(p, nil); err == nil {
			t.Errorf("%q compiled", p)
		}
	}
}

func TestARuleIsEnteredBehindWhatIsOptional(t *testing.T) {
	tests := []struct{ text, rule, found string }{
		{"2025年末", "t/year-end", "2025年末"},     // by the class, without the group before it
		{"截至2025年末", "t/year-end", "截至2025年末"}, // by the group
		{"到2025年", "t/year", "2025年"},
	}
	for _, tt := range tests {
		s := scan(tt.text)
		found, _ := table().Scan(s, 0, s.Len(), true)
		if len(found) != 1 || found[0].Rule != tt.rule || found[0].Value != tt.found {
			t.Errorf("%s: got %+v, want %s %q", tt.text, found, tt.rule, tt.found)
		}
	}
}

func TestAClassIsAskedOnceAPlace(t *testing.T) {
	asked := 0
	classes := Classes{"N": {Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) {
		asked++
		return number(s, i, end)
	}}}
	id := func(m Match) (string, string) { return m.Text(), "" }
	table := NewTable(classes, []Rule[string]{
		{ID: "t/a", Pattern: "到? N 年", Build: id},
		{ID: "t/b", Pattern: "N 月", Build: id},
		{ID: "t/c", Pattern: "(自|从)? N 日", Build: id},
	})
	s := scan("7日")
	if f, ok := table.At(s, 0, s.Len(), false); !ok || f.Rule != "t/c" || asked != 1 {
		t.Errorf("got %+v, asked %d times", f, asked)
	}
}
