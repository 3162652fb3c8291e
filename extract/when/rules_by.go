package when

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
