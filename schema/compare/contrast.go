package compare

import (
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/schema"
)

// contrasts tell names apart that are alike.
type contrasts struct {
	texts []string            // what each notice calls what it measures and does, a line each
	parts map[string][]string // by name: the words that tell it from another name of its notice that is else the same
}

func contrastsOf(notices []*schema.Notice, figures Figures) contrasts {
	c := contrasts{parts: map[string][]string{}}
	for _, n := range notices {
		var b strings.Builder
		var names []string
		add := func(text string) string {
			text = string(letters(figures.of(text)))
			b.WriteString(text + "\n")
			return text
		}
		for _, list := range [][]schema.Task{n.Goals, n.Tasks} {
			for _, t := range list {
				add(t.Title)
				for _, g := range t.Targets {
					names = append(names, add(g.Indicator))
				}
			}
		}
		for _, i := range n.Indicators {
			names = append(names, add(i.Name))
		}
		c.texts = append(c.texts, b.String())
		c.addParts(names)
	}
	return c
}

// apart reports whether two names are of two things: both have numbers and they differ (65岁以上, 80岁以上); one is of a part that its
// notice sets against another (农村…覆盖率 beside 城市…覆盖率) and the other is not; or in one place each has a word that the other has not,
// and one notice uses both (养老, 托育; but not 全市, 全县, which no notice says both).
func (c *contrasts) apart(a, b string) bool {
	if m, n := numbers(a), numbers(b); len(m) > 0 && len(n) > 0 && !slices.Equal(m, n) {
		return true
	}
	lacks := func(name string) func(string) bool {
		return func(word string) bool { return !strings.Contains(name, word) }
	}
	if slices.ContainsFunc(c.parts[a], lacks(b)) || slices.ContainsFunc(c.parts[b], lacks(a)) {
		return true
	}
	for _, s := range slots([]rune(a), []rune(b)) {
		if lacks(b)(s.a) && lacks(a)(s.b) && !c.isSort(s) &&
			slices.ContainsFunc(c.texts, func(text string) bool { return strings.Contains(text, s.a) && strings.Contains(text, s.b) }) {
			return true
		}
	}
	return false
}

// measureLongest is how many letters say at the end of a name how it is measured: 占比, 覆盖率.
const measureLongest = 3

// isSort reports words before the measure that say what sort of thing is meant, 日间照料中心覆盖率 and 日间照料设施覆盖率, or that are the
// measure: no name or title begins with one of them, as some do with a word that tells things apart (养老, 农村).
func (c *contrasts) isSort(s slot) bool {
	begins := func(word string) bool {
		return slices.ContainsFunc(c.texts, func(text string) bool { return strings.Contains("\n"+text, "\n"+word) })
	}
	return s.behind <= measureLongest && !begins(s.a) && !begins(s.b)
}

// addParts finds the names of a notice that differ in one word.
func (c *contrasts) addParts(names []string) {
	words := map[string][]string{} // by a name without one of its words: the words that stand there
	each := func(name string, take func(frame, word string)) {
		runes := []rune(name)
		for from := range runes {
			for n := wordShortest; n <= wordLongest && from+n <= len(runes) && n < len(runes); n++ {
				if word := string(runes[from : from+n]); len(numbers(word)) == 0 {
					take(string(runes[:from])+"\n"+string(runes[from+n:]), word)
				}
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	for _, name := range names {
		each(name, func(frame, word string) { words[frame] = append(words[frame], word) })
	}
	for _, name := range names {
		each(name, func(frame, word string) {
			if slices.ContainsFunc(words[frame], func(other string) bool { return differs(word, other) }) && !slices.Contains(c.parts[name], word) {
				c.parts[name] = append(c.parts[name], word)
			}
		})
	}
}

// differs reports two words that begin and end with other letters.
func differs(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return x[0] != y[0] && x[len(x)-1] != y[len(y)-1]
}

// numbers are the numbers of a name, sorted.
func numbers(s string) []string {
	out := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	slices.Sort(out)
	return out
}

// wordShortest and wordLongest are how many letters stand against each other in a slot, at least and at most.
const wordShortest, wordLongest = 2, 4

// slot is a place of two names in which each has a word of its own.
type slot struct {
	a, b   string
	behind int // how many letters stand behind it, in the longer rest
}

// slots are the words that stand in the same place of two names: between the same letters, or an end and a letter.
func slots(a, b []rune) (out []slot) {
	same := make([][]int, len(a)+1) // how many letters the rests have in common, in order
	same[len(a)] = make([]int, len(b)+1)
	for i := len(a) - 1; i >= 0; i-- {
		same[i] = make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0; j-- {
			if same[i][j] = max(same[i+1][j], same[i][j+1]); a[i] == b[j] {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	fits := func(n int) bool { return n >= wordShortest && n <= wordLongest }
	i, j, fromA, fromB := 0, 0, 0, 0
	closed := func() {
		if fits(i-fromA) && fits(j-fromB) {
			out = append(out, slot{string(a[fromA:i]), string(b[fromB:j]), max(len(a)-i, len(b)-j)})
		}
	}
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			closed()
			i, j = i+1, j+1
			fromA, fromB = i, j
		case same[i+1][j] >= same[i][j+1]:
			i++
		default:
			j++
		}
	}
	i, j = len(a), len(b)
	closed()
	return out
}
