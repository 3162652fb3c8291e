package amount

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
)

// names say which words of its clause, or of those beside it, name what a number measures. They are tried in order; where
// one holds, its words belong to no other number.
var names = []row[stretch]{
	{"amount/name-once-given", "只 or 仅 before, what is given behind", "多个项目只享受一次奖励。", func(p *passage, a *around) stretch {
		if !p.isOnce(a) {
			return stretch{}
		}
		return p.fundingNoun(stretch{a.end, a.clause.end})
	}},
	{"amount/name-once-done", "只 or 仅 before, and a verb that says what is done but once", "同一项目只奖励一次。", func(p *passage, a *around) stretch {
		n, _ := lexicon.Verbs().Suffix(p.s.Runes[a.clause.start:a.num])
		if n == 0 || !p.isOnce(a) {
			return stretch{}
		}
		return stretch{a.num - n, a.num}
	}},
	{"amount/name-ban", "from when a span runs that has to pass: 自…起满3年方可", "自取得房屋产权证书之日起满3年方可上市。", func(p *passage, a *around) stretch {
		if !p.isBan(a.reading) {
			return stretch{}
		}
		return p.banned(a.reading)
	}},
	{"amount/name-stage", "形象进度 before: what is given behind is given then", "形象进度达到1/3后发放贷款。", func(p *passage, a *around) stretch {
		if !p.s.Has(a.left.end-4, "形象进度") {
			return stretch{}
		}
		return p.plainName(a.left)
	}},
	{"amount/name-given", "money that is given, behind the number", "每张床位每月450元运营补贴。", func(p *passage, a *around) stretch {
		if !a.isGiven() {
			return stretch{}
		}
		return p.fundingNoun(a.raw)
	}},
	{"amount/name-pays", "money before 的 that a share pays", "提供享受50%租金补贴的人才住房。", func(p *passage, a *around) stretch {
		if a.tag != "share" {
			return stretch{}
		}
		return p.lentFor(a.raw)
	}},
	{"amount/name-given-next", "money that the next clause gives: how much of something it is", "按投入的20%,给予最高30万元补助。", func(p *passage, a *around) stretch {
		if a.tag != "share" && a.tag != "money" {
			return stretch{}
		}
		return p.nextFunding(a.k, a.raw)
	}},
	{"amount/name-given-list", "money that is given, behind a list of sums", "一类站3万元、二类站2万元建设补助。", func(p *passage, a *around) stretch {
		if a.quantity {
			return stretch{}
		}
		return p.sharedFunding(a.k)
	}},
	{"amount/name-rate", "a rate right behind the share that it has", "减按15%的税率征收企业所得税。", func(p *passage, a *around) stretch { return p.rateBehind(a.reading) }},
	{"amount/name-span", "the standard before a number of months, the money before 可在…内", "保费可在投保后1年内缴清。", func(p *passage, a *around) stretch {
		return p.plainName(p.spanName(a.reading, a.left, p.nounBehind(a)))
	}},
	{"amount/name-quantity", "a quantity before the number, or what 达到 and its like join to it", "护理型床位占比不低于55%。", func(p *passage, a *around) stretch {
		if !a.quantity {
			return stretch{}
		}
		return p.plainName(a.left)
	}},
	{"amount/name-noun", "the noun behind the number", "建成3个示范点。", func(_ *passage, a *around) stretch { return a.noun }},
	{"amount/name-noun-list", "the noun behind a list of values", "给予最高2倍、1.5倍年薪。", func(p *passage, a *around) stretch {
		if a.quantity {
			return stretch{}
		}
		return p.sharedNoun(a.k)
	}},
	{"amount/name-done", "what is done within a span of time", "在受理之日起3个工作日内,提出审核意见。", func(p *passage, a *around) stretch {
		if a.quantity || a.rule != "amount/at-most-within" {
			return stretch{}
		}
		return p.doneWithin(a.reading)
	}},
	{"amount/name-sized", "the thing behind another number that a size is of", "可申请一套最高120平方米50%租金补贴的住房。", func(p *passage, a *around) stretch {
		if a.quantity {
			return stretch{}
		}
		return p.ownedNoun(a.k)
	}},
	{"amount/name-headed", "what the colon before a list leads in", "发给补助:甲类25万元;乙类20万元。", func(p *passage, a *around) stretch {
		if a.quantity {
			return stretch{}
		}
		return p.headed(a.k)
	}},
	{"amount/name-capped", "the sum given before, whose bound the number is", "按投资额的10%给予奖励,单个企业最高50万元。", func(p *passage, a *around) stretch {
		if a.quantity {
			return stretch{}
		}
		return p.capped(a.k, a.left)
	}},
}

