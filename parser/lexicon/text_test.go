package lexicon

import "testing"

func TestText(t *testing.T) {
	s := NewSet([]Entry{{"方案", ""}, {"实施方案", ""}, {"办", ""}})
	for text, want := range map[string][4]bool{ // is, begins, ends, holds
		"":        {},
		"方案":      {true, true, true, true},
		"方":       {},
		"实施方":     {},
		"实施方案":    {true, true, true, true},
		"工作实施方案二": {false, false, false, true},
		"办公厅":     {false, true, false, true},
		"主办":      {false, false, true, true},
		"实施方办":    {false, false, true, true},
	} {
		if got := [4]bool{s.Has(text), s.Begins(text), s.Ends(text), s.In(text)}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
