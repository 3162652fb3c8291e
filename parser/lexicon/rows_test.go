package lexicon

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// values are the uses of words and, where a use says more, what it may say; free stands
// for a name or a date.
var values = map[string][]string{
	"unit": {"share", "money", "area", "time", "count"}, "latin": {"", "size"}, "measure": nil, "base": nil, "figure-unit": nil, "base-noun": {"", "person"},
	"no-unit": {"", "time", "count"}, "no-number": nil, "plan": free,
	"quantity": {"", "limit", "size", "fund", "norm", "thing", "outcome", "money"}, "division": {"", "whole"},
	"link": {"", "reach"}, "lead": {"", "none", "verb"}, "reaches": free, "bound": nil, "funding": {"noun", "verb"},
	"verb": {"make", "make noun", "act", "act noun", "give", "give noun", "equip", "equip noun", "change", "base", "base noun", "none"},
	"act":  {"", "noun"}, "for-months": nil, "duration": {"condition", "past", "anchor", "case", "bound", "fact", "grant"},
	"before-time": nil, "behind-time": nil, "festival": free,
	"stem": free, "ending": append(kinds, "collective"), "no-ending": nil, "organ": free, "central": free,
	"own-name": nil, "own-ending": nil, "level": {"government", "party"}, "class": nil, "place-kind": {"1", "2", "3", "4"},
	"role":   {"lead", "support", "responsible", "guide", "duty", "member", "adverb"},
	"person": nil, "side": nil, "duty": nil, "sort": nil, "tier": nil, "group": nil, "carrier": nil, "zone": nil, "body": nil,
	"family": free, "sign": nil, "name-end": nil, "addressee": nil, "addressed": nil,
	"document": {"", "official", "interpretation"}, "version": nil, "form": {"", "document"}, "note": {"", "table"}, "idle-document": nil, "name-list": nil,
	"unitless": nil, "giving": nil, "returned": nil, "granted": nil, "charge": nil, "paying": nil, "earned": nil, "sum": nil, "fund": nil, "obliging": nil, "falling": free, "heads": nil,
	"who": nil, "if": nil, "ruling": nil, "entitled": nil, "outcome": nil, "owning": {"", "far"}, "valued": nil, "below": nil, "qualifying": nil, "tenure": nil,
	"existing": {"", "near", "sum"}, "presently": {"", "past"}, "using": nil, "chosen": nil, "plant": nil, "taking": nil, "becoming": nil,
	"ordinal": {"", "none"}, "elapsed": {"", "number"}, "spanning": nil, "provision": nil, "scheme": nil, "total": nil, "sphere": nil, "sphere-body": nil, "stage": nil,
	"extent": nil, "beside": nil, "manner": {"", "clause"}, "span-lead": nil, "base-stop": {"", "none"}, "base-time": nil,
	"each-place": {"", "alone"}, "mean": nil,
	"comparator": nil, "single": nil, "dealt": nil, "noun-stop": {"", "none"}, "standard": nil, "compound": nil, "purpose": {"", "used"}, "share-name": {"", "none"},
	"levy": {"", "rate", "of"}, "set-aside": nil, "dimension": nil, "picking": {"", "whom"}, "threshold": nil, "report": nil, "solved": nil, "scheme-work": nil,
	"name-unit": nil, "carrying": nil, "arranging": nil, "heading-in": nil, "day-lead": nil, "accruing": nil, "condition-end": nil, "anew": nil, "paired": nil, "event": nil,
	"shortening": nil, "summing": nil, "rising": nil, "months-of": nil, "relief": nil, "since": nil, "counted-size": nil, "raising": nil,
	"periodical": nil, "keeping": nil, "measuring": nil, "plot": nil, "carrying-out": nil, "explaining": nil, "making": {"", "paper"}, "enacted": nil, "progress": nil, "issuing": {"", "noun"}, "work": nil,
	"framing": nil, "framing-end": nil, "run-on": nil, "runs-to": nil, "report-end": nil, "idle-end": nil, "section": nil, "idle-article": nil,
	"condition": nil, "no-work": nil, "closing": nil, "itself": nil, "appealed": nil, "appeal": nil, "letter": nil, "state": nil, "seat": nil, "shared": nil, "column": nil, "column-role": nil, "duty-head": nil, "claim": nil, "other-table": nil, "total-row": nil, "form-foot": nil, "running": nil,
	"chrome": {"starts", "label", "alone"}, "footer": nil, "button": nil, "tail": nil, "entrance": nil, "trail": nil,
	"page": free, "field": free, "field-end": nil, "label-end": nil,
	"demand": nil, "must": nil, "way": nil, "done": nil,
	"title-word": nil, "body-last": nil, "annex": nil, "edition": nil, "conjunction": nil, "dated": nil, "owed": nil, "answered": nil, "comparing": nil, "counted": nil, "tentative": nil, "before-number": nil, "title-verb": nil, "baseline": nil, "ditto": nil, "count-word": nil,
	"menu": nil, "foot-sign": nil, "foot-label": nil, "signer-end": nil, "original": nil,
}

