package amount

import (
	"os"
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
	}
}

// refusedBy returns the refusals that spoke in a text. The number of not-time's
// example stands in a time.
func refusedBy(s *lex.Stream, id string, example bool) []string {
	var ctx Context
	if id == "amount/not-time" && example {
		ctx.Times = []When{{Start: 0, End: 3, Value: "P3Y", Relation: "within"}}
	}
	targets, lost := Explain(s, 0, s.Len(), ctx, true)
	for _, t := range targets {
		lost = append(lost, t.Lost...)
	}
	var ids []string
	for _, l := range lost {
		ids = append(ids, l.Why)
	}
	return ids
}

func TestRefusalsRefuseTheirExamples(t *testing.T) {
	for _, r := range refusals {
		s := scan(r.example)
		if ids := strings.Join(refusedBy(s, r.id, true), " "); !strings.Contains(ids+" ", r.id+" ") {
			t.Errorf("%s: %s was refused by %q", r.id, r.example, ids)
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
		for _, why := range refusedBy(s, id, false) {
			if why == id {
				t.Errorf("%s refused a number of %s", id, text)
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
