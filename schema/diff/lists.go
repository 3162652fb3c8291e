package diff

import "slices"

// distinct returns the first of each key.
func distinct[T any](list []T, key func(T) string) (out []T) {
	seen := map[string]bool{}
	for _, v := range list {
		if k := key(v); !seen[k] {
			seen[k] = true
			out = append(out, v)
		}
	}
	return out
}

// differing leaves out what both lists have, one for one.
func differing[T any](old, new []T, key func(T) string) ([]T, []T) {
	_, old, new = paired(old, new, func(a, b T) bool { return key(a) == key(b) })
	return old, new
}

// couple is a value that became another one.
type couple[T any] struct{ old, new T }

// paired takes out of both lists what fits together, the first with the first that fits.
func paired[T any](old, new []T, fits func(a, b T) bool) (pairs []couple[T], olds, news []T) {
	news = slices.Clone(new)
	for _, a := range old {
		j := slices.IndexFunc(news, func(b T) bool { return fits(a, b) })
		if j < 0 {
			olds = append(olds, a)
			continue
		}
		pairs = append(pairs, couple[T]{a, news[j]})
		news = slices.Delete(news, j, j+1)
	}
	return pairs, olds, news
}

// without returns a list without one of its elements.
func without[T any](list []T, i int) []T { return append(slices.Clone(list[:i]), list[i+1:]...) }

// fold is a text without white space, punctuation, width and case.
func fold(text string) string { return keys(words(text)) }
