package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// surrounding is a condition on what stands around a match that no row can state. It returns
// why the phrase is no deadline, or "".
type surrounding struct {
	id, example string // the example is no deadline because of this check
	why         func(s *lex.Stream, p *phrase, end int, c clock) string
}

// checks in the order in which they are asked.
var checks = []surrounding{
	{"when/check-alone", "治理,长期,", alone},
	{"when/check-other-year", "去年三季度", otherYear},
	{"when/check-past", "2010年底前", past},
	{"when/check-issue", "二〇二四年三月二十日", ofNotice},
	{"when/check-adopted", "2023年5月4日第3次会议审议通过", adopted},
	{"when/check-name", "行动方案(2023-2025年)", label},
	{"when/check-quoted", "采取“一次审批、按月救助”的方式", quoted},
	{"when/check-matured", "2030年底前到期的贷款", qualifies},
	{"when/check-per", "每年不超过21天", counts},
}

func check(s *lex.Stream, p *phrase, end int, c clock) {
	for _, k := range checks {
		if why := k.why(s, p, end, c); why != "" {
			p.relation, p.why = "", why
			return
		}
	}
}

func checkInfos() []match.Info {
	infos := make([]match.Info, len(checks))
	for i, k := range checks {
		infos[i] = match.Info{ID: k.id, Pattern: "(context)", Example: k.example}
	}
	return infos
}

// alone: 长期 says when only as all that a cell, a bracket or a label's value holds.
func alone(s *lex.Stream, p *phrase, _ int, c clock) string {
	if !p.alone || c.cell || p.start > 0 && (clause.Opens(s.Runes[p.start-1]) || s.Runes[p.start-1] == ':') {
		return ""
	}
	return "not alone in a cell or bracket"
}

// otherYear: 去年 is past, 当月 is of each case, 次年 means nothing without a year before it.
func otherYear(s *lex.Stream, p *phrase, _ int, c clock) string {
	if p.relation == schema.RelationEvery || p.relation == schema.RelationWithin || p.relation == schema.RelationOngoing {
		return ""
	}
	for _, q := range []point{p.from, p.to} {
		switch {
		case q.ref == last || q.ref == beforeLast:
			return "past"
		case q.ref == eachMonth:
			return "a month of each case"
		case q.ref == same && q.grain == year && p.relation == schema.RelationDuring:
			return "a year of each case"
		case q.ref == following && c.nearest == 0 && p.from.ref == p.to.ref && (p.relation != schema.RelationBy || ofEachYear(s, p.start)):
			return "a year of each case"
		}
	}
	return ""
}

// ofEachYear reports whether the sentence before rune i speaks of each year: 每年…次年3月底前.
func ofEachYear(s *lex.Stream, i int) bool {
	before := s.String(max(s.Sentence(i), i-longestClause), i)
	return strings.Contains(before, "每") || strings.Contains(before, "当年") || strings.Contains(before, "年度")
}

// past: what ended before the day of issue, with the year written.
func past(s *lex.Stream, p *phrase, _ int, c clock) string {
	if p.relation == schema.RelationFrom && p.from.known() && s.Runes[p.end-1] == '后' && c.resolve(p.from).first.before(c.issued) {
		return "says which ones are meant" // 2020年以后入职
	}
	if p.relation != schema.RelationBy && p.relation != schema.RelationDuring || !p.to.known() || c.issued.Year == 0 {
		return ""
	}
	end := c.resolve(p.to).last
	if p.relation == schema.RelationBy && p.to.grain != day && end.Year == c.issued.Year {
		return "" // 2024年1月底前 in a notice that came out late
	}
	if end.before(c.issued) {
		return "over before the day of issue"
	}
	return ""
}

// ofNotice: the day of issue alone, below a signature that stands in the text.
func ofNotice(s *lex.Stream, p *phrase, _ int, c clock) string {
	if p.relation == schema.RelationDuring && p.from.grain == day && c.issued.Day > 0 && startsClause(s, p.start) && endsClause(s, p.end) {
		if at := c.resolve(p.from); at.first == c.issued && at.last == c.issued {
			return "the day of issue"
		}
	}
	return ""
}

