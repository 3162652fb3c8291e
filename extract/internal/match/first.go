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
		for _, branch := range e.group.branches {
			f.addFirst(&tail{branch, then})
		}
	case opGap:
		f.any = true
	}
}

// pairs are the runes and classes that an element of a pattern may begin with, and what may stand
// behind each.
type pairs struct {
	heads  []head
	behind []first // of each head
	gap    bool    // it may begin with anything
}

// head is a rune, or a class: -1 less its number.
type head rune

func headOf(c *numbered) head { return head(-1 - c.number) }

// at returns what may stand behind a head.
func (p *pairs) at(h head) *first {
	i := slices.Index(p.heads, h)
	if i < 0 {
		i = len(p.heads)
		p.heads = append(p.heads, h)
		if i == len(p.behind) {
			p.behind = append(p.behind, first{})
		}
		p.behind[i] = first{runes: p.behind[i].runes[:0]}
	}
	return &p.behind[i]
}

// clear makes room for another pattern.
func (p *pairs) clear() { p.heads, p.gap = p.heads[:0], false }

// add adds what a sequence may begin with, and reports whether it may match nothing.
func (p *pairs) add(seq []element, then *tail) (empty bool) {
	for i := range seq {
		e, behind := &seq[i], &tail{seq[i+1:], then}
		empty := e.optional
		switch e.op {
		case opLiteral:
			if f := p.at(head(e.literal[0])); len(e.literal) > 1 {
				f.runes = append(f.runes, e.literal[1])
			} else {
				f.addFirst(behind)
			}
		case opClass:
			p.at(headOf(e.class)).addFirst(behind)
		case opGroup:
			for _, branch := range e.group.branches {
				empty = p.add(branch, behind) || empty
			}
		case opGap:
			p.gap, empty = true, true
		}
		if !empty {
			return false
		}
	}
	return true
}

// choice is a rule to enter where a rune or a token of a kind stands behind the head, or whatever does.
type choice struct {
	behind rune // or anything, or kindOf a token
	entry
}

const anything rune = -1 << 8

// kindOf stands for the tokens of a kind among the runes of choices.
func kindOf(k lex.Kind) rune { return -1 - rune(k) }

// choices are sorted by what stands behind.
type choices []choice

// of returns the choices for what stands behind.
func (c choices) of(behind rune) choices {
	begin, end := 0, len(c)
	for begin < end {
		if mid := (begin + end) / 2; c[mid].behind < behind {
			begin = mid + 1
		} else {
			end = mid
		}
	}
	for end = begin; end < len(c) && c[end].behind == behind; end++ {
	}
	return c[begin:end]
}
