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

// addFirst adds what a sequence may begin with.
func (f *first) addFirst(seq []element) {
	for i := range seq {
		e := &seq[i]
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
				f.addFirst(slices.Concat(branch, seq[i+1:]))
			}
		case opGap:
			f.any = true
		}
		if !e.optional {
			return
		}
	}
	f.any = true // nothing more has to stand there
}

// behind returns what may stand behind the rune r with which seq begins.
func behind(seq []element, r rune) first {
	var f first
	f.addBehind(seq, r)
	slices.Sort(f.runes)
	f.runes = slices.Compact(f.runes)
	return f
}

func (f *first) addBehind(seq []element, r rune) {
	for i := range seq {
		e := &seq[i]
		switch e.op {
		case opLiteral:
			if e.literal[0] != r {
				break
			}
			if len(e.literal) > 1 {
				f.runes = append(f.runes, e.literal[1])
			} else {
				f.addFirst(seq[i+1:])
			}
		case opGroup:
			for _, branch := range e.branches {
				f.addBehind(slices.Concat(branch, seq[i+1:]), r)
			}
		default:
			f.any = true // a class or a gap may take r and more
		}
		if !e.optional {
			return
		}
	}
}
