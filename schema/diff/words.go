package diff

import (
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/schema/align"
)

// word is a character or, of figures and Latin letters, a run of them, with the white space and punctuation behind it, and with
// what opens before it.
type word struct {
	key  string // widths and case aside
	text string // as it stands
}

// words takes a text apart. Labels before its lines are no words of it.
func words(text string) []word {
	var line strings.Builder
	for l := range strings.Lines(text) {
		line.WriteString(withoutLabel(l))
	}
	return phrase(line.String())
}

// phrase takes apart a text that stands within a line.
func phrase(text string) (out []word) {
	runes := []rune(text)
	opening := ""
	for i, r := range runes {
		k := plain(r)
		significant := isWord(k) || isInner(runes, i)
		switch {
		case significant && len(out) > 0 && i > 0 && run(runes, i) != none && run(runes, i) == run(runes, i-1):
			out[len(out)-1].key += string(k)
			out[len(out)-1].text += string(r)
		case significant:
			out = append(out, word{string(k), opening + string(r)})
			opening = ""
		case len(out) == 0 || opening != "" || strings.ContainsRune("(（《〈“‘「『【〔[", r):
			opening += string(r)
		default:
			out[len(out)-1].text += string(r)
		}
	}
	if len(out) > 0 {
		out[len(out)-1].text += opening
	}
	return out
}

// withoutLabel cuts the label off a line: （一）, 2. or 第三章. Figures of a value (10.5公里) and of a list (一、二、三产业) are none.
func withoutLabel(line string) string {
	rest := strings.TrimLeft(line, " \t　")
	cut := align.Unlabelled(rest)
	label := []rune(rest[:len(rest)-len(cut)])
	if len(label) == 0 || strings.TrimSpace(cut) == "" || unicode.IsDigit(plain([]rune(cut)[0])) {
		return line
	}
	if end := label[len(label)-1]; isWord(end) && !strings.ContainsRune("章节条篇", end) {
		return line
	}
	return cut
}

// plain is a character without width and case.
func plain(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return unicode.ToLower(r)
}

// isWord reports a character that says something by itself.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("%‰+<>≥≤=℃°", r)
}

// isInner reports a point within a figure.
func isInner(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && unicode.IsDigit(plain(runes[i-1])) && unicode.IsDigit(plain(runes[i+1])) && plain(runes[i]) == '.'
}

// run is what kind of a run a character stands in: with its like beside it, it is one word.
func run(runes []rune, i int) int {
	switch r := plain(runes[i]); {
	case r < unicode.MaxLatin1 && unicode.IsLetter(r):
		return letters
	case r < unicode.MaxLatin1 && unicode.IsDigit(r) || isInner(runes, i):
		return digits
	}
	return none
}

// The kinds of runs.
const (
	none = iota
	letters
	digits
)

// keys is what some words say.
func keys(list []word) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(w.key)
	}
	return b.String()
}

func sameWord(a, b word) bool { return a.key == b.key }

// reworded compares two texts; nil where their words are the same.
func reworded(old, new string) []Run { return marked(words(old), words(new)) }

// marked compares the words of two texts; nil where they are the same.
func marked(a, b []word) []Run {
	if slices.EqualFunc(a, b, sameWord) {
		return nil
	}
	return runs(a, b)
}

// runs sets the words of two texts side by side. What stands between two changes and is shorter than they are is part of
// one change: single characters that happen to be the same help nobody.
func runs(a, b []word) []Run {
	var out []Run
	for _, e := range tidy(edits(a, b)) {
		if e.op == Keep {
			out = append(out, Run{Keep, join(b[e.new : e.new+e.count])})
			continue
		}
		list, at := a, e.old
		if e.op == Insert {
			list, at = b, e.new
		}
		out = append(out, Run{e.op, join(list[at : at+e.count])})
	}
	return out
}

func join(list []word) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(w.text)
	}
	return b.String()
}
