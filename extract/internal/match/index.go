package match

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/lex"
)

// index says where to enter which rules: by the rune that stands at a place, by the
// classes that may begin with it, and by those that may begin with its kind of token.
// A class is asked once for all the rules that begin with it.
type index struct {
	byRune   runeTable
	has      [1 << 10]uint64  // a bit for each rune of byRune: most runes begin nothing
	byKind   [lex.Kinds][]int // classes
	anyClass []int            // classes that may begin anywhere
	always   []entry
	classes  []classStart // by number
}

// entry is a rule and the element of its pattern to begin with: those before it are
// optional and match nothing.
type entry struct{ rule, from int }

// literalEntry is an entry that begins with a rune of its pattern, and what may stand
// behind that rune.
type literalEntry struct {
	entry
	next first
}

// starts is what may begin with a rune.
type starts struct {
	entries []literalEntry
	classes []int
}

// classStart is a class with the rules that may begin with it.
type classStart struct {
	class   *Class
	entries []entry
}

func newIndex(classes int) index {
	return index{classes: make([]classStart, classes)}
}

// enter indexes a rule under everything that its pattern may begin with.
func (x *index) enter(rule int, seq []element) {
	for from, e := range seq {
		var next *pairs
		if e.op == opLiteral || e.op == opGroup {
			next = pairsOf(seq[from:])
		}
		if empty := x.element(entry{rule, from}, e, next); !e.optional && !empty {
			return
		}
	}
}

// element enters a rule under what e may begin with, where next are the pairs of the pattern from
// there on. It reports whether e may match nothing.
func (x *index) element(at entry, e element, next *pairs) (empty bool) {
	switch e.op {
	case opLiteral:
		x.literal(at, e.literal[0], next)
	case opClass:
		x.class(at, e)
	case opGroup:
		for _, branch := range e.branches {
			all := true
			for _, inner := range branch {
				if nothing := x.element(at, inner, next); !inner.optional && !nothing {
					all = false
					break
				}
			}
			empty = empty || all
		}
	case opGap:
		x.always = add(x.always, at)
		return true
	}
	return empty
}

// literal enters a rule under a rune that its pattern may begin with.
func (x *index) literal(at entry, r rune, next *pairs) {
	s := x.starts(r)
	for _, e := range s.entries {
		if e.entry == at {
			return
		}
	}
	s.entries = append(s.entries, literalEntry{at, *next.at(r)})
}

func (x *index) class(at entry, e element) {
	c := &x.classes[e.number]
	c.class, c.entries = e.class, add(c.entries, at)
	for _, k := range e.class.Kinds {
		x.byKind[k] = add(x.byKind[k], e.number)
	}
	for _, r := range e.class.Runes {
		s := x.starts(r)
		s.classes = add(s.classes, e.number)
	}
	if len(e.class.Kinds)+len(e.class.Runes) == 0 {
		x.anyClass = add(x.anyClass, e.number)
	}
}

func (x *index) starts(r rune) *starts {
	x.has[uint16(r)>>6] |= 1 << (r & 63)
	page := &x.byRune[uint16(r)>>8]
	if *page == nil {
		*page = new([256]*starts)
	}
	s := &(*page)[r&0xff]
	if *s == nil {
		*s = &starts{}
	}
	return *s
}

// runeTable finds what begins with a rune of the basic plane in two steps.
type runeTable [256]*[256]*starts

func (t *runeTable) at(r rune) *starts {
	if r>>16 != 0 {
		return nil
	}
	page := t[r>>8]
	if page == nil {
		return nil
	}
	return page[r&0xff]
}

// begins reports whether any rule may begin at rune i.
func (x *index) begins(s *lex.Stream, i int) bool {
	if len(x.always)+len(x.anyClass) > 0 {
		return true
	}
	if r := s.Runes[i]; r>>16 == 0 && x.has[r>>6]&(1<<(r&63)) != 0 {
		return true
	}
	tok := s.At(i)
	return tok != nil && len(x.byKind[tok.Kind]) > 0
}

// add appends v unless it is there.
func add[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}
