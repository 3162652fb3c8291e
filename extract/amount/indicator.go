package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// findIndicator gives reading k what is measured: the phrase before the number where it
// names a quantity, else the noun behind it, else what stands before.
func (p *passage) findIndicator(k int) {
	r := &p.readings[k]
	left, quantity := p.leftPhrase(k)
	raw := p.behindNumber(k)
	if quantity && (r.tag == "money" || r.tag == "area") && p.endsInThing(left) {
		quantity = false // 技术人员5万元: no measure of money
	}
	right := p.cutRight(r, raw)
	if right.empty() && !quantity {
		right = p.sharedNoun(k)
	}
	fund := p.fundingNoun(raw)
	if r.tag == "share" && fund.empty() {
		fund = p.nextFunding(k, raw)
	}
	if fund.empty() && !quantity {
		fund = p.sharedFunding(k)
	}
	if fund.empty() && !quantity && right.empty() {
		if fund = p.headed(k); fund.empty() {
			fund = p.capped(k, left)
		}
	}
	r.numberFirst = true
	if r.tag == "time" && r.tail && !r.front {
		if head := p.beforeSpan(left); !head.empty() {
			left, quantity = head, true
		}
	}
	switch {
	case !fund.empty() && (r.tag == "money" || r.tag == "share" || r.tag == "area"):
		r.indicator, r.numberFirst = fund, fund.start >= r.end
	case !p.rateBehind(r).empty():
		r.indicator = p.rateBehind(r)
	case !left.empty() && quantity:
		r.indicator, r.numberFirst = p.plainName(left), false
	case !right.empty():
		r.indicator = right
	default:
		r.numberFirst = false
		r.indicator = p.fallback(k, left)
	}
	if r.tag == "count" && p.isOnly(r) && (r.unit == "次" || right.empty()) {
		p.nameOnly(r)
	}
	if p.isBan(r) {
		r.indicator, r.numberFirst = p.banned(r), false
	}
	if r.indicator.empty() {
		p.splitMeasure(r)
	}
	r.indicator = p.tidy(r.indicator)
	if r.numberFirst && r.indicator.end > r.used {
		r.used = r.indicator.end
	}
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

// beforeSpan returns what stands before 可在…后: 保费 of 保费可在投保后1年内.
func (p *passage) beforeSpan(a stretch) stretch {
	for i := a.start; i < a.end; i++ {
		if p.behindAnyAt(i, "可在", "应在", "必须在", "须在", "应于", "须于", "可于", "自", "在") {
			if i < a.start+2 || !strings.ContainsRune("金款费额税", p.s.Runes[i-1]) {
				return stretch{} // 部门应在5日内: what is done is measured
			}
			return p.quantityPhrase(stretch{a.start, i})
		}
	}
	return stretch{}
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
		return inner
	}
	prev := p.before(k)
	if prev == nil || prev.clause.end < r.clause.start-1 { // 单人申请,最高5万元;双人申请,最高9万元
		if a := p.earlier(r); !a.empty() || prev == nil {
			return a
		}
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

// leftPhrase returns the phrase before reading k in its clause and whether it names a
// quantity: by its ending (覆盖率), or because a link (达到) joins it to the number.
func (p *passage) leftPhrase(k int) (stretch, bool) {
	r := &p.readings[k]
	from, reached := r.clause.start, false
	if prev := p.before(k); prev != nil && prev.used > from {
		from = min(prev.used, r.start)
	}
	for from < r.start && strings.ContainsRune("()", p.s.Runes[from]) { // 80万元(甲类)、50万元(乙类)
		end := from
		if p.s.Runes[from] == '(' {
			end = p.closeBracket(from)
		}
		if end >= r.start || end == from && p.s.Runes[from] == '(' {
			break
		}
		from = end + 1
	}
	if old := p.oldValue(k); old != nil && old.start > from {
		if name, _ := p.trimLinks(p.behindStandard(stretch{old.end, r.start})); !name.empty() && p.endsInQuantity(name) {
			return name, true // 依5%费率减按2%
		}
		seg, _ := p.lastSegment(from, p.leadOf(from, old.start))
		return p.quantityPhrase(seg), true
	}
	seg, link := p.lastSegment(from, r.start)
	reached = link
	if seg.empty() {
		return seg, false
	}
	if r.tag == "share" {
		seg, reached = p.withoutWhole(seg, reached, p.s.Runes[r.num-1])
	}
	if reached || p.endsInQuantity(seg) {
		return p.quantityPhrase(seg), true
	}
	return p.noun(seg), r.all
}

// leadOf returns the place of the 由 or 从 that leads in an old value at rune j of a
// clause, where something stands before it, or j.
func (p *passage) leadOf(i, j int) int {
	for at := j - 1; at > i+1; at-- {
		if r := p.s.Runes[at]; (r == '由' || r == '从') && !p.inQuotes(at) {
			return at
		}
	}
	return j
}

// withoutWhole takes the whole that a share is taken of from a phrase: 自缴比例下调至
// 总投资的 → 自缴比例. Without a link before it the whole itself stays. The rune behind
// is the one before the number: 的 where a whole stands there.
func (p *passage) withoutWhole(seg stretch, reached bool, behind rune) (stretch, bool) {
	if reached {
		return seg, true
	}
	for i := seg.start + 2; i < seg.end-1; i++ { // 公租房租金按市场租金的60%收取
		if p.s.Runes[i] != '按' || p.inQuotes(i) || p.behindAnyAt(i, "按揭", "按时", "按期") {
			continue
		}
		if head, _ := p.trimLinks(stretch{seg.start, i}); !head.empty() && (p.endsInQuantity(head) || p.endsInFunding(head)) {
			return head, true
		}
	}
	if p.endsInQuantity(seg) && behind != '的' {
		return seg, true // 卫生院达到标准的比例不低于85%
	}
	for i := seg.start + 1; i < seg.end-1; i++ {
		n, tag := lexicon.Links().Prefix(p.s.Runes[i:seg.end])
		if n == 0 || tag != "reach" || p.inQuotes(i) || p.s.Has(i, "占") && p.endsInQuantity(seg) || n < 2 && !p.endsInQuantity(stretch{seg.start, i}) {
			continue
		}
		if head, _ := p.trimLinks(stretch{seg.start, i}); !head.empty() {
			return head, true
		}
	}
	if p.s.Runes[seg.end-1] == '的' {
		seg.end--
	}
	return seg, false
}

// lastSegment returns the last part of runes i to j that is not empty once times and
// bases are cut out and the links before the number are taken off, and whether one of
// these says that the number is a value of it.
func (p *passage) lastSegment(i, j int) (stretch, bool) {
	end, reached := j, false
	for n := 0; n < 8; n++ {
		cut := p.lastCut(i, end)
		seg, link := p.trimLinks(stretch{max(i, cut.end), end})
		reached = reached || link
		if !seg.empty() || cut.empty() {
			return seg, reached
		}
		end = cut.start
	}
	return stretch{}, reached
}

// lastCut returns what of the last time or base phrase stands in runes i to j. A time may
// begin before them: the clause starts at a paragraph in the middle of it (每⏎年28天).
func (p *passage) lastCut(i, j int) stretch {
	cut := p.lastBase(i, j)
	if !cut.empty() && cut.end == cut.start+2 && p.s.Runes[cut.end-1] == '均' && (p.s.Runes[cut.start] != '年' || p.isMean(cut.end, j)) {
		cut = stretch{} // 人均用地 is one phrase
	}
	for _, w := range p.timesIn(i, j) {
		if w.End <= j && w.End > cut.end && !w.Readable {
			cut = stretch{max(w.Start, i), w.End}
		}
	}
	return cut
}