// spareNames are tried in order where none of names holds. Their words may name the next number as well.
var spareNames = []row[stretch]{
	{"amount/name-purpose", "what money is for: 用于, 支持, a verb of work behind", "安排500万元用于河湖治理。", func(p *passage, a *around) stretch {
		if a.tag != "money" || !a.left.empty() || !a.inner.empty() {
			return stretch{}
		}
		return p.purpose(a.k)
	}},
	{"amount/name-cases", "a quantity before a comma, whose cases follow", "停车场充电桩配建比例,城区不低于10%、县城5%。", func(p *passage, a *around) stretch { return p.ofCases(a) }},
	{"amount/name-before", "what stands before the number and is no quantity", "新建养老机构5家。", func(p *passage, a *around) stretch {
		if !a.inner.empty() && p.endsInFunding(a.inner) {
			return stretch{}
		}
		return a.left
	}},
	{"amount/name-label", "the norm before a colon, where a span of time is all that follows", "办理时限:3个工作日。", func(p *passage, a *around) stretch {
		if a.tag != "time" || a.start != a.clause.start {
			return stretch{}
		}
		return p.labelOf(a.reading)
	}},
	{"amount/name-inner-given", "money that is given, between a comparator and the number", "最高奖励80万元。", func(p *passage, a *around) stretch { return p.fundingNoun(a.inner) }},
	{"amount/name-inner-whole", "the quantity of the clause before, where a share is one of what stands within", "再担保业务收费,原则上不高于承担责任的0.5%。", func(p *passage, a *around) stretch {
		if a.inner.empty() || a.tag != "share" || !p.s.Has(a.num-1, "的") {
			return stretch{}
		}
		if q := p.earlier(a.reading); !q.empty() && p.endsInQuantity(q) {
			return q
		}
		return stretch{}
	}},
	{"amount/name-inner", "the words between a comparator and the number", "至少建成综合服务中心1个。", func(p *passage, a *around) stretch {
		if p.isBareVerb(p.s.Runes[a.inner.start:a.inner.end]) {
			return stretch{} // 每个社区至少设置1处
		}
		return a.inner
	}},
	{"amount/name-earlier", "the last noun of the clause before", "村级服务中心,实现全覆盖。", func(p *passage, a *around) stretch {
		if a.prev != nil && a.prev.clause.end >= a.clause.start-1 {
			return stretch{}
		}
		return p.earlier(a.reading)
	}},
	{"amount/name-previous", "the name of the number before", "单人申请贷款的额度最高5万元,最低2万元。", func(_ *passage, a *around) stretch {
		if a.prev == nil || a.prev.indicator.start < a.end && a.prev.indicator.end > a.start { // 6个月内,每户只能购买一个
			return stretch{}
		}
		return a.prev.indicator
	}},
	{"amount/name-measured", "what stands behind the measure of 每", "每平方公里公共泊位不少于90个。", func(p *passage, a *around) stretch {
		_, noun := p.measured(a.base)
		return noun
	}},
}

// findName gives a reading what is measured.
func (p *passage) findName(a *around) {
	r := a.reading
	name, lost := first(names, p, a, stretch.empty)
	if r.numberFirst = name.value.start >= r.end; name.rule == "" {
		name, lost = first(spareNames, p, a, stretch.empty)
		r.numberFirst = false
	}
	r.indicator, r.nameRule = p.tidy(name.value), name.rule
	if r.numberFirst {
		r.used = max(r.used, r.indicator.end)
	}
	for _, l := range lost {
		if v := p.tidy(l.value); v != r.indicator && !v.empty() {
			r.lost = append(r.lost, match.Loser{Rule: l.rule, Start: r.start, End: r.end, Why: fmt.Sprintf("of %s: an earlier row says what is measured (%s)", p.s.String(v.start, v.end), name.rule)})
		}
	}
}

// respective gives each of the values from reading k on the name of its own that 分别 deals out: 接通率、办结率分别达到95%、98%.
func (p *passage) respective(k int) {
	r := &p.readings[k]
	if r.refused != "" || r.indicator.end > r.start || !p.s.Has(r.indicator.end, "分别") {
		return
	}
	names := p.members(r.indicator)
	values := []int{k}
	for len(values) < len(names) {
		last := &p.readings[k]
		if k = p.after(k); k < 0 || p.readings[k].indicator != r.indicator || !p.follows(last, &p.readings[k]) {
			return
		}
		values = append(values, k)
	}
	if len(names) < 2 || len(names) != len(values) {
		return
	}
	for n, k := range values {
		v := &p.readings[k]
		v.indicator = names[n]
		if v.basis == "" || v.perRule == "amount/per-mean" || v.perRule == "amount/per-carried" {
			v.base, v.basis, v.perRule = p.lastBase(names[n].start, names[n].end), "", ""
			if !v.base.empty() && p.s.Has(v.base.start+1, "均") {
				v.basis, v.perRule = p.s.String(v.base.start, v.base.start+1), "amount/per-mean"
			}
		}
		row, _ := p.typeOf(k, false)
		v.kind, v.typeRule = row.is, row.id
	}
}

