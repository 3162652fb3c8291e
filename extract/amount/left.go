package amount

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
)

// leftPhrase returns the phrase before reading k in its clause and whether it names a
// quantity: by its ending (覆盖率), or because a link (达到) joins it to the number.
func (p *passage) leftPhrase(k int) (stretch, bool) {
	r := &p.readings[k]
	from, reached := p.behindOrdinal(r.clause.start, r.start), false
	if prev := p.before(k); prev != nil && prev.used > from {
		from = min(prev.used, r.start)
	}
	for i := r.start - 2; i > from; i-- {
		if p.s.Runes[i] == '、' && isDigit(p.s.Runes[i-1]) && !isNumeral(p.s.Runes[i+1]) && !p.inQuotes(i) {
			from = i + 1 // a number that was not read ends a member of the list: 增长5000、拆建比不大于2
			break
		}
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
	if k > 0 && p.readings[k-1].refused != "" && p.isCase(k-1) {
		from = max(from, p.readings[k-1].end)
	}
	seg, link := p.lastSegment(from, r.start)
	reached = link
	if seg.empty() {
		return seg, false
	}
	if head := p.statedBefore(k, from, seg); !head.empty() {
		return head, true
	}
	if r.tag == "share" {
		seg, reached = p.withoutWhole(seg, reached, p.s.Runes[r.num-1])
	}
	for i := seg.end - 2; i > seg.start+1; i-- {
		if p.s.Runes[i] == '较' && !strings.ContainsRune("高低多少大小好差快慢强弱重轻长短优远近深浅广", p.s.Runes[i+1]) && p.endsInQuantity(stretch{seg.start, i}) {
			seg.end = i // 贷款利率较基准下浮20个基点
		}
	}
	if reached || p.endsInQuantity(seg) {
		return p.quantityPhrase(seg), true
	}
	return p.noun(seg), r.all
}

// behindOrdinal returns where a clause goes on that begins with its place in a list: 一是, 二要.
func (p *passage) behindOrdinal(i, end int) int {
	j := i
	for j < end && j < i+2 && (lex.ChineseDigit(p.s.Runes[j]) > 0 || p.s.Runes[j] == '十') {
		j++
	}
	if j > i && j < end && (p.s.Runes[j] == '是' || p.s.Runes[j] == '要') {
		return j + 1
	}
	return i
}

// statedBefore returns the quantity that 为 joins to a number behind other words: 补贴标准 of 补贴标准为每人每次
// 就餐费用的四分之一, and of 补贴标准为自营食堂每人每次3元. seg is what stands right before the number.
func (p *passage) statedBefore(k, from int, seg stretch) stretch {
	r := &p.readings[k]
	base := p.lastBase(from, r.num)
	if base.empty() || r.tag != "money" && (r.tag != "share" || p.s.Runes[r.num-1] != '的') {
		return stretch{}
	}
	for i := from + 2; i < min(base.start, from+14); i++ {
		if p.s.Runes[i] != '为' || p.inQuotes(i) || i+1 == base.start && seg.end <= i {
			continue
		}
		head := p.quantityPhrase(stretch{from, i})
		if head.empty() || !p.s.Has(head.end-2, "标准") && !p.s.Has(head.end-2, "额度") || head.end != i {
			return stretch{}
		}
		return head
	}
	return stretch{}
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
	if p.endsAny(seg.end, "给予", "予以") && seg.end-seg.start > 4 {
		seg.end -= 2 // 按核定投入给予最高50%
	}
	for i := seg.start + 2; i < seg.end-1; i++ { // 公租房租金按市场租金的60%收取, 租金标准以评估价的75%计算
		if p.s.Runes[i] != '按' && (p.s.Runes[i] != '以' || p.beginsAny(i, "以上", "以下", "以内", "以及", "以来")) || p.inQuotes(i) || p.isWhole(i) {
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
		if p.s.Has(seg.end-1, "平均") {
			seg.end-- // 均 is no link of it: 平均3个工作日办结
		}
		reached = reached || link
		if seg.end == seg.start+1 && seg.start == i && n > 0 && strings.ContainsRune("于在自从到至", p.s.Runes[i]) {
			return stretch{}, reached // 于年底前完成50%
		}
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
