package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// duringRules are the wordings of a stretch of time.
var duringRules = []row{
	{ID: "when/during", Pattern: "POINT (期间|当中|之间|间)?", Example: "2025年三季度", Build: during},
	{ID: "when/during-inside", Pattern: "POINT " + inside, Example: "2025年内", Build: during},
	{ID: "when/during-range", Pattern: start + "? POINT (起|开始)? " + rangeP + " POINT " + ending + "? (止|为止|截止|期间|之间|间|前|之前)?", Example: "2021年至2023年", Build: during},
	{ID: "when/during-from-and-until", Pattern: start + " POINT (起|开始) (执行|实施|施行|生效|试行) ,? (至|到|截至) POINT " + ending + "? (止|为止|截止|结束|终止)?", Example: "自2024年7月1日起执行,至2024年12月31日截止", Build: during},
	{ID: "when/during-to-year-end", Pattern: start + "? POINT (起|开始)? " + rangeP + " (年底|年末) (前|止)?", Example: "2024年4月起至年底", Build: untilYearEnd},
	{ID: "when/during-years", Pattern: start + "? Y 年? " + rangeP + " Y 年度? (期间|间)?", Example: "2023-2025年", Build: years},
	{ID: "when/during-short-years", Pattern: "YY " + rangeP + " YY 年 (期间|间)?", Example: "24-26年", Build: shortYears},
	{ID: "when/during-numeric-days", Pattern: "YMD " + rangeP + " MD", Example: "2024.09.01-09.30", Build: numericDays},
	{ID: "when/during-months", Pattern: start + "? (YEAR 的?)? M 月? (至|到|--|-|\"~\") M 月份? (期间|间)?", Example: "9-11月", Build: monthsOf},
	{ID: "when/during-days", Pattern: start + "? (YEAR 的?)? M 月 D 日? " + rangeP + " D (日|号) NOTE? (期间|间)?", Example: "8月7日-17日", Build: daysOf},
	{ID: "when/during-quarters", Pattern: "(YEAR 的?)? 第? Q 季?度? (至|到|--|-|\"~\") 第? Q 季度 (期间)?", Example: "2024年二至四季度", Build: quartersOf},
	{ID: "when/during-from-issue", Pattern: start + "? DOCUMENT? ISSUING (之日|日)? 起? (至|到) POINT " + ending + "? (止|为止|截止|期间|前|之前)?", Example: "自印发之日起至2026年6月30日", Build: sinceIssueTo},
	{ID: "when/during-from-today", Pattern: start + "? (即日|现在|当前) 起? (至|到) POINT " + ending + "? (止|为止|截止|期间|前|之前)?", Example: "即日起至2025年12月31日", Build: sinceIssueTo},
	{ID: "when/during-from-today-to-year-end", Pattern: start + "? (即日|现在|当前|印发之日) 起? (至|到) (年底|年末) (止|前)?", Example: "即日起至年底", Build: sinceIssueTo},
	{ID: "when/during-this-year", Pattern: "(年内|年度内|本年内|本年度内)", Example: "年内", Build: ofIssue},
	{ID: "when/during-all-year", Pattern: "全年", Example: "全年", Build: allYear},
	{ID: "when/during-two-years", Pattern: "今明两年 (内|间|期间)?", Example: "今明两年", Build: ofYears(issue, 2)},
	{ID: "when/during-next-two-years", Pattern: "明后两年 (内|间|期间)?", Example: "明后两年", Build: ofYears(next, 2)},
	{ID: "when/during-plan", Pattern: "PLAN (规划|计划)? (实施)? (期间|时期|期内|期)", Example: "“十三五”期间", Build: during},
	{ID: "when/during-plan-years", Pattern: "PLAN (期间|时期)? (前|后) N 年", Example: "“十四五”后三年", Build: planYears},
	{ID: "when/during-plan-beginning", Pattern: "PLAN (规划|计划)? (期|时期)? (初期|初|期初|开局之年|开局年|第一年|首年)", Example: "“十五五”开局之年", Build: planFirstYear},
	{ID: "when/during-plan-closing", Pattern: "PLAN (规划|计划)? (收官之年|收官年|最后一年)", Example: "“十四五”收官之年", Build: planLastYear},
	{ID: "when/during-ordinal-plan", Pattern: "第 N 个五年 (规划|计划)? (期间|时期|期)", Example: "第十五个五年规划期间", Build: ordinalPlan},
	{ID: "when/during-plans", Pattern: "PLAN (至|到|--|-|\"~\"|和|、) PLAN (期间|时期)", Example: "“十四五”和“十五五”期间", Build: during},
}

// during builds one point, or all from the first point of a match to the second.
func during(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationDuring)
	p.from, _, _ = pointOf(m, 0)
	p.to = p.from
	if b, _, ok := pointOf(m, 1); ok {
		p.to = b
	}
	s := m.Stream
	if n, _ := lexicon.ForMonths().Prefix(s.Runes[m.End:]); n > 0 && m.End-m.Start <= 3 && s.Has(m.End-1, "月") && m.Start > 0 && strings.ContainsRune("高长予受前后+、“\"", s.Runes[m.Start-1]) {
		return p, "a number of months that is granted" // 最高3月免租
	}
	if m.Start > 0 && s.Has(m.Start, "前") && strings.ContainsRune("孕产术婚病", s.Runes[m.Start-1]) {
		return p, "counted from what befalls a person" // 孕前3个月
	}
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
