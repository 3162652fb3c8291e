package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// isCondition: the clause says when something applies: …的, …后, 凡…, 如….
func (p *passage) isCondition(k int) bool {
	r := &p.readings[k]
	end := r.clause.end
	if end > r.end && p.s.Runes[end-1] == '的' && end < p.end && p.s.Runes[end] == ',' {
		return true
	}
	if p.beginsAny(end, ",且", ",并且") || p.beginsAny(end, ",") && p.s.Has(r.end, "(含") { // 超过50人(含50人),留用率达到60%的,
		if next := p.rightEdge(end + 1); next > end+1 && next < p.end && p.s.Runes[next-1] == '的' && p.s.Runes[next] == ',' {
			return true
		}
	}
	if p.isSubject(r) || p.isFirstOfSubject(k) || p.isMet(r) || p.isRuled(r) || p.isDefined(r) || p.isChained(k) || p.isQualifying(r) || p.isProved(r) {
		return true
	}
	if p.beginsAny(r.end, "的,", "后,", "后可", "后,可", "时,", "时(") && r.end <= end {
		return true
	}
	if r.tag == "time" && !p.isBan(r) && p.begins(r.end, lexicon.ConditionEnds()) {
		return true
	}
	return p.begins(r.clause.start, lexicon.Ifs())
}

// isSubject reports whether 的 behind a bound ends those who are meant: 余额不足10万元的给予….
func (p *passage) isSubject(r *reading) bool {
	if r.op == schema.OpEqual || p.beginsAny(r.clause.start, "按", "以") {
		return false
	}
	for i := r.end; i < min(r.clause.end-1, r.end+16); i++ {
		if p.s.Runes[i] == '(' {
			i = p.closeBracket(i)
		}
		if p.s.Runes[i] == '的' && p.begins(i+1, lexicon.Ruling()) && !p.isWhole(i+1) {
			return true
		}
	}
	return false
}

// isWho: a size, age or count between 对, 将 or a bare noun and 的 or 以上 with a noun
// says who is meant: 面积不足300平方米的场所, 2000万元以上的企业.
func (p *passage) isWho(k int) bool {
	r := &p.readings[k]
	if r.op != schema.OpEqual && k+1 < len(p.readings) && p.isNamed(&p.readings[k+1]) && p.lettersBefore(&p.readings[k+1]) == r.end {
		return true // 营收超1000万元OPC100家以上
	}
	if r.tag == "time" && r.tail && p.endsInWho(r.clause) && !p.givesBefore(p.s.Runes[r.clause.start:r.start]) {
		return true // 在现住房出售后1年内重新购买的纳税人, 扎根10年以上的人才
	}
	if r.tag == "time" && r.tail && !p.s.Has(r.end, "的") {
		return p.isWindow(k) || p.begins(r.end, lexicon.Tenure())
	}
	at := r.end
	if p.s.Has(at, "(含") || p.s.Has(at, "(不含") {
		at = p.closeBracket(at) + 1
	}
	if p.beginsAny(at, "或", "且", "和", "并且") && k+1 < len(p.readings) && p.readings[k+1].clause.end == r.clause.end && p.readings[k+1].start-r.end < 30 && (r.tail || r.front || r.hasMax) {
		return p.isWho(k + 1) // 投资额100万元以下或面积300平方米以下的工程
	}
	bounded := r.tail || r.op != schema.OpEqual
	of := at < r.clause.end && p.s.Runes[at] == '的'
	if of {
		at++
	} else if !r.tail || r.tag == "count" && !isCountedSize(r.unit) {
		return false
	}
	if at >= r.clause.end || strings.ContainsRune("、,“”()", p.s.Runes[at]) || p.begins(at, lexicon.Valued()) {
		return false
	}
	if !of && !bounded {
		return false
	}
	return !p.isGoverned(k, at)
}

// isCountedSize reports whether a unit of count tells the size of something: 100张.
func isCountedSize(unit string) bool {
	_, ok := lexicon.CountedSizes().Lookup([]rune(unit))
	return ok
}

