package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// isFirstOfSubject: 收入达到5000万元、1亿元以上的支付首期奖励: the first of a list of bounds
// says who is meant as the last does.
func (p *passage) isFirstOfSubject(k int) bool {
	for n := 0; n < 6 && k+1 < len(p.readings); n++ {
		if p.readings[k+1].tag != p.readings[k].tag || p.s.String(p.readings[k].end, p.readings[k+1].start) != "、" {
			return false
		}
		if k++; p.isSubject(&p.readings[k]) {
			return true
		}
	}
	return false
}

// isChained: 年演出超过100场,票房超过100万元的剧场,给予奖励: a bound whose next clause goes on
// to say who is meant.
func (p *passage) isChained(k int) bool {
	r := &p.readings[k]
	if !isFloor(r) || k+1 >= len(p.readings) || p.readings[k+1].clause.start != r.clause.end+1 || !isFloor(&p.readings[k+1]) || !p.s.Has(r.clause.end, ",") {
		return false
	}
	if p.isOrder(stretch{r.clause.start, r.start}) || p.begins(r.clause.end+1, lexicon.Anew()) {
		return false
	}
	return p.isWho(k+1) || p.s.Has(p.readings[k+1].clause.end-1, "的,")
}

// isProved: 业务额占50%以上的凭证复印件: what a paper that is handed in has to show.
func (p *passage) isProved(r *reading) bool {
	return isFloor(r) && p.s.Has(r.end, "的") && p.endsAny(r.clause.end, "复印件", "原件", "证明", "证明材料")
}

// isQualifying: 应当具备下列条件:从业人员不少于20人;…: a bound in a list of conditions.
func (p *passage) isQualifying(r *reading) bool {
	for i := r.start - 3; i >= max(p.begin, r.start-400); i-- {
		switch p.s.Runes[i] {
		case '。':
			return false
		case '条', '情':
			if p.beginsAny(i, "条件:", "条件之一:", "条件之一的:", "情形之一的:") {
				return p.ends(i, lexicon.Below()) || p.ends(i, lexicon.Qualifying())
			}
		}
	}
	return false
}

// isFloor reports whether a number is a bound that something has to come up to.
func isFloor(r *reading) bool { return r.op == schema.OpAtLeast || r.op == schema.OpMore }

// isMet: 招用员工10人以上,将其认定为基地; 进度超过三分之一,即可办理: the next clause says
// what follows once the bound is met.
func (p *passage) isMet(r *reading) bool {
	if !isFloor(r) || r.tag == "time" || !p.s.Has(r.clause.end, ",") || isNorm(p.s.Runes[r.clause.start:r.num]) || p.givesBefore(p.s.Runes[r.clause.start:r.num]) {
		return false
	}
	if p.begins(r.clause.end+1, lexicon.Outcomes()) {
		return true
	}
	next := stretch{r.clause.end + 1, p.rightEdge(r.clause.end + 1)}
	return p.s.Has(next.start, "其") && strings.Contains(p.s.String(next.start, next.end), "即可")
}

// isRuled: 三层以上建筑必须设置电梯: a rule for those that the bound names.
func (p *passage) isRuled(r *reading) bool {
	if !isFloor(r) || !r.tail || r.front || r.tag == "share" || r.tag == "time" || r.end >= r.clause.end || strings.ContainsRune("、,(“的", p.s.Runes[r.end]) {
		return false
	}
	if n, _ := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.start]); n > 0 {
		return false
	}
	for i := r.end + 2; i < min(r.clause.end-1, r.end+10); i++ {
		if p.beginsAny(i, "必须", "应当", "一律", "不得") {
			return true
		}
	}
	return false
}

