package party

import (
	"fmt"
	"strings"
	"testing"
)

// names are n names of zones, the longest of which has ten runes.
func names(n int) string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("松林%d开发区管委会", i))
	}
	return strings.Join(list, "、")
}

func TestLongClausesLoseNothing(t *testing.T) {
	for _, text := range []string{
		"改造管网。(" + names(400) + "负责)", "改造管网。(" + names(400) + "负责", "改造管网。" + names(400) + "负责)",
		`改造管网。\n责任单位:` + names(400), `改造管网。\n责任单位 ` + names(400), "改造管网。" + names(400) + "负责。",
	} {
		s := read(text)
		c := Clauses(s, 0, s.Len(), Context{}, false)
		if len(c) != 1 || c[0].Cut || len(c[0].Departments) != 400 {
			t.Fatalf("%.30s…: %d clauses, %d departments", text, len(c), len(c[0].Departments))
		}
		if last := c[0].Departments[399].Name; last != "松林399开发区管委会" {
			t.Errorf("%.30s…: the last is %s", text, last)
		}
	}
}

func TestWhatABoundCutsIsSaid(t *testing.T) {
	for _, tt := range []struct {
		text  string
		first int // of the names that were read
	}{
		{"改造管网。(" + names(6000) + "负责)", 0}, {"改造管网。(" + names(6000) + "负责", 0}, {`改造管网。\n责任单位:` + names(6000), 0},
		{"改造管网。" + names(6000) + "负责)", -1}, {"改造管网。" + names(6000) + "负责。", -1},
		{"改造(一期(二期(三期(四期。(市财政局负责)))))", 6000},
	} {
		text := tt.text
		s := read(text)
		c := Clauses(s, 0, s.Len(), Context{}, false)
		if len(c) == 0 || !c[0].Cut {
			t.Fatalf("%.30s…: no word of the cut", text)
		}
		if n := len(c[0].Departments); tt.first < 0 {
			tt.first = 6000 - n
		}
		if n := len(c[0].Departments); n == 0 != (tt.first == 6000) || n == 6000 {
			t.Errorf("%.30s…: %d departments", text, n)
		}
		for k, d := range c[0].Departments {
			k += tt.first
			if want := fmt.Sprintf("松林%d开发区管委会", k); d.Name != want {
				t.Fatalf("%.30s…: %s for %s", text, d.Name, want)
			}
		}
	}
}