// isWindow: 领取补偿款后6个月内,在中心城区购买住房的,给予补贴: the clause behind still says
// who is meant; 自放款起一年内实际产生的利息: when what is meant came to be.
func (p *passage) isWindow(k int) bool {
	r := &p.readings[k]
	if r.end == r.clause.end {
		next := p.rightEdge(r.end + 1)
		return p.s.Has(r.end, ",") && next > r.end+1 && (p.s.Has(next-1, "的,") || p.endsInWho(stretch{r.end + 1, next}))
	}
	if !p.s.Has(r.start-1, "起") && !p.s.Has(r.start-1, "后") {
		return false
	}
	rest := p.s.Runes[r.end:r.clause.end]
	return says(rest, lexicon.Accruing())
}

// endsInWho reports whether a clause ends in 的 and those who are meant, or what is done among them: …的用人单位,
// …的机构中选择.
func (p *passage) endsInWho(a stretch) bool {
	for i := a.end - 2; i > max(a.start, a.end-13); i-- {
		if p.s.Runes[i-1] == '的' {
			who := p.s.Runes[i:a.end]
			if n, _ := lexicon.Who().Prefix(who); n > 0 && n < len(who) && who[n] == '中' {
				return true
			}
			n, _ := lexicon.Who().Suffix(who)
			return n > 0
		}
	}
	return false
}

// isGoverned reports whether a verb of giving or making takes the number as its object:
// 提供每年不超过28天的服务, 给予20%的补贴, 按300元的标准.
func (p *passage) isGoverned(k, at int) bool {
	r := &p.readings[k]
	if p.isCase(k) {
		return false
	}
	seg, _ := p.lastSegmentRaw(r.clause.start, r.start)
	text := p.s.Runes[seg.start:seg.end]
	n, whom := p.wordAt(r.clause.start, lexicon.Picking())
	picked := n > 0
	if r.tag == "share" {
		return (whom == "" || p.givesBefore(text)) && !p.isTrait(r, at)
	}
	if r.tag == "money" && (p.givesBefore(text) || !picked && p.endsInFunding(stretch{r.end, r.clause.end})) {
		return true
	}
	if r.tag == "time" && r.op == schema.OpEqual && p.givesBefore(text) {
		return true // 签发最长有效期5年的许可
	}
	if r.front && !picked && r.tag == "time" && p.endsInFunding(stretch{r.end, r.clause.end}) {
		return true // 期限最长3年的担保贷款
	}
	if p.sizesNext(k) {
		return false
	}
	if r.front && r.op == schema.OpAtLeast && !picked && p.s.Has(r.start, "不") {
		if n, tag := lexicon.Verbs().Prefix(p.s.Runes[r.clause.start:r.start]); n > 0 && tag != "none" {
			return true // 配备面积不少于50平方米的活动室
		}
	}
	if len(text) == 0 {
		return p.lastBase(r.clause.start, r.num).end > 0
	}
	if string(text) == "在" && r.tag == "count" && isDigit(p.s.Runes[r.num]) && r.unit != "人" {
		return true // 在30个以上的项目试点
	}
	if text[len(text)-1] == '在' && r.tag != "share" && r.tail { // 面积在300平方米以下的, but 控制在300平方米以下的
		return len(text) > 2 && strings.Contains("控制稳定保持维持限制掌握", string(text[len(text)-3:len(text)-1]))
	}
	if last := text[len(text)-1]; strings.ContainsRune("按在以达至、和或", last) || last == '为' && r.tag == "count" && r.unit != "张" {
		return true
	}
	n, tag := lexicon.Verbs().Suffix(text)
	return n > 0 && !(picked && tag == "change")
}

// isTrait: 研发投入占比不低于3%的企业: a share that a quantity of those behind 的 has, not one of them: 不低于60%的企业.
func (p *passage) isTrait(r *reading, at int) bool {
	name := stretch{r.clause.start, r.start}
	return r.op != schema.OpEqual && p.s.Runes[at-1] == '的' && p.endsInQuantity(name) && p.namesWho(at, r.clause.end)
}

// namesWho reports whether a word for those who are meant stands soon behind 的, of which a clause to end is left.
func (p *passage) namesWho(at, end int) bool {
	for j := at; j <= min(at+9, end-2); j++ {
		if p.begins(j, lexicon.Who()) {
			return true
		}
	}
	return false
}

