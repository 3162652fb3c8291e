package extract

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/internal/lex"
)

// knownBreaks are the breaks that still change values: family and the text on both sides.
type knownBreaks map[[2]string]bool // whether it was met

func readKnown(t *testing.T) knownBreaks {
	t.Helper()
	known := knownBreaks{}
	for _, line := range linesOf(t, "testdata/joined.tsv") {
		if family, at, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			known[[2]string{family, at}] = false
		}
	}
	return known
}

func (k knownBreaks) allows(family string, runes []rune, i int) bool {
	key := [2]string{family, string(runes[max(0, i-6):i]) + "|" + string(runes[i:min(len(runes), i+6)])}
	if _, ok := k[key]; ok {
		k[key] = true
		return true
	}
	return false
}

// unused reports the breaks of some families that are known and change nothing any more.
// It can only tell where all places were tried, and all sentences are at hand.
func (k knownBreaks) unused(t *testing.T, of map[string]func(testing.TB, *lex.Stream) string) {
	t.Helper()
	if paths, _ := filepath.Glob("../../shared/phrases/*.jsonl"); !*allPlaces || len(paths) == 0 {
		return
	}
	for key, met := range k {
		if _, ok := of[key[0]]; ok && !met {
			t.Errorf("testdata/joined.tsv: %s no longer fails at %s: take it out", key[0], key[1])
		}
	}
}
