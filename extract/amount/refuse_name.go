package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

func (p *passage) isQuoted(k int) bool { return p.inQuotes(p.readings[k].num) }

// isTime: the number is part of a time expression whose number is not free.
func (p *passage) isTime(k int) bool {
	r := &p.readings[k]
	for _, w := range p.timesIn(r.num-12, r.stop) {
		if !w.Readable && w.Start < r.stop && w.End > r.num {
			return true
		}
	}
	return false
}

// isNamed reports whether the letters before a number are the name of what it counts: 集聚OPC100家以上.
func (p *passage) isNamed(r *reading) bool {
	return r.num-p.lettersBefore(r) >= 2 && r.tag == "count" && (r.tail || r.front) && strings.ContainsAny(r.unit, "家个名人户所") && len([]rune(r.unit)) == 1
}

// lettersBefore returns where the Latin letters right before a number begin; there stand none where that is the number.
func (p *passage) lettersBefore(r *reading) int {
	i := r.num
	for i > p.begin && isLatin(p.s.Runes[i-1]) {
		i--
	}
	return i
}

func (p *passage) isFormula(k int) bool {
	r := &p.readings[k]
	if r.num > p.begin && !(isLatin(p.s.Runes[r.num-1]) && p.isNamed(r)) {
		b := p.s.Runes[r.num-1]
		if strings.ContainsRune("+×*/_.#", b) || isLatin(b) {
			return b != '/' || !p.isPair(k)
		}
		if b == '-' && r.num-1 > p.begin && (isLatin(p.s.Runes[r.num-2]) || isDigit(p.s.Runes[r.num-2])) {
			return true
		}
	}
	return r.end < p.end && strings.ContainsRune("+×*", p.s.Runes[r.end])
}

// isPair reports whether k is the second of two measures of one thing: 100MW/200MWh.
func (p *passage) isPair(k int) bool {
	if k == 0 || p.readings[k-1].refused != "" || p.readings[k-1].end != p.readings[k].num-1 {
		return false
	}
	first, second := p.readings[k-1].unit, p.readings[k].unit
	return first != "" && second != "" && isLatin([]rune(first)[0]) && isLatin([]rune(second)[0])
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isOrdinal: 第3期, 满3年, 近3年: the number counts off, or is a condition or a past.
func (p *passage) isOrdinal(k int) bool {
	r := &p.readings[k]
	if p.isBan(r) {
		return false
	}
	if n, tag := p.wordBefore(r.num, lexicon.Ordinals()); n > 0 && tag != "none" {
		return true
	}
	if r.tag != "time" || isTraining(r.unit) {
		return false
	}
	_, tag := p.wordBefore(r.num, lexicon.Elapsed())
	return tag == "number" || p.ends(r.start, lexicon.Elapsed())
}

// isBan reports whether a span of time has to pass before something may be done: 满3年方可上市.
func (p *passage) isBan(r *reading) bool {
	if r.tag != "time" || !p.endsAny(r.num, "满") || strings.HasSuffix(p.s.String(r.end, r.clause.end), "限制") {
		return false
	}
	at := r.end
	if p.s.Has(at, "后") {
		at++
	}
	return p.beginsAny(at, "方可", "才可", "方能")
}

// isIncluded: 90平方米(含90平方米).
func (p *passage) isIncluded(k int) bool {
	return p.endsAny(p.readings[k].num, "(含", "(不含", "(包括")
}

func (p *passage) isBase(k int) bool {
	r := &p.readings[k]
	for i := r.num - 1; i >= max(p.begin, r.num-6); i-- {
		if p.s.Runes[i] == '每' {
			n, _ := lexicon.Verbs().Lookup(p.s.Runes[i+1 : r.num])
			_, act := lexicon.Acts().Lookup(p.s.Runes[i+1 : r.num])
			return i == r.num-1 || n != "" || act
		}
	}
	return false
}

func (p *passage) isNameUnit(k int) bool {
	r := &p.readings[k]
	if strings.HasSuffix(r.unit, "级") || p.isGrade(r) {
		return true
	}
	if _, ok := lexicon.NameUnits().Lookup([]rune(r.unit)); ok {
		return true
	}
	switch r.unit {
	case "次":
		return p.s.Has(r.start, "最多跑")
	case "岁":
		return !strings.Contains(p.s.String(r.clause.start, r.num), "寿命")
	case "届":
		return r.op == schema.OpEqual
	case "类", "种":
		few := r.low < 10 || !isDigit(p.s.Runes[r.num])
		return few && r.op == schema.OpEqual && r.end < r.clause.end && p.s.Runes[r.end] != '、'
	case "期":
		n, _ := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.num])
		return r.op == schema.OpEqual && !isDigit(p.s.Runes[r.num]) && n == 0
	case "轮", "分":
		return r.op == schema.OpEqual && p.s.Has(r.end, "工程") || r.unit == "分" && p.s.Has(r.end, "之")
	}
	return false
}

