package page

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestDaysFollowTheValue: on the page the days of a deadline follow its value as the schema has it, and
// are gone where it names none. It runs where node is installed.
func TestDaysFollowTheValue(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node here")
	}
	edit, err := scripts.ReadFile("js/edit.js")
	if err != nil {
		t.Fatal(err)
	}
	values := []string{
		"../2025-12-31", "2022-12-05/..", "2022", "2024-02", "2023-02", "2025-01/2025-06", "2021/2023", "2025-03-31",
		"..", "R/P1Y", "P3M", "R/2025-03-31/P1Y",
	}
	list, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, "-")
	run.Stdin = strings.NewReader(string(edit) + `
const field = (value) => ({value, addEventListener(name, f) { this.typed = f; }});
console.log(JSON.stringify(` + string(list) + `.map((value) => {
  const form = {value: field("2020"), start: field("2020-01-01"), end: field("2020-12-31")};
  deriveDays(Object.entries(form).map(([key, control]) => [{key}, control]));
  form.value.value = value;
  form.value.typed();
  return [form.start.value, form.end.value];
})));`)
	out, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var got [][2]string
	if err := json.Unmarshal(out, &got); err != nil || len(got) != len(values) {
		t.Fatalf("%v: %s", err, out)
	}
	for i, value := range values {
		start, end, _ := schema.Days(value)
		if got[i] != [2]string{start, end} {
			t.Errorf("%s: days %q, want %q and %q", value, got[i], start, end)
		}
	}
}
