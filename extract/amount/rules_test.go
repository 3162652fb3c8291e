package amount

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/internal/lex"
)

func TestRowsMatchTheirExamples(t *testing.T) {
	for _, r := range table().Rules() {
		s := scan(r.Example)
		f, ok := table().At(s, 0, s.Len(), false)
		if !ok || f.Rule != r.ID || f.End != s.Len() {
			t.Errorf("%s: %q gave rule %q, runes 0 to %d of %d", r.ID, r.Example, f.Rule, f.End, s.Len())
		}
		targets, lost := Explain(s, 0, s.Len(), Context{}, true)
		if len(targets) == 0 || targets[0].Rule != r.ID {
			t.Errorf("%s: %q is no target of the whole family: %v", r.ID, r.Example, lost)
		}
	}
}

// spokenBy returns the refusals and the rows of types that spoke in a text. Two examples begin with a time.
func spokenBy(s *lex.Stream, id string, example bool) []string {
	var ctx Context
	switch {
	case id == "amount/not-time" && example:
		ctx.Times = []When{{Start: 0, End: 3, Value: "P3Y", Relation: "within"}}
	case id == "amount/type-by" && example:
		ctx.Times = []When{{Start: 0, End: 7, Value: "../2030-12-31", Relation: "by"}}
	}
	targets, lost := Explain(s, 0, s.Len(), ctx, true)
	var ids []string
	for _, t := range targets {
		lost = append(lost, t.Lost...)
		ids = append(ids, t.NameRule, t.PerRule, t.TypeRule)
	}
	for _, l := range lost {
		ids = append(ids, l.Why)
	}
	return ids
}

// TestDecisionsHoldForTheirExamples runs each through the whole family.
func TestDecisionsHoldForTheirExamples(t *testing.T) {
	for _, r := range decisions() {
		s := scan(r.Example)
		if ids := spokenBy(s, r.ID, true); !slices.Contains(ids, r.ID) {
			t.Errorf("%s: in %s spoke %q", r.ID, r.Example, ids)
		}
	}
}

// TestNearMisses: each row has a text that looks like it and that it must leave alone.
func TestNearMisses(t *testing.T) {
	data, err := os.ReadFile("../../testdata/rules/amount.tsv")
	if err != nil {
		t.Fatal(err)
	}
	misses := map[string]int{}
	for line := range strings.Lines(string(data)) {
		id, text, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || id[0] == '#' {
			continue
		}
		misses[id]++
		s := scan(text)
		for _, why := range spokenBy(s, id, false) {
			if why == id {
				t.Errorf("%s spoke in %s", id, text)
			}
		}
		found, _ := table().Scan(s, 0, s.Len(), false)
		for _, f := range found {
			if f.Rule == id {
				t.Errorf("%s matched %q of %s", id, s.String(f.Start, f.End), text)
			}
		}
	}
	for _, r := range Rules() {
		if misses[r.ID] == 0 {
			t.Errorf("%s has no near miss in testdata/rules/amount.tsv", r.ID)
		}
		delete(misses, r.ID)
	}
	for id := range misses {
		t.Errorf("testdata/rules/amount.tsv names %s, which is no rule", id)
	}
}

func TestRowIDsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] || !strings.HasPrefix(r.ID, "amount/") || r.Pattern == "" || r.Example == "" {
			t.Errorf("row %+v", r)
		}
		seen[r.ID] = true
	}
}
