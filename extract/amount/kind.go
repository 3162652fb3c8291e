package amount

import (
	"fmt"
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// about is a number with what its type depends on.
type about struct {
	*reading
	k      int
	name   []rune // what is measured
	sort   string // of the quantity that the name ends in: limit, fund, size, outcome
	ends   bool   // the name ends in a quantity
	before []rune // what stands before the number in its clause
	prev   *reading
}

// clauseBefore returns the clause before that of a number in the same sentence, its last 20
// characters of a longer one.
func (p *passage) clauseBefore(r *reading) []rune {
	i := r.clause.start - 1
	if i <= 0 || p.s.Runes[i] != ',' {
		return nil
	}
	from := i
	for from > 0 && i-from < 20 && !strings.ContainsRune(",;。", p.s.Runes[from-1]) {
		from--
	}
	return p.s.Runes[from:i]
}

// about gathers what the type of reading k depends on.
func (p *passage) about(k int) about {
	r := &p.readings[k]
	a := about{reading: r, k: k, prev: p.before(k), name: p.s.Runes[r.indicator.start:r.indicator.end], before: p.s.Runes[max(r.clause.start, r.start-40):r.num]}
	n, sort := lexicon.Quantities().Suffix(a.name)
	if a.ends, a.sort = n > 0, sort; sort == "" && r.tag == "money" && strings.HasSuffix(string(a.name), "标准") {
		if cut := a.name[:len(a.name)-2]; !p.endsInFunding(stretch{r.indicator.start, r.indicator.end - 2}) {
			_, a.sort = lexicon.Quantities().Suffix(cut) // 服务费标准 is one of 服务费
		}
	}
	return a
}

// typeOf returns the first row that holds of reading k and, with trace, the rows behind it that hold too.
func (p *passage) typeOf(k int, trace bool) (typeRow, []match.Loser) {
	a := p.about(k)
	first := slices.IndexFunc(types, func(t typeRow) bool { return t.test(p, a) })
	var lost []match.Loser
	for _, t := range types[first+1 : max(first+1, len(types)-1)] { // the last row holds for all
		if trace && t.is != types[first].is && t.test(p, a) {
			lost = append(lost, match.Loser{Rule: t.id, Start: a.start, End: a.end, Why: fmt.Sprintf("an earlier row says what it is for (%s)", types[first].id)})
		}
	}
	return types[first], lost
}

// isMoney reports whether the number is money or may be a share of it.
func (a about) isMoney() bool {
	return a.tag == "money" || a.tag == "share" || a.unit == "万" || a.unit == "亿"
}

// isSum reports whether the number may be a sum that is given, as far as its quantity goes.
func (a about) isSum() bool {
	return a.isMoney() && a.tag != "share" && a.sort != "limit" && !earns(a.name)
}

func (a about) isUpper() bool { return a.op == schema.OpAtMost || a.op == schema.OpLess }

// isRate reports whether an upper bound may be one that something is brought down to.
func (a about) isRate() bool {
	return a.isUpper() && (a.tag == "share" || strings.HasPrefix(a.unit, "微克") || strings.HasPrefix(a.unit, "毫克"))
}

// keeps reports whether the number is a lower bound without a day to reach it by.
func (a about) keeps() bool { return isFloor(a.reading) && !a.whenBy }

// isCharge reports whether the number is one that a subject has to pay: a deposit, a
// tax, a share of a price.
func (p *passage) isCharge(a about) bool {
	if a.tag != "money" && a.tag != "share" && a.tag != "time" {
		return false
	}
	name := string(a.name)
	if says(a.name, lexicon.Charges()) && !strings.Contains(name, "补贴") && !strings.HasSuffix(name, "贷款") {
		return true
	}
	before := p.s.Runes[max(a.clause.start, a.start-24):a.start]
	return says(before, lexicon.Paying()) && !strings.Contains(string(before), "补贴") && !strings.Contains(string(before), "减免") && !(a.tag == "share" && strings.HasSuffix(name, "率"))
}

// earns reports whether a phrase names money that is earned, traded or charged.
func earns(name []rune) bool {
	return says(name, lexicon.Earned()) && !says(name, lexicon.Granted())
}

// isFundShare reports whether a phrase names a share of money that is given: 公益金用于
// 养老服务的比例, 劳务报酬占比.
func (p *passage) isFundShare(phrase []rune) bool {
	name := string(phrase)
	if strings.Contains(name, "担保") {
		return false // 小微企业担保金额占全部担保金额的比例: what is guaranteed is not given
	}
	used := strings.Contains(name, "用于") || strings.Contains(name, "投向")
	if strings.HasPrefix(name, "用于") || used && says(phrase, lexicon.Funds()) {
		return true
	}
	return p.mentionsFund(name, false) && !earns(phrase) && !strings.Contains(name, "强度") && !strings.HasSuffix(name, "率")
}

// isNorm reports whether the words before a number say that it has to be kept.
func isNorm(before []rune) bool {
	if says(before, lexicon.Obliging()) {
		return true
	}
	for i, r := range before {
		if r == '应' && i+1 < len(before) && strings.ContainsRune("不至达配设按有于在为保", before[i+1]) && (i == 0 || !strings.ContainsRune("供适对相响感效", before[i-1])) {
			return true
		}
	}
	return len(before) > 0 && before[len(before)-1] == '应'
}

// isPopulation reports whether a base is a head count that facilities are planned by.
func isPopulation(basis string) bool {
	n, _ := lexicon.Heads().Prefix([]rune(basis))
	return n > 0
}

// isGain reports whether the number is added to what there is: 新增节目时长.
func (p *passage) isGain(r *reading) bool {
	return strings.Contains(p.s.String(max(r.clause.start, r.start-40), r.start), "新增") || p.isMade(r)
}

// isChange reports whether the number is a step to be taken: 下降30个基点, 压缩50%以上.
func (p *passage) isChange(r *reading) bool {
	if r.tag != "share" {
		return false
	}
	n, tag := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.start])
	return n > 0 && tag == "change"
}

