package party

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/lex"
)

// brackets pairs the brackets of a stretch, whatever their shapes: ( may be closed by 】.
// An opening one without partner has -1, as has everything that is none. A stretch
// without brackets has no list.
type brackets struct {
	begin   int
	partner []int32
}

func pair(s *lex.Stream, begin, end int) brackets {
	if !slices.ContainsFunc(s.Runes[begin:end], isBracket) {
		return brackets{begin: begin}
	}
	b := brackets{begin, make([]int32, end-begin)}
	var open []int
	for i := begin; i < end; i++ {
		b.partner[i-begin] = -1
		switch r := s.Runes[i]; {
		case compares(s, i):
		case isOpen(r):
			open = append(open, i)
		case isClose(r) && len(open) > 0:
			at := open[len(open)-1]
			open = open[:len(open)-1]
			b.partner[at-begin], b.partner[i-begin] = int32(i), int32(at)
		}
	}
	return b
}

// compares reports whether < or > at i stands before a number: <55 is no bracket.
func compares(s *lex.Stream, i int) bool {
	return (s.Runes[i] == '<' || s.Runes[i] == '>') && i+1 < s.Len() && isDigit(s.Runes[i+1])
}

func isBracket(r rune) bool { return isOpen(r) || isClose(r) }

// close returns where the bracket that opens at i closes, -1 where it does not.
func (b brackets) close(i int) int { return int(b.partner[i-b.begin]) }

// lone reports whether the bracket at i has no partner.
func (b brackets) lone(i int) bool { return b.partner[i-b.begin] < 0 }
