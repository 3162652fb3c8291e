package amount

import (
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// When is a time expression of the range, as the deadline family found it.
type When struct {
	Start, End int    // runes of the stream
	Value      string // EDTF; "" where it is no deadline
	Relation   schema.Relation
	Readable   bool // its number may be read as an amount after all (可在5年内)
}

// Context is what is known about the range beside its text.
type Context struct {
	Times []When // in the order of the text
	Goal  bool   // the range is a goal, stated before the tasks
}

// Target is a number to be reached, given or allowed. Positions are runes of the
// stream; a stretch that is absent is 0, 0.
type Target struct {
	Rule                         string
	Start, End                   int // the text, first comparator to last
	IndicatorStart, IndicatorEnd int // one stretch of the same sentence
	Op                           schema.Op
	Value, Max                   float64
	HasMax                       bool
	Unit                         string // as written, folded
	Per                          string
	When                         string
	Type                         schema.TargetType
	NameRule, PerRule, TypeRule  string        // the rows that gave indicator, base and type
	Scanned                      bool          // its unit % was read as 00
	Lost                         []match.Loser // only with trace
}

// Find returns the targets in runes begin to end, in the order of the text. With
// trace, each carries the candidates that lost before it; those behind the last target
// are with the last.
func Find(s *lex.Stream, begin, end int, ctx Context, trace bool) []Target {
	targets, lost := Explain(s, begin, end, ctx, trace)
	if len(targets) > 0 && len(lost) > 0 {
		last := &targets[len(targets)-1]
		last.Lost = append(last.Lost, lost...)
	}
	return targets
}

// Explain is [Find] that returns apart what was refused behind the last target, so
// that a range without any target can be explained too.
func Explain(s *lex.Stream, begin, end int, ctx Context, trace bool) ([]Target, []match.Loser) {
	found, lost := table().Scan(s, begin, end, trace)
	if len(found) == 0 {
		return nil, lost
	}
	p := newPassage(s, begin, end, ctx, found)
	p.trace = trace
	for k := range p.readings {
		p.readings[k].refused = p.refuse(k)
	}
	for k := range p.readings {
		if p.readings[k].refused == "" {
			p.describe(k)
		}
	}
	for k := range p.readings {
		p.respective(k)
	}
	targets := make([]Target, 0, len(p.readings))
	var open []match.Loser
	for k := range p.readings {
		r := &p.readings[k]
		if r.refused != "" {
			if open = append(open, r.lost...); trace {
				open = append(open, match.Loser{Rule: r.rule, Start: r.start, End: r.end, Why: r.refused})
			}
			continue
		}
		open = append(open, r.lost...)
		t := r.target()
		t.Scanned = r.isScanned(s)
		if trace {
			t.Lost, open = open, nil
		}
		targets = append(targets, t)
	}
	return targets, append(open, lost...)
}

// Rules returns the rows of the family in order.
func Rules() []match.Info { return append(table().Infos(), decisions()...) }
