package party

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/source"
)

func streamed(text string) ([]rune, int) {
	r := source.FoldRunes(nil, []rune(text))
	return r, len(r)
}

func TestEveryExampleIsMatchedWhole(t *testing.T) {
	for _, rule := range table().Rules() {
		r, _ := streamed(rule.Example)
		s := lexed(r)
		f, ok := table().At(s, 0, s.Len(), false)
		if !ok || f.Rule != rule.ID || f.End != s.Len() {
			t.Errorf("%s: %q gives %+v", rule.ID, rule.Example, f)
		}
	}
	for _, rule := range finders {
		if got := rulesOf(rule.Example); !slices.Contains(got, rule.ID) {
			t.Errorf("%s: %q gives %v", rule.ID, rule.Example, got)
		}
	}
}

// rulesOf returns the rules that find clauses in a text.
func rulesOf(text string) []string {
	r, _ := streamed(text)
	s := lexed(r)
	var rules []string
	for _, c := range Clauses(s, 0, s.Len(), Context{Place: "云溪市"}, false) {
		if c.Understood {
			rules = append(rules, c.Rule)
		}
	}
	if c, ok := Duty(s, 0, s.Len(), Context{Place: "云溪市"}); ok {
		rules = append(rules, c.Rule)
	}
	return rules
}

func TestNearMisses(t *testing.T) {
	data, err := os.ReadFile("../../testdata/rules/party.tsv")
	if err != nil {
		t.Fatal(err)
	}
	missed := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		id, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(id, "#") {
			continue
		}
		missed[id] = true
		r, _ := streamed(text)
		s := lexed(r)
		found, _ := table().Scan(s, 0, s.Len(), false)
		for _, f := range found {
			if f.Rule == id {
				t.Errorf("%s matches %q in %q", id, s.String(f.Start, f.End), text)
			}
		}
		if slices.Contains(rulesOf(text), id) {
			t.Errorf("%s finds a clause in %q", id, text)
		}
	}
	known := map[string]bool{}
	for _, rule := range Rules() {
		if known[rule.ID] {
			t.Errorf("%s stands twice", rule.ID)
		}
		known[rule.ID] = true
		if !missed[rule.ID] {
			t.Errorf("%s has no near miss", rule.ID)
		}
	}
	for id := range missed {
		if !known[id] {
			t.Errorf("%s is no rule", id)
		}
	}
}