var pageTag = regexp.MustCompile(`^\d{1,3}( inside)?$`)

var free = []string{"any value"}

// TestRows: each word stands in one row of all files, and has only uses that a list reads,
// with values that it knows.
func TestRows(t *testing.T) {
	home := map[string]string{}
	for _, file := range wordFiles {
		for word, uses := range rows(file.text) {
			if home[word] != "" {
				t.Errorf("%s: %s stands in %s already: give that row the use", file.name, word, home[word])
			}
			home[word] = file.name
			if strings.ContainsAny(word, " \r　") || uses == "" {
				t.Errorf("%s: %q holds white space, or has no use", file.name, word)
			}
			seen := map[string]bool{}
			for use := range strings.SplitSeq(uses, "\t") {
				if fault := faultOf(use); fault != "" || seen[use] {
					t.Errorf("%s: %s: use %q: %s", file.name, word, use, fault)
				}
				seen[use] = true
			}
		}
	}
	for use := range values {
		if len(Entries(use)) < 3 {
			t.Errorf("use %q has only %d words", use, len(Entries(use)))
		}
	}
}

// faultOf says what is wrong with a use of a row, "" where nothing is.
func faultOf(use string) string {
	name, value, _ := strings.Cut(use, ":")
	allowed, known := values[name]
	switch {
	case !known:
		return "no list reads it"
	case name == "page" && !pageTag.MatchString(value):
		return "want a longest line, and inside where the words may stand anywhere in it"
	case name == "falling" && strings.Trim(value, "到至为在") != "" || name == "reaches" && (value == "" || strings.Trim(value, "到至为在") != ""):
		return "want endings of 到至为在"
	case slices.Equal(allowed, free), allowed == nil && value == "", slices.Contains(allowed, value):
		return ""
	}
	return fmt.Sprintf("value %q, want one of %q", value, allowed)
}

func TestFaultOf(t *testing.T) {
	for use, wrong := range map[string]bool{
		"role:lead": false, "role:leader": true, "role": true, "bound": false, "bound:none": true, "ending:department": false, "endings": true, "stem:发展和改革": false, "stem": false,
		"reaches:到至": false, "reaches:了": true, "reaches": true, "page:40": false, "page:40 inside": false, "page": true, "page:long": true,
	} {
		if got := faultOf(use); (got != "") != wrong {
			t.Errorf("%s: %q", use, got)
		}
	}
}

// TestLineEnds holds that a file says the same where its lines end as those of Windows do.
func TestLineEnds(t *testing.T) {
	for _, file := range wordFiles {
		windows := strings.ReplaceAll(file.text, "\n", "\r\n")
		var uses []string
		for _, columns := range rows(file.text) {
			uses = append(uses, strings.Split(columns, "\t")...)
		}
		for i, use := range uses {
			uses[i], _, _ = strings.Cut(use, ":")
		}
		slices.Sort(uses)
		for _, use := range slices.Compact(uses) {
			if want, got := appendEntries(nil, file.text, use), appendEntries(nil, windows, use); len(want) == 0 || !slices.Equal(got, want) {
				t.Errorf("%s: %s has %d words, with other line ends %d", file.name, use, len(want), len(got))
			}
		}
		if want, got := maps.Collect(rows(file.text)), maps.Collect(rows(windows)); !maps.Equal(got, want) {
			t.Errorf("%s: %d rows, with other line ends %d", file.name, len(want), len(got))
		}
	}
}
