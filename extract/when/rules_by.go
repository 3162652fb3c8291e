package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// byRules are the wordings of a day that something is to be done by.
var byRules = []row{
	{ID: "when/by-end", Pattern: until + "? POINT " + ending + " " + before + "?", Example: "到2025年底前", Build: by},
	{ID: "when/by-before", Pattern: until + "? POINT " + before, Example: "6月30日前", Build: by},
	{ID: "when/by-to", Pattern: until + " POINT", Example: "到2025年", Build: by},
	{ID: "when/by-until", Pattern: until + "? POINT " + ending + "? (止|为止|截止|截至)", Example: "2024年12月31日止", Build: by},
	{ID: "when/by-no-later", Pattern: "(不晚于|不迟于|不得晚于|不得迟于) POINT " + ending + "? " + before + "?", Example: "不迟于2025年6月", Build: by},
	{ID: "when/by-at-latest", Pattern: "(最迟|最晚) (于|在|到)? POINT " + ending + "? " + before + "?", Example: "最迟2025年6月", Build: byAt},
	{ID: "when/by-closing-day", Pattern: "(截止|截至|结束|终止) (时间|日期|期限|日) (为|是|:|至|到)? POINT " + ending + "? " + before + "?", Example: "截止时间为2024年6月30日", Build: byAt},
	{ID: "when/by-year-end", Pattern: until + "? (年底|年末|年终) " + before + "?", Example: "年底前", Build: byEndOf(wholeYear())},
	{ID: "when/by-month-end", Pattern: until + "? (月底|月末) " + before, Example: "月底前", Build: byEndOf(point{ref: thisMonth, first: part{1, 1}, last: part{1, 0}, grain: month})},
	{ID: "when/by-quarter-end", Pattern: until + "? (季度末|季末|季度底) " + before, Example: "季度末前", Build: byEndOf(point{ref: thisQuarter, first: part{1, 1}, last: part{3, 0}, grain: month})},
	{ID: "when/by-mid-year", Pattern: until + "? 年中 " + before, Example: "年中前", Build: byEndOf(months(6, 6))},
	{ID: "when/by-plan-end", Pattern: until + "? PLAN (规划|计划)? (期|时期)? (末期|末年|末|期末|底) " + before + "?", Example: "到“十四五”末", Build: by},
	{ID: "when/by-plan-closing", Pattern: until + " PLAN (规划|计划)? (期|时期)? (收官之?年?|结束) (时|之时|之际|前)?", Example: "到“十四五”收官之年", Build: by},
	{ID: "when/by-plan-before-end", Pattern: "PLAN (规划|计划)? (期|时期)? 结束前", Example: "“十四五”结束前", Build: by},
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
