package extract

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

var allPlaces = flag.Bool("joined", false, "break each sentence at every place, not at a few")

// white is what pages put into the middle of a sentence.
var white = []string{"\n", "\u00a0", "\u3000", "\u200b"}

// sentences are those of the rules' near misses and of the notices here, and of the
// suites of phrases where these are at hand.
func sentences(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"testdata/rules/*.tsv", "testdata/notices/*.txt"} {
		for _, line := range linesOf(t, "../"+pattern) {
			if _, text, ok := strings.Cut(line, "\t"); ok {
				line = text
			}
			if n := len([]rune(line)); n > 4 && n < 120 && !strings.HasPrefix(line, "#") {
				out = append(out, line)
			}
		}
	}
	if len(out) < 300 {
		t.Fatalf("found %d sentences", len(out))
	}
	for _, line := range linesOf(t, "../../shared/phrases/*.jsonl") {
		var row struct{ Text string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row.Text)
	}
	return out
}

func linesOf(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for scan := bufio.NewScanner(f); scan.Scan(); {
			out = append(out, strings.ToValidUTF8(scan.Text(), ""))
		}
	}
	return out
}

// brokenAt calls f for places within a text, before each of which something can be put:
// all of them, or a few that differ from text to text.
func brokenAt(n int, runes []rune, f func(i int)) {
	step := 17
	if *allPlaces {
		step = 1
	}
	for i := 1 + n%step; i < len(runes); i += step {
		f(i)
	}
}

// TestWhiteSpaceChangesNothing puts white space into sentences: each family finds the same
// values, at spans that are in order. What it does not yet is in testdata/joined.tsv, and
// what stands there and no longer fails has to go from there.
func TestWhiteSpaceChangesNothing(t *testing.T) {
	known := readKnown(t)
	for name, find := range families {
		for n, text := range sentences(t) {
			runes := []rune(text)
			want := find(t, scanned(runes, len(runes)))
			brokenAt(n, runes, func(i int) {
				for _, w := range white {
					if got := find(t, scanned(broken(runes, i, w), 0)); got != want && !known.allows(name, runes, i) {
						t.Errorf("%s with %q: %s|%s\n got %s\nwant %s", name, w, string(runes[:i]), string(runes[i:]), got, want)
					}
				}
				find(t, scanned(runes, i)) // two paragraphs: whatever is found, its spans are in order
			})
		}
	}
	known.unused(t, families)
}

// TestLineBreakChangesNothing breaks the sentence of an item in a notice.
func TestLineBreakChangesNothing(t *testing.T) {
	known := readKnown(t)
	for n, text := range sentences(t) {
		runes := []rune(text)
		if !whole(text) {
			continue
		}
		want := ""
		brokenAt(n, runes, func(i int) {
			if want == "" {
				want = inNotice(t, text)
			}
			if got := inNotice(t, string(broken(runes, i, "\n"))); got != want && !known.allows("notice", runes, i) {
				t.Errorf("%s|%s\n got %s\nwant %s", string(runes[:i]), string(runes[i:]), got, want)
			}
		})
	}
	known.unused(t, map[string]func(testing.TB, *lex.Stream) string{"notice": nil})
}

// TestSoftWrapChangesNothing breaks the lines of a page's source within the sentence of a paragraph, which no
// browser shows.
func TestSoftWrapChangesNothing(t *testing.T) {
	known := readKnown(t)
	for n, text := range sentences(t) {
		if !whole(text) || strings.ContainsAny(text, "<>&") {
			continue
		}
		runes, want := []rune(text), ""
		brokenAt(n, runes, func(i int) {
			if want == "" {
				want = inPage(t, text)
			}
			if got := inPage(t, string(broken(runes, i, "\n    "))); got != want && !known.allows("notice", runes, i) {
				t.Errorf("%s|%s\n got %s\nwant %s", string(runes[:i]), string(runes[i:]), got, want)
			}
		})
	}
}

// whole reports whether a text is what a paragraph could end in, and no part of one.
func whole(text string) bool {
	return (strings.HasSuffix(text, "。") || strings.HasSuffix(text, "）")) && strings.Contains(text, "。") &&
		strings.Count(text, "（") == strings.Count(text, "）")
}

