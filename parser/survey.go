package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/label"
)

// survey is what the heads of all lines say of the numbering: which labels of doubtful
// shape occur in sequence.
type survey struct {
	decimals bool            // 1.1 and 1.2 are labels, not numbers
	nouns    map[string]bool // words with a running number, 任务一： 任务二：
}

// noun reports whether a noun with a number is a label.
func (v *survey) noun(m Marker) bool { return v.nouns[m.Word] }

// look surveys the lines of a text.
func look(text []rune, lines []line) survey {
	v := survey{nouns: map[string]bool{}}
	last := map[string]int{}
	var outline []int
	steps := 0
	for i := range lines {
		l := &lines[i]
		if l.kind != lineBody || l.Len() == 0 {
			continue
		}
		if m, ok := label.At(text, l.Start, l.End); ok {
			if m.Kind == Decimal {
				if steps += step(outline, m.Outline); outline == nil && m.Number == 1 {
					steps++
				}
				outline = m.Outline
			}
			continue
		}
		if m, ok := label.NounAt(text, l.Start, l.End); ok && m.Kind == Noun {
			if last[m.Word] > 0 && m.Number == last[m.Word]+1 {
				v.nouns[m.Word] = true
			}
			last[m.Word] = m.Number
		}
	}
	v.decimals = steps >= 2
	return v
}

// step is 1 where b may follow a in a decimal outline: 1.1 1.2, 1.1 1.1.1, 1.2.3 1.3, 1.4
// 2.1.
func step(a, b []int) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	switch {
	case n == len(b) || a == nil:
		return 0
	case n == len(a): // one level down
		if !slices.ContainsFunc(b[n:], func(k int) bool { return k != 1 }) {
			return 1
		}
		return 0
	}
	if b[n] != a[n]+1 || slices.ContainsFunc(b[n+1:], func(k int) bool { return k != 1 }) {
		return 0
	}
	return 1
}