// adopted: the date of a decision: …会议审议通过.
func adopted(s *lex.Stream, p *phrase, end int, _ clock) string {
	if p.relation != schema.RelationDuring {
		return ""
	}
	clause := s.String(p.end, min(clauseEnd(s, p.end, end), p.end+40))
	for _, w := range []string{"审议通过", "讨论通过", "会议通过", "批准通过", "审议原则通过"} {
		if strings.Contains(clause, w) {
			return "the date of a decision"
		}
	}
	return ""
}

// quoted: part of a name in “”, but not where the quotes hold a planning period.
func quoted(s *lex.Stream, p *phrase, _ int, _ clock) string {
	if p.start > 0 && p.end < s.Len() && s.Quoted(p.start-1) && s.Quoted(p.start) && s.Quoted(p.end) {
		return "part of a name"
	}
	return ""
}

// label: the years of a document's name: 行动方案(2023—2025年).
func label(s *lex.Stream, p *phrase, _ int, _ clock) string {
	if p.relation != schema.RelationDuring || p.start < 2 || s.Runes[p.start-1] != '(' || p.end >= s.Len() || s.Runes[p.end] != ')' {
		return ""
	}
	name := s.Runes[:p.start-1]
	if n, _ := lexicon.Dated().Suffix(name); n > 0 || name[len(name)-1] == '》' {
		return "part of a name"
	}
	return ""
}

// qualifies: 2030年底前到期的贷款 and the like say which ones are meant.
func qualifies(s *lex.Stream, p *phrase, end int, _ clock) string {
	if p.relation != schema.RelationBy {
		return ""
	}
	clause := s.String(p.end, min(clauseEnd(s, p.end, end), p.end+40))
	switch {
	case strings.HasPrefix(clause, "已"), strings.Contains(clause, "已发放的"), strings.Contains(clause, "已经"):
		return "past"
	case strings.Contains(clause, "到期的"), strings.HasPrefix(clause, "尚未"), strings.HasPrefix(clause, "未"):
		return "says which ones are meant"
	}
	return ""
}

// tentative reports whether 力争 stands directly before the text from start to end
// (with 在, 于, 到 … between), right behind it, or behind the comma that follows it.
func tentative(s *lex.Stream, start, end int) bool {
	at := start
	if at > 0 && strings.ContainsRune("在于到至用通", s.Runes[at-1]) {
		at--
	}
	if end < s.Len() && s.Runes[end] == ',' {
		end++
	}
	words := lexicon.Tentative()
	for _, i := range []int{start, at} {
		if n, _ := words.Suffix(s.Runes[:i]); n > 0 {
			return true
		}
	}
	n, _ := words.Prefix(s.Runes[end:])
	return n > 0 && !(s.Has(end, "争取") && gets(s, end+n))
}

// gets reports whether the 争取 before rune i has an object: 争取上级资金.
func gets(s *lex.Stream, i int) bool {
	for _, w := range []string{"上级", "中央", "中省", "国家资金", "资金", "专项", "更多", "项目", "政策", "福彩", "支持"} {
		if s.Has(i, w) {
			return true
		}
	}
	return false
}

// startsClause reports whether a clause, a bracket or a cell begins at rune i.
func startsClause(s *lex.Stream, i int) bool { return s.Left(i) == i }

// endsClause reports whether a clause, a bracket or a cell ends before rune i.
func endsClause(s *lex.Stream, i int) bool {
	return i >= s.Len() || s.Gap(i) == lex.Boundary || s.Right(i) == i
}

// clauseStart and clauseEnd return where the clause around rune i begins and ends.
// They look no further than longestClause.
func clauseStart(s *lex.Stream, i int) int { return max(s.Left(i), i-longestClause) }

func clauseEnd(s *lex.Stream, i, end int) int { return min(s.Right(i), end, i+longestClause) }

const longestClause = 80
