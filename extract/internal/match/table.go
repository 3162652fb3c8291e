package match

import (
	"fmt"
	"slices"
	"sync"

	"github.com/policyx/policyx/extract/internal/lex"
)

// Rule is one row of a table. V is the family's value.
type Rule[V any] struct {
	ID      string // family/what-it-states
	Pattern string
	Example string // a wording that the rule matches from beginning to end
	// Build makes the value of a match. A reason other than "" rejects the match.
	Build func(m Match) (v V, reason string)
}

// Match is one match of a pattern. Its captures stand until the builder returns.
type Match struct {
	Stream     *lex.Stream
	Start, End int // runes of Stream
	Captures   []Capture
}

// Text returns what was matched, folded and without white space.
func (m Match) Text() string { return m.Stream.String(m.Start, m.End) }

// Capture returns the nth capture of a class, from 0, and whether there is one.
func (m Match) Capture(class string, n int) (Capture, bool) {
	for _, c := range m.Captures {
		if c.Class == class {
			if n == 0 {
				return c, true
			}
			n--
		}
	}
	return Capture{}, false
}

// Number returns the value of the number at the nth capture of a class; -1 without one.
func (m Match) Number(class string, n int) float64 {
	c, ok := m.Capture(class, n)
	if t := m.Stream.At(c.Start); ok && t != nil {
		return t.Value
	}
	return -1
}

// Found is a match with its value.
type Found[V any] struct {
	Rule       string
	Start, End int
	Value      V
	Lost       []Loser // only where Trace was set
}

// Loser is a candidate that was not taken.
type Loser struct {
	Rule       string
	Start, End int
	Why        string
}

// Table is a compiled, ordered list of rules. It is safe for concurrent use.
type Table[V any] struct {
	rules []Rule[V]
	seqs  [][]element
	runs  sync.Pool // of *run
	index
}

// NewTable compiles rules. It panics on a pattern that is not well formed: tables are
// program text, and every one is compiled by a test.
func NewTable[V any](classes Classes, rules []Rule[V]) *Table[V] {
	numbered := numbers(classes)
	t := &Table[V]{rules: rules, index: newIndex(numbered)}
	for i, r := range rules {
		seq, err := compile(r.Pattern, numbered)
		if err != nil {
			panic(fmt.Sprintf("match: rule %s: %v", r.ID, err))
		}
		t.seqs = append(t.seqs, seq)
		t.enter(i, seq)
	}
	t.seal()
	return t
}

// Rules returns the rows in order.
func (t *Table[V]) Rules() []Rule[V] { return t.rules }

// candidate is a match before its builder has spoken.
type candidate struct {
	rule, end int
	captures  []Capture
}

// Begins is a cheap look at rune i: false where no rule can begin.
func (t *Table[V]) Begins(s *lex.Stream, i int) bool { return t.next(s, i, i+1) == i }

// At returns the best match that begins at rune i and ends at or before end.
func (t *Table[V]) At(s *lex.Stream, i, end int, trace bool) (Found[V], bool) {
	if i >= end || !t.Begins(s, i) {
		return Found[V]{}, false
	}
	r := t.run(s, end)
	f, ok := t.best(s, i, t.ordered(r, i), trace)
	t.done(r)
	return f, ok
}

// run returns the machine for a stretch of a stream that ends at end.
func (t *Table[V]) run(s *lex.Stream, end int) *run {
	r, _ := t.runs.Get().(*run)
	if r == nil {
		r = new(run)
	}
	r.s, r.end = s, end
	r.turn++
	return r
}

// done gives the machine back.
func (t *Table[V]) done(r *run) {
	r.s = nil
	t.runs.Put(r)
}

// ordered returns the candidates at i, the longest first, then by the order of the rows.
func (t *Table[V]) ordered(r *run, i int) []candidate {
	found := t.candidates(r, i)
	if len(found) > 1 {
		slices.SortStableFunc(found, func(a, b candidate) int {
			if d := b.end - a.end; d != 0 {
				return d
			}
			return a.rule - b.rule
		})
		found = slices.CompactFunc(found, func(a, b candidate) bool { return a.rule == b.rule && a.end == b.end })
	}
	return found
}

