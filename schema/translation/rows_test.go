package translation

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// untold are packages whose errors no reader of notices meets: tables of the project that its tests check, and what
// only a program calls wrongly.
var untold = []string{"extract/internal/", "schema/render/workbook/", "schema/score/c", "schema/score/e", "extract/look.go", "render/page/page.go", "cmd/policyx/recognize/protocol.go"}

// names are what records and parts of a mail are called, which is data.
var names = []string{"line %d", "the rest"}

// TestEveryTextHasRow holds zh.tsv to the sources: every text for people has a row, every row a text.
func TestEveryTextHasRow(t *testing.T) {
	all, said := formats(t, "../..")
	for _, f := range foreign {
		said[f] = true
	}
	told := map[string]bool{}
	for _, r := range read(tsv) {
		told[r.english] = true
	}
	for _, s := range all {
		if prose(s.format) && !slices.Contains(names, s.format) && !told[s.format] && !slices.ContainsFunc(untold, func(p string) bool { return strings.Contains(s.where, p) }) {
			t.Errorf("%s: %q has no row in zh.tsv", s.where, s.format)
		}
	}
	for english := range told {
		if !said[english] {
			t.Errorf("nothing says %q", english)
		}
	}
}

var verb = regexp.MustCompile(`%(\[\d\])?s`)

// TestRows holds that each row says every value of the English format, in Chinese.
func TestRows(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range read(tsv) {
		if seen[r.english] {
			t.Errorf("%q stands twice", r.english)
		}
		seen[r.english] = true
		text := strings.ReplaceAll(r.chinese, "%%", "")
		if n := len(verb.FindAllString(text, -1)); n != len(r.parts)-1 || n != strings.Count(text, "%") {
			t.Errorf("%q has %d values, %q %d", r.english, len(r.parts)-1, r.chinese, n)
		}
		values := make([]any, len(r.parts)-1)
		for i := range values {
			values[i] = "值"
		}
		if said := chinese().print(r.english, values); strings.Contains(said, "%!") {
			t.Errorf("%q is said as %q", r.english, said)
		}
	}
}
