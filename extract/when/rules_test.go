package when

import (
	"os"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/internal/match"
)

func TestEachPointMatchesItsExample(t *testing.T) {
	for _, r := range points {
		s := stream(r.Example)
		if f, ok := pointTable().At(s, 0, s.Len(), false); !ok || f.Rule != r.ID || f.End != s.Len() {
			t.Errorf("%s: %s gives %+v", r.ID, r.Example, f)
		}
	}
}

func TestEachRuleMatchesItsExample(t *testing.T) {
	for _, r := range rules {
		s := stream(r.Example)
		if f, ok := table().At(s, 0, s.Len(), false); !ok || f.Rule != r.ID || f.End != s.Len() {
			t.Errorf("%s: %s gives %+v", r.ID, r.Example, f)
		}
	}
}

// TestFindTakesEachExample: a row that its own table matches is found in a sentence too.
func TestFindTakesEachExample(t *testing.T) {
	for _, r := range rules {
		_, times := find(r.Example, issued)
		if len(times) == 0 || times[0].Rule != r.ID {
			t.Errorf("%s: Find makes %+v of %s", r.ID, times, r.Example)
		}
	}
	for _, r := range points {
		s, times := find(r.Example, issued)
		if len(times) == 0 || times[0].Start != 0 || times[0].End != s.Len() {
			t.Errorf("%s: Find makes %+v of %s", r.ID, times, r.Example)
		}
	}
}

func TestEachCheckTurnsItsExampleAway(t *testing.T) {
	for _, k := range checks {
		if got := deadlines(k.example, issued); got != "" {
			t.Errorf("%s: %s gives %s", k.id, k.example, got)
		}
	}
}

func TestRuleIDsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] || !strings.HasPrefix(r.ID, "when/") || r.Pattern == "" || r.Example == "" {
			t.Errorf("bad row %+v", r)
		}
		seen[r.ID] = true
	}
}

// nearMisses reads testdata/rules/when.tsv: a rule and a text that it must not match,
// or, for a rule of deadlines, must not make a deadline of. For a check it is a text
// that stays a deadline.
func nearMisses(t *testing.T) map[string][]string {
	data, err := os.ReadFile("../../testdata/rules/when.tsv")
	if err != nil {
		t.Fatal(err)
	}
	misses := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if id, text, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok && !strings.HasPrefix(id, "#") {
			misses[id] = append(misses[id], text)
		}
	}
	return misses
}

func TestNearMisses(t *testing.T) {
	misses := nearMisses(t)
	for _, r := range Rules() {
		texts := misses[r.ID]
		delete(misses, r.ID)
		if len(texts) == 0 {
			t.Errorf("%s has no near miss", r.ID)
		}
		for _, text := range texts {
			if made := madeBy(r, text); made != "" {
				t.Errorf("%s: %s gives %s", r.ID, text, made)
			}
		}
	}
	for id := range misses {
		t.Errorf("no rule %s", id)
	}
}

// madeBy returns what a rule makes of a text it must not match, "" for nothing.
func madeBy(r match.Info, text string) string {
	if strings.HasPrefix(r.ID, "when/check-") {
		if deadlines(text, issued) == "" {
			return "no deadline"
		}
		return ""
	}
	ctx := issued
	ctx.Figures = strings.HasPrefix(r.ID, "when/figures")
	s, times := find(text, ctx)
	if strings.HasPrefix(r.ID, "when/point-") {
		found, _ := pointTable().Scan(s, 0, s.Len(), false)
		for _, f := range found {
			if f.Rule == r.ID {
				return s.String(f.Start, f.End)
			}
		}
		return ""
	}
	for _, t := range times {
		if t.Rule == r.ID && (t.Deadline || strings.HasPrefix(r.ID, "when/mention-")) {
			return s.String(t.Start, t.End)
		}
	}
	return ""
}