// candidates returns what matches at i, in no order. A rule that can be entered at
// several places of its pattern may come twice. They and their captures stand until the next call.
func (t *Table[V]) candidates(r *run, i int) []candidate {
	r.found, r.kept = r.found[:0], r.kept[:0]
	if at := t.index.at(r.s.Runes[i]); at != nil {
		t.choose(r, at.choices, i, i+1)
		t.tryClasses(r, at.classes, i)
	}
	if tok := r.s.At(i); tok != nil {
		t.tryClasses(r, t.byKind[tok.Kind], i)
	}
	t.tryClasses(r, t.anyClass, i)
	for _, e := range t.always {
		t.try(r, e, i)
	}
	return r.found
}

// tryClasses tries the rules that begin with those of the classes that match at i.
func (t *Table[V]) tryClasses(r *run, classes []int, i int) {
	for _, n := range classes {
		if end := r.class(t.classes[n].class, i); end >= 0 {
			t.choose(r, t.classes[n].choices, i, end)
		}
	}
}

// choose tries at i those rules that go on with what stands at j. Behind the end of the text only anything does.
func (t *Table[V]) choose(r *run, c choices, i, j int) {
	for len(c) > 0 && c[0].behind == anything {
		t.try(r, c[0].entry, i)
		c = c[1:]
	}
	if len(c) == 0 || j >= len(r.s.Runes) {
		return
	}
	if tok := r.s.At(j); tok != nil {
		for _, k := range c.of(kindOf(tok.Kind)) {
			t.try(r, k.entry, i)
		}
	}
	for _, k := range c.of(r.s.Runes[j]) {
		t.try(r, k.entry, i)
	}
}

// try keeps the match of a rule that is entered at i.
func (t *Table[V]) try(r *run, e entry, i int) {
	if end, ok := r.pattern(t.seqs[e.rule][e.from:], i); ok && end > i {
		r.found = append(r.found, candidate{int(e.rule), end, r.captured()})
	}
}

func (t *Table[V]) best(s *lex.Stream, i int, found []candidate, trace bool) (Found[V], bool) {
	var best Found[V]
	var lost []Loser
	taken := false
	for _, c := range found {
		why := "a longer or earlier rule was taken"
		if !taken {
			v, reason := t.rules[c.rule].Build(Match{s, i, c.end, c.captures})
			if reason == "" {
				best = Found[V]{Rule: t.rules[c.rule].ID, Start: i, End: c.end, Value: v}
				if taken = true; !trace {
					return best, true
				}
				continue
			}
			why = reason
		}
		if trace {
			lost = append(lost, Loser{t.rules[c.rule].ID, i, c.end, why})
		}
	}
	best.Lost = lost
	return best, taken
}

// Scan returns the matches in runes begin to end, leftmost first, without overlap.
// Masked runes are passed over. With trace, rejected candidates of places without a
// match are returned as losers of the next match, or in rest.
func (t *Table[V]) Scan(s *lex.Stream, begin, end int, trace bool) (found []Found[V], rest []Loser) {
	r := t.run(s, end)
	for i := t.next(s, begin, end); i < end; i = t.next(s, i, end) {
		fits := t.ordered(r, i)
		if len(fits) == 0 {
			i++
			continue
		}
		f, ok := t.best(s, i, fits, trace)
		rest = append(rest, f.Lost...)
		if !ok || s.Masked(f.Start, f.End) {
			if ok && trace {
				rest = append(rest, Loser{f.Rule, f.Start, f.End, "stands in a title, a number of a document or a name"})
			}
			i++
			continue
		}
		f.Lost, rest = rest, nil
		found = append(found, f)
		i = f.End
	}
	t.done(r)
	return found, rest
}

// Kinds returns the kinds of tokens that a match of the table can begin with.
func (t *Table[V]) Kinds() []lex.Kind {
	var out []lex.Kind
	for kind, classes := range t.byKind {
		if len(classes) > 0 {
			out = append(out, lex.Kind(kind))
		}
	}
	return out
}

// Runes returns the runes that a match of the table can begin with, in order. They are not to be changed.
func (t *Table[V]) Runes() []rune { return t.heads }
