package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// sharedNoun returns the noun behind a list of values: 年薪 of 最高2倍、1.5倍年薪.
func (p *passage) sharedNoun(k int) stretch {
	for n := 0; n < 6; n++ {
		next := p.after(k)
		if next < 0 || p.readings[next].unit != p.readings[k].unit || strings.Trim(p.s.String(p.readings[k].end, p.readings[next].start), "、和及或") != "" {
			return stretch{}
		}
		if k = next; p.after(k) < 0 {
			return p.cutRight(&p.readings[k], p.behindNumber(k))
		}
	}
	return stretch{}
}

// behindNumber returns what stands behind reading k and belongs to it: up to the
// clause's end or what belongs to the next number.
func (p *passage) behindNumber(k int) stretch {
	r := &p.readings[k]
	a := stretch{max(r.end, min(r.through, r.clause.end)), r.clause.end}
	next := p.after(k)
	if a.start < p.end && p.s.Runes[a.start] == '(' && next >= 0 {
		if shut := p.closeBracket(a.start); p.readings[next].end <= shut && p.endsInFunding(stretch{min(shut+1, a.end), a.end}) {
			a.start = shut + 1 // 10%(最高200万元)的补助
			for next >= 0 && p.readings[next].end <= shut {
				next = p.after(next)
			}
		}
	}
	if next >= 0 {
		a.end = p.beforeNext(a.start, p.readings[next].start)
	}
	a = p.beforeBracket(a)
	if !a.empty() && p.s.Runes[a.start] == '(' { // 60万元(丙类)资助
		if end := p.closeBracket(a.start); end+1 < a.end {
			a.start = end + 1
		}
	}
	if a.empty() || strings.ContainsRune("、,;:“/+()", p.s.Runes[a.start]) || p.s.Has(a.start, "由") || p.s.Has(a.start, "用于") {
		if !p.s.Has(a.start, "“") {
			return stretch{}
		}
	}
	return p.behindStandard(a)
}

// beforeBracket ends a phrase before a bracket that is not closed in it: 号源(其中….
func (p *passage) beforeBracket(a stretch) stretch {
	for i := a.start; i < a.end; i++ {
		if p.s.Runes[i] == '(' {
			end := p.closeBracket(i)
			if end == i || end >= a.end {
				return stretch{a.start, i}
			}
			i = end
		}
	}
	return a
}

// beforeNext returns where what belongs to this number ends: before the joiner that the
// next member of the list begins with.
func (p *passage) beforeNext(i, next int) int {
	for j := next - 1; j >= i; j-- {
		if strings.ContainsRune("、,和及与或", p.s.Runes[j]) {
			if j > i && p.s.Has(j-1, "以及") {
				j--
			}
			return j
		}
	}
	return next
}

// behindStandard steps over 的标准, 的比例 and the like, and over 标准 before what is done by it: what follows is given.
func (p *passage) behindStandard(a stretch) stretch {
	if p.s.Has(a.start, "不等") && a.start+2 < a.end { // 3万元至5万元不等的奖励
		a.start += 2
	}
	b, of := a, false
	if !b.empty() && p.s.Runes[b.start] == '的' {
		b.start++
		of = true
	}
	m, _ := lexicon.Standards().Prefix(p.s.Runes[min(b.start, b.end):b.end])
	if m == 0 || b.start+m == b.end || p.s.Has(b.start+2, "化") {
		return b
	}
	rest := p.s.Runes[b.start+m : b.end]
	n, tag := lexicon.Verbs().Prefix(rest)
	if acts, _ := lexicon.Acts().Prefix(rest); !of && max(n, acts) == 0 && !p.s.Has(b.start, "比例") {
		return b
	}
	b.start += m
	if n > 0 && (strings.HasPrefix(tag, "equip") || strings.HasPrefix(tag, "make") || p.s.Runes[b.start-1] == '率') {
		b.start += n
	}
	return b
}

