package page

import (
	_ "embed"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema/term"
)

// labels are the page's own words, a row each: key, Chinese, English; {0}, {1} … stand for values.
//
//go:embed labels.tsv
var labels string

// words returns the page's own words by key.
func words(lang term.Language) map[string]string {
	column := 1 + max(slices.Index(term.Languages(), lang), 0)
	out := map[string]string{}
	for row := range strings.Lines(labels) {
		if f := strings.Split(strings.TrimRight(row, "\n"), "\t"); len(f) == 3 {
			out[f[0]] = f[column]
		}
	}
	return out
}

// terms returns what values and fields are called: by kind, [value, name] in the order in which
// people choose among them.
func terms(lang term.Language) map[string][][2]string {
	out := map[string][][2]string{}
	for _, t := range term.Terms() {
		out[t.Kind] = append(out[t.Kind], [2]string{t.Value, t.In(lang)})
	}
	return out
}

var placeholder = regexp.MustCompile(`\{\{([a-z.-]+)\}\}`)

// worded puts the page's words into its markup.
func worded(markup string, words map[string]string) string {
	return placeholder.ReplaceAllStringFunc(markup, func(m string) string {
		return html.EscapeString(words[placeholder.FindStringSubmatch(m)[1]])
	})
}