func isTraining(unit string) bool {
	return strings.HasSuffix(unit, "学时") || strings.HasSuffix(unit, "课时")
}

// isDimension reports whether a size is one of a thing (平方米, 米), not of a region.
func isDimension(r *reading) bool {
	_, ok := lexicon.Dimensions().Lookup([]rune(r.unit))
	return ok
}

// isEach reports whether the base is a subject that 每 or 各 names: 每处, not 每年 or 人均.
func (p *passage) isEach(r *reading) bool {
	return !r.base.empty() && strings.ContainsRune("每各", p.s.Runes[r.base.start]) && !endsInTime(r.basis)
}

// isOrdered reports whether a clause before in the sentence says that it has to be so:
// 新建小区应当配套建设充电设施,充电车位占比不低于10%.
func (p *passage) isOrdered(r *reading) bool {
	for i := r.clause.start - 2; i >= max(p.begin, r.sentence, r.clause.start-40); i-- {
		if p.beginsAny(i, "应当", "必须") {
			return true
		}
	}
	return false
}

// isMade reports whether a verb of making governs the number: then it is reached.
func (p *passage) isMade(r *reading) bool {
	at := r.start
	if !r.numberFirst && r.indicator.start >= r.clause.start && r.indicator.end <= r.start {
		at = r.indicator.start
	}
	if n, tag := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:at]); n >= 2 && isMaking(tag) {
		return true
	}
	for i := r.start; i < r.num; i++ {
		if n, tag := lexicon.Verbs().Prefix(p.s.Runes[i:r.num]); n >= 2 && isMaking(tag) {
			return true
		}
	}
	return false
}

func isMaking(tag string) bool {
	return strings.HasPrefix(tag, "make") || strings.HasPrefix(tag, "act")
}

// mentionsFund reports whether a text holds a word for money given; with verbs, also a
// verb of giving.
func (p *passage) mentionsFund(text string, verbs bool) bool {
	runes := []rune(text)
	for i := range runes {
		if n, tag := lexicon.Funding().Prefix(runes[i:]); n > 0 && (tag == "noun" || verbs) {
			return true
		}
	}
	return false
}