// isGloss: 对少裁员(裁员率低于5.5%)的企业: a bound in brackets within words that say who is
// meant, or alone in brackets that the sentence goes on behind.
func (p *passage) isGloss(k int) bool {
	r := &p.readings[k]
	open := p.opening(r.start)
	if open < 0 {
		return false
	}
	shut := p.closeBracket(open)
	of := k - 1
	for of >= 0 && p.readings[of].end > open {
		of--
	}
	if of >= 0 && p.readings[of].end == open && p.readings[of].tag == "share" {
		switch why := p.readings[of].refused; {
		case r.tag == "share" && why == "amount/not-condition":
			return true // 达到25%(超过100人的达到15%)的
		case r.tag == "money" && why == "" && shut < p.end && p.endsInFunding(stretch{shut + 1, p.rightEdge(shut + 1)}):
			return false // 投资额30%(不高于500万元)的补助
		}
	}
	if r.op == schema.OpEqual || r.op == schema.OpRange || shut == open || shut+1 >= p.end {
		return false
	}
	outer := stretch{p.leftEdge(open), p.rightEdge(shut + 1)}
	if p.givesBefore(p.s.Runes[outer.start:open]) || p.givesBefore(p.s.Runes[open:r.start]) {
		return false
	}
	if p.beginsAny(shut+1, "的,", "时,", "等") || p.endsAny(open, "时") && p.beginsAny(shut+1, ",") || p.s.Has(shut+1, "的") && p.begins(shut+2, lexicon.Who()) {
		return true
	}
	if p.s.Has(shut+1, "的") && p.isBareBound(stretch{open + 1, shut}) && !p.begins(shut+2, lexicon.Valued()) {
		return true // 限额以上(投资额100万元以上且面积300平方米以上)的工程
	}
	if p.picks(outer.start) || p.begins(outer.start, lexicon.Ifs()) {
		return p.s.Has(shut+1, "的")
	}
	alone := open+1 == r.start && shut == r.end && r.tail && r.tag == "count"
	n, _ := lexicon.Verbs().Prefix(p.s.Runes[shut+1 : outer.end])
	return alone && n > 0
}

// isBareBound reports whether a bracket says nothing but bounds: one clause that orders
// nothing.
func (p *passage) isBareBound(a stretch) bool {
	return !p.isOrder(a) && !strings.ContainsAny(p.s.String(a.start, a.end), ",;:。")
}

// opening returns the place of the open bracket that rune i stands in, or -1.
func (p *passage) opening(i int) int {
	for j := i - 1; j >= max(p.begin, i-60); j-- {
		switch p.s.Runes[j] {
		case '(':
			return j
		case ')', '。':
			return -1
		}
	}
	return -1
}

// isUsed: 发挥5亿元基金作用, 依托3万吨粮库: the number says how large that is which is used.
func (p *passage) isUsed(k int) bool {
	r := &p.readings[k]
	return r.op == schema.OpEqual && r.end < r.clause.end && p.ends(r.start, lexicon.Using()) && !strings.ContainsRune("、,的", p.s.Runes[r.end])
}

// isDefined: 重点项目是指投资额200万元以上的项目; 微企(指职工10人以内的企业): the bound says what a word means.
func (p *passage) isDefined(r *reading) bool {
	if r.op == schema.OpEqual {
		return false
	}
	for i := r.start - 2; i >= max(p.begin, r.sentence, r.start-100); i-- {
		switch p.s.Runes[i] {
		case '是', '指', '的':
			if p.beginsAny(i, "是指", "指的是", "的,即:") || p.s.Runes[i] == '指' && !strings.ContainsRune("标导挥定数南引派令向", p.s.Runes[i+1]) && p.beginsAny(i-1, "(", ",") && p.opening(i) >= 0 && p.opening(i) == p.opening(r.start) {
				return true
			}
		}
	}
	return false
}

// isSized: 推进化工区10万吨甲醇项目投产: the measure stands inside a name. Behind a verb
// of work it is what is built.
func (p *passage) isSized(k int) bool {
	r := &p.readings[k]
	measure := strings.HasSuffix(r.unit, "吨") || strings.HasSuffix(r.unit, "瓦") || strings.HasSuffix(r.unit, "W") || strings.HasSuffix(r.unit, "万") && p.s.Has(r.end, "卡")
	if r.op != schema.OpEqual || !measure || r.start == r.clause.start || r.end >= r.clause.end || p.isMade(r) {
		return false
	}
	if n, _ := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.start]); n > 0 {
		return false
	}
	seg, reached := p.trimLinks(stretch{r.clause.start, r.start})
	if reached || seg.end < r.start || p.endsInQuantity(seg) {
		return false
	}
	for i := r.end; i < min(r.end+9, r.clause.end); i++ {
		if strings.ContainsRune("、的和(", p.s.Runes[i]) {
			return false
		}
		if p.begins(i, lexicon.Plants()) {
			return true
		}
	}
	return false
}
