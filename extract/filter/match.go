package filter

import (
	"slices"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// asked is a department that someone asks for.
type asked struct {
	name string // folded
	office
}

func (w *words) ask(name string) asked {
	a := asked{name: source.Squeeze(name), office: w.offices(name)[0]}
	if w.isStem(a.name) { // 民政 alone
		a.office = office{works: w.parts(a.name)}
	}
	return a
}

// is reports whether a department of a notice is the one that is asked for, or one that answers for
// it: it has all its works, and is of its place or level.
func (w *words) is(a asked, d *schema.Department, h home) bool {
	if a.name == source.Squeeze(d.Name) || d.Canonical != "" && a.name == source.Squeeze(d.Canonical) {
		return true
	}
	return slices.ContainsFunc(w.offices(d.Name), func(o office) bool {
		return within(a.works, o.works) && w.sits(a.office, o, h)
	})
}

// within reports whether all of part are in whole.
func within(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(p string) bool { return !slices.Contains(whole, p) })
}

// sits reports whether an office of a notice is of the place, else of the level, that is asked for. One
// with a bare name is the notice's own.
func (w *words) sits(a, o office, h home) bool {
	own := o.words
	if own == nil && o.level == "" && h.seat != "" {
		own = []string{h.seat}
	}
	switch {
	case a.place != "":
		place := o.place
		if place == "" && !o.each && len(own) == 1 {
			place = w.placeOf(own[0], h)
		}
		return place != "" && w.samePlace(a.place, place)
	case a.words != nil:
		return slices.ContainsFunc(a.words, func(word string) bool {
			return word == every || slices.Contains(own, word) || slices.Contains(own, every) || o.level != "" && o.level == levelOf(word)
		})
	case a.level != "":
		return o.level == a.level || slices.ContainsFunc(own, func(word string) bool { return levelOf(word) == a.level })
	}
	return true
}
