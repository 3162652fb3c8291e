package amount

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// refusal takes out a number that is no target. Example is a sentence of which it refuses
// a number.
type refusal struct {
	id      string
	states  string // what it looks at
	example string
	test    func(p *passage, k int) bool
}

// refusals are tried in order. What one of them says holds whatever the others say.
var refusals = []refusal{
	{"amount/not-quoted", "inside “”", "落实“六个100%”要求。", (*passage).isQuoted},
	{"amount/not-time", "inside a time expression", "三年内完成改造。", (*passage).isTime},
	{"amount/not-formula", "beside +, a letter or a sign", "推广3个+模式。", (*passage).isFormula},
	{"amount/not-ordinal", "behind 第, 前, 近, 满, 连续", "做好第3期培训工作。", (*passage).isOrdinal},
	{"amount/not-included", "behind 含 in brackets", "面积不足(含90平方米)的,从简办理。", (*passage).isIncluded},
	{"amount/not-base", "behind 每: the base of another number", "每3个月更新清单。", (*passage).isBase},
	{"amount/not-name-unit", "岁, 级, 星, 届, 版", "优先照顾80岁以上老年人。", (*passage).isNameUnit},
	{"amount/not-score", "分: points that somebody is given", "对专家评分95分以上的项目,予以支持。", (*passage).isScore},
	{"amount/not-copy", "份 behind 一式, 复印件 or the name of a form: copies of a paper", "提交申请书一式3份。", (*passage).isCopy},
	{"amount/not-part", "款 or 项 behind an article", "第三条1-5款人员可随迁。", (*passage).isPartOfArticle},
	{"amount/not-stage", "a fraction before 节点 or 形象进度: a stage of the work", "建设层数达到三分之二节点,提交验收记录。", (*passage).isStage},
	{"amount/not-reach", "a length behind 两侧 or before 范围, a speed of lines: which ones are meant", "清理铁路两侧500米范围内的杂物。", (*passage).isReach},
	{"amount/not-beside", "a length that begins the name of work beside other work: no verb says how much of it is done", "抓好线路整治和2公里绝缘化改造工作。", (*passage).isBesideWork},
	{"amount/not-division", "what aims are divided into", "抓好3个方面工作。", (*passage).isDivision},
	{"amount/not-old", "由 or 从 before, the new value behind", "额度由30万元提高到50万元。", (*passage).isOld},
	{"amount/not-validity", "有效期 of the document itself", "本办法自印发之日起施行,有效期3年。", (*passage).isValidity},
	{"amount/not-list", "a list whose first number was refused", "修订第1、2、3项规定。", (*passage).isRefusedList},
	{"amount/not-condition", "a clause that ends in 的 or 后, or begins with 凡 or 如", "注册资本100万元以上的,优先办理。", (*passage).isCondition},
	{"amount/not-gloss", "a bound in brackets that says who or what the words around them mean", "对少裁员(裁员率低于5.5%)的企业,给予返还。", (*passage).isGloss},
	{"amount/not-who", "a size that says who is meant", "将床位100张以上的机构纳入监测。", (*passage).isWho},
	{"amount/not-picked", "a bound behind 对 and before 的: says who is meant", "对面积100亩以上、证照齐全的企业,优先办理。", (*passage).isPicked},
	{"amount/not-owner", "what those who are meant have", "拥有2套住房的家庭不再享受补贴。", (*passage).isOwner},
	{"amount/not-for", "a clause with 对 before what is given", "对营业收入达到500万元企业,给予奖励。", (*passage).isFor},
	{"amount/not-existing", "behind 已 or 现有", "对已建成的36个站点开展评估。", (*passage).isExisting},
	{"amount/not-present", "in a sentence that begins with 目前 or 当前 and aims at nothing", "目前,护理型床位占比达到30%。", (*passage).isPresent},
	{"amount/not-used", "behind 用好, 依托, 发挥: the size of what is used", "用好300亿元产业基金。", (*passage).isUsed},
	{"amount/not-sized", "a measure before the plant or work that it tells the size of", "推进云溪化工区10万吨甲醇项目投产。", (*passage).isSized},
	{"amount/not-sum", "sums up a list", "落实登记、走访、巡查3项制度。", (*passage).isSum},
	{"amount/not-one", "一 as an article", "打造一支专业队伍。", (*passage).isArticle},
	{"amount/not-bare-time", "a span of time in a name", "建设24小时自助服务区。", (*passage).isBareTime},
	{"amount/not-inside", "part of the name of what another number measures", "站点500米覆盖率达到九成。", (*passage).isInside},
	{"amount/not-reference", "between 以 and 为", "以二次结构一半以上为节点。", (*passage).isReference},
	{"amount/not-policy", "counts the scope of a policy in its name", "扩大6个区试点政策。", (*passage).isPolicy},
	{"amount/not-share", "a fraction or whole without anything it is of", "开展全覆盖检查。", (*passage).isBareWhole},
}

