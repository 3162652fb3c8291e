package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// typeRow says what a number is for where its test holds. Example is a sentence of which it decides a target.
type typeRow struct {
	id      string
	states  string // what it looks at
	example string
	is      schema.TargetType
	test    func(p *passage, a about) bool
}

// types are tried in order; the last row always holds.
var types = []typeRow{
	{"amount/type-fund", "the quantity is money of a fund", "单个企业最高授信额度为45万元。", schema.TargetFunding, func(_ *passage, a about) bool {
		return a.isMoney() && a.sort == "fund" && a.tag != "share"
	}},
	{"amount/type-discount", "折: a price that is lowered", "给予人才公寓租金5折优惠。", schema.TargetFunding, func(_ *passage, a about) bool { return a.unit == "折" }},
	{"amount/type-levy", "a rate that is levied or paid: 税率, 征收, 应纳税", "减按15%的税率征收企业所得税。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.tag == "share" && p.isLevied(a.end)
	}},
	{"amount/type-kept", "supervised money that has to be kept or paid in", "重点监管资金余额不低于10%。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.isMoney() && strings.Contains(string(a.name), "监管") && (says(a.name, lexicon.Keeping()) || says(a.before, lexicon.Keeping()))
	}},
	{"amount/type-set-aside", "a sum or share that is taken out of money for something", "从增值收益中计提2%作为公共账户资金。", schema.TargetFunding, func(p *passage, a about) bool {
		behind := p.behindNumber(a.k)
		return a.isMoney() && (p.ends(a.start, lexicon.SetAside()) || p.begins(behind.start, lexicon.SetAside()) && !behind.empty())
	}},
	{"amount/type-months", "months of a sum that somebody in need gets", "救助标准不超过2个月最低生活保障标准。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.tag == "time" && p.isStandard(a.indicator) && p.inMonths(a.reading, p.behindNumber(a.k))
	}},
	{"amount/type-given", "what is measured ends in a word for money given", "每村补助5万元,每个示范村奖励20万元。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.isMoney() && p.endsInFunding(a.indicator)
	}},
	{"amount/type-used-for", "用于 behind a sum", "统筹不少于6000万元用于水系治理。", schema.TargetFunding, func(p *passage, a about) bool {
		_, tag := p.wordAt(a.end, lexicon.Purposes())
		return a.tag == "money" && tag == "used"
	}},
	{"amount/type-giving", "a verb of giving before a sum", "减免租金约2000万元。", schema.TargetFunding, func(_ *passage, a about) bool {
		return a.tag == "money" && says(a.before, lexicon.Giving())
	}},
	{"amount/type-paid-out", "a share right behind a verb of paying out", "购房补贴第1年发放40%。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.tag == "share" && a.op == schema.OpEqual && p.endsAny(a.start, "发放", "拨付", "兑付", "兑现")
	}},
	{"amount/type-returned", "a share that the words behind it give", "按上年度缴费额的50%返还给企业。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.tag == "share" && p.isGivenShare(a.reading)
	}},
	{"amount/type-bounded-share", "a share behind 按 or 给予 of what is given up to a sum", "按研发费用的8%给予牵头单位最高50万元补助。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.tag == "share" && p.isBoundedShare(a.k)
	}},
	{"amount/type-share-used", "a share of money, 用于 behind it", "签约服务费的80%用于薪酬分配。", schema.TargetFunding, func(p *passage, a about) bool {
		_, tag := p.wordAt(a.end, lexicon.Purposes())
		return a.tag == "share" && tag == "used" && len(a.name) > 0 && strings.ContainsRune("费款金", a.name[len(a.name)-1])
	}},
	{"amount/type-return-rate", "the share that is returned: 返还比例", "中小企业返还比例最高不超过缴费额的90%。", schema.TargetFunding, func(p *passage, a about) bool {
		rate, ok := strings.CutSuffix(string(a.name), "比例")
		return a.tag == "share" && ok && lexicon.Returned().Ends(rate)
	}},
	{"amount/type-fund-share", "a share of money that is given or lent", "土地出让收入用于农业农村的比例达到50%以上。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.tag == "share" && a.sort != "limit" && !(a.keeps() && isNorm(a.before) && !strings.Contains(string(a.name), "用于")) && p.isFundShare(a.name) && !strings.HasSuffix(string(a.before), "增长") && !strings.HasSuffix(string(a.before), "增速")
	}},
	{"amount/type-each-gets", "a sum for each, not for a year", "博士每人10万元、硕士每人5万元。", schema.TargetFunding, func(_ *passage, a about) bool {
		return a.isSum() && a.basis != "" && a.basis != "年" && !a.ends
	}},
	{"amount/type-funding-near", "a word for money given near a sum", "完成投资25亿元。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.isSum() && (p.mentionsFund(string(a.name), false) || p.mentionsFund(string(a.before), true) || p.mentionsFund(p.s.String(a.num, min(a.clause.end, a.num+24)), false))
	}},
	{"amount/type-after-funding", "a sum behind another that is given: its bound", "购房补贴按每平方米200元发放,整栋最高2万元。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.tag == "money" && a.prev != nil && a.prev.kind == schema.TargetFunding && !earns(a.name) && !p.isCharge(a)
	}},
	{"amount/type-cap", "an upper bound for a single one, or of the sum, behind a clause that gives", "对符合条件的给予奖补,单个企业最高300万元。", schema.TargetFunding, func(p *passage, a about) bool {
		return a.tag == "money" && a.isUpper() && len(a.name) > 0 && (a.name[0] == '单' || lexicon.Sums().Has(string(a.name))) && says(p.clauseBefore(a.reading), lexicon.Granted())
	}},
	{"amount/type-once", "只, 仅 or 可 before what one may have", "多个项目只享受一次奖励。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.tag == "count" && a.low == 1 && (p.isOnly(a.reading) || p.isChoice(a.reading))
	}},
	{"amount/type-by", "a day to reach it by, for a bound or what is no norm", "2030年底前,营业收入翻一番以上。", schema.TargetOutcome, func(p *passage, a about) bool {
		return a.whenBy && a.when != "" && (a.op != schema.OpEqual || a.sort != "limit" || p.comesDown(a.start))
	}},
	{"amount/type-change", "a share that something is raised or cut by", "地区生产总值年均增长6%左右。", schema.TargetOutcome, func(p *passage, a about) bool { return p.isChange(a.reading) }},
	{"amount/type-reached", "the quantity is one that work reaches", "新增减税降费约12亿元。", schema.TargetOutcome, func(_ *passage, a about) bool { return a.sort == "outcome" }},
	{"amount/type-charge", "a deposit, a tax, a rent, what is paid", "工程质量保证金预留比例不得超过3%。", schema.TargetLimit, (*passage).isCharge},
	{"amount/type-norm", "the quantity is one of norms: 时限, 租期", "房屋出租期限不得低于5年。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.ends && a.sort == "limit" && (a.tag != "count" || a.op != schema.OpEqual) && !p.isGain(a.reading)
	}},
	{"amount/type-span", "a span of time, but no lessons", "提前30日公示。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.tag == "time" && !isTraining(a.unit) && (!p.isGain(a.reading) || p.isFree(a.reading) || p.isPublic(a.reading))
	}},
	{"amount/type-falling", "an upper bound of a rate or of what is to come down", "新生儿死亡率下降到千分之二以下。", schema.TargetOutcome, func(_ *passage, a about) bool {
		return a.isRate() && (strings.HasSuffix(string(a.name), "率") || says(a.before, lexicon.Falling()))
	}},
	{"amount/type-upper", "any other upper bound", "每个网格服务户数不超过300户。", schema.TargetLimit, func(_ *passage, a about) bool { return a.isUpper() }},
	{"amount/type-size", "the size of a thing, unless it is brought up to it", "每百户居民拥有综合服务设施面积不低于30平方米。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.sort == "size" && isDimension(a.reading) && !p.isGain(a.reading) && !p.endsAny(p.listStart(a.k), "达到", "达", "提高到", "增加到", "扩大到", "提升到")
	}},
	{"amount/type-must", "应当, 配备 or 不得 before a lower bound, 的标准 behind", "每所学校至少配备1名专职心理健康教师。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.keeps() && (isNorm(a.before) && !p.isMade(a.reading) || p.beginsAny(a.end, "“无偿”", "无偿", "的标准", "的要求"))
	}},
	{"amount/type-room", "a lower bound of the size of a thing that is not built", "新建小区按每百户不少于20平方米配建社区用房。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.keeps() && a.tag == "area" && isDimension(a.reading) && !p.isMade(a.reading)
	}},
	{"amount/type-per-head", "a lower bound for each thousand people", "每千人口拥有床位不少于4张。", schema.TargetLimit, func(_ *passage, a about) bool {
		return a.keeps() && a.when == "" && isPopulation(a.basis)
	}},
	{"amount/type-each-has", "a lower bound of what each has", "每人赔偿限额不低于60万元。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.keeps() && a.when == "" && a.basis != "" && p.isEach(a.reading) && (a.tag == "money" || strings.Contains(string(a.before), "设置"))
	}},
	{"amount/type-part", "a share of something that is used for, or ordered", "学校将不少于20%的岗位用于聘用兼职教师。", schema.TargetLimit, func(p *passage, a about) bool {
		return a.keeps() && a.tag == "share" && (p.s.Has(a.end, "的") && strings.Contains(p.s.String(a.end, a.clause.end), "用于") || p.isOrdered(a.reading))
	}},
	{"amount/type-outcome", "all else", "人均预期寿命达到79岁。", schema.TargetOutcome, func(*passage, about) bool { return true }},
}
