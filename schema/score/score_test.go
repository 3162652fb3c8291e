package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestFigures holds the counts over notices with mistakes of every sort against those of
// the project's first scorer, which users' figures have to stay comparable with.
func TestFigures(t *testing.T) {
	reports := map[string]Report{}
	for _, name := range []string{"label-lines", "indicator-tables", "flat"} {
		reports[name] = compareFiles(t, name)
	}
	rows := 0
	for line := range strings.Lines(string(read(t, "figures.tsv"))) {
		f := strings.Fields(line)
		if f[0] == "#" {
			continue
		}
		rows++
		got := reports[f[0]][Kind(f[1])]
		if g := []string{strconv.Itoa(got.Hit), strconv.Itoa(got.Want), strconv.Itoa(got.Got)}; strings.Join(g, " ") != strings.Join(f[2:], " ") {
			t.Errorf("%s %s: hit, want, got %v, want %v\n%+v\n%+v", f[0], f[1], g, f[2:], got.Missing, got.Extra)
		}
	}
	if rows != 3*len(Kinds()) {
		t.Errorf("%d figures", rows)
	}
}

// TestMisses: each fact that counts against a notice is listed.
func TestMisses(t *testing.T) {
	for _, name := range []string{"label-lines", "indicator-tables", "flat"} {
		for k, tally := range compareFiles(t, name) {
			missing, extra := tally.Want-tally.Hit, tally.Got-tally.Hit
			if k == Context || k == Evidence { // one list: the two sides are the same fact
				extra = 0
			}
			if len(tally.Missing) != missing || len(tally.Extra) != extra {
				t.Errorf("%s %s: %d missing and %d extra listed, want %d and %d", name, k, len(tally.Missing), len(tally.Extra), missing, extra)
			}
		}
	}
}

func compareFiles(t *testing.T, name string) Report {
	t.Helper()
	var doc any
	if err := json.Unmarshal(read(t, name+".gold.json"), &doc); err != nil {
		t.Fatal(err)
	}
	gold, err := ReadGold(doc)
	if err != nil {
		t.Fatal(err)
	}
	var n schema.Notice
	if err := json.Unmarshal(read(t, name+".notice.json"), &n); err != nil {
		t.Fatal(err)
	}
	return Compare(gold, &n, []rune(string(read(t, name+".txt"))))
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPlain(t *testing.T) {
	for a, b := range map[string]string{
		"（一）Ａ　Ｂ\u00a0Ｃ":       "(一)ABC",
		"云政发〔2022〕3号":         "云政发(2022)3号",
		"市民政局 | 市\n财政局\u200b": "市民政局市财政局",
		"【〈<[甲]>〉】":           "((((甲))))",
	} {
		if got := plain(a); got != b {
			t.Errorf("plain(%q) = %q, want %q", a, got, b)
		}
	}
	if a, b := label("（一）、"), label("一."); a != b {
		t.Errorf("labels %q and %q differ", a, b)
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[json.Number]string{"50": "50", "50.0": "50", "0.66666": "0.6667", "1e3": "1000", "0.00004": "0"} {
		if got := number(in); got != want {
			t.Errorf("number(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestEmptySides(t *testing.T) {
	var none Tally
	if none.Measured() || none.F1() != 1 {
		t.Error("a kind that neither side has is measured")
	}
	only := Tally{Want: 2}
	if only.Precision() != 1 || only.Recall() != 0 || only.F1() != 0 {
		t.Errorf("nothing got: %v %v %v", only.Precision(), only.Recall(), only.F1())
	}
	r := Compare(&Gold{Notice: "x"}, &schema.Notice{}, nil)
	for k, tally := range r {
		if tally.Measured() {
			t.Errorf("%s: two empty sides are measured", k)
		}
	}
}

func TestReadGoldFaults(t *testing.T) {
	for text, want := range map[string]string{
		`{}`:                          `"notice", the name of the notice's file, is missing`,
		`[]`:                          "is no answer but a array",
		`{"notice": "a", "task": []}`: `unknown field "task"`,
		`{"notice": "a", "tasks": [{"lead": 1}]}`:   "tasks.lead is a number, which does not fit there",
		`{"notice": "a", "metadata": {"titel": 1}}`: `metadata has no field "titel"`,
	} {
		var doc any
		if err := json.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadGold(doc); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// TestAnswerIsRight: a notice as its own answer is right in all kinds that are asked of it.
func TestAnswerIsRight(t *testing.T) {
	for _, name := range []string{"label-lines", "indicator-tables", "flat"} {
		var n schema.Notice
		if err := json.Unmarshal(read(t, name+".notice.json"), &n); err != nil {
			t.Fatal(err)
		}
		gold := Answer(name, &n)
		report := Compare(gold, &n, []rune(string(read(t, name+".txt"))))
		for _, k := range Kinds() {
			if r := report[k]; k != Evidence && r.Measured() && r.F1() != 1 {
				t.Errorf("%s %s: %+v %+v", name, k, r.Missing, r.Extra)
			}
		}
		if len(gold.Tasks) == 0 || !report[Tasks].Measured() {
			t.Errorf("%s: an answer without tasks", name)
		}
	}
}
