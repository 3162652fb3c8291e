package filter

import (
	"strings"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// Clues are what an index of notices can be asked before a filter looks at them: what does not fit them does not fit the filter.
type Clues struct {
	Departments   []DepartmentClue // of which a task has one, in one of Roles
	Roles         []schema.Role    // nil where no department is asked for
	Before, After string           // inclusive ISO days around the last day of a deadline
	Places        []string         // names, of which one is among [Within] of the notice's place, or stands in its name
	Contains      []string         // stand in title, text or headings, all as [Folded] has them
}

// DepartmentClue is what an index can be asked of a department.
type DepartmentClue struct {
	Works  []string // all are among its [Works]
	Places []string // one stands in its name, or is among [Within] of the notice's place; nil where it is of any place
}

// Clues returns what an index can be asked.
func (f *Filter) Clues() (c Clues) {
	c = Clues{Roles: f.roles, Before: f.before, After: f.after, Contains: f.contains}
	for _, asked := range f.departments {
		c.Departments = append(c.Departments, DepartmentClue{asked.works, f.words.names(asked.place)})
	}
	for _, place := range f.places {
		c.Places = append(c.Places, place)
		for _, division := range f.words.places.Lookup(place) {
			c.Places = append(c.Places, division.Name)
		}
	}
	c.Places = sorted(c.Places)
	return c
}

// names returns what of a place stands in each name that means it: of 云溪市柳湾区, 柳湾区 as well, of 芜湖市 芜湖; nil of none.
func (w *words) names(place string) (all []string) {
	for i := range place {
		if i == 0 || levelWord(place[:i]) != "" && !beginsLevel(place[i:]) {
			all = append(all, place[i:])
		}
	}
	for _, p := range w.places.Lookup(place) {
		all = append(all, p.Name)
		if p.Short != "" {
			all = append(all, p.Short)
		}
	}
	return sorted(all)
}

// Works returns what a department works on, by each of its names and those of an office in brackets. 卫健委 has 卫生健康.
func Works(d *schema.Department) (all []string) {
	w := newWords(nil)
	for _, name := range []string{d.Name, d.Canonical} {
		if name == "" {
			continue
		}
		all = append(all, w.ask(name).works...)
		for _, o := range w.offices(name) {
			all = append(all, o.works...)
		}
	}
	return sorted(all)
}

// Within returns the names by which a place is found: its own, with and without the places before it, and those of the
// divisions that it lies in. code is that of GB/T 2260, "" where it is no known division.
func Within(place, code string) (names []string) {
	w := newWords(nil)
	h := home{place: source.Squeeze(place), code: code}
	if h.place == "" {
		return nil
	}
	begin := 0
	for i := range h.place {
		if i > 0 && levelWord(h.place[:i]) != "" && !beginsLevel(h.place[i:]) {
			names = append(names, h.place[:i], h.place[begin:i])
			begin = i
		}
	}
	names = append(names, h.place, h.place[begin:])
	for _, p := range w.divisions(h) {
		for ok := true; ok; p, ok = w.places.Parent(p) {
			names = append(names, p.Name)
		}
	}
	return sorted(names)
}

// Folded is a text as a filter compares it: without white space, in narrow forms and small letters.
func Folded(text string) string { return strings.ToLower(source.Squeeze(text)) }
