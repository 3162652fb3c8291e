package extract_test

import (
	"os"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestWordings holds what the notices of testdata/words/wordings.tsv say: words of lists that
// only show what they do in a whole notice.
func TestWordings(t *testing.T) {
	data, err := os.ReadFile("../testdata/words/wordings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(row) != 3 {
			t.Errorf("%q: want a wording, a notice and what is read", line)
			continue
		}
		n := noticeOf(t, strings.ReplaceAll(row[1], "⏎", "\n"))
		if got := factsOf(n); got != row[2] {
			t.Errorf("%s: %s\n got %s\nwant %s", row[0], row[1], got, row[2])
		}
	}
}

// factsOf says what a notice asks of whom until when.
func factsOf(n *schema.Notice) string {
	var out []string
	for _, g := range n.Goals {
		out = append(out, "goal "+g.ID)
	}
	for _, task := range n.Tasks {
		out = append(out, "task "+task.ID)
		if d := task.Departments; d != nil {
			for role, list := range [][]schema.Department{d.Lead, d.Support, d.Responsible} {
				for _, e := range list {
					out = append(out, [...]string{"lead ", "support ", "responsible "}[role]+e.Name)
				}
			}
		}
		for _, d := range task.Deadlines {
			out = append(out, "until "+d.End)
		}
	}
	return strings.Join(out, ", ")
}
