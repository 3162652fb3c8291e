package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/schema/catalog"
)

// sayAsked says what who asked a catalogue has to know besides the answer: names that nothing in it has, and what sayHeld says.
func (x *extraction) sayAsked(cat *catalog.Catalog, q filter.Query) error {
	for _, name := range x.doubtful(q.Departments) {
		if err := x.sayUnknown(cat, "department", filter.Query{Departments: []string{name}}, name, catalog.Departments); err != nil {
			return err
		}
	}
	for _, name := range x.doubtful(q.Places) {
		if err := x.sayUnknown(cat, "place", filter.Query{Places: []string{name}}, name, catalog.Places); err != nil {
			return err
		}
	}
	x.sayHeld()
	return nil
}

// doubtful are the names of a filter that nothing may have: where tasks fit, a single one is known.
func (x *extraction) doubtful(names []string) []string {
	if len(names) == 1 && x.fit.tasks > 0 {
		return nil
	}
	return names
}

// sayHeld says which notices of a catalogue are in it more than once, and which files could not be read since.
func (x *extraction) sayHeld() {
	if x.fit.twins > 0 {
		x.c.say("", "in it more than once, and counted once: %s", count(x.fit.twins, "notice"))
	}
	if len(x.fit.old) > 0 {
		tasks := 0
		for _, n := range x.fit.old {
			tasks += n
		}
		files := slices.Sorted(maps.Keys(x.fit.old))
		x.c.say("", "may be out of date: %s in %s that could not be read since (%s)", count(tasks, "task"), count(len(files), "file"), few(files, namesShown))
	}
}

// sayStale says which files of an answer could not be read when they were indexed last.
func sayStale(c *console, files []string) {
	c.say("", "may be out of date: %s that could not be read since (%s)", count(len(files), "file"), few(files, namesShown))
}

// sayUnknown says a name of a filter that nothing in a catalogue has, with those in it that are written like it.
func (x *extraction) sayUnknown(cat *catalog.Catalog, flag string, q filter.Query, name string, among catalog.Names) error {
	keep, err := filter.New(q, nil)
	if err != nil {
		return err
	}
	known, err := cat.Has((&extraction{keep: keep}).question())
	if err != nil || known {
		return err
	}
	names, err := cat.Names(among)
	if err != nil {
		return err
	}
	if near := nearest(name, names); near != nil {
		x.c.say("", "--%s %s: nothing in the catalogue has this name; it has %s", flag, name, strings.Join(near, ", "))
	} else {
		x.c.say("", "--%s %s: nothing in the catalogue has this name", flag, name)
	}
	return nil
}

// How many names are offered for one that is not known, and what share of their characters they have in common with it.
const namesOffered, offered = 3, 0.55

// nearest are the names that share most characters with one; nil where none shares enough.
func nearest(name string, names []string) (near []string) {
	likeness := map[string]float64{}
	for _, other := range names {
		if l := inCommon(name, other); l >= offered {
			likeness[other] = l
			near = append(near, other)
		}
	}
	slices.SortFunc(near, func(a, b string) int { return cmp.Or(cmp.Compare(likeness[b], likeness[a]), strings.Compare(a, b)) })
	return near[:min(len(near), namesOffered)]
}

// inCommon is the share of characters that stand in both of two names.
func inCommon(a, b string) float64 {
	left, all := []rune(b), len([]rune(a))+len([]rune(b))
	both := 0
	for _, r := range a {
		if i := slices.Index(left, r); i >= 0 {
			left = slices.Delete(left, i, i+1)
			both += 2
		}
	}
	return float64(both) / float64(max(all, 1))
}