func broken(runes []rune, i int, w string) []rune {
	out := append(append([]rune{}, runes[:i]...), []rune(w)...)
	return append(out, runes[i:]...)
}

// scanned lexes a text, as two paragraphs where cut lies within it.
func scanned(text []rune, cut int) *lex.Stream {
	folded := source.FoldRunes(nil, text)
	if cut == 0 || cut == len(folded) {
		return lex.Scan(folded, []block.Range{{End: len(folded)}})
	}
	return lex.Scan(folded, []block.Range{{End: cut}, {Start: cut, End: len(folded)}})
}

// families print what each finds in a stream.
var families = map[string]func(testing.TB, *lex.Stream) string{
	"when": func(t testing.TB, s *lex.Stream) string {
		var b strings.Builder
		for _, x := range timesIn(s) {
			inOrder(t, s, x.Start, x.End)
			if x.Deadline {
				fmt.Fprintf(&b, "%s %s; ", x.Relation, x.Value)
			}
		}
		return b.String()
	},
	"amount": func(t testing.TB, s *lex.Stream) string {
		var b strings.Builder
		for _, x := range amount.Find(s, 0, s.Len(), amount.Context{Times: whens(timesIn(s))}, false) {
			inOrder(t, s, x.Start, x.End)
			fmt.Fprintf(&b, "%s %v %v %s %s %s %s %s; ", x.Op, x.Value, x.Max, x.Unit, x.Per, x.Type, x.When, s.String(x.IndicatorStart, x.IndicatorEnd))
		}
		return b.String()
	},
	"party": func(t testing.TB, s *lex.Stream) string {
		for _, c := range party.Clauses(s, 0, s.Len(), party.Context{Level: schema.LevelCity, Place: "云溪市"}, false) {
			inOrder(t, s, c.Start, c.End)
			for _, d := range c.Departments {
				inOrder(t, s, d.Start, d.End)
			}
		}
		return "" // two names on two lines are two: names across lines are tested by the family
	},
}

func timesIn(s *lex.Stream) []when.Time {
	return when.Find(s, 0, s.Len(), when.Context{Issued: when.Date{Year: 2024, Month: 3, Day: 5}}, nil, false)
}

func inOrder(t testing.TB, s *lex.Stream, i, j int) {
	t.Helper()
	if i < 0 || i >= j || j > s.Len() {
		t.Errorf("%s: a value from rune %d to %d", s.String(0, s.Len()), i, j)
	}
}

// before are the lines of a notice before the sentence of an item, behind those after it.
const (
	before = "云溪市人民政府办公室关于印发《云溪市重点工作安排》的通知\n云政办发〔2024〕6号\n各有关单位：\n" +
		"《云溪市重点工作安排》已经同意，现印发给你们，请认真贯彻执行。\n云溪市人民政府办公室\n2024年3月5日\n云溪市重点工作安排\n" +
		"一、重点任务\n1.事项甲。"
	behind = "\n2.事项乙。抓好落实。\n"
)

// inNotice prints the times and amounts that are found in an item with the given text.
func inNotice(t *testing.T, text string) string {
	t.Helper()
	return valuesOf(t, before+text+behind)
}

// inPage is inNotice for the source of a page.
func inPage(t *testing.T, text string) string {
	t.Helper()
	page := strings.ReplaceAll(before, "\n", "</p>\n<p>") + text + strings.ReplaceAll(behind, "\n", "</p>\n<p>")
	return valuesOf(t, "<!DOCTYPE html><html><body><p>"+page+"</p></body></html>")
}

func valuesOf(t *testing.T, notice string) string {
	t.Helper()
	doc, err := parser.Parse("notice", []byte(notice), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := Extract(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, task := range n.Tasks {
		for _, d := range task.Deadlines {
			fmt.Fprintf(&b, "%s %s; ", d.Relation, d.Value)
		}
		for _, g := range task.Targets {
			fmt.Fprintf(&b, "%s %v %s %s; ", g.Op, g.Value, g.Unit, g.Indicator)
		}
	}
	return b.String()
}
