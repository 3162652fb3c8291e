package amount

import "github.com/policyx/policyx/extract/internal/match"

// row is one of an ordered table that gives a target a value where it holds: its name or its base. Example is a
// sentence of which it gives a target that value.
type row[T comparable] struct {
	id      string
	states  string // what it looks at
	example string
	read    func(p *passage, a *around) T // empty where it does not hold
}

// given is the value of a row that holds.
type given[T comparable] struct {
	value T
	rule  string
}

// first returns what the first row that holds gives and, with trace, what the rows behind it would have given.
func first[T comparable](rows []row[T], p *passage, a *around, empty func(T) bool) (found given[T], lost []given[T]) {
	for _, r := range rows {
		v := r.read(p, a)
		switch {
		case empty(v) || v == found.value:
		case found.rule != "":
			lost = append(lost, given[T]{v, r.id})
		default:
			found = given[T]{v, r.id}
		}
		if found.rule != "" && !p.trace {
			break
		}
	}
	return found, lost
}

// infos returns rows as rows of the catalogue.
func infos[T comparable](rows []row[T]) (out []match.Info) {
	for _, r := range rows {
		out = append(out, match.Info{ID: r.id, Pattern: r.states, Example: r.example})
	}
	return out
}

// decisions are the refusals, names, bases and types as rows of the catalogue.
func decisions() []match.Info {
	var out []match.Info
	for _, r := range refusals {
		out = append(out, match.Info{ID: r.id, Pattern: r.states, Example: r.example})
	}
	out = append(out, infos(names)...)
	out = append(out, infos(spareNames)...)
	out = append(out, infos(bases)...)
	for _, t := range types {
		out = append(out, match.Info{ID: t.id, Pattern: t.states, Example: t.example})
	}
	return out
}

// States says in words what the row with an ID looks at that refuses a number or gives it a name, a base or a type;
// "" where id is none.
func States(id string) string {
	for _, r := range decisions() {
		if r.ID == id {
			return r.Pattern
		}
	}
	return ""
}

// around is a number with the words around it, of which its name and its base are read.
type around struct {
	*reading
	k        int
	prev     *reading // before it in its sentence
	left     stretch  // the phrase before it in its clause
	quantity bool     // which names a quantity
	raw      stretch  // what stands behind it and belongs to it
	noun     stretch  // the noun of that
	inner    stretch  // the words between a comparator and its number
}

func (p *passage) around(k int) *around {
	a := &p.near
	*a = around{reading: &p.readings[k], k: k, prev: p.before(k), raw: p.behindNumber(k)}
	a.left, a.quantity = p.leftName(k)
	a.noun = p.cutRight(a.reading, a.raw)
	a.inner = p.inner(a.reading)
	return a
}

// isGiven reports whether the number may be one of money given, of a share of it, or of the room it pays.
func (a *around) isGiven() bool { return a.tag == "money" || a.tag == "share" || a.tag == "area" }

// isOnce reports whether the number says that something is had but once: 只享受一次.
func (p *passage) isOnce(a *around) bool {
	return a.tag == "count" && p.isOnly(a.reading) && (a.unit == "次" || a.noun.empty())
}
