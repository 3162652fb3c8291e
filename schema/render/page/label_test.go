package page

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema/term"
)

// TestLabels holds each row to three columns that are filled, each key to one row, and both
// languages to the same values.
func TestLabels(t *testing.T) {
	value := regexp.MustCompile(`\{\d\}`)
	seen := map[string]bool{}
	for row := range strings.Lines(labels) {
		row = strings.TrimRight(row, "\n")
		if row == "" || row[0] == '#' {
			continue
		}
		f := strings.Split(row, "\t")
		if len(f) != 3 || f[0] == "" || f[1] == "" || f[2] == "" {
			t.Errorf("%q: want key, zh, en", row)
			continue
		}
		if seen[f[0]] {
			t.Errorf("%s stands twice", f[0])
		}
		seen[f[0]] = true
		for _, v := range value.FindAllString(f[1]+f[2], -1) {
			if !strings.Contains(f[1], v) || !strings.Contains(f[2], v) {
				t.Errorf("%s: %s stands in one language only", f[0], v)
			}
		}
	}
}

// TestEveryWordHasALabel holds that the script and the markup ask for no word that has no row, and
// that no row is asked for by nobody. A key that ends in . is the beginning of several.
func TestEveryWordHasALabel(t *testing.T) {
	sources := shell
	files, _ := fs.Glob(scripts, "js/*.js")
	for _, name := range files {
		data, err := scripts.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources += string(data)
	}
	known := words(term.Chinese)
	asked := regexp.MustCompile(`word\("([a-z.-]+)"|` + placeholder.String())
	for _, m := range asked.FindAllStringSubmatch(sources, -1) {
		key := m[1] + m[2]
		if _, ok := known[key]; !ok && !strings.HasSuffix(key, ".") {
			t.Errorf("%q has no row", key)
		}
	}
	for key := range known {
		kind, _, _ := strings.Cut(key, ".")
		if !strings.Contains(sources, `"`+key+`"`) && !strings.Contains(sources, `"`+kind+`."`) && !strings.Contains(sources, "{{"+key+"}}") {
			t.Errorf("%q is asked for nowhere", key)
		}
	}
}

// TestChoicesHaveTerms holds that each choice of a form has terms.
func TestChoicesHaveTerms(t *testing.T) {
	kinds := terms(term.Chinese)
	for owner, fields := range forms() { // what the input was is not edited
		for _, f := range fields {
			if owner != "Source" && f.Type == "choice" && len(kinds[f.Enum]) == 0 {
				t.Errorf("%s.%s: no choices of kind %q", owner, f.Key, f.Enum)
			}
		}
	}
}