// isCase reports whether a bound says for which of several cases the next number holds: 10万平方米以上
// 按200元执行.
func (p *passage) isCase(k int) bool {
	r := &p.readings[k]
	return r.tail && !r.front && r.tag != "time" && r.tag != "share" && k+1 < len(p.readings) && p.readings[k+1].clause.start == r.clause.start &&
		p.s.Has(r.end, "按") && p.readings[k+1].start-r.end <= 4
}

// sizesNext reports whether a number is the size of what the next number of the clause
// counts: 1000平方米以上的中心5个.
func (p *passage) sizesNext(k int) bool {
	r := &p.readings[k]
	if r.tag == "count" && r.unit != "米" && !r.tail || k+1 >= len(p.readings) {
		return false
	}
	next := &p.readings[k+1]
	return next.clause.start == r.clause.start && next.tag == "count" && !strings.ContainsAny(p.s.String(r.end, next.start), "、,和及")
}

// givesBefore reports whether a verb of giving stands in a text.
func (p *passage) givesBefore(text []rune) bool {
	for i := range text {
		if n, tag := lexicon.Verbs().Prefix(text[i:]); n >= 2 && (strings.HasPrefix(tag, "give") || n == 2 && string(text[i:i+2]) == "提供") {
			return true
		}
	}
	return false
}

// lastSegmentRaw is what stands before a number once times and bases are cut out.
func (p *passage) lastSegmentRaw(i, j int) (stretch, bool) {
	end := j
	for n := 0; n < 8; n++ {
		cut := p.lastCut(i, end)
		seg := stretch{max(i, cut.end), end}
		if !seg.empty() || cut.empty() {
			return seg, false
		}
		end = cut.start
	}
	return stretch{i, i}, false
}

// isOwner: 拥有2套及以上住房的家庭: the number says who is meant.
func (p *passage) isOwner(k int) bool {
	r := &p.readings[k]
	if p.isHad(r) {
		return true
	}
	if r.tag == "share" || r.tag == "money" || !p.ends(r.start, lexicon.Owning()) && !p.isOwned(r) {
		return false
	}
	for i := r.end; i < min(r.clause.end-1, r.end+40); i++ {
		if p.s.Runes[i] == '的' && p.namesWho(i+1, r.clause.end) {
			return true
		}
	}
	return false
}

// isHad: 家庭有2套以上住房,出售后无住房的,可申请贷款: what somebody has, in a sentence of which a clause
// behind ends those who are meant.
func (p *passage) isHad(r *reading) bool {
	if !isFloor(r) || r.front || !p.s.Has(r.start-1, "有") || r.start-1 <= r.clause.start && r.start-1 <= p.begin || p.endsAny(r.start-1, "应", "须", "要", "具", "设", "建", "配", "拥") || isNorm(p.s.Runes[r.clause.start:r.start]) {
		return false
	}
	at := r.clause.end
	for n := 0; n < 5 && p.s.Has(at, ","); n++ {
		if at = p.rightEdge(at + 1); p.s.Has(at-1, "的,") {
			return true
		}
	}
	return false
}

// isOwned reports whether 拥有 or its kin governs a number from further off: 拥有城区2套住房.
func (p *passage) isOwned(r *reading) bool {
	for i := r.start - 2; i >= max(r.clause.start, r.start-30) && p.s.Runes[i] != '的'; i-- {
		if _, tag := p.wordAt(i, lexicon.Owning()); tag == "far" {
			return true
		}
	}
	return false
}

// isFor: 对上年度营业收入达到500万元的企业,给予…: the clause names those who are given
// something.
func (p *passage) isFor(k int) bool {
	r := &p.readings[k]
	if !p.picks(r.clause.start) || !p.s.Has(r.clause.end, ",") || !p.begins(r.clause.end+1, lexicon.Entitled()) {
		return false
	}
	for i := r.clause.start; i < r.clause.end; i++ {
		if n, tag := lexicon.Verbs().Prefix(p.s.Runes[i:r.clause.end]); n >= 2 && (strings.HasPrefix(tag, "give") || strings.HasPrefix(tag, "act") || i+n == r.start && isMaking(tag)) {
			return false
		}
	}
	return true
}
