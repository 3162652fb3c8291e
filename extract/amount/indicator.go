package amount

import (
	"strings"

	"github.com/policyx/policyx/extract/lexicon"
)

// findIndicator gives reading k what is measured: the phrase before the number where it
// names a quantity, else the noun behind it, else what stands before.
func (p *passage) findIndicator(k int) {
	r := &p.readings[k]
	left, quantity := p.leftPhrase(k)
	raw := p.behindNumber(k)
	right := p.cutRight(r, raw)
	fund := p.fundingNoun(raw)
	if fund.empty() && !quantity {
		fund = p.sharedFunding(k)
	}
	r.numberFirst = true
	if r.tag == "time" && r.tail && !r.front {
		if head := p.beforeSpan(left); !head.empty() {
			left, quantity = head, true
		}
	}
	switch {
	case !fund.empty() && (r.tag == "money" || r.tag == "share"):
		r.indicator = fund
	case !left.empty() && quantity:
		r.indicator, r.numberFirst = left, false
	case !right.empty():
		r.indicator = right
	default:
		r.numberFirst = false
		r.indicator = p.fallback(k, left)
	}
	if r.numberFirst && r.indicator.end > r.used {
		r.used = r.indicator.end
	}
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

// sharedFunding returns the noun that ends a list of sums: 一类站3万元、二类站2万元建设补助.
func (p *passage) sharedFunding(k int) stretch {
	if tag := p.readings[k].tag; tag != "money" && tag != "share" {
		return stretch{}
	}
	for n := 0; n < 6; n++ {
		next := p.after(k)
		if next < 0 || p.readings[next].tag != "money" && p.readings[next].tag != "time" {
			return stretch{}
		}
		if k = next; p.after(k) < 0 {
			break
		}
	}
	return p.fundingNoun(p.behindNumber(k))
}

// fallback names a number that has neither a quantity before nor a noun behind it.
func (p *passage) fallback(k int, left stretch) stretch {
	r := &p.readings[k]
	inner := p.inner(r)
	switch {
	case !left.empty() && (inner.empty() || !p.endsInFunding(inner)):
		return left
	case !inner.empty():
		if f := p.fundingNoun(inner); !f.empty() {
			return f
		}
		return inner
	}
	if prev := p.before(k); prev != nil {
		return prev.indicator
	}
	return p.earlier(r)
}

// comparators begin the text of a number; what stands behind them is a verb or a noun.
var comparators = []string{"不得", "不应", "不能", "不可", "不宜", "不准", "不要", "不", "超过", "超出", "高于", "大于", "多于", "低于", "少于", "小于", "短于", "长于",
	"突破", "至少", "最少", "最低", "最高", "最多", "至多", "最长", "最大", "最晚", "最迟", "控制在", "限制在", "上限", "可达", "可", "为", "达到", "达", "按", "约", "近", "超", "给予", "予以", "每"}

// inner returns the words between a comparator and its number: 奖励 in 最高奖励80万元.
func (p *passage) inner(r *reading) stretch {
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
	return p.trim(a)
}

// earlier returns the last noun of the clause before, for 实现全覆盖 on its own.
func (p *passage) earlier(r *reading) stretch {
	i := r.clause.start - 1
	if i <= p.begin || p.s.Runes[i] != ',' {
		return stretch{}
	}
	return p.noun(stretch{p.leftEdge(i), i})
}

// leftPhrase returns the phrase before reading k in its clause and whether it names a
// quantity: by its ending (覆盖率), or because a link (达到) joins it to the number.
func (p *passage) leftPhrase(k int) (stretch, bool) {
	r := &p.readings[k]
	from, reached := r.clause.start, false
	if prev := p.before(k); prev != nil && prev.used > from {
		from = min(prev.used, r.start)
	}
	if old := p.oldValue(k); old != nil && old.start > from {
		if name, _ := p.trimLinks(p.behindStandard(stretch{old.end, r.start})); !name.empty() && p.endsInQuantity(name) {
			return name, true // 依5%费率减按2%
		}
		seg, _ := p.lastSegment(from, old.start)
		return p.quantityPhrase(seg), true
	}
	seg, link := p.lastSegment(from, r.start)
	reached = link
	if seg.empty() {
		return seg, false
	}
	if r.tag == "share" {
		seg, reached = p.withoutWhole(seg, reached)
	}
	if reached || p.endsInQuantity(seg) {
		return p.quantityPhrase(seg), true
	}
	return p.noun(seg), r.all
}

// withoutWhole takes the whole that a share is taken of from a phrase: 自缴比例下调至
// 总投资的 → 自缴比例. Without a link before it the whole itself stays.
func (p *passage) withoutWhole(seg stretch, reached bool) (stretch, bool) {
	if reached {
		return seg, true
	}
	for i := seg.start + 1; i < seg.end-1; i++ {
		n, tag := lexicon.Links().Prefix(p.s.Runes[i:seg.end])
		if n == 0 || tag != "reach" || p.inQuotes(i) || n < 2 && !p.endsInQuantity(stretch{seg.start, i}) {
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

// lastCut returns the last time or base phrase in runes i to j.
func (p *passage) lastCut(i, j int) stretch {
	cut := p.lastBase(i, j)
	if !cut.empty() && cut.end == cut.start+2 && p.s.Runes[cut.end-1] == '均' && p.s.Runes[cut.start] != '年' {
		cut = stretch{} // 人均用地 is one phrase
	}
	for _, w := range p.timesIn(i, j) {
		if w.End <= j && w.End > cut.end && !w.Readable {
			cut = stretch{w.Start, w.End}
		}
	}
	return cut
}

// trimLinks takes the words between what is measured and its number off the end.
func (p *passage) trimLinks(a stretch) (stretch, bool) {
	reached := false
	for !a.empty() {
		if strings.ContainsRune("、,和及与或以:", p.s.Runes[a.end-1]) {
			a.end--
			continue
		}
		n, tag := lexicon.Links().Suffix(p.s.Runes[a.start:a.end])
		if n == 0 || p.s.Masked(a.end-1, a.end) || p.inQuotes(a.end-1) {
			break
		}
		a.end -= n
		reached = reached || tag == "reach"
	}
	return p.trim(a), reached
}

// trim takes joiners and marks off both ends.
func (p *passage) trim(a stretch) stretch {
	for !a.empty() && strings.ContainsRune("、,;:的和及与或以", p.s.Runes[a.start]) && !p.s.Has(a.start, "以工代赈") {
		a.start++
	}
	for !a.empty() && strings.ContainsRune("、,;:。", p.s.Runes[a.end-1]) {
		a.end--
	}
	return a
}

// endsInQuantity reports whether a phrase names a quantity.
func (p *passage) endsInQuantity(a stretch) bool {
	n, _ := lexicon.Quantities().Suffix(p.s.Runes[a.start:a.end])
	return n > 0
}

// quantityPhrase is a phrase that names a quantity without what leads it in.
func (p *passage) quantityPhrase(a stretch) stretch {
	for i := a.end - 2; i > a.start; i-- { // 居住区按人均用地
		if p.s.Runes[i] == '按' && !p.inQuotes(i) && !p.s.Has(i, "按揭") && !p.s.Has(i, "按时") && !p.s.Has(i, "按期") {
			a.start = i
			break
		}
	}
	for !a.empty() {
		text := p.s.Runes[a.start:a.end]
		n, _ := lexicon.Leads().Prefix(text)
		if m, tag := lexicon.Verbs().Prefix(text); m > n && tag != "none" && !strings.HasSuffix(tag, "noun") && tag != "change" && m < len(text) && !strings.ContainsRune("新改扩", text[0]) && !p.s.Has(a.start, "建有") {
			n = m
		}
		if n == 0 || n >= len(text) {
			break
		}
		a.start += n
	}
	return p.trim(a)
}

// noun returns the object of the first verb of work in a phrase, or the phrase.
func (p *passage) noun(a stretch) stretch {
	for i := a.start; i < a.end; {
		if p.s.Runes[i] == '(' {
			i = p.closeBracket(i) + 1
			continue
		}
		n, tag := lexicon.Verbs().Prefix(p.s.Runes[i:a.end])
		if n >= 2 && i+n < a.end && tag != "none" && !strings.HasSuffix(tag, "noun") && !p.inQuotes(i) && p.s.Runes[i+n] != '的' {
			a.start = i + n
			break
		}
		i++
	}
	for !a.empty() {
		text := p.s.Runes[a.start:a.end]
		n, _ := lexicon.Leads().Prefix(text)
		if m, tag := lexicon.Verbs().Prefix(text); m > n && m < len(text) && tag != "none" {
			n = m
		}
		if n == 0 || n >= len(text) {
			break
		}
		a.start += n
	}
	return p.behindList(p.trim(a))
}

// behindList returns what sums a list up: 展会 of A、B等展会.
func (p *passage) behindList(a stretch) stretch {
	for i := a.end - 3; i > a.start; i-- {
		if p.s.Runes[i] == '等' && !p.inQuotes(i) && !strings.ContainsRune("一二三四特优同平中高低上相", p.s.Runes[i-1]) && strings.ContainsRune(p.s.String(a.start, i), '、') {
			return p.trim(stretch{i + 1, a.end})
		}
	}
	return a
}

// stopWords end the noun behind a number.
var stopWords = []string{"配建", "配备", "配置", "要求", "开展", "试点", "并", "用于", "进景区", "进社区", "进校园", "进", "由", "给予", "覆盖率", "超过", "达到", "达"}

// behindNumber returns what stands behind reading k and belongs to it: up to the
// clause's end or what belongs to the next number.
func (p *passage) behindNumber(k int) stretch {
	r := &p.readings[k]
	a := stretch{r.end, r.clause.end}
	if r.per != "" {
		for a.start < a.end && (p.s.Runes[a.start] == '/' || strings.HasSuffix(r.per, string(p.s.Runes[a.start]))) && a.start < r.end+1+len([]rune(r.per)) {
			a.start++
		}
		a.start = min(r.end+1+len([]rune(r.per)), a.end)
	}
	if next := p.after(k); next >= 0 {
		a.end = p.beforeNext(a.start, p.readings[next].start)
	}
	if a.empty() || strings.ContainsRune("、,;:“/+()", p.s.Runes[a.start]) || p.s.Has(a.start, "由") || p.s.Has(a.start, "用于") {
		if !p.s.Has(a.start, "“") || r.tail {
			return stretch{}
		}
	}
	return p.behindStandard(a)
}

// beforeNext returns where what belongs to this number ends: before the joiner that the
// next member of the list begins with.
func (p *passage) beforeNext(i, next int) int {
	for j := next - 1; j >= i; j-- {
		if strings.ContainsRune("、,和及与或", p.s.Runes[j]) {
			return j
		}
	}
	return next
}

// behindStandard steps over 的标准, 的比例 and the like: what follows is given.
func (p *passage) behindStandard(a stretch) stretch {
	b, of := a, false
	if !b.empty() && p.s.Runes[b.start] == '的' {
		b.start++
		of = true
	}
	for _, w := range []string{"标准", "比例", "额度", "幅度", "价格", "限额"} {
		if !p.s.Has(b.start, w) || b.start+2 >= b.end || p.s.Has(b.start+2, "化") {
			continue
		}
		n, _ := lexicon.Verbs().Prefix(p.s.Runes[b.start+2 : b.end])
		if of || n > 0 || w == "比例" {
			b.start += 2
			if tag, _ := lexicon.Verbs().Lookup(p.s.Runes[b.start : b.start+n]); n > 0 && strings.HasPrefix(tag, "equip") {
				b.start += n
			}
			return b
		}
	}
	return b
}

// cutRight ends the noun behind a number. Of a share it takes what the share does.
func (p *passage) cutRight(r *reading, a stretch) stretch {
	if a.empty() {
		return a
	}
	if n, _ := lexicon.Funding().Prefix(p.s.Runes[a.start:a.end]); n > 0 && r.tag == "money" && a.start+n < a.end {
		if tag, _ := lexicon.Funding().Lookup(p.s.Runes[a.start : a.start+n]); tag == "verb" {
			a.start += n
		}
	}
	if p.s.Has(a.start, "用于") {
		a.start += 2
	}
	if _, verb := lexicon.Verbs().Lookup(p.s.Runes[a.start:a.end]); verb && r.tag != "time" || p.behindAnyAt(a.start, "要求", "目标", "水平") {
		return stretch{}
	}
	if p.behindAnyAt(a.start, "配建", "配备", "配置") {
		return p.trim(stretch{a.start + 2, a.end})
	}
	if r.tag == "share" || r.tag == "time" {
		return p.trim(a)
	}
	for i := a.start + 1; i < a.end; i++ {
		if p.s.Runes[i] == '(' {
			i = p.closeBracket(i)
			continue
		}
		for _, w := range stopWords {
			if p.s.Has(i, w) && i+len([]rune(w)) <= a.end && !p.inQuotes(i) {
				return p.trim(stretch{a.start, i})
			}
		}
		if n, tag := lexicon.Verbs().Prefix(p.s.Runes[i:a.end]); n >= 2 && i+n < a.end && tag != "none" && !strings.HasSuffix(tag, "noun") && !p.inQuotes(i) && !p.hasOf(i, a.end) {
			return p.trim(stretch{a.start, i})
		}
	}
	return p.trim(a)
}

// hasOf reports whether 的 stands in runes i to j: the verb before it is in a relative
// clause, 开展…的机构.
func (p *passage) hasOf(i, j int) bool {
	for ; i < j; i++ {
		if p.s.Runes[i] == '的' {
			return true
		}
	}
	return false
}

// fundingNoun returns the last phrase of a that ends in a word for money given: 一次性建设补贴.
func (p *passage) fundingNoun(a stretch) stretch {
	if a.empty() {
		return a
	}
	text := p.s.Runes[a.start:a.end]
	n, tag := lexicon.Funding().Suffix(text)
	if n == 0 || tag != "noun" {
		return stretch{}
	}
	start := a.start
	for i := a.start; i < a.end-n; i++ {
		m, tag := lexicon.Verbs().Prefix(p.s.Runes[i:a.end])
		if m >= 2 && strings.HasPrefix(tag, "give") && i+m < a.end {
			if i > a.start && p.s.Has(i, "补贴") || p.s.Has(i, "奖励") || p.s.Has(i, "补助") {
				continue
			}
			start = i + m
		}
	}
	return p.trim(stretch{start, a.end})
}

func (p *passage) endsInFunding(a stretch) bool {
	n, tag := lexicon.Funding().Suffix(p.s.Runes[a.start:a.end])
	return n > 0 && tag == "noun"
}
