package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/score"
)

// sets are the answers at hand: those that lie in the project, and those of real notices, which do not.
var sets = []struct {
	evalFlags
	what string
	real bool
}{
	{evalFlags{gold: "../../testdata/gold", corpus: "../../testdata/notices"}, "written for the project, before the rules", false},
	{evalFlags{gold: "../../../shared/gold", corpus: "../../../shared/corpus"}, "real notices, which the rules were made on", true},
}

// TestAccuracy holds the figures in docs/accuracy.md of the answers that lie in the project, and the list of what fails; "make accuracy"
// makes them anew, and those of the real notices.
func TestAccuracy(t *testing.T) {
	const page = "../../docs/accuracy.md"
	was := read(t, page)
	now := within(t, within(t, was, "figures", accuracyTable(t, was)), "failures", failureList(t))
	if *update {
		if err := os.WriteFile(page, []byte(now), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if now != was {
		t.Errorf("docs/accuracy.md is not what is measured: make accuracy\n%s", now)
	}
}

// within puts a text between the marks of that name.
func within(t *testing.T, page, name, text string) string {
	t.Helper()
	before, rest, ok := strings.Cut(page, "<!-- "+name+" -->\n")
	_, after, ok2 := strings.Cut(rest, "<!-- end -->")
	if !ok || !ok2 {
		t.Fatalf("the page has no part %s", name)
	}
	return before + "<!-- " + name + " -->\n" + text + "<!-- end -->" + after
}

// accuracyTable is a row for each set and figure. Those of real notices are measured for an update alone, else they are those of the page.
func accuracyTable(t *testing.T, page string) string {
	var b strings.Builder
	line := func(cells ...string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	head := []string{"answers", "figure"}
	for _, k := range score.Kinds() {
		head = append(head, string(k))
	}
	line(head...)
	b.WriteString(strings.Repeat("|---", len(head)) + "|\n")
	for _, set := range sets {
		if _, err := os.Stat(set.gold); set.real && (!*update || err != nil) {
			for old := range strings.Lines(page) {
				if strings.Contains(old, set.what+" | ") {
					b.WriteString(old)
				}
			}
			continue
		}
		names, err := answers(set.gold)
		if err != nil {
			t.Fatal(err)
		}
		all := score.NewReport()
		for _, name := range names {
			report, err := set.score(&console{in: os.Stdin, out: os.Stdout, err: os.Stderr}, name, extract.Options{})
			if err != nil {
				t.Fatal(name, err)
			}
			all.Add(report)
		}
		for _, of := range []struct {
			name   string
			figure func(*score.Tally) float64
		}{{"F1", (*score.Tally).F1}, {"precision", (*score.Tally).Precision}, {"recall", (*score.Tally).Recall}} {
			cells := []string{fmt.Sprintf("%d %s", len(names), set.what), of.name}
			for _, k := range score.Kinds() {
				cells = append(cells, fmt.Sprintf("%.3f", of.figure(all[k])))
			}
			line(cells...)
		}
	}
	return b.String()
}

// failure is a row of testdata/known-failures.tsv.
type failure struct{ sentence, right, matter string }

func failures(t *testing.T) (list []failure) {
	t.Helper()
	for line := range strings.Lines(read(t, "../../testdata/known-failures.tsv")) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 3 {
			t.Fatalf("%q: want a sentence, a value and the matter", line)
		}
		list = append(list, failure{cells[0], cells[1], cells[2]})
	}
	return list
}

func failureList(t *testing.T) string {
	var b strings.Builder
	for _, f := range failures(t) {
		fmt.Fprintf(&b, "- %s: %s (*%s* is not found)\n", f.matter, f.sentence, f.right)
	}
	return b.String()
}

// TestKnownFailures: what is said to fail does.
func TestKnownFailures(t *testing.T) {
	list := failures(t)
	if len(list) == 0 {
		t.Fatal("the list is empty")
	}
	for _, f := range list {
		n, err := extract.Read("notice.txt", []byte("一、主要任务\n（一）推进试点工作。"+f.sentence), parser.Options{}, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Tasks) != 1 {
			t.Errorf("%s: %d tasks, want one: the row shows something else", f.sentence, len(n.Tasks))
			continue
		}
		if found := factsOf(n.Tasks[0]); slices.Contains(found, f.right) {
			t.Errorf("%s: %s is found: the row has to go", f.sentence, f.right)
		}
	}
}

// factsOf lists the deadlines and targets of a task as known-failures.tsv writes them.
func factsOf(task schema.Task) (list []string) {
	for _, d := range task.Deadlines {
		list = append(list, fmt.Sprintf("deadline %s %s", d.Relation, d.Value))
	}
	for _, v := range task.Targets {
		list = append(list, strings.Join(strings.Fields(fmt.Sprintf("target %s %s %s of %s", v.Op, v.Value, v.Unit, v.Indicator)), " "))
	}
	return list
}