// refuse returns the ID of the refusal that takes reading k out, or "".
func (p *passage) refuse(k int) string {
	for _, r := range refusals {
		if r.test(p, k) {
			return r.id
		}
	}
	return ""
}

// oldValue returns the reading that holds the value which k replaces, or nil.
func (p *passage) oldValue(k int) *reading {
	if k > 0 && p.readings[k-1].refused == "amount/not-old" && p.readings[k-1].clause.start == p.readings[k].clause.start {
		return &p.readings[k-1]
	}
	return nil
}

// isOld: 由50万元调整为60万元: the first is the old value.
func (p *passage) isOld(k int) bool {
	r := &p.readings[k]
	if p.isRaised(k) || p.isOldList(k) || p.isAppliedRate(k) {
		return true
	}
	if k+1 >= len(p.readings) || p.readings[k+1].clause.start != r.clause.start {
		return false
	}
	if r.end == p.readings[k+1].start && p.beginsAny(r.end, "最高提", "最高上调") {
		return p.leadsOld(r)
	}
	between := p.s.Runes[r.end:p.readings[k+1].start]
	if base := p.lastBase(r.end, p.readings[k+1].start); !base.empty() && base.end == p.readings[k+1].start {
		between = p.s.Runes[r.end:base.start]
	}
	if len(between) < 2 || len(between) > 14 {
		return false
	}
	text := string(between)
	from := p.leadsOld(r)
	if strings.HasSuffix(text, "减按") {
		return true
	}
	if !strings.ContainsRune("至到为成", between[len(between)-1]) {
		n, tag := lexicon.Links().Prefix(between)
		return from && tag == "reach" && strings.ContainsRune("至到", between[n-1]) // 由办证2年放宽至办证1年
	}
	n, tag := lexicon.Links().Suffix(between)
	return from || n == len(between) && tag == "reach" && strings.ContainsRune("提调增升降下上压缩减扩延放", between[0])
}

// isRaised: 贷款额由不高于房价的70%,提高到不高于80%: the new value stands in the next clause.
func (p *passage) isRaised(k int) bool {
	r := &p.readings[k]
	if k+1 >= len(p.readings) || r.end != r.clause.end || p.readings[k+1].tag != r.tag || p.readings[k+1].start-r.end > 8 {
		return false
	}
	return p.leadsOld(r) && p.s.Has(r.end, ",") && p.isReached(r.end+1)
}

// isReached reports whether a verb begins at rune i that leads in a new value: 提高到, 调整为.
func (p *passage) isReached(i int) bool {
	n, tag := p.wordAt(i, lexicon.Links())
	return n > 1 && tag == "reach"
}

// isAppliedRate: 适用3%征收率的收入,减按1%征收率征收: the rate that the next one replaces.
func (p *passage) isAppliedRate(k int) bool {
	r := &p.readings[k]
	return r.tag == "share" && p.endsAny(r.start, "适用") && k+1 < len(p.readings) && p.endsAny(p.readings[k+1].start, "减按")
}

// isOldList: 由新房80万元和旧房60万元提高至100万元: both are old.
func (p *passage) isOldList(k int) bool {
	r := &p.readings[k]
	return k+1 < len(p.readings) && r.end < p.end && strings.ContainsRune("和、及", p.s.Runes[r.end]) && p.readings[k+1].tag == r.tag && p.readings[k+1].start-r.end < 10 && p.leadsOld(r) && p.isOld(k+1)
}

