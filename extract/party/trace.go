package party

import (
	"fmt"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
)

// Explain is [Clauses] with trace, and with the stretches that were looked at and are no
// clauses.
func Explain(s *lex.Stream, begin, end int, ctx Context) ([]Clause, []match.Loser) {
	if begin >= end {
		return nil, nil
	}
	r := newReader(s, begin, end, ctx, true)
	clauses := r.clauses(begin, end)
	return clauses, r.lost
}

// lose keeps a spot that is no clause, where it was looked at closely.
func (r *reader) lose(f spot) {
	if r.trace && f.walk != nil {
		r.lost = append(r.lost, match.Loser{Rule: f.rule, Start: f.start, End: f.end, Why: f.walk.weakness()})
	}
}

// weakness says why what was walked is no clause.
func (w *walker) weakness() string {
	if len(w.items) == 0 {
		return "names nobody"
	}
	known := ""
	for k, it := range w.items {
		text := w.text(it)
		if w.dropped(k) {
			return fmt.Sprintf("%q is no name of a body", string(text))
		}
		if w.strongText(text) || w.class(text) > 0 {
			known = string(text)
		}
	}
	switch {
	case known == "":
		return fmt.Sprintf("none of its names is known or has a level word: %q", string(w.text(w.items[0])))
	case !w.explicit:
		return "has no role word, or does not close a part"
	case w.objects:
		return "a role word has an object behind it: a sentence, not a clause"
	case w.skipped:
		return "holds something that is not about departments"
	case !w.allAnswered():
		return fmt.Sprintf("no role word stands behind %q", string(w.text(w.items[len(w.items)-1])))
	}
	return "does not close a part, or is only an appeal to all"
}
