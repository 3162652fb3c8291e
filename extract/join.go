package extract

import (
	"sort"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// checkJoins remarks the first number, date and name of tasks and goals that hold a break which was taken to be none,
// each kind once: where the guess is wrong, the value is.
func (x *extractor) checkJoins() {
	said := map[string]bool{}
	say := func(format string, span schema.Span, guessed func(block.Range) bool) {
		r := block.Range{Start: span.Start, End: span.End}
		if said[format] || !guessed(r) {
			return
		}
		said[format] = true
		x.remark(schema.Warning, schema.JoinedText, r, format, x.doc.Join(r))
	}
	for _, list := range [][]schema.Task{x.notice.Goals, x.notice.Tasks} {
		for i := range list {
			t := &list[i]
			for _, g := range t.Targets {
				say("The number %s is read as if nothing broke it.", g.Span, x.joinsNumber)
			}
			for _, d := range t.Deadlines {
				say("The date %s is read as if nothing broke it.", d.Span, x.joinsLines)
			}
			if t.Departments == nil || len(x.doc.Joins) == 0 {
				continue
			}
			for _, d := range t.Departments.All() {
				say("The name %s is read as if nothing broke it.", d.Span, x.joinsLines)
			}
		}
	}
}

// joinsLines reports whether a line that only may go on begins within a range.
func (x *extractor) joinsLines(r block.Range) bool {
	n := sort.SearchInts(x.doc.Joins, r.Start+1)
	return n < len(x.doc.Joins) && x.doc.Joins[n] < r.End
}

// joinsNumber reports whether such a line, or white space between digits, stands within a number: 12⏎0个, 1. 5米.
func (x *extractor) joinsNumber(r block.Range) bool {
	i, j := x.stream.Slice(r)
	for _, t := range x.stream.Within(i, j) {
		if t.Kind != lex.Number {
			continue
		}
		for k := t.Start + 1; k < t.End && t.Form == lex.Digits; k++ {
			if x.stream.Gap(k) == lex.Space {
				return true
			}
		}
		if x.joinsLines(x.stream.Range(t.Start, t.End)) {
			return true
		}
	}
	return false
}
