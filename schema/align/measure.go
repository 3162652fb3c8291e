package align

import "slices"

// Heading returns what a heading is known by: its letters, without the label before it.
func Heading(heading string) string { return string(letters(Unlabelled(heading))) }

// Likeness returns how alike two names are, from 0 to 1: the Sørensen–Dice coefficient of their pairs of
// neighbouring letters. Figures, punctuation and white space do not count.
func Likeness(a, b string) float64 { return dice(grams(a), grams(b)) }

// Contained returns how much of a task stands in another one, from 0 to 1: the share of the pairs of neighbouring letters of its
// title and text, of all of them, that the other has as well.
func Contained(part, whole Item) float64 {
	in, of := part.pairs(), whole.pairs()
	if len(in) == 0 {
		return 0
	}
	return float64(shared(in, of)) / float64(len(in))
}

// pairs are all pairs of letters of title and text, sorted.
func (i Item) pairs() (out []uint64) {
	l := letters(i.Title + i.Text)
	for n := 1; n < len(l); n++ {
		out = append(out, uint64(l[n-1])<<32|uint64(l[n]))
	}
	slices.Sort(out)
	return out
}