// leadsOld reports whether 由 or 从 stands shortly before a number.
func (p *passage) leadsOld(r *reading) bool {
	before := p.s.String(max(r.clause.start, r.num-16), r.num)
	far := p.s.String(max(r.clause.start, r.num-40), r.num)
	return strings.ContainsAny(before, "由从依") || strings.HasSuffix(before, "将") || strings.Contains(far, "由不") || strings.Contains(far, "从不")
}

// isRefusedList: 第1、2、3项: what the first of a list is not, no other is.
func (p *passage) isRefusedList(k int) bool {
	if k == 0 || p.readings[k-1].end != p.readings[k].num-1 || !strings.ContainsRune("、和及", p.s.Runes[p.readings[k].num-1]) {
		return false
	}
	why := p.readings[k-1].refused
	return why == "amount/not-ordinal" || why == "amount/not-list" || why == "amount/not-formula"
}

// namesField reports whether a word for a field of work stands within the phrase at rune i:
// 行业, 特困行业, 重点行业领域.
func (p *passage) namesField(i int) bool {
	for j := i; j < min(i+5, p.end); j++ {
		if p.begins(j, lexicon.Spheres()) {
			return !p.begins(j+2, lexicon.SphereBodies())
		}
	}
	return false
}

// isSum: 登记、走访、签约3项制度 counts what is spelled out before it.
func (p *passage) isSum(k int) bool {
	r := &p.readings[k]
	if r.op == schema.OpEqual && r.tag == "count" && strings.Contains(p.s.String(max(r.clause.start, r.num-30), r.num), "分为") {
		return true // 分为合格、不合格2类
	}
	if p.isItemCount(r) || p.isKindCount(r) {
		return true
	}
	if r.op != schema.OpEqual || r.tag != "count" || r.end >= r.clause.end || strings.ContainsRune("、,和及“", p.s.Runes[r.end]) || r.num == r.clause.start {
		return false
	}
	from := r.clause.start
	if prev := p.before(k); prev != nil && prev.end > from {
		from = prev.end
	}
	seg, reached := p.trimLinks(stretch{from, r.start})
	if reached || seg.end < r.start && !p.ends(r.start, lexicon.Summing()) || seg.empty() {
		return false
	}
	text := p.s.Runes[seg.start:seg.end]
	named := strings.Contains("项类种", r.unit) && !isDigit(p.s.Runes[r.num]) && r.low < 10 && text[len(text)-1] != '的'
	list := strings.ContainsRune(string(text), '、') || strings.Contains(string(text), "”“") || strings.Contains(string(text), "》《")
	if !list && !named {
		return false
	}
	if text[len(text)-1] == '等' { // A、B等7个行业 sums up, 建设A、B等10个中心 does not
		items := float64(strings.Count(string(text), "、") + 1)
		if r.low == items {
			return true // 布局A、B等2个中心: all are spelled out
		}
		if r.low >= 10 && r.low > 3*items {
			return false // A、B等58项: most of them are not spelled out
		}
		return strings.Contains("项类种大", string([]rune(r.unit)[:1])) || r.unit == "个" && p.namesField(r.end)
	}
	n, _ := lexicon.Verbs().Suffix(text)
	return n == 0
}

// isKindCount: 形式分著作、论文、报告三种: as many kinds as the words before the number name, at the end of the clause.
func (p *passage) isKindCount(r *reading) bool {
	if r.op != schema.OpEqual || r.end != r.clause.end || r.low < 2 || r.unit != "种" && r.unit != "类" {
		return false
	}
	return strings.Count(p.s.String(r.clause.start, r.num), "、") == int(r.low)-1
}

// isItemCount: 夯实算力底座(3项): how many items stand below a heading.
func (p *passage) isItemCount(r *reading) bool {
	return r.op == schema.OpEqual && (r.unit == "项" || r.unit == "条") && r.num-1 > p.begin && p.s.Runes[r.num-1] == '(' && p.s.Has(r.end, ")") && (r.end+1 == p.end || p.s.Gap(r.end+1) == lex.Boundary || p.s.Runes[r.end+1] == ':')
}
