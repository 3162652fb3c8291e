package when

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// Context is what is known about the place of a text.
type Context struct {
	Issued    Date // 成文日期; zero where unknown
	TableYear int  // year in a table's title, for bare months in its cells; 0 for none
	Cell      bool // a schedule cell or a bracketed note: 长期 may stand alone
	Column         // of a cell of a column of times
}

// Time is one time in the text.
type Time struct {
	Rule       string
	Start, End int // runes of the stream: the smallest phrase that fixes the time
	// Deadline is false for a time that is none of the task: a past event, a basis of
	// comparison, a condition, a bare 每年 that only says what a number is counted by.
	Deadline    bool
	Amount      bool // no deadline, and its number may be an amount (可在6年内)
	Relation    schema.Relation
	Value       string // EDTF, or an ISO 8601 repeat or duration; "" where no year is known
	First, Last string // inclusive ISO days; "" where unknown
	Tentative   bool   // 力争, 争取 or 原则上 stands with it
	Ambiguous   bool   // 2025年前: up to the beginning of that year, or to its end
	Turned      bool   // 5/6/2025: day and month may be the other way round
	NoSuchDay   bool   // 2月30日: read as the end of the month
	Why         string // why it is no deadline
	Lost        []match.Loser

	year int // that a later month without a year takes; 0 for none
}

// Find returns the times in runes begin to end of s, in order. A month or day without
// a year takes the year of the nearest earlier deadline found in this call or, in prior,
// earlier in the same item; else that of the table, else that of the day of issue.
// With trace, what lost is kept. Masked runes hold no time.
func Find(s *lex.Stream, begin, end int, ctx Context, prior []Time, trace bool) []Time {
	times, _ := Explain(s, begin, end, ctx, prior, trace)
	return times
}

// Explain is [Find] that returns too what lost behind the last time.
func Explain(s *lex.Stream, begin, end int, ctx Context, prior []Time, trace bool) ([]Time, []match.Loser) {
	c := clock{issued: ctx.Issued, table: ctx.TableYear, cell: ctx.Cell}
	for _, t := range prior {
		c.nearest = orElse(t.year, c.nearest)
	}
	found, lost := table().Scan(s, begin, end, trace)
	if ctx.Figures {
		if cell, ok := inFigures(s, begin, end); ok {
			found, lost = cell, nil
		}
	}
	listBefore(s, found)
	times := make([]Time, 0, len(found))
	for i, f := range found {
		p := f.Value
		if f.Rule == pointRule && i > 0 && found[i-1].Value.relation == schema.RelationBy && joins(s, found[i-1].End, f.Start) {
			p.relation = schema.RelationBy
			found[i].Value.relation = p.relation // for the next of the list
		}
		if f.Rule == "when/by-end" && yearly(s, found[:i], f) {
			p.relation, p.length, p.whole = schema.RelationEvery, "P1Y", true
			found[i].Value = p // for the next of the sentence
		}
		if ctx.Relation != "" && p.relation == schema.RelationDuring && p.from == p.to && p.start == begin && p.end == end {
			p.relation = ctx.Relation
		}
		lost := f.Lost
		for rest := p.others; ; p, rest = rest[0], rest[1:] {
			if p.relation != "" {
				check(s, &p, end, c)
			}
			t := c.time(p)
			t.Rule, t.Lost, lost = f.Rule, lost, nil
			if t.Deadline {
				t.Tentative = tentative(s, p.start, p.end)
				c.nearest = orElse(t.year, c.nearest)
			}
			if times = append(times, t); len(rest) == 0 {
				break
			}
		}
	}
	return times, lost
}

// pointRule is the row of a point alone.
const pointRule = "when/during"

// yearly reports whether a day without a year stands in the sentence of one of each year: 每年4月底前报送,5月底前公布.
// Mentions between, 上一年度, change nothing.
func yearly(s *lex.Stream, before []match.Found[phrase], f match.Found[phrase]) bool {
	if to := f.Value.to; to.year != 0 || to.ref != nearest || to.grain == year || to.more != 0 {
		return false
	}
	for i := len(before) - 1; i >= 0 && before[i].Start >= s.Sentence(f.Start); i-- {
		if every := before[i].Value; every.relation != "" {
			return every.relation == schema.RelationEvery && every.whole && every.length == "P1Y"
		}
	}
	return false
}

// listBefore gives the times of a list the 前 of the last of it: 2025年、2026年、2027年底前. The 到 of the first, 到2025年、2030年, is
// handed on as they are read.
func listBefore(s *lex.Stream, found []match.Found[phrase]) {
	for i := len(found) - 2; i >= 0; i-- {
		if found[i].Rule == pointRule && found[i+1].Value.relation == schema.RelationBy && joins(s, found[i].End, found[i+1].Start) {
			found[i].Value.relation = schema.RelationBy
		}
	}
}

// joins reports whether runes i to j join the members of a list.
func joins(s *lex.Stream, i, j int) bool {
	switch s.String(i, j) {
	case "、", "和", "与", "及", "以及":
		return true
	}
	return false
}

// time gives a phrase its years.
func (c clock) time(p phrase) Time {
	t := Time{Start: p.start, End: p.end, Deadline: p.relation != "", Amount: p.amount, Relation: p.relation, Why: p.why, Ambiguous: p.ambiguous, Turned: p.turned}
	switch p.relation {
	case schema.RelationBy:
		if p.open {
			break
		}
		to := c.resolve(p.to)
		t.NoSuchDay = to.cut
		t.Value, t.Last, t.year = "../"+to.last.edtf(day), to.last.ISO(), to.last.Year
	case schema.RelationFrom:
		first := c.issued
		if !p.sinceIssue {
			first = c.resolve(p.from).first
			t.year = first.Year
		}
		if first != (Date{}) && (!p.sinceIssue || first.ISO() != "") { // a notice without a day of issue begins on no day that is known
			t.Value, t.First = first.edtf(day)+"/..", first.ISO()
		}
	case schema.RelationDuring:
		a, b := c.between(p.from, p.to)
		t.Value, t.NoSuchDay = edtf(a, b), a.cut || b.cut
		if p.sinceIssue {
			a.first, b = c.issued, c.resolve(p.to)
			if p.to.year == 0 && p.to.ref == nearest && b.last.Year > 0 && b.last.before(c.issued) {
				p.to.year = b.last.Year + 1 // 自印发之日起至1月
				b = c.resolve(p.to)
			}
			t.Value = interval(c.issued, "/"+b.last.edtf(day))
		}
		t.First, t.Last, t.year = a.first.ISO(), b.last.ISO(), b.last.Year
		if t.First > t.Last && t.Last != "" {
			return Time{Start: p.start, End: p.end, Why: "ends before it begins"}
		}
	case schema.RelationEvery:
		t.Value = "R/" + p.length
	case schema.RelationWithin:
		t.Value = p.length
	case schema.RelationOngoing:
		t.Value = ".."
	}
	if strings.Contains(t.Value, unknownYear) {
		t.Value = "" // 6月底前 where no year is stated anywhere
	}
	if p.to.more > 0 {
		t.year = 0 // a month behind “十四五” is none of its last year
	}
	return t
}

// interval returns an EDTF interval that begins on a day, or at an unknown one.
func interval(first Date, rest string) string {
	if first.ISO() == "" {
		return rest
	}
	return first.edtf(day) + rest
}

// Rules returns the catalogue of the family: points first, then phrases, then those of cells.
func Rules() []match.Info {
	return slices.Concat(pointTable().Infos(), table().Infos(), figureTable().Infos(), checkInfos())
}
