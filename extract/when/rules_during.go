package when

// duringRules are the wordings of a stretch of time.
var duringRules = []row{
	{ID: "when/during", Pattern: "POINT (期间|当中|之间|间)?", Example: "2025年三季度", Build: during},
	{ID: "when/during-inside", Pattern: "POINT " + inside, Example: "2025年内", Build: during},
	{ID: "when/during-range", Pattern: start + "? POINT (起|开始)? " + rangeP + " POINT " + ending + "? (止|为止|截止|期间|之间|间|前|之前)?", Example: "2021年至2023年", Build: during},
	{ID: "when/during-to-year-end", Pattern: start + "? POINT (起|开始)? " + rangeP + " (年底|年末) (前|止)?", Example: "2024年4月起至年底", Build: untilYearEnd},
	{ID: "when/during-years", Pattern: start + "? Y 年? " + rangeP + " Y 年度? (期间|间)?", Example: "2023-2025年", Build: years},
	{ID: "when/during-short-years", Pattern: "YY " + rangeP + " YY 年 (期间|间)?", Example: "24-26年", Build: shortYears},
	{ID: "when/during-numeric-days", Pattern: "YMD " + rangeP + " MD", Example: "2024.09.01-09.30", Build: numericDays},
	{ID: "when/during-months", Pattern: start + "? (YEAR 的?)? M 月? (至|到|--|-|\"~\") M 月份? (期间|间)?", Example: "9-11月", Build: monthsOf},
	{ID: "when/during-days", Pattern: start + "? (YEAR 的?)? M 月 D 日? " + rangeP + " D (日|号) NOTE? (期间|间)?", Example: "8月7日-17日", Build: daysOf},
	{ID: "when/during-quarters", Pattern: "(YEAR 的?)? 第? Q 季?度? (至|到|--|-|\"~\") 第? Q 季度 (期间)?", Example: "2024年二至四季度", Build: quartersOf},
	{ID: "when/during-from-issue", Pattern: start + "? (" + document + ")? " + issuing + " (之日|日)? 起? (至|到) POINT " + ending + "? (止|为止|截止|期间|前|之前)?", Example: "自印发之日起至2026年6月30日", Build: sinceIssueTo},
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
