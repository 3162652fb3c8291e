package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// withinRules are the wordings of a stretch counted from the notice on.
var withinRules = []row{
	{ID: "when/within-issue", Pattern: "自? DOCUMENT? ISSUING (之日起|之日后|日起|之后|以后|后|起|之日) 的? ,? (在|的)? DUR " + inside, Example: "印发后3个月内", Build: within},
	{ID: "when/within-issue-bare", Pattern: "DOCUMENT ISSUING DUR " + inside, Example: "方案印发3个月内", Build: within},
	{ID: "when/within-receipt", Pattern: "自? (收到|接到|接) DOCUMENT (之日起|之日|后|之后|起) ,? 在? DUR " + inside, Example: "自收到本通知之日起5个工作日内", Build: within},
	{ID: "when/within-today", Pattern: start + "? (即日|现在|当前) 起 ,? 在? DUR " + inside, Example: "即日起3个月内", Build: within},
	{ID: "when/within", Pattern: "DUR " + inside, Example: "三年内", Build: withinBare},
	{ID: "when/within-using", Pattern: "(用|利用|花|以|再用) DUR (左右)? 的? (时间|左右)", Example: "用三年时间", Build: within},
	{ID: "when/within-effort", Pattern: "(经过|通过|经) DUR (左右)? 的? (时间|努力|奋斗|发展|建设|左右)", Example: "经过三年努力", Build: within},
	{ID: "when/within-about", Pattern: "DUR 左右 的? (时间|内)?", Example: "三年左右时间", Build: withinBare},
	{ID: "when/within-time", Pattern: "DUR 的? 时间 (内|里)", Example: "三年时间内", Build: withinBare},
	{ID: "when/within-span", Pattern: "DUR 的? 时间", Example: "3-5年时间", Build: withinSpan},
	{ID: "when/within-coming", Pattern: "(未来|今后|接下来|下一步) (的)? DUR (时间|间|里)? " + inside + "?", Example: "未来三年", Build: withinComing},
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

// within builds a stretch that begins with the notice: 印发后3个月内, 用三年时间.
func within(m match.Match) (phrase, string) {
	c, _ := m.Capture("DUR", 0)
	p := begin(m, schema.RelationWithin)
	p.length = readDuration(m.Stream, c.Start, c.End).iso
	return p, ""
}

// withinComing builds 今后三年, where it is not how long a right is taken away.
func withinComing(m match.Match) (phrase, string) {
	p, why := within(m)
	if forbids(m.Stream, m.Start, m.End) {
		p.relation, p.why, p.amount = "", "how long something is forbidden", true
	}
	return p, why
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
