package match

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/lex"
)

// first is what may stand at a place of a pattern: a rune, the beginning of a token of
// some kind, or anything.
type first struct {
	any   bool
	kinds uint16 // a bit for each lex.Kind
	runes []rune
}

// fits reports whether rune i of s may stand there. Behind the end only anything fits.
func (f *first) fits(s *lex.Stream, i int) bool {
	if f.any {
		return true
	}
	if i >= len(s.Runes) {
		return false
	}
	if f.kinds != 0 {
		if tok := s.At(i); tok != nil && f.kinds&(1<<tok.Kind) != 0 {
			return true
		}
	}
	return slices.Contains(f.runes, s.Runes[i])
}

// tail is what follows a part of a pattern: a sequence and then another tail.
type tail struct {
	seq  []element
	then *tail
}

// addFirst adds what a tail may begin with.
func (f *first) addFirst(t *tail) {
	for ; t != nil; t = t.then {
		for i := range t.seq {
			e := &t.seq[i]
			f.addElement(e, &tail{t.seq[i+1:], t.then})
			if !e.optional {
				return
			}
		}
	}
	f.any = true // nothing more has to stand there
}

func (f *first) addElement(e *element, then *tail) {
	switch e.op {
	case opLiteral:
		f.runes = append(f.runes, e.literal[0])
	case opClass:
		f.any = f.any || len(e.class.Kinds)+len(e.class.Runes) == 0
		f.runes = append(f.runes, e.class.Runes...)
		for _, k := range e.class.Kinds {
			f.kinds |= 1 << k
		}
	case opGroup:
		for _, branch := range e.branches {
			f.addFirst(&tail{branch, then})
		}
	case opGap:
		f.any = true
	}
}

// behind returns what may stand behind the rune r with which seq begins.
func behind(seq []element, r rune) first {
	var f first
	f.addBehind(&tail{seq: seq}, r)
	slices.Sort(f.runes)
	f.runes = slices.Compact(f.runes)
	return f
}

func (f *first) addBehind(t *tail, r rune) {
	for ; t != nil; t = t.then {
		for i := range t.seq {
			e, then := &t.seq[i], &tail{t.seq[i+1:], t.then}
			switch e.op {
			case opLiteral:
				switch {
				case e.literal[0] != r:
				case len(e.literal) > 1:
					f.runes = append(f.runes, e.literal[1])
				default:
					f.addFirst(then)
				}
			case opGroup:
				for _, branch := range e.branches {
					f.addBehind(&tail{branch, then}, r)
				}
			default:
				f.any = true // a class or a gap may take r and more
			}
			if !e.optional {
				return
			}
		}
	}
}
