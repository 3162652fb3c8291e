package page

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

// typed are times as people write them in a notice of 2024, each with the relation chosen before.
var typed = []struct{ text, chosen, relation, value string }{
	{"2024年6月底前", "during", "by", "../2024-06-30"},
	{"2024-6-30", "by", "by", "../2024-06-30"},
	{"2024/6/30", "during", "during", "2024-06-30"},
	{"2024.6", "every", "during", "2024-06"},
	{"6月底", "during", "by", "../2024-06-30"},
	{" 6 月 底 ", "by", "by", "../2024-06-30"},
	{"二季度末", "by", "by", "../2024-06-30"},
	{"三季度", "during", "during", "2024-07/2024-09"},
	{"2025年上半年", "during", "during", "2025-01/2025-06"},
	{"12月中旬", "during", "during", "2024-12-11/2024-12-20"},
	{"年底前", "during", "by", "../2024-12-31"},
	{"明年3月底前", "by", "by", "../2025-03-31"},
	{"到2025年", "during", "by", "../2025-12-31"},
	{"2022年起", "by", "from", "2022-01-01/.."},
	{"2021年至2023年", "by", "during", "2021/2023"},
	{"2021-2023年", "by", "during", "2021/2023"},
	{"3月至6月底", "by", "during", "2024-03/2024-06"},
	{"“十四五”期间", "by", "by", "../2025-12-31"},
	{"“十四五”末", "during", "by", "../2025-12-31"},
	{"二〇二四年十二月三十一日前", "during", "by", "../2024-12-31"},
	{"每年", "by", "every", "R/P1Y"},
	{"每季度", "by", "every", "R/P3M"},
	{"３个月内", "by", "within", "P3M"},
	{"长期", "by", "ongoing", ".."},
	{"../2025-12-31", "during", "by", "../2025-12-31"},
	{"2022-12-05/..", "by", "from", "2022-12-05/.."},
	{"2025-01/2025-06", "during", "during", "2025-01/2025-06"},
	{"R/P1Y", "by", "every", "R/P1Y"},
	{"2024年2月31日", "by", "", ""},
	{"13月", "by", "", ""},
	{"2025年至2024年", "by", "", ""},
	{"尽快", "by", "", ""},
	{"底前", "by", "", ""},
}

// TestTypedTimes: what is typed becomes a value of the schema, and its days are those that the
// schema has for it. It runs where node is installed.
func TestTypedTimes(t *testing.T) {
	var texts [][2]string
	for _, c := range typed {
		texts = append(texts, [2]string{c.text, c.chosen})
	}
	var got []struct{ Relation, Value, Start, End string }
	inNode(t, `map(([text, chosen]) => readTime(text, chosen, "2024") || {})`, texts, &got, "day", "when")
	for i, c := range typed {
		if got[i].Relation != c.relation || got[i].Value != c.value {
			t.Errorf("%s, %s: got %s %q, want %s %q", c.text, c.chosen, got[i].Relation, got[i].Value, c.relation, c.value)
		}
		if start, end, _ := schema.Days(c.value); got[i].Start != start || got[i].End != end {
			t.Errorf("%s: days %q and %q, want %q and %q", c.value, got[i].Start, got[i].End, start, end)
		}
	}
}

// inNode runs an expression on a list with some parts of the script, and reads the list it makes.
func inNode(t *testing.T, expression string, list, out any, parts ...string) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node here")
	}
	var code strings.Builder
	for _, part := range parts {
		text, err := scripts.ReadFile("js/" + part + ".js")
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	data, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, "-")
	run.Stdin = strings.NewReader(code.String() + "console.log(JSON.stringify(" + string(data) + "." + expression + "));")
	answer, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, answer)
	}
	if err := json.Unmarshal(answer, out); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
}
