package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// findIndicator gives reading k what is measured: the phrase before the number where it
// names a quantity, else the noun behind it, else what stands before.
func (p *passage) findIndicator(k int) {
	r := &p.readings[k]
	left, quantity := p.leftName(k)
	raw := p.behindNumber(k)
	right := p.rightName(k, raw, quantity)
	if head := p.spanName(r, left, right); !head.empty() {
		left, quantity = head, true
	}
	fund, rate := p.fundName(k, raw, left, right, quantity), p.rateBehind(r)
	r.numberFirst = true
	switch {
	case !fund.empty() && (r.tag == "money" || r.tag == "share" || r.tag == "area"):
		r.indicator, r.numberFirst = fund, fund.start >= r.end
	case !rate.empty():
		r.indicator = rate
	case !left.empty() && quantity:
		r.indicator, r.numberFirst = p.plainName(left), false
	case !right.empty():
		r.indicator = right
	default:
		r.numberFirst = false
		r.indicator = p.fallback(k, left)
	}
	switch {
	case r.tag == "count" && p.isOnly(r) && (r.unit == "次" || right.empty()):
		p.nameOnly(r)
	case p.isBan(r):
		r.indicator, r.numberFirst = p.banned(r), false
	case r.indicator.empty():
		p.splitMeasure(r)
	}
	if r.indicator = p.tidy(r.indicator); r.numberFirst && r.indicator.end > r.used {
		r.used = r.indicator.end
	}
}

// leftName is leftPhrase, but of what is given only its name, and what is only counted measures
// no money and no room: 技术人员5万元.
func (p *passage) leftName(k int) (stretch, bool) {
	left, quantity := p.leftPhrase(k)
	for i := left.end - 3; i > left.start && p.endsInFunding(left); i-- {
		if p.behindAnyAt(i, "给予", "予以") {
			left.start = i + 2 // 对新建的景区给予一次性补助
		}
	}
	if tag := p.readings[k].tag; quantity && (tag == "money" || tag == "area") && p.endsInThing(left) {
		quantity = false
	}
	return left, quantity
}

// rightName returns the noun behind reading k. What stands in raw is its own; without any, and
// where no quantity stands before, it may be that of a list, of the clause, or an act.
func (p *passage) rightName(k int, raw stretch, quantity bool) stretch {
	r := &p.readings[k]
	right := p.cutRight(r, raw)
	if quantity || !right.empty() {
		return right
	}
	if right = p.sharedNoun(k); right.empty() && r.rule == "amount/at-most-within" {
		right = p.doneWithin(r)
	}
	if right.empty() {
		right = p.ownedNoun(k)
	}
	return right
}

// fundName returns the money given that a number is of: behind it, behind its list, in the next
// clause, or before it.
func (p *passage) fundName(k int, raw, left, right stretch, quantity bool) stretch {
	r := &p.readings[k]
	if p.s.Has(left.end-4, "形象进度") {
		return stretch{} // 形象进度达到1/3后发放贷款
	}
	fund := p.fundingNoun(raw)
	if fund.empty() && r.tag == "share" {
		fund = p.lentFor(raw)
	}
	if fund.empty() && (r.tag == "share" || r.tag == "money") {
		fund = p.nextFunding(k, raw)
	}
	if fund.empty() && !quantity {
		fund = p.sharedFunding(k)
	}
	if !fund.empty() || quantity || !right.empty() {
		return fund
	}
	if fund = p.headed(k); fund.empty() {
		fund = p.capped(k, left)
	}
	return fund
}

// nameOnly names what is had but once: 奖励 of 只奖励一次 and of 只享受一次奖励.
func (p *passage) nameOnly(r *reading) {
	if fund := p.fundingNoun(stretch{r.end, r.clause.end}); !fund.empty() {
		r.indicator, r.numberFirst = fund, true
		return
	}
	if n, _ := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.num]); n > 0 {
		r.indicator, r.numberFirst = stretch{r.num - n, r.num}, false
	}
}

// splitMeasure takes what stands behind the measure of a base as what is counted:
// 每平方公里|公共泊位不少于90个.
func (p *passage) splitMeasure(r *reading) {
	if r.base.empty() || p.s.Runes[r.base.start] != '每' {
		return
	}
	text := p.s.Runes[r.base.start+1 : r.base.end]
	n, tag := lexicon.Units().Prefix(text)
	if n == 0 || len(text)-n < 2 || tag != "area" && text[n-1] != '里' {
		return
	}
	r.indicator = stretch{r.base.start + 1 + n, r.base.end}
	r.basis = string(text[:n])
}

// fallback names a number that has neither a quantity before nor a noun behind it.
func (p *passage) fallback(k int, left stretch) stretch {
	r := &p.readings[k]
	inner := p.inner(r)
	switch {
	case r.tag == "money" && left.empty() && inner.empty():
		if a := p.purpose(k); !a.empty() {
			return a
		}
	case !left.empty() && (inner.empty() || !p.endsInFunding(inner)):
		return left
	case !inner.empty():
		if f := p.fundingNoun(inner); !f.empty() {
			return f
		}
		if a := p.earlier(r); r.tag == "share" && p.s.Has(r.num-1, "的") && !a.empty() && p.endsInQuantity(a) {
			return a // 再担保业务收费,原则上不高于承担责任的0.5%
		}
		return inner
	}
	prev := p.before(k)
	if prev == nil || prev.clause.end < r.clause.start-1 { // 单人申请,最高5万元;双人申请,最高9万元
		if a := p.earlier(r); !a.empty() || prev == nil {
			return a
		}
	}
	if prev.indicator.start < r.end && prev.indicator.end > r.start { // 6个月内,每户只能购买一个
		return left
	}
	return prev.indicator
}

// comparators begin the text of a number; what stands behind them is a verb or a noun.
var comparators = []string{"不得", "不应", "不能", "不可", "不宜", "不准", "不要", "不", "超过", "超出", "高于", "大于", "多于", "低于", "少于", "小于", "短于", "长于",
	"突破", "至少", "最少", "最低", "最高", "最多", "至多", "最长", "最大", "最晚", "最迟", "控制在", "限制在", "上限", "可达", "可", "为", "达到", "达", "按", "约", "近", "超", "给予", "予以", "每"}

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
	for found := r.front; found; {
		found = false
		for _, w := range comparators {
			if p.s.Has(a.start, w) && a.start+len([]rune(w)) <= a.end {
				a.start += len([]rune(w))
				found = true
				break
			}
		}
	}
	for found := r.front; found; {
		found = false
		for _, w := range comparators {
			if n := len([]rune(w)); (n > 1 || w == "不") && a.end-n > a.start && p.s.Has(a.end-n, w) {
				a.end -= n
				found = true
			}
		}
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
	if !p.endsInFunding(a) && p.behindAnyAt(a.start, "对", "按", "参照", "依据", "经", "凡", "为", "如", "自", "在") {
		return stretch{}
	}
	return p.noun(a)
}