// isGrade reports whether 级 makes a size a grade: 3万吨级船舶, 超十万卡级集群.
func (p *passage) isGrade(r *reading) bool {
	if !p.beginsAny(r.end, "级别", "级以") && p.s.Has(r.end, "级") {
		return r.tag != "share"
	}
	return strings.HasSuffix(r.unit, "万") && p.beginsAny(r.end, "卡级", "吨级", "户级")
}

func (p *passage) isDivision(k int) bool {
	r := &p.readings[k]
	if r.op != schema.OpEqual && r.op != schema.OpRange || r.end >= p.end || r.tag == "money" {
		return false
	}
	if r.tag == "time" {
		return p.begins(r.end, lexicon.Spanning())
	}
	if r.tag == "count" && r.unit == "个" && k+1 < len(p.readings) && p.readings[k+1].start == r.end && p.readings[k+1].tag == "share" {
		return true // 6个100%
	}
	if r.tag == "share" && k > 0 && p.readings[k-1].refused == "amount/not-division" && p.readings[k-1].end == r.start {
		return true
	}
	if r.tag != "count" || r.unit == "次" || r.unit == "人次" {
		return false
	}
	n, tag := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.start])
	if p.s.Has(r.num, "两个") && p.begins(r.end, lexicon.Paired()) && !p.ends(r.start, lexicon.Raising()) {
		return true // 统筹两个市场, but 新建两个市场
	}
	if n > 0 && tag == "change" {
		return false // 减少3个环节
	}
	if r.unit == "条" && n == 0 && p.begins(r.end, lexicon.Provisions()) {
		return true // 安全生产十五条措施
	}
	if r.unit == "项" && !isDigit(p.s.Runes[r.num]) && (p.s.Has(r.end, "制度") && p.begins(r.end+2, lexicon.SchemeWorks()) || p.ends(r.num, lexicon.Events())) {
		return true // 房屋安全三项制度工作方案, 冬季两项: a name
	}
	n, tag = lexicon.Divisions().Prefix(p.s.Runes[r.end:r.clause.end])
	if tag == "whole" && r.end+n < r.clause.end {
		return strings.ContainsRune("、,和及的”要上", p.s.Runes[r.end+n]) // 五个统一, but 5个文明村镇
	}
	return n > 0
}

// comesDown reports whether 缩短至 or its like ends at rune i: what follows is what a span comes down to.
func (p *passage) comesDown(i int) bool {
	return p.endsAny(i, "至", "到") && p.ends(i-1, lexicon.Shortening())
}

// isBareTime: a span of time without comparator is a target only as the value of
// something: 时限为3天, 延长2年.
func (p *passage) isBareTime(k int) bool {
	r := &p.readings[k]
	if r.tag != "time" || r.op != schema.OpEqual && r.op != schema.OpRange || r.front || r.tail || isTraining(r.unit) {
		return false
	}
	if p.oldValue(k) != nil || p.isLabelled(r) || p.isFree(r) || p.isPublic(r) || p.begins(r.end, lexicon.Answered()) {
		return false // 3个工作日办结
	}
	seg, reached := p.lastSegment(r.clause.start, r.start)
	if p.isBan(r) || p.comesDown(r.start) || reached && !seg.empty() || !seg.empty() && p.endsInQuantity(seg) {
		return false
	}
	n, tag := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.start])
	if n > 0 && (tag == "change" || strings.HasPrefix(tag, "give") && r.low != 24) {
		return false // 缩短3天, 享受2年
	}
	if r.end == r.clause.end && !p.lastBase(r.clause.start, r.num).empty() && !seg.empty() {
		return false // 每天锻炼1小时
	}
	prev := p.before(k)
	return prev == nil || prev.tag != "time" || prev.clause.start != r.clause.start
}

