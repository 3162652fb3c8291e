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

// pairs are the runes that a sequence may begin with, and what may stand behind each.
type pairs struct {
	runes  []rune
	behind []first // by the place of the rune
	any    bool    // a class or a gap may take any of them, and more
}

// pairsOf returns the pairs of a sequence.
func pairsOf(seq []element) *pairs {
	p := &pairs{}
	p.add(&tail{seq: seq})
	for i := range p.behind {
		f := &p.behind[i]
		f.any = f.any || p.any
		slices.Sort(f.runes)
		f.runes = slices.Compact(f.runes)
	}
	return p
}

// at returns what may stand behind r.
func (p *pairs) at(r rune) *first {
	i := slices.Index(p.runes, r)
	if i < 0 {
		i = len(p.runes)
		p.runes, p.behind = append(p.runes, r), append(p.behind, first{any: p.any})
	}
	return &p.behind[i]
}

func (p *pairs) add(t *tail) {
	for ; t != nil; t = t.then {
		for i := range t.seq {
			e, then := &t.seq[i], &tail{t.seq[i+1:], t.then}
			switch e.op {
			case opLiteral:
				if f := p.at(e.literal[0]); len(e.literal) > 1 {
					f.runes = append(f.runes, e.literal[1])
				} else {
					f.addFirst(then)
				}
			case opGroup:
				for _, branch := range e.branches {
					p.add(&tail{branch, then})
				}
			default:
				p.any = true
			}
			if !e.optional {
				return
			}
		}
	}
}
