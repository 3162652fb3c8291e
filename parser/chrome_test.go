package parser

import (
	"os"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/runes"
	"github.com/policyx/policyx/parser/source"
)

// TestChrome holds that each word of a site has an example that it takes and a near miss that
// stays, in testdata/words/site.tsv.
func TestChrome(t *testing.T) {
	data, err := os.ReadFile("../testdata/words/site.tsv")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(row) != 3 {
			t.Errorf("%q: want a word, an example and a near miss", line)
			continue
		}
		shown[row[0]] = true
		if !isChrome(keyOf(row[1])) || !runes.Contains(keyOf(row[1]), string(keyOf(row[0]))) {
			t.Errorf("%s: %s is a line of a site", row[0], row[1])
		}
		if isChrome(keyOf(row[2])) {
			t.Errorf("%s: %s is a line of a notice", row[0], row[2])
		}
	}
	for _, e := range lexicon.Entries("chrome") {
		if !shown[e.Word] {
			t.Errorf("%s has no example in testdata/words/site.tsv", e.Word)
		}
	}
}

func keyOf(s string) []rune {
	return squeeze(source.FoldRunes(nil, []rune(s)), keyLimit)
}

func TestALabelOfASiteBeforeALongTextIsNoLineOfTheSite(t *testing.T) {
	long := "政策解读：" + strings.Repeat("本方案提出新建步道，修缮危房，", 8)
	for line, want := range map[string]bool{"政策解读：步道建设方案解读": false, long: true} {
		doc, err := Parse("notice.txt", []byte("云溪市步道建设方案\n一、新建步道\n建成步道。\n"+line+"\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		items := doc.Parts[0].Items
		if got := strings.Contains(doc.Join(items[len(items)-1].Own...), "政策解读"); got != want {
			t.Errorf("%.30s is text: %v, want %v", line, got, want)
		}
	}
}
