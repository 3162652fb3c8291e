package amount

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// bases say where the base of a number stands. They are tried in order.
var bases = []row[string]{
	{"amount/per-measured", "the measure behind 每, where what follows it is counted", "每平方公里公共泊位不少于90个。", func(p *passage, a *around) string {
		measure, noun := p.measured(a.base)
		if noun.empty() || a.indicator.start < noun.start || a.indicator.end > noun.end {
			return ""
		}
		return measure
	}},
	{"amount/per-stroke", "behind a stroke: /人·月", "补贴标准为200元/人·月。", func(_ *passage, a *around) string { return a.per }},
	{"amount/per-each", "每 before the number in its clause", "每张床位每月给予450元补贴。", func(p *passage, a *around) string { return p.baseOf(a.base, "每") }},
	{"amount/per-all", "各 before places or bodies of one kind", "各县至少建成1所养老机构。", func(p *passage, a *around) string { return p.baseOf(a.base, "各") }},
	{"amount/per-mean", "均 behind what each one is: 人均, 户均", "人均预期寿命达到79岁。", func(p *passage, a *around) string {
		if a.base.empty() || strings.ContainsRune("每各", p.s.Runes[a.base.start]) {
			return ""
		}
		return p.s.String(a.base.start, a.base.start+1)
	}},
	{"amount/per-carried", "the base of the number before, which goes on", "各县至少建成养老机构1所、托育机构2所。", func(p *passage, a *around) string {
		if !a.base.empty() || a.prev == nil || !p.carries(a.prev, a.reading) {
			return ""
		}
		return a.prev.basis
	}},
	{"amount/per-behind", "每 right behind the number", "开展演练不少于4次每年。", func(p *passage, a *around) string { return p.baseBehind(a.reading) }},
	{"amount/per-clause", "每 and a verb in the clause before a sum that is given", "每招收1名博士,给予5万元补助。", func(p *passage, a *around) string { return p.baseBefore(a.reading) }},
}

// findBase gives a reading its base.
func (p *passage) findBase(a *around) {
	base, lost := first(bases, p, a, func(per string) bool { return per == "" })
	a.basis, a.perRule = base.value, base.rule
	for _, l := range lost {
		a.lost = append(a.lost, match.Loser{Rule: l.rule, Start: a.start, End: a.end, Why: fmt.Sprintf("per %s: an earlier row says what each is (%s)", l.value, base.rule)})
	}
}

// basePhrase returns the last base phrase before reading k in its clause, behind the number before.
func (p *passage) basePhrase(k int) stretch {
	r := &p.readings[k]
	from := r.clause.start
	if prev := p.before(k); prev != nil {
		from = max(from, prev.end)
	}
	return p.lastBase(from, r.num)
}

// baseOf returns a base phrase that begins with a mark as the contract writes it, "" for another.
func (p *passage) baseOf(b stretch, mark string) string {
	if b.empty() || !p.s.Has(b.start, mark) {
		return ""
	}
	return p.basisText(b)
}

// measured divides a base into a measure and what stands behind it: 平方公里 and 公共泊位 of 每平方公里公共泊位.
func (p *passage) measured(b stretch) (string, stretch) {
	if b.empty() || p.s.Runes[b.start] != '每' {
		return "", stretch{}
	}
	text := p.s.Runes[b.start+1 : b.end]
	n, tag := lexicon.Units().Prefix(text)
	if n == 0 || len(text)-n < 2 || tag != "area" && text[n-1] != '里' {
		return "", stretch{}
	}
	return string(text[:n]), stretch{b.start + 1 + n, b.end}
}

// basisText returns a phrase behind 每 or 各 as the contract writes it, without its first character.
func (p *passage) basisText(b stretch) string {
	for b.end > b.start+2 && strings.ContainsRune("仅只", p.s.Runes[b.end-1]) {
		b.end--
	}
	if open := p.opening(b.end - 1); p.s.Runes[b.end-1] == ')' && open > b.start+2 && b.end-open > 9 {
		b.end = open // 每引进1人(签订1年以上劳动合同)
	}
	return p.s.String(b.start+1, b.end)
}

// carries reports whether the base of prev holds for r too: both are members of one
// list, or r's clause goes on without a subject of its own.
func (p *passage) carries(prev, r *reading) bool {
	if r.nameRule == "amount/name-previous" && prev.tag == r.tag && r.tag == "count" && r.clause.start-prev.end <= 2 && !endsInTime(prev.basis) {
		return true // 每千人口床位数不低于4张,到2025年不低于5张
	}
	if prev.per != "" && prev.tag != "money" && prev.clause.start != r.clause.start {
		return false // 新增处理能力50万吨/日,形成削减能力3万吨
	}
	if prev.clause.start == r.clause.start && r.op == schema.OpAtMost && prev.op == schema.OpEqual && !strings.ContainsAny(p.s.String(prev.end, r.start), "、和及或") {
		return false // 按每平方米1000元给予最高10万元补贴: the bound is that of the sum
	}
	if r.op == schema.OpAtMost && prev.op == schema.OpEqual && r.tag == "money" && prev.tag == "money" && lexicon.Measures().Has(prev.basis) {
		return false // 每平方米补贴200元,最高不超过2万元: the same
	}
	if prev.clause.start == r.clause.start && !(r.tag == "time" && endsInTime(prev.basis)) {
		return true
	}
	if r.clause.start-prev.end > 2*reach || r.tag == "time" && endsInTime(prev.basis) {
		return false
	}
	for i := prev.end; i < r.clause.start; i++ {
		if m := p.s.Runes[i]; m == ';' || m == ':' {
			return false
		}
	}
	for _, w := range p.timesIn(prev.end, r.start) {
		if w.Value != "" {
			return false
		}
	}
	if r.clause.start >= r.start {
		return true
	}
	n, tag := lexicon.Verbs().Prefix(p.s.Runes[r.clause.start:r.num])
	if strings.HasPrefix(tag, "make") && strings.IndexAny(prev.basis, "百千万") == 0 {
		return false // 每千名老年人配备社工1名,建成基地10个: what is made is not for each thousand
	}
	return n > 0
}

// endsInTime reports whether a base is or ends in a span of time: 人每月.
func endsInTime(basis string) bool {
	n, _ := lexicon.BaseTimes().Suffix([]rune(basis))
	return n > 0
}

// baseBefore reads a base that is a clause of its own before a sum that is given: 招收1名博士 of
// 每招收1名博士,给予5万元补助.
func (p *passage) baseBefore(r *reading) string {
	a := stretch{end: r.clause.start - 1}
	if r.tag != "money" || a.end <= p.begin || p.s.Runes[a.end] != ',' || !p.givesBefore(p.s.Runes[r.clause.start:r.num]) {
		return ""
	}
	for a.start = p.leftEdge(a.end); a.start < a.end && p.s.Runes[a.start] != '每'; a.start++ {
	}
	if n, _ := lexicon.Verbs().Prefix(p.s.Runes[min(a.start+1, a.end):a.end]); n == 0 || a.end-a.start > 45 {
		return ""
	}
	return p.s.String(a.start+1, a.end)
}

// baseBehind reads a base right behind the number: 不少于4次每年.
func (p *passage) baseBehind(r *reading) string {
	if r.end < r.clause.end && p.s.Runes[r.end] == '每' {
		if end := p.baseEnd(r.end+1, r.clause.end); end > r.end+1 {
			return p.s.String(r.end+1, end)
		}
	}
	return ""
}
