package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
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

// by builds 到2025年底前: the end of the point. 前 right behind a year, a quarter or a
// month leaves open whether it belongs to it.
func by(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationBy)
	var c match.Capture
	p.to, c, _ = pointOf(m, 0)
	behind := m.Stream.String(c.End, m.End)
	p.ambiguous = p.to.grain != day && strings.HasSuffix(behind, "前") && !strings.ContainsAny(behind, "底末终")
	return p, ""
}

// byAt builds a by whose text begins at the point: 最迟2024年10月底前.
func byAt(m match.Match) (phrase, string) {
	p, why := by(m)
	_, c, _ := pointOf(m, 0)
	p.start = c.Start
	return p, why
}

// byEndOf builds 年底前, 月底前: the end of what is named without a point.
func byEndOf(to point) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		if m.Start > 0 && (strings.ContainsRune("每全历上当次往年十", m.Stream.Runes[m.Start-1]) || digit(m.Stream.Runes[m.Start-1]) >= 0) {
			return phrase{}, "of each year or of another"
		}
		p := begin(m, schema.RelationBy)
		p.to = to
		return p, ""
	}
}

func from(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationFrom)
	p.from, _, _ = pointOf(m, 0)
	return p, ""
}

// fromIssue builds 即日起, 自印发之日起.
func fromIssue(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationFrom)
	p.sinceIssue = true
	return p, ""
}

// during builds one point, or all from the first point of a match to the second.
func during(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	p.from, _, _ = pointOf(m, 0)
	p.to = p.from
	if b, _, ok := pointOf(m, 1); ok {
		p.to = b
	}
	return p, ""
}

// untilYearEnd builds 2024年4月起至年底.
func untilYearEnd(m match.Match) (phrase, string) {
	p, why := during(m)
	p.from.grain = max(p.from.grain, month)
	p.to = wholeYear()
	p.to.grain = p.from.grain
	return p, why
}

// sinceIssueTo builds 自印发之日起至2026年6月30日.
func sinceIssueTo(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	p.sinceIssue = true
	p.to, _, _ = pointOf(m, 0)
	if _, _, ok := pointOf(m, 0); !ok { // 至年底
		p.to = wholeYear()
	}
	p.to.grain = day
	return p, ""
}

// years builds 2023—2025年.
func years(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	a, _ := m.Capture("Y", 0)
	p.from, p.to = wholeYear(), wholeYear()
	p.from.year = fourDigits(m.Stream, a.Start, a.End)
	b, ok := m.Capture("Y", 1)
	if p.to.year = fourDigits(m.Stream, b.Start, b.End); !ok || p.to.year <= p.from.year {
		return p, "not one year behind the other"
	}
	p.compact = true
	return p, ""
}

// monthsOf builds 9—11月, 4至6月.
func monthsOf(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	a, b := monthOf(m, 0), monthOf(m, 1)
	p.from = months(a, a).in(yearOfMatch(m))
	p.to = months(b, b)
	if p.from.year == 0 {
		p.to = p.to.in(yearOfMatch(m))
	}
	return p, ""
}

// daysOf builds 8月7日—17日.
func daysOf(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	mo, a, b := monthOf(m, 0), int(m.Number("D", 0)), int(m.Number("D", 1))
	if a >= b {
		return p, "not one day behind the other"
	}
	p.from = days(mo, a, a).in(yearOfMatch(m))
	p.to = days(mo, b, b).in(yearOfMatch(m))
	return p, ""
}

// quartersOf builds 二至四季度.
func quartersOf(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	a, b := int(m.Number("Q", 0)), int(m.Number("Q", 1))
	if a >= b {
		return p, "not one quarter behind the other"
	}
	p.from = months(a*3-2, b*3).in(yearOfMatch(m))
	p.to = p.from
	return p, ""
}

// ofIssue builds a during that the day of issue fixes: 年内, 年度内.
func ofIssue(m match.Match) (phrase, string) {
	of := m.Stream.Has(m.Start, "年度内") && !startsClause(m.Stream, m.Start) && !strings.ContainsRune("在于争", m.Stream.Runes[m.Start-1])
	if of || m.Start > 0 && strings.ContainsRune("每全近历当往一", m.Stream.Runes[m.Start-1]) {
		return phrase{}, "of each year or of others"
	}
	p := begin(m, schema.RelationDuring)
	p.from = wholeYear()
	p.from.ref = issue
	p.to = p.from
	return p, ""
}

