package diff

import (
	"cmp"

	"github.com/policyx/policyx/schema"
)

// citations compares which documents the notices name, by title and number.
func (d *differ) citations() (out []Entry) {
	equal := func(a, b schema.Citation) bool {
		return fold(a.Title) == fold(b.Title) && fold(number(a)) == fold(number(b))
	}
	alike := func(a, b schema.Citation) bool { return shared(a.Title, b.Title) || shared(number(a), number(b)) }
	_, old, new := paired(d.old.Citations, d.new.Citations, equal)
	pairs, old, new := paired(old, new, alike)
	for _, p := range pairs {
		e := Entry{Item: Citation, Old: []Place{document(p.old)}, New: []Place{document(p.new)}}
		if a, b := number(p.old), number(p.new); fold(a) != fold(b) {
			e.Changes = append(e.Changes, Change{Subject: Property, Kind: Changed, Old: text(a), New: text(b)})
		}
		if runs := reworded(p.old.Title, p.new.Title); runs != nil {
			e.Changes = append(e.Changes, Change{Subject: Title, Kind: Reworded, Words: runs})
		}
		out = append(out, e)
	}
	for _, c := range old {
		out = append(out, Entry{Item: Citation, Old: []Place{document(c)}, Changes: []Change{{Subject: Whole, Kind: Dropped}}})
	}
	for _, c := range new {
		out = append(out, Entry{Item: Citation, New: []Place{document(c)}, Changes: []Change{{Subject: Whole, Kind: Added}}})
	}
	return out
}

// shared reports two texts that are there and say the same.
func shared(a, b string) bool { return a != "" && fold(a) == fold(b) }

func number(c schema.Citation) string { return cmp.Or(c.DocumentNumber, c.StandardNumber) }

func document(c schema.Citation) Place {
	return Place{Number: number(c), Title: c.Title, Span: &c.Span}
}
