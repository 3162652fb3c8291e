package when

import (
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// phrase is what a row makes of its match, before any year is known.
type phrase struct {
	start, end int             // runes of the text
	relation   schema.Relation // "" where it is no deadline
	from, to   point
	sinceIssue bool     // from is the day of issue
	length     string   // P3M, of every and within
	whole      bool     // a repeat that names its day: 每年3月底前
	ambiguous  bool     // 2025年前: with that year or before it
	turned     bool     // 5/6/2025: day and month may be the other way round
	compact    bool     // from and to share what is written once: 2023—2025年
	alone      bool     // holds in a cell or a bracket of its own only
	why        string   // why it is no deadline
	amount     bool     // its number may be an amount
	open       bool     // no day is known: 汛期前
	others     []phrase // the times behind it in a list
}

type row = match.Rule[phrase]

func begin(m match.Match, r schema.Relation) phrase {
	return phrase{start: m.Start, end: m.End, relation: r}
}

// pointOf returns the nth point of a match: a POINT, a YMD or a PLAN.
func pointOf(m match.Match, n int) (point, match.Capture, bool) {
	for _, c := range m.Captures {
		switch c.Class {
		case "POINT", "PLAN":
			if n--; n >= 0 {
				continue
			}
			if c.Class == "PLAN" {
				return readPlan(m.Stream, c.Start), c, true
			}
			return readPoint(m.Stream, c.Start, c.End), c, true
		}
	}
	return point{}, match.Capture{}, false
}