// ofYears builds 今明两年, 今后三年: n years from the year of issue plus offset.
func ofYears(first ref, n int) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, schema.RelationDuring)
		p.from = wholeYear()
		p.from.ref, p.from.more = first, n-1
		p.to = p.from
		return p, ""
	}
}

// ordinalPlan builds 第十四个五年规划期间; the fourteenth plan began in 2021.
func ordinalPlan(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	n := int(m.Number("N", 0))
	if n > 20 {
		return p, "no such plan"
	}
	p.from = wholeYear()
	p.from.year, p.from.more = 2021+(n-14)*5, 4
	p.to = p.from
	return p, ""
}

// planYears builds “十四五”前三年 and “十四五”后两年.
func planYears(m match.Match) (phrase, string) {
	p, _ := during(m)
	c, _ := m.Capture("N", 0)
	n := int(m.Number("N", 0))
	if n > p.from.more {
		return p, "the period is not that long"
	}
	if m.Stream.Runes[c.Start-1] == '后' {
		p.from.year += p.from.more + 1 - n
	}
	p.from.more = n - 1
	p.to = p.from
	return p, ""
}

// planFirstYear builds “十五五”开局之年, “十五五”初.
func planFirstYear(m match.Match) (phrase, string) {
	p, why := during(m)
	p.from.more = 0
	p.to = p.from
	return p, why
}

// planLastYear builds “十四五”收官之年.
func planLastYear(m match.Match) (phrase, string) {
	p, why := during(m)
	p.from.year, p.from.more = p.from.year+p.from.more, 0
	p.to = p.from
	return p, why
}

// every builds a repeat of a fixed length.
func every(length string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, schema.RelationEvery)
		p.length = length
		return p, ""
	}
}

// everyAt builds a repeat that names its day: 每年3月底前.
func everyAt(length string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, schema.RelationEvery)
		p.length, p.whole = length, true
		return p, ""
	}
}

// everyN builds 每两年, 每3个月.
func everyN(m match.Match) (phrase, string) {
	c, _ := m.Capture("DUR", 0)
	d := readDuration(m.Stream, c.Start, c.End)
	if d.units == "hour" {
		return phrase{}, "shorter than a day"
	}
	p := begin(m, schema.RelationEvery)
	p.length = d.iso
	return p, ""
}

// recent builds 近三年, which is past, or to come where its clause says so.
func recent(m match.Match) (phrase, string) {
	s := m.Stream
	if !s.Has(m.Start, "过去") && s.Runes[m.End-1] != '来' && startsClause(s, m.Start) {
		stop := clauseEnd(s, m.End, s.Len())
		if stop == m.End && stop < s.Len() && s.Runes[stop] == ',' {
			stop = clauseEnd(s, stop+1, s.Len())
		}
		clause := s.String(m.End, stop)
		for _, w := range []string{"将", "力争", "计划", "拟", "争取", "要"} {
			if strings.HasPrefix(strings.TrimPrefix(clause, ","), w) {
				return within(m)
			}
		}
	}
	return mention("past")(m)
}

// withinSpan builds 3—5年时间 at the head of a clause.
func withinSpan(m match.Match) (phrase, string) {
	if !startsClause(m.Stream, m.Start) || !endsClause(m.Stream, m.End) && !actBehind(m) {
		return phrase{}, "a length of time"
	}
	return within(m)
}

// actBehind reports whether a verb stands right behind the match.
func actBehind(m match.Match) bool {
	n, _ := lexicon.Acts().Prefix(m.Stream.Runes[m.End:])
	return n > 0
}

// everyOther builds 按季度, 每逢双月.
func everyOther(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationEvery)
	text := m.Text()
	if n, _ := lexicon.Acts().Prefix(m.Stream.Runes[m.End:]); n == 0 && strings.HasPrefix(text, "按") && !startsClause(m.Stream, m.Start) {
		return p, "how something is counted" // 按月全额退还
	}
	for _, u := range []struct{ unit, length string }{{"半年", "P6M"}, {"双", "P2M"}, {"单", "P2M"}, {"年", "P1Y"}, {"季", "P3M"}, {"月", "P1M"}, {"周", "P1W"}} {
		if strings.Contains(text, u.unit) {
			p.length = u.length
			return p, ""
		}
	}
	return p, "no length"
}

