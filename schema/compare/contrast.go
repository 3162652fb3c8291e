package compare

import (
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/schema"
)

// contrasts are what each notice calls what it measures and does: words that one notice uses side by side are not two names of one thing.
type contrasts []string

func contrastsOf(notices []*schema.Notice) (out contrasts) {
	for _, n := range notices {
		var b strings.Builder
		add := func(text string) { b.WriteString(string(letters(text)) + "\n") }
		for _, list := range [][]schema.Task{n.Goals, n.Tasks} {
			for _, t := range list {
				add(t.Title)
				for _, g := range t.Targets {
					add(g.Indicator)
				}
			}
		}
		for _, i := range n.Indicators {
			add(i.Name)
		}
		out = append(out, b.String())
	}
	return out
}

// apart reports whether two names are of two things: both have numbers and they differ (65岁以上, 80岁以上), or in one place each has a
// word that the other has not, and one notice uses both (城市, 农村; but not 全市, 全县, which no notice says both).
func (c contrasts) apart(a, b string) bool {
	if m, n := numbers(a), numbers(b); len(m) > 0 && len(n) > 0 && !slices.Equal(m, n) {
		return true
	}
	for _, s := range slots([]rune(a), []rune(b)) {
		if !strings.Contains(b, s[0]) && !strings.Contains(a, s[1]) &&
			slices.ContainsFunc(c, func(text string) bool { return strings.Contains(text, s[0]) && strings.Contains(text, s[1]) }) {
			return true
		}
	}
	return false
}

// numbers are the numbers of a name, sorted.
func numbers(s string) []string {
	out := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	slices.Sort(out)
	return out
}

// wordShortest and wordLongest are how many letters stand against each other in a slot, at least and at most.
const wordShortest, wordLongest = 2, 4

// slots are the words that stand in the same place of two names: between the same letters, or an end and a letter.
func slots(a, b []rune) (out [][2]string) {
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
			out = append(out, [2]string{string(a[fromA:i]), string(b[fromB:j])})
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
