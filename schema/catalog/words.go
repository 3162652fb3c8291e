package catalog

import (
	"strings"
	"unicode"
)

// words are the words of folded texts as the full-text index has them, each once: of every run of letters and figures the pairs of
// neighbours, so that a word of two characters is found as one is of five, and its last character. 养老服务 is 养老, 老服, 服务 and 务.
func words(texts ...string) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, text := range texts {
		for _, run := range runs(text) {
			for i := range run {
				word := string(run[i:min(i+2, len(run))])
				if !seen[word] {
					seen[word] = true
					b.WriteString(word)
					b.WriteByte(' ')
				}
			}
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// match is what a full-text search for a folded text asks for: all its pairs, a character by itself as the beginning of any. It finds
// each text that holds this one, and some that hold its pairs elsewhere; "" is a text without a letter, by which nothing is found.
func match(text string) string {
	var asked []string
	for _, run := range runs(text) {
		if len(run) == 1 {
			asked = append(asked, `"`+string(run)+`"*`)
		}
		for i := range len(run) - 1 {
			asked = append(asked, `"`+string(run[i:i+2])+`"`)
		}
	}
	return strings.Join(asked, " ")
}

// runs are the stretches of letters and figures.
func runs(text string) (all [][]rune) {
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		all = append(all, []rune(run))
	}
	return all
}

// key is what titles are compared by: their letters and figures.
func key(folded string) string {
	return strings.Join(strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), "")
}
