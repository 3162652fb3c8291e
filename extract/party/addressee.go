package party

import (
	"github.com/policyx/policyx/extract/internal/lex"

	"github.com/policyx/policyx/extract/internal/clause"
)

// Addressees returns the addressees in runes begin to end (各县区人民政府,市政府各部门、直属
// 机构:), restored like the names of a clause, in order. Nothing is split inside a bracket
// or a place of the context.
func Addressees(s *lex.Stream, begin, end int, ctx Context) []Name {
	for end > begin && (s.Runes[end-1] == ':' || endsPart(s.Runes[end-1])) {
		end--
	}
	if begin >= end {
		return nil
	}
	w := newReader(s, begin, end, ctx, false).addressees()
	for i := begin; i < end; {
		i = max(i+1, w.address(i, end))
	}
	var names []Name
	for k, name := range w.restore(w.items) {
		if it := w.items[k]; len(name) > 1 {
			names = append(names, Name{printed(name), it.start, it.end})
		}
	}
	return names
}

// addressees returns a walker of a list of names where no word is a role.
func (r *reader) addressees() *walker {
	r.addressed = true
	return &walker{reader: r, fresh: true}
}

// address reads what stands at i of a list of addressees, where no word is a role.
func (w *walker) address(i, end int) int {
	c := w.s.Runes[i]
	if w.placeAt(i, end) == 0 {
		switch {
		case isBreak(c):
			if c != '、' {
				w.fresh = true
				w.chunk++
			}
			return i + 1
		case isMark(c) || clause.Opens(c) || clause.Closes(c):
			return i + 1
		}
		if n := w.conjunctionAt(i, end); n > 0 && len(w.items) > 0 && !w.fresh {
			return i + n
		}
	}
	return w.read(i, end)
}