// cutRight ends the noun behind a number. Of a share it takes what the share does.
func (p *passage) cutRight(r *reading, a stretch) stretch {
	if a = p.behindWhom(a); a.empty() {
		return a
	}
	if _, alone := lexicon.Thresholds().Lookup(p.s.Runes[a.start:a.end]); alone || p.isDue(a) {
		return stretch{} // 突破200亿元大关; 其余5项2026年底前完成
	}
	if n, _ := lexicon.Funding().Prefix(p.s.Runes[a.start:a.end]); n > 0 && r.tag == "money" && a.start+n < a.end {
		if tag, _ := lexicon.Funding().Lookup(p.s.Runes[a.start : a.start+n]); tag == "verb" {
			a.start += n
		}
	}
	if n, tag := lexicon.Verbs().Prefix(p.s.Runes[a.start:a.end]); n > 0 && tag == "give" && a.start+n < a.end {
		a.start += n
	}
	if p.s.Has(a.start, "用于") {
		a.start += 2
	}
	if p.begins(a.start, lexicon.SetAside()) {
		return stretch{} // 增值收益按2%标准计提
	}
	if _, kept := lexicon.Keeping().Lookup(p.s.Runes[a.start:a.end]); kept || p.isOffer(a) {
		return stretch{} // 按200元留存; 剩余的40%可给予4个月的宽限期
	}
	if _, verb := lexicon.Verbs().Lookup(p.s.Runes[a.start:a.end]); verb && r.tag != "time" || p.beginsAny(a.start, "要求", "目标", "水平") {
		return stretch{}
	}
	if p.beginsAny(a.start, "配建", "配备", "配置") {
		return p.trim(stretch{a.start + 2, a.end})
	}
	if n := p.givenNoun(r, a); n > 0 {
		return p.trim(stretch{a.start, a.start + n})
	}
	if p.goesOn(a) {
		return stretch{} // 新建泵站3座并投入使用; 给予2年且每月不超过2000元的补贴
	}
	if _, answered := lexicon.Answered().Lookup(p.s.Runes[a.start:a.end]); answered && r.tag == "time" && r.op == schema.OpEqual {
		return stretch{} // 歇业备案半小时办结
	}
	if r.tag == "share" || r.tag == "time" {
		return p.trim(a)
	}
	whole := p.endsAny(r.start, "完成")
	for i := a.start; i < a.end; i++ {
		n, tag := lexicon.NounStops().Prefix(p.s.Runes[i:a.end])
		switch {
		case tag == "none":
			i += n - 1 // 先进
			continue
		case i == a.start:
			continue
		case p.s.Runes[i] == '(':
			i = p.closeBracket(i)
			continue
		case n > 0 && !p.inQuotes(i):
			return p.trim(stretch{a.start, i})
		}
		if n, tag := lexicon.Verbs().Prefix(p.s.Runes[i:a.end]); n >= 2 && i+n < a.end && tag != "none" && !strings.HasSuffix(tag, "noun") && !p.inQuotes(i) && !p.hasOf(i, a.end) && !(whole && tag == "make") {
			return p.trim(stretch{a.start, i})
		}
	}
	return p.trim(a)
}

// isDue reports whether a phrase says by when, or when, something is done: 其余5项2026年底前完成, 4项2027年完成.
func (p *passage) isDue(a stretch) bool {
	times := p.timesIn(a.start, a.start+1)
	if len(times) == 0 || times[0].Start != a.start || p.inQuotes(a.start) {
		return false
	}
	_, done := lexicon.Acts().Lookup(p.s.Runes[min(times[0].End, a.end):a.end])
	return done || times[0].Relation == schema.RelationBy
}

// goesOn reports whether what stands behind a number begins with 并 or 且: another clause goes on, and no noun like 并购.
func (p *passage) goesOn(a stretch) bool {
	if a.empty() {
		return false
	}
	_, tag := lexicon.NounStops().Prefix(p.s.Runes[a.start:a.end])
	return tag != "none" && (p.s.Runes[a.start] == '并' || p.s.Runes[a.start] == '且')
}

// behindWhom returns what is given or applied, of a phrase that begins with to whom: 算力支持 of
// 对平台企业予以算力支持.
func (p *passage) behindWhom(a stretch) stretch {
	if !p.s.Has(a.start, "对") {
		return a
	}
	for i := a.end - 3; i > a.start+1; i-- {
		if p.beginsAny(i, "给予", "予以", "实行") && !p.inQuotes(i) {
			return stretch{i + 2, a.end}
		}
	}
	return a
}

// isOffer reports whether a phrase is nothing but 可 and a verb of giving.
func (p *passage) isOffer(a stretch) bool {
	if !p.s.Has(a.start, "可") {
		return false
	}
	tag, ok := lexicon.Verbs().Lookup(p.s.Runes[a.start+1 : a.end])
	return ok && tag == "give"
}

// givenNoun returns the length of the money at the head of a phrase that goes on with what else is given, or with who gets
// it: 一次性奖励 of 一次性奖励和认定名额, 奖励 of 奖励投资机构; 0 for another phrase.
func (p *passage) givenNoun(r *reading, a stretch) int {
	if r.tag != "money" && r.tag != "share" {
		return 0
	}
	n := 0
	if p.s.Has(a.start, "一次性") {
		n = 3
	}
	m, tag := lexicon.Funding().Prefix(p.s.Runes[min(a.start+n, a.end):a.end])
	rest := a.start + n + m
	if m == 0 || tag != "noun" || rest+2 >= a.end {
		return 0
	}
	if p.s.Runes[rest] == '和' || r.tag == "share" && p.endsInBody(stretch{rest, a.end}) {
		return n + m
	}
	return 0
}

// endsInBody reports whether a phrase is the name of those who get something: 投资机构.
func (p *passage) endsInBody(a stretch) bool {
	n, _ := lexicon.Who().Suffix(p.s.Runes[a.start:a.end])
	return n > 0 && !strings.ContainsRune(p.s.String(a.start, a.end), '的')
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
