package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/block"
)

// place opens an item for a label and returns where the label ends.
func (s *structure) place(m Marker) int {
	if m.Number == 1 && len(s.stack) > 0 && s.depth(m.Kind) == 0 && s.stack[0].Marker.Number > 1 && len(m.Outline) < 2 {
		s.restart()
	}
	s.stack = s.stack[:s.level(m)]
	item := &Item{Range: m.Range, Marker: m, Own: []block.Range{{Start: m.End, End: m.End}}}
	if n := len(s.stack); n > 0 {
		s.stack[n-1].Children = append(s.stack[n-1].Children, item)
	} else {
		s.part.Items = append(s.part.Items, item)
	}
	if m.Kind == Section && s.depth(Article) < 0 && s.last[Article] == 0 {
		s.sections = true
	}
	s.stack = append(s.stack, item)
	s.last[m.Kind] = m.Number
	if m.Kind == Decimal {
		s.last[Decimal] = m.Outline[0]
	}
	return m.End
}

// level returns how many of the open items a label stands under.
func (s *structure) level(m Marker) int {
	switch m.Kind {
	case Decimal:
		return s.decimalLevel(m)
	case Noun:
		return s.nounLevel(m)
	case Box:
		return s.boxLevel()
	}
	if d := s.sibling(m); d >= 0 {
		return d
	}
	n := len(s.stack)
	for n > 0 && s.above(m, s.stack[n-1].Marker) {
		n--
	}
	return n
}

// above reports whether a label stands above an open item, which it closes.
func (s *structure) above(m, open Marker) bool {
	switch open.Kind {
	case Box:
		return m.Number != 1 || m.Kind < Numeral // a list inside of the box begins at 1
	case Noun, Decimal:
		return m.Kind < Numeral && m.Kind != Clause
	}
	return s.rank(open.Kind) > s.rank(m.Kind)
}

// sibling returns the place of the open item that a label goes on from: the innermost of
// its kind whose number is the one before, else the innermost of its kind.
func (s *structure) sibling(m Marker) int {
	found := -1
	for i := len(s.stack) - 1; i >= 0; i-- {
		switch open := s.stack[i].Marker; {
		case open.Kind == Box && m.Number == 1 && m.Kind >= Numeral:
			return found
		case open.Kind != m.Kind:
		case open.Number+1 == m.Number:
			return i
		case found < 0:
			found = i
		}
		if m.Number == 1 && found < 0 && s.stack[i].Marker.Kind == Noun && m.Kind >= Clause {
			return -1 // 任务一： with its own 1.
		}
	}
	return found
}

// rank is the level of a kind among the others. Articles are inside of sections where
// sections came first, else around them.
func (s *structure) rank(k MarkerKind) int {
	if k == Article && s.sections {
		return 2*int(Section) + 1
	}
	return 2 * int(k)
}

// decimalLevel finds the item whose number the label goes on from: 3.1.2 stands under 3.1,
// and 3.1 under 3. Where that is missing it stands beside what has as many numbers.
func (s *structure) decimalLevel(m Marker) int {
	parent := m.Outline[:len(m.Outline)-1]
	for i := len(s.stack) - 1; i >= 0; i-- {
		open := s.stack[i].Marker
		if open.Kind == Decimal && len(open.Outline) <= len(parent) && slices.Equal(open.Outline, parent[:len(open.Outline)]) {
			return i + 1
		}
		if len(parent) > 0 && (open.Kind == Numeral || open.Kind == Section || open.Kind == Chapter) && open.Number == parent[0] && s.outermost(i) {
			return i + 1
		}
	}
	n := 0
	for n < len(s.stack) && s.stack[n].Marker.Kind.Heading() {
		n++
	}
	return n
}

// outermost reports that no decimal label stands above the open item i.
func (s *structure) outermost(i int) bool {
	return !slices.ContainsFunc(s.stack[:i], func(it *Item) bool { return it.Marker.Kind == Decimal })
}

// nounLevel puts a noun with a number beside the one before it, else under the innermost
// item that is a heading and nothing more.
func (s *structure) nounLevel(m Marker) int {
	for i := len(s.stack) - 1; i >= 0; i-- {
		if open := s.stack[i].Marker; open.Kind == Noun && open.Word == m.Word {
			return i
		}
	}
	n := len(s.stack)
	for n > 0 && s.stack[n-1].Marker.Kind >= Numeral && s.stack[n-1].Marker.Kind != Noun {
		n--
	}
	return n
}

// boxLevel puts a box beside the item before it.
func (s *structure) boxLevel() int {
	n := len(s.stack)
	for n > 0 && (s.stack[n-1].Marker.Kind.Part() || s.depth(Box) >= 0 && n-1 > s.depth(Box)) {
		n--
	}
	return max(n-1, 0)
}
