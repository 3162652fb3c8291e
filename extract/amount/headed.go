package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// headed returns what a list is of, from the words before the colon that leads it in: 补助 of
// 发给补助:甲类25万元;乙类20万元, 住房面积 of 住房面积的标准:甲类90平方米.
func (p *passage) headed(k int) stretch {
	r := &p.readings[k]
	if r.tag != "money" && r.tag != "area" || r.front || r.tail {
		return stretch{}
	}
	for i := r.start - 1; i >= max(p.begin, r.start-250) && p.s.Runes[i] != '。'; i-- {
		if p.s.Runes[i] == ':' {
			return p.headName(r, stretch{p.leftEdge(i), i})
		}
	}
	return stretch{}
}

// headName returns what the clause before a colon names, if that is measured like r.
func (p *passage) headName(r *reading, a stretch) stretch {
	a = p.without(a, lexicon.HeadEnds())
	if r.tag == "money" {
		fund := p.fundingNoun(a)
		if fund.empty() && strings.Contains(p.s.String(a.start, a.end), "下标准") && p.s.Has(a.start-1, ",") { // 给予安家补助,补助金额按以下标准掌握:
			fund = p.fundingNoun(stretch{p.leftEdge(a.start - 1), a.start - 1})
		}
		return fund
	}
	if _, tag := lexicon.Quantities().Suffix(p.s.Runes[a.start:a.end]); tag == "size" {
		return p.quantityPhrase(a)
	}
	return stretch{}
}

// endsInThing reports whether a phrase ends in what is counted: 人员, 床位.
func (p *passage) endsInThing(a stretch) bool {
	_, tag := lexicon.Quantities().Suffix(p.s.Runes[a.start:a.end])
	return tag == "thing"
}

// rateBehind returns the rate that a share is, where it stands right behind it: 税率 of
// 减按15%的税率.
func (p *passage) rateBehind(r *reading) stretch {
	at := r.end
	if p.s.Has(at, "的") {
		at++
	}
	if n, tag := p.wordAt(at, lexicon.Levies()); r.tag == "share" && tag == "rate" {
		return stretch{at, at + n}
	}
	return stretch{}
}

// isLevied reports whether what begins at rune i says that the share before it is levied or paid: 的税率, 征收.
func (p *passage) isLevied(i int) bool {
	if p.s.Has(i, "的") {
		_, tag := p.wordAt(i+1, lexicon.Levies())
		return tag != ""
	}
	n, tag := p.wordAt(i, lexicon.Levies())
	return n > 0 && tag != "of"
}

// ownedNoun returns what a size is of where another number stands between: 住房 of 可申请一套最高
// 120平方米50%租金补贴的住房.
func (p *passage) ownedNoun(k int) stretch {
	r := &p.readings[k]
	if r.tag != "area" && r.unit != "套" || k+1 >= len(p.readings) || p.readings[k+1].start != r.end {
		return stretch{}
	}
	for i := r.clause.end - 2; i > p.readings[k+1].end; i-- {
		if p.s.Runes[i] == '的' {
			return p.trim(stretch{i + 1, r.clause.end})
		}
	}
	return stretch{}
}

// lentFor returns the money before 的 of what a share pays: 租金补贴 of 50%租金补贴的人才住房.
func (p *passage) lentFor(a stretch) stretch {
	for i := a.start + 2; i < a.end; i++ {
		if p.s.Runes[i] == '的' {
			return p.fundingNoun(stretch{a.start, i})
		}
	}
	return stretch{}
}

// capped returns the sum that a bound behind it holds for: 奖励 of 按投资额的10%给予奖励,单个企业
// 最高50万元.
func (p *passage) capped(k int, left stretch) stretch {
	r, prev := &p.readings[k], p.before(k)
	if prev == nil || prev.clause.end >= r.start || r.tag != "money" || r.op == "=" || left.empty() || !p.begins(left.start, lexicon.Singles()) || p.endsInFunding(left) || p.endsInQuantity(left) {
		return stretch{}
	}
	if !p.endsInFunding(prev.indicator) {
		return stretch{}
	}
	return prev.indicator
}

// plain is a phrase that names a quantity without the long words before its 的 that say whose
// it is: 最高贷款额度 of 单职工缴存公积金的家庭最高贷款额度. A bare 比例 or 数量 keeps them.
func (p *passage) plainName(a stretch) stretch {
	for i := a.end - 5; i > a.start+3; i-- {
		if p.s.Runes[i] != '的' || p.inQuotes(i) || p.opening(i) >= a.start {
			continue
		}
		if !p.saysDone(stretch{a.start, i}) {
			return a
		}
		return p.trim(stretch{i + 1, a.end})
	}
	return a
}

// saysDone reports whether a phrase says what somebody does or has to be: a relative clause.
func (p *passage) saysDone(a stretch) bool {
	for i := a.start; i < a.end-1; i++ {
		if p.begins(i, lexicon.Dealt()) {
			return true
		}
	}
	return false
}
