package when

import (
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// fromRules are the wordings of a day that something holds from.
var fromRules = []row{
	{ID: "when/from", Pattern: start + "? POINT (起|开始|起始|伊始) (开始)?", Example: "自2022年1月1日起", Build: from},
	{ID: "when/from-after", Pattern: start + "? POINT (以后|之后|后)", Example: "2026年1月1日以后", Build: from},
	{ID: "when/from-day", Pattern: "自 POINT", Example: "自2024年3月1日", Build: from},
	{ID: "when/from-plan", Pattern: start + "? PLAN (期间|时期)? (起|开始)", Example: "从“十五五”开始", Build: from},
	{ID: "when/from-today", Pattern: start + "? (即日|现在|当前) 起", Example: "即日起", Build: fromIssue},
	{ID: "when/from-issue", Pattern: "自 DOCUMENT? ISSUING (之日|日)? 起", Example: "自印发之日起", Build: fromIssue},
	{ID: "when/from-issue-day", Pattern: "DOCUMENT? ISSUING 之日起", Example: "本办法发布之日起", Build: fromIssue},
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
