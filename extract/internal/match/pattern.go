package match

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/policyx/policyx/extract/internal/lex"
)

// Class is a named element of patterns that is more than a literal.
type Class struct {
	// Kinds are the token kinds that a match may begin with, Runes the runes it may
	// begin with. A class with neither may begin anywhere.
	Kinds []lex.Kind
	Runes []rune
	// Match returns where a match that begins at rune i ends; false where there is none.
	Match func(s *lex.Stream, i, end int) (int, bool)
}

// Classes are the classes of a family by name.
type Classes map[string]Class

// Phrase returns the class of a pattern of literals, the first of its ways that matches. What many rows share is found once at
// a place as a class, not once a row. It panics on a pattern that is not well formed, as [NewTable] does.
func Phrase(pattern string) Class {
	seq, err := compile(pattern, nil)
	if err != nil {
		panic(fmt.Sprintf("match: %v", err))
	}
	var begin first
	begin.addFirst(&tail{seq: seq})
	slices.Sort(begin.runes)
	runs := sync.Pool{New: func() any { return new(run) }}
	return Class{Runes: slices.Compact(begin.runes), Match: func(s *lex.Stream, i, end int) (int, bool) {
		r := runs.Get().(*run)
		r.s, r.end = s, end
		j, ok := r.pattern(seq, i)
		r.s = nil
		runs.Put(r)
		return j, ok
	}}
}

type op uint8

const (
	opLiteral op = iota
	opClass
	opGroup
	opGap
)

// element is one part of a compiled pattern.
type element struct {
	op       op
	optional bool
	gap      int
	literal  []rune
	class    *numbered
	group    *group
}

// group is what stands in brackets.
type group struct {
	branches [][]element
	opens    runeBits // what its branches may begin with
	first    []rune   // of each branch: the rune that it begins with, or unknown
}

type compiler struct {
	source  []rune
	at      int
	open    []element // those of the sequences that are being read, the inner ones behind
	classes map[string]*numbered
}

// numbered is a class with its name and its place among the sorted names.
type numbered struct {
	Class
	name   string
	number int
	opens  runeBits // its runes; all where it may begin anywhere
}

// numbers gives the classes their numbers.
func numbers(classes Classes) map[string]*numbered {
	out := make(map[string]*numbered, len(classes))
	for n, name := range slices.Sorted(maps.Keys(classes)) {
		c := &numbered{Class: classes[name], name: name, number: n}
		for _, r := range c.Runes {
			c.opens |= 1 << (r & 63)
		}
		if len(c.Kinds)+len(c.Runes) == 0 {
			c.opens = ^runeBits(0)
		}
		out[name] = c
	}
	return out
}

// mayBegin is a cheap look at rune i: false where no match begins.
func (c *numbered) mayBegin(s *lex.Stream, i int) bool {
	return c.opens.has(s.Runes[i]) || len(c.Kinds) > 0 && s.Begins(i) && slices.Contains(c.Kinds, s.At(i).Kind)
}

// compile parses a pattern. Its errors name the pattern.
func compile(pattern string, classes map[string]*numbered) ([]element, error) {
	c := &compiler{source: []rune(pattern), classes: classes}
	seq, err := c.sequence()
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", pattern, err)
	}
	if c.at < len(c.source) {
		return nil, fmt.Errorf("pattern %q: unexpected %q", pattern, c.source[c.at])
	}
	return seq, nil
}

func (c *compiler) sequence() ([]element, error) {
	begin := len(c.open)
	for c.at < len(c.source) {
		r := c.source[c.at]
		if r == '|' || r == ')' {
			break
		}
		switch r {
		case ' ':
			c.at++
		case '?':
			if len(c.open) == begin {
				return nil, fmt.Errorf("? behind nothing")
			}
			c.open = optional(c.open)
			c.at++
		default:
			e, err := c.element(r)
			if err != nil {
				return nil, err
			}
			c.open = append(c.open, e)
		}
	}
	seq := slices.Clone(c.open[begin:])
	c.open = c.open[:begin]
	return seq, nil
}

// optional makes the last element optional; of a literal only its last rune.
func optional(seq []element) []element {
	last := &seq[len(seq)-1]
	if n := len(last.literal); n > 1 {
		tail := element{op: opLiteral, literal: last.literal[n-1:], optional: true}
		last.literal = last.literal[:n-1]
		return append(seq, tail)
	}
	last.optional = true
	return seq
}

func (c *compiler) element(r rune) (element, error) {
	switch {
	case r == '(':
		return c.group()
	case r == '~':
		n := 0
		for c.at++; c.at < len(c.source) && c.source[c.at] >= '0' && c.source[c.at] <= '9'; c.at++ {
			n = n*10 + int(c.source[c.at]-'0')
		}
		return element{op: opGap, gap: n}, nil
	case r >= 'A' && r <= 'Z':
		return c.class()
	case r == '"':
		begin := c.at + 1
		for c.at = begin; c.at < len(c.source) && c.source[c.at] != '"'; c.at++ {
		}
		if c.at == len(c.source) {
			return element{}, fmt.Errorf("open quote")
		}
		c.at++
		if begin == c.at-1 {
			return element{}, fmt.Errorf("empty quotes")
		}
		return element{op: opLiteral, literal: c.source[begin : c.at-1]}, nil
	}
	begin := c.at
	for c.at < len(c.source) && !isSign(c.source[c.at]) {
		c.at++
	}
	return element{op: opLiteral, literal: c.source[begin:c.at:c.at]}, nil
}

// isSign reports whether r stands in patterns for something else than itself.
func isSign(r rune) bool {
	switch r {
	case ' ', '(', ')', '|', '?', '~', '"':
		return true
	}
	return r >= 'A' && r <= 'Z'
}

func (c *compiler) class() (element, error) {
	begin := c.at
	for c.at < len(c.source) && (c.source[c.at] >= 'A' && c.source[c.at] <= 'Z' || c.source[c.at] == '_') {
		c.at++
	}
	name := string(c.source[begin:c.at])
	class, ok := c.classes[name]
	if !ok {
		return element{}, fmt.Errorf("no class %s", name)
	}
	return element{op: opClass, class: class}, nil
}

func (c *compiler) group() (element, error) {
	g := &group{}
	for {
		c.at++ // ( or |
		branch, err := c.sequence()
		if err != nil {
			return element{}, err
		}
		g.branches = append(g.branches, branch)
		if c.at == len(c.source) {
			return element{}, fmt.Errorf("open (")
		}
		if c.source[c.at] == ')' {
			c.at++
			g.opens, g.first = opening(g.branches)
			return element{op: opGroup, group: g}, nil
		}
	}
}

// runeBits holds runes by their last six bits: what is not in it is none of them.
type runeBits uint64

func (b runeBits) has(r rune) bool { return b>>(r&63)&1 != 0 }

// unknown stands for what a branch begins with that does not begin with a literal.
const unknown = -1

// opening returns the runes that branches begin with, as a set and one by one.
func opening(branches [][]element) (set runeBits, first []rune) {
	first = make([]rune, len(branches))
	for k, branch := range branches {
		if len(branch) == 0 || branch[0].op != opLiteral || branch[0].optional {
			set, first[k] = ^runeBits(0), unknown
			continue
		}
		first[k] = branch[0].literal[0]
		set |= 1 << (first[k] & 63)
	}
	return set, first
}
