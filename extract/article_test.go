package extract

import (
	"slices"
	"testing"

	"github.com/policyx/policyx/parser/lexicon"
)

// TestSentenceRows holds that each row fits its example, and no row of its table a near miss.
func TestSentenceRows(t *testing.T) {
	for _, rules := range [][]sentenceRule{idleArticles, idleAlone, idleItems} {
		for _, r := range rules {
			if !r.fits(r.example) {
				t.Errorf("%s: does not fit %s", r.states, r.example)
			}
			if slices.ContainsFunc(rules, func(other sentenceRule) bool { return other.fits(r.near) }) && !lexicon.Works().Begins(r.near) {
				t.Errorf("%s: a row fits %s", r.states, r.near)
			}
		}
	}
}
