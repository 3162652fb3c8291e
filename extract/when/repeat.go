package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// counts: a bare 每年 is a deadline where a verb stands between it and any number
// (每年评选推介2-3个, 每年至少开展1次), not where only a noun phrase or a comparator does
// (每年不超过21天, 每年试点总面积不少于800平方米: there it is only what the number is counted by).
func counts(s *lex.Stream, p *phrase, end int, c clock) string {
	if p.relation != schema.RelationEvery || p.whole || c.cell && startsClause(s, p.start) && endsClause(s, p.end) {
		return ""
	}
	if p.start > 0 && s.Runes[p.start-1] == '人' && s.Has(p.start-2, "每") || s.Has(p.start-2, "/人") {
		return "what a number is counted by" // 每人每年
	}
	if measured(s, p.start) {
		return "how something is measured"
	}
	stop := clauseEnd(s, p.end, end)
	if selects(s, p.start, stop) {
		return "says who is meant"
	}
	number := numberIn(s, p.end, stop)
	verb, clear := verbIn(s, p.end, number)
	switch {
	case bounded(s, p.end, number):
		return "what a bound is counted by"
	case turned(s, p.end) && !given(s, p.end, number) && quantity(s, p.end, number), number == stop && ruled(s, p.start) && quantity(s, p.end, stop):
		return "what a quantity is counted by"
	case number == stop && rated(s, p.end):
		return "what a rate is counted by"
	case number == stop && had(s, p.end):
		return "what someone has, no act"
	case clear, number == stop && p.end < stop && (verb || !onlyNouns(s, p.end, stop)):
		return ""
	case verb && !quantity(s, p.end, number):
		return ""
	}
	return "what a number is counted by"
}

// bounded reports whether only what is given, and its bound, stand in runes begin to i: 每年奖励额度
// 最高, 每年度累计奖励不超过.
func bounded(s *lex.Stream, begin, i int) bool {
	text := s.String(begin, i)
	if strings.HasSuffix(text, "上限") {
		return true
	}
	name := string(uncompared([]rune(text)))
	if name == text {
		return false
	}
	if lexicon.Sums().Ends(name) {
		return true
	}
	return name == "奖励" || name == "累计奖励" || name == "累计" || name == "累计补助" || name == "累计补贴"
}

// measured reports whether a word before rune i says that what follows is what something is measured by:
// 根据每年运营情况, 按每月递减比例.
func measured(s *lex.Stream, i int) bool {
	n, _ := lexicon.Measuring().Suffix(s.Runes[:i])
	return n > 0
}

// turned reports whether rune i begins the complement of a quantity's name: 每周向学生开放时间.
func turned(s *lex.Stream, i int) bool {
	return s.Has(i, "向") || s.Has(i, "面向") || s.Has(i, "对外") || s.Has(i, "对社会")
}

// given reports whether a verb of giving stands in runes i to end, as in 每月向学员提供不低于…标准80%的补贴.
func given(s *lex.Stream, i, end int) bool {
	text := s.String(i, end)
	return strings.Contains(text, "提供") || strings.Contains(text, "支付") || strings.Contains(text, "发放")
}

// selects reports whether a repeat at rune i in a clause that ends at stop says who is meant: one in sequence with 的 behind
// it and no number before (连续两年每年接收学员的基地), or one in sequence or with its 含 where the clause or the next one ends in 的
// (每年接收超过50人(含50人)的,). 连续三年每年培训100人 is an order.
func selects(s *lex.Stream, i, stop int) bool {
	sequence := strings.Contains(s.String(clauseStart(s, i), i), "连续")
	if sequence && strings.Contains(s.String(i, numberIn(s, i, stop)), "的") {
		return true
	}
	if !sequence && !strings.Contains(s.String(i, stop), "(含") {
		return false
	}
	if !s.Has(stop-1, "的,") && s.Has(stop, ",") {
		stop = clauseEnd(s, stop+1, s.Len())
	}
	return s.Has(stop-1, "的,")
}

// rated reports whether the words from rune i on are the name of a rate: 每月最低生活保障标准.
func rated(s *lex.Stream, i int) bool { return s.Has(i, "最低") || s.Has(i, "平均") }

// had reports whether the words from rune i on say what someone has: 每天有足够的活动时间. In
// 每年有计划地 and 每月有重点地 they say how something is done.
func had(s *lex.Stream, i int) bool {
	return s.Has(i, "有足够") || s.Has(i, "有充足") || s.Has(i, "有一定") || s.Has(i, "都有") || s.Has(i, "拥有")
}

// ruled reports whether a verb ends before rune i, whose object begins there: 控制每日客流量.
func ruled(s *lex.Stream, i int) bool {
	if i < 2 || startsClause(s, i) {
		return false
	}
	switch s.String(i-2, i) {
	case "控制", "限制", "公布", "发布", "减少", "增加", "降低", "提高", "压减", "缩短", "延长", "保障":
		return true
	}
	return false
}

// everyWeekday builds 每周五前; 每周一次 counts, it names no Monday.
func everyWeekday(m match.Match) (phrase, string) {
	if m.Stream.Runes[m.End-1] == '一' && m.End < m.Stream.Len() && strings.ContainsRune("次回轮期报会课练测考更题讲结清查评调通主", m.Stream.Runes[m.End]) {
		return phrase{}, "a number of times, no weekday"
	}
	return everyAt("P1W")(m)
}

// numberIn returns where the first number with a unit stands in runes i to end, or end. How long
// before or behind something is none (招生前1个月), nor is how often (每季度或每半年).
func numberIn(s *lex.Stream, i, end int) int {
	for ; i < end; i++ {
		if t := s.At(i); t != nil && t.Kind == lex.Number && s.Runes[i-1] != '每' && !apart(s, i, t.End) {
			return i
		}
	}
	return end
}

// apart reports whether the number in runes i to j says how long before or behind something.
func apart(s *lex.Stream, i, j int) bool {
	return (s.Runes[i-1] == '前' || s.Runes[i-1] == '后') && (s.Has(j, "个月") || s.Has(j, "天") || s.Has(j, "日") || s.Has(j, "周") || s.Has(j, "个工作日"))
}

// verbIn reports whether a verb stands in runes i to end, and whether it can be
// nothing but one.
func verbIn(s *lex.Stream, i, end int) (verb, clear bool) {
	words := lexicon.Acts()
	for i < end {
		n, tag := words.Prefix(s.Runes[i:end])
		if n == 0 {
			i++
			continue
		}
		if tag == "" {
			return true, true
		}
		verb = true
		i += n
	}
	return verb, false
}

// quantity reports whether what stands before the number at rune i names a quantity,
// comparators aside: 培训人次不少于, 服务时长达.
func quantity(s *lex.Stream, begin, i int) bool {
	name := uncompared(s.Runes[begin:i])
	n, _ := lexicon.Counted().Suffix(name)
	return n > 0 || len(name) == 0
}

// uncompared returns the name of a quantity without what compares it with its number: 时长不少于.
func uncompared(name []rune) []rune {
	for {
		n, _ := lexicon.Comparing().Suffix(name)
		if n == 0 {
			return name
		}
		name = name[:len(name)-n]
	}
}

// onlyNouns reports whether a clause without a number holds nothing to do: 每年的工作重点.
func onlyNouns(s *lex.Stream, i, end int) bool { return i < end && s.Runes[i] == '的' }