// members are the names of quantities that a phrase lists, nil where one of them is none: 小麦、玉米机收率.
func (p *passage) members(a stretch) []stretch {
	var out []stretch
	start := a.start
	for i := a.start; i <= a.end; i++ {
		if i < a.end && (!strings.ContainsRune("、和及与", p.s.Runes[i]) || p.inQuotes(i) || p.opening(i) >= a.start) {
			continue
		}
		if m := (stretch{start, i}); p.endsInQuantity(m) {
			out = append(out, p.trim(m))
			start = i + 1
		} else if i == a.end || p.s.Runes[i] == '、' {
			return nil
		}
	}
	return out
}

// ofCases returns the quantity that a clause says nothing but the name of, where the next one begins with a case of it, or
// goes on with cases.
func (p *passage) ofCases(a *around) stretch {
	if a.tag != "share" || a.left.empty() || !p.s.Has(a.clause.start-1, ",") {
		return stretch{}
	}
	if a.prev != nil && a.prev.nameRule == "amount/name-cases" && a.clause.start <= a.prev.clause.end+1 {
		return a.prev.indicator
	}
	name := stretch{p.leftEdge(a.clause.start - 1), a.clause.start - 1}
	if name.end-name.start < 3 || a.prev != nil && a.prev.end > name.start || !p.endsInQuantity(name) || len(p.timesIn(name.start, name.end)) > 0 {
		return stretch{}
	}
	name.start += lead(p.s.Runes[name.start:name.end])
	verb, _ := lexicon.Verbs().Prefix(p.s.Runes[name.start:name.end])
	if act, _ := lexicon.Acts().Prefix(p.s.Runes[name.start:name.end]); verb+act > 0 {
		return stretch{}
	}
	return p.trim(name)
}

// leftName is leftPhrase, but of what is given only its name, and what is only counted measures
// no money and no room: 技术人员5万元.
func (p *passage) leftName(k int) (stretch, bool) {
	left, quantity := p.leftPhrase(k)
	if p.picks(p.readings[k].clause.start) && p.endsInFunding(left) {
		if who := p.rewarded(left); !who.empty() {
			left.start = who.end // 对增长20%以上的企业奖励5万元
		}
	}
	for i := left.end - 3; i >= left.start && p.endsInFunding(left); i-- {
		if p.beginsAny(i, "给予", "予以", "分别") {
			left.start = i + 2 // 对新建的景区给予一次性补助
		}
	}
	if tag := p.readings[k].tag; quantity && (tag == "money" || tag == "area") && p.endsInThing(left) {
		quantity = false
	}
	return left, quantity
}

// nounBehind returns the noun behind a number, its own or that of its list.
func (p *passage) nounBehind(a *around) stretch {
	if a.quantity || !a.noun.empty() {
		return a.noun
	}
	return p.sharedNoun(a.k)
}

// inner returns the words between a comparator and its number: 奖励 in 最高奖励80万元.
func (p *passage) inner(r *reading) stretch {
	if strings.HasSuffix(r.rule, "-noun") { // 50家企业及以上
		a := stretch{r.stop, r.end}
		for a.end > a.start && strings.ContainsRune("及以上下内", p.s.Runes[a.end-1]) {
			a.end--
		}
		return a
	}
	a := stretch{r.start, r.num}
	if !r.front {
		return p.trim(a)
	}
	for n := 1; n > 0; a.start += n {
		if p.s.Has(a.start, "每") {
			return stretch{} // 最高每人10万元
		}
		n, _ = lexicon.Comparators().Prefix(p.s.Runes[a.start:a.end])
	}
	for !a.empty() {
		n, _ := lexicon.Comparators().Suffix(p.s.Runes[a.start+1 : a.end])
		if n == 0 || n == 1 && p.s.Runes[a.end-1] != '不' {
			break
		}
		a.end -= n
	}
	return p.trim(a)
}

// earlier returns the last noun of the clause before, for 实现全覆盖 on its own.
func (p *passage) earlier(r *reading) stretch {
	i := r.clause.start - 1
	if i <= p.begin || p.s.Runes[i] != ',' && p.s.Runes[i] != '(' {
		return stretch{}
	}
	a := stretch{p.leftEdge(i), i}
	if !p.endsInFunding(a) && p.begins(a.start, lexicon.Manners()) {
		return stretch{}
	}
	if times := p.timesIn(a.start, a.end); len(times) > 0 && times[0].Start <= a.start && times[len(times)-1].End >= a.end {
		return stretch{} // 截至11月底,完成100%
	}
	return p.noun(a)
}