// isPublic reports whether a span of days is how long something is shown to all, or counted as: 进行5个工作日的公示,
// 每月按22个工作日计算.
func (p *passage) isPublic(r *reading) bool {
	if !strings.HasSuffix(r.unit, "日") && r.unit != "天" {
		return false
	}
	return p.beginsAny(r.end, "的公示", "的公告") || p.beginsAny(r.end, "计算", "核算") && p.endsAny(r.num, "按")
}

// isLabelled reports whether a span of time is all that a label tells: 办理时限:3个工作日.
func (p *passage) isLabelled(r *reading) bool {
	return r.start == r.clause.start && r.end == r.clause.end && !p.labelOf(r).empty()
}

// labelOf returns the norm that stands before the colon right before a number: 办理时限.
func (p *passage) labelOf(r *reading) stretch {
	if r.start-1 <= p.begin || p.s.Runes[r.start-1] != ':' {
		return stretch{}
	}
	a := stretch{p.leftEdge(r.start - 1), r.start - 1}
	if _, sort := lexicon.Quantities().Suffix(p.s.Runes[a.start:a.end]); sort != "limit" {
		return stretch{}
	}
	return a
}

// isFree reports whether a span of days is one that somebody has something free for: 7天免费住宿.
func (p *passage) isFree(r *reading) bool {
	return r.unit != "小时" && strings.Contains(p.s.String(r.end, min(r.clause.end, r.end+14)), "免费") && p.givesBefore(p.s.Runes[r.clause.start:r.start])
}

// isInside: 500米覆盖率达到100%: the first number is part of the rate's name.
func (p *passage) isInside(k int) bool {
	r := &p.readings[k]
	if k+1 >= len(p.readings) || r.all {
		return false
	}
	next := &p.readings[k+1]
	span := r.tag == "time" && r.tail && !r.front && next.tag == "share" // 24小时内办结率达到95%
	if !span && (r.op != schema.OpEqual || r.front || r.tail) {
		return false
	}
	if next.clause.start != r.clause.start || strings.ContainsAny(p.s.String(r.end, next.start), "、,和及或") {
		return false
	}
	seg, reached := p.trimLinks(stretch{r.end, next.start})
	if span && (seg.empty() || p.s.Runes[seg.end-1] != '率') {
		return false
	}
	return (reached || next.front) && !seg.empty() && p.endsInQuantity(seg)
}

// isPolicy: 6个区试点政策 counts the scope of a policy, not what is to be done.
func (p *passage) isPolicy(k int) bool {
	r := &p.readings[k]
	if r.op != schema.OpEqual || r.tag != "count" || r.end+1 >= r.clause.end || !strings.ContainsRune("县区市镇乡省州", p.s.Runes[r.end]) {
		return false
	}
	return p.ends(r.clause.end, lexicon.Schemes())
}

// isBareWhole: 全覆盖 before a noun is an attribute.
func (p *passage) isBareWhole(k int) bool {
	r := &p.readings[k]
	if !r.all || r.unit != "%" || isDigit(p.s.Runes[r.num]) {
		return false
	}
	if p.s.Has(r.end, "、") && p.begins(r.end+1, lexicon.Totals()) {
		return true
	}
	if n, tag := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.start]); n > 0 && tag == "make" && p.s.Has(r.end, "、") {
		return true // 构建全覆盖、多层次的体系
	}
	if r.end < r.clause.end && !strings.ContainsRune("、,和并且及", p.s.Runes[r.end]) && !p.s.Has(r.end, "目标") && !p.s.Has(r.end, "任务") {
		return true
	}
	seg, _ := p.lastSegment(r.clause.start, r.start)
	return p.quantityPhrase(seg).empty() && p.earlier(r).empty()
}

// isValidity: 本办法有效期3年 says how long the document holds; 许可证有效期3年 is a limit.
func (p *passage) isValidity(k int) bool {
	r := &p.readings[k]
	if r.tag != "time" {
		return false
	}
	seg, _ := p.trimLinks(stretch{r.clause.start, r.start})
	if n := len([]rune("有效期")); seg.end-n >= seg.start && p.s.Has(seg.end-n, "有效期") || p.s.Has(seg.end-n-1, "有效期限") {
		return seg.end-seg.start <= n+1 || p.beginsAny(seg.start, "本", "该", "政策", "文件")
	}
	return false
}