// within builds a stretch that begins with the notice: 印发后3个月内, 用三年时间.
func within(m match.Match) (phrase, string) {
	c, _ := m.Capture("DUR", 0)
	p := begin(m, schema.RelationWithin)
	p.length = readDuration(m.Stream, c.Start, c.End).iso
	return p, ""
}

// withinBare builds 三年内, where nothing around it says that it is a condition, a
// permission or the time for one case.
func withinBare(m match.Match) (phrase, string) {
	p, why := within(m)
	c, _ := m.Capture("DUR", 0)
	p.start = c.Start
	if no, amount := conditional(m.Stream, p.start, m.End, readDuration(m.Stream, c.Start, c.End).units); no != "" {
		p.relation, p.why, p.amount = "", no, amount
	}
	return p, why
}

// ongoing builds 持续实施 where it is a clause of its own; a 并 or 后 before it is no
// part of the text.
func ongoing(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationOngoing)
	if c, ok := m.Capture("LINK", 0); ok {
		p.start = c.End
	}
	if !startsClause(m.Stream, m.Start) && !behindRole(m) || !endsClause(m.Stream, m.End) {
		return p, "not a clause of its own"
	}
	return p, ""
}

// behindRole reports whether a 并 joins the match to who does the work: 市民政局牵头并长期坚持.
func behindRole(m match.Match) bool {
	if m.Start < 2 || m.Stream.Runes[m.Start] != '并' {
		return false
	}
	switch m.Stream.String(m.Start-2, m.Start) {
	case "负责", "牵头", "配合", "落实":
		return true
	}
	return false
}

// ongoingBare builds 长期 alone in a cell.
func ongoingBare(m match.Match) (phrase, string) {
	p, why := ongoing(m)
	p.alone = true
	return p, why
}

// allYear builds 全年 alone in a cell.
func allYear(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	p.from, p.alone = wholeYear(), true
	p.to = p.from
	if !startsClause(m.Stream, m.Start) || !endsClause(m.Stream, m.End) {
		return p, "not a clause of its own"
	}
	return p, ""
}

// mention builds what is written like a time and is no deadline.
func mention(why string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, "")
		p.why = why
		return p, ""
	}
}

// mentionPoint builds a mention of the point alone: the 2倍 of 2020年的2倍 stays.
func mentionPoint(why string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, "")
		_, c, _ := pointOf(m, 0)
		p.start, p.end, p.why = c.Start, c.End, why
		return p, ""
	}
}

// yearName builds 2022年度报告; without 度 it is a year and what is done in it.
func yearName(m match.Match) (phrase, string) {
	c, _ := m.Capture("YEAR", 0)
	if m.Stream.Runes[c.End-1] != '度' {
		return phrase{}, "no name"
	}
	return mention("a name")(m)
}

// baseline builds 较2023年, 比“十三五”末; not where 比 ends a word (占比2025年达到).
func baseline(m match.Match) (phrase, string) {
	if m.Start > 0 && strings.ContainsRune("占对配同环正反", m.Stream.Runes[m.Start-1]) {
		return phrase{}, "比 ends a word"
	}
	return mention("what is compared with")(m)
}

// shortYears builds 24—26年 at the beginning of a clause.
func shortYears(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	p.from, p.to = wholeYear(), wholeYear()
	p.from.year, p.to.year = 2000+int(m.Number("YY", 0)), 2000+int(m.Number("YY", 1))
	if p.to.year <= p.from.year || p.to.year-p.from.year > 10 || !startsClause(m.Stream, m.Start) {
		return p, "a length of time"
	}
	return p, ""
}

// numericDays builds 2024.09.01—09.30.
func numericDays(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	a, _ := m.Capture("YMD", 0)
	b, _ := m.Capture("MD", 0)
	p.from, _ = readYMD(m.Stream, a.Start, a.End)
	mo, d, _ := readMD(m.Stream, b.Start, b.End)
	p.to = days(mo, d, d)
	p.to.year = p.from.year
	return p, ""
}
