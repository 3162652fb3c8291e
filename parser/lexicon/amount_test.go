package lexicon

import (
	"strings"
	"testing"
)

// TestAmountLists: the lists of the targets family hold no word twice, no white space,
// and only the tags that the family knows.
func TestAmountLists(t *testing.T) {
	lists := map[string]string{
		"units.tsv":        "share money area time count",
		"no_units.tsv":     " time count",
		"quantities.tsv":   " limit size fund norm thing outcome",
		"amount_verbs.tsv": "make act give equip change base none",
		"amount_links.tsv": " reach",
		"amount_leads.tsv": " none",
		"funding.tsv":      "noun verb",
		"divisions.tsv":    " whole",
		"bases.tsv":        " ",
		"base_nouns.tsv":   " ",
		"bound_words.tsv":  " ",
		"no_numbers.tsv":   " ",
	}
	for file, tags := range lists {
		seen := map[string]bool{}
		for _, e := range Entries(file) {
			tag, _, _ := strings.Cut(e.Tag, " ")
			if seen[e.Word] || strings.ContainsAny(e.Word, " \r　") {
				t.Errorf("%s: %q stands twice or holds white space", file, e.Word)
			}
			if !strings.Contains(" "+tags+" ", " "+tag+" ") {
				t.Errorf("%s: %q has the tag %q", file, e.Word, e.Tag)
			}
			seen[e.Word] = true
		}
		if len(seen) < 10 {
			t.Errorf("%s: only %d words", file, len(seen))
		}
	}
}
