package match

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
)

// Capture is what a class of a pattern matched.
type Capture struct {
	Class      string
	Start, End int
}

// maxSteps bounds the work of one pattern at one place; no sensible pattern needs
// more than a few dozen.
const maxSteps = 400

// The bounds of what one pattern may hold; one that needs more does not match.
const (
	maxCaptures = 12
	maxDepth    = 12 // groups within groups, and one behind the other
	maxKnown    = 32 // places for class matches that are kept; others are found again
)

// run matches patterns that begin at one place. It allocates nothing, and keeps what
// classes matched where, so that rows which share a class pay for it once.
type run struct {
	s        *lex.Stream
	end      int
	steps    int
	captures [maxCaptures]Capture
	taken    int // captures in use
	rests    [maxDepth]rest
	depth    int // rests in use
	known    [maxKnown]classEnd
	turn     int         // counts the stretches that the machine is used for
	found    []candidate // at the last place; the room is used again
	kept     []Capture   // theirs
}

// classEnd is where the match of a class that begins at a rune ends, found in a turn; -1 for no match.
type classEnd struct{ turn, class, start, end int }

// rest is what has still to match behind a group: a sequence and then rests[next-1].
type rest struct {
	seq  []element
	next int
}

// pattern matches a sequence at i and returns its end.
func (r *run) pattern(seq []element, i int) (int, bool) {
	r.steps, r.taken, r.depth = 0, 0, 0
	return r.match(seq, i, 0)
}

// captured returns a copy of the captures, which stands as long as what was found.
func (r *run) captured() []Capture {
	from := len(r.kept)
	r.kept = append(r.kept, r.captures[:r.taken]...)
	return r.kept[from:len(r.kept):len(r.kept)]
}

// match runs a sequence at i and, behind it, rests[then-1]. It returns the end. Where
// it fails, captures may stay: whoever has another way to go on sets them back.
func (r *run) match(seq []element, i, then int) (int, bool) {
	for {
		if r.steps++; r.steps > maxSteps {
			return 0, false
		}
		if len(seq) == 0 {
			if then == 0 {
				return i, true
			}
			seq, then = r.rests[then-1].seq, r.rests[then-1].next
			continue
		}
		e, next := &seq[0], seq[1:]
		if e.op >= opGroup || e.optional {
			taken := r.taken
			if end, ok := r.element(e, i, next, then); ok || !e.optional {
				return end, ok
			}
			r.taken, seq = taken, next
			continue
		}
		end := r.one(e, i)
		if end < 0 {
			return 0, false
		}
		seq, i = next, end
	}
}

// element matches e and what follows it.
func (r *run) element(e *element, i int, next []element, then int) (int, bool) {
	switch e.op {
	case opGroup:
		return r.group(e.group, i, next, then)
	case opGap:
		return r.gap(e.gap, i, next, then)
	}
	end := r.one(e, i)
	if end < 0 {
		return 0, false
	}
	return r.match(next, end, then)
}

// one returns where a literal or a class ends, -1 where it does not match.
func (r *run) one(e *element, i int) int {
	if e.op == opLiteral {
		end := i + len(e.literal)
		if end > r.end || !slices.Equal(r.s.Runes[i:end], e.literal) {
			return -1
		}
		return end
	}
	end := r.class(e.class, i)
	if end < 0 || r.taken == maxCaptures {
		return -1
	}
	r.captures[r.taken] = Capture{e.class.name, i, end}
	r.taken++
	return end
}

// group tries the branches in order, each with next behind it.
func (r *run) group(g *group, i int, next []element, then int) (int, bool) {
	if r.depth == maxDepth {
		return 0, false
	}
	if i < r.end && !g.opens.has(r.s.Runes[i]) {
		r.steps += len(g.branches)
		return 0, false
	}
	r.rests[r.depth] = rest{next, then}
	r.depth++
	taken, depth := r.taken, r.depth
	at := rune(0)
	if i < r.end {
		at = r.s.Runes[i]
	}
	for k, first := range g.first {
		if first != at && first != unknown {
			r.steps++
			continue
		}
		if end, ok := r.match(g.branches[k], i, depth); ok {
			return end, true
		}
		r.taken, r.depth = taken, depth
	}
	r.depth--
	return 0, false
}

// class returns where a class that begins at i ends, -1 where it does not match.
func (r *run) class(c *numbered, i int) int {
	if i < r.end && !c.mayBegin(r.s, i) {
		return -1
	}
	slot := &r.known[(c.number*31+i)%maxKnown]
	if slot.turn == r.turn && slot.class == c.number && slot.start == i {
		return slot.end
	}
	end, ok := c.Match(r.s, i, r.end)
	if !ok {
		end = -1
	}
	*slot = classEnd{r.turn, c.number, i, end}
	return end
}

// gap tries what follows at i, i+1 … up to n runes on, but not across a clause mark.
func (r *run) gap(n, i int, next []element, then int) (int, bool) {
	for j := i; j <= i+n && j <= r.end; j++ {
		taken := r.taken
		if end, ok := r.match(next, j, then); ok {
			return end, true
		}
		r.taken = taken
		if j < r.end && clause.IsMark(r.s.Runes[j]) {
			break
		}
	}
	return 0, false
}
