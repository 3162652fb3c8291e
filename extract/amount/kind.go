package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// kindOf says what a number is for: funding, a standing limit, or an outcome.
func (p *passage) kindOf(r *reading) schema.TargetType {
	name := p.s.Runes[r.indicator.start:r.indicator.end]
	n, tag := lexicon.Quantities().Suffix(name)
	before := p.s.String(max(r.clause.start, r.start-40), r.num)
	if cut, ok := strings.CutSuffix(string(name), "标准"); ok && tag == "" && r.tag == "money" && !p.endsInFunding(stretch{r.indicator.start, r.indicator.end - 2}) { // 服务费标准 is one of 服务费
		_, tag = lexicon.Quantities().Suffix([]rune(cut))
	}
	if p.isFunding(r, name, tag, n > 0, before) {
		return schema.TargetFunding
	}
	if r.unit == "次" && p.isOnly(r) {
		return schema.TargetLimit // 每家企业仅可享受一次
	}
	if r.whenBy && r.when != "" && (r.op != schema.OpEqual || tag != "limit" || p.behindAny(r.start, shortened)) {
		return schema.TargetOutcome
	}
	switch {
	case p.isChange(r), tag == "outcome":
		return schema.TargetOutcome
	case p.isCharge(r, string(name)):
		return schema.TargetLimit
	case tag == "limit" && n > 0 && !p.isGain(r) && (r.tag != "count" || r.op != schema.OpEqual):
		return schema.TargetLimit
	case r.tag == "time" && !isTraining(r.unit) && !p.isGain(r):
		return schema.TargetLimit
	case r.op == schema.OpAtMost || r.op == schema.OpLess:
		return p.boundKind(r, before)
	case tag == "size" && isDimension(r) && !p.isGain(r) && !p.behindAny(r.start, []string{"达到", "达", "提高到", "增加到", "扩大到", "提升到"}):
		return schema.TargetLimit
	case r.op != schema.OpAtLeast && r.op != schema.OpMore:
		return schema.TargetOutcome
	}
	return p.floorKind(r, before)
}

// isGain reports whether the number is added to what there is: 新增节目时长.
func (p *passage) isGain(r *reading) bool {
	return strings.Contains(p.s.String(max(r.clause.start, r.start-40), r.start), "新增") || p.isMade(r)
}

// isCharge reports whether the number is one that a subject has to pay: a deposit, a
// tax, a share of a price.
func (p *passage) isCharge(r *reading, name string) bool {
	if r.tag != "money" && r.tag != "share" && r.tag != "time" {
		return false
	}
	for _, w := range []string{"征收", "最低工资", "首付", "保证金", "利率", "税率", "纳税", "增值税", "契税", "所得税", "押金", "违约金", "滞纳金", "收费", "租金", "罚款"} {
		if strings.Contains(name, w) && !strings.Contains(name, "补贴") && !strings.HasSuffix(name, "贷款") {
			return true
		}
	}
	before := p.s.String(max(r.clause.start, r.start-24), r.start)
	if strings.Contains(before, "补贴") || strings.Contains(before, "减免") {
		return false
	}
	if r.tag == "share" && strings.HasSuffix(name, "率") {
		return false
	}
	return strings.Contains(before, "缴纳") || strings.Contains(before, "交纳") || strings.Contains(before, "支付") || strings.Contains(before, "缴存")
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
	switch r.unit {
	case "平方米", "平米", "㎡", "m²", "米", "厘米", "毫米", "分贝":
		return true
	}
	return false
}

// boundKind: an upper bound is a limit, unless it is a rate that is to come down.
func (p *passage) boundKind(r *reading, before string) schema.TargetType {
	if r.tag != "share" && !strings.HasPrefix(r.unit, "微克") && !strings.HasPrefix(r.unit, "毫克") {
		return schema.TargetLimit
	}
	if name := p.s.String(r.indicator.start, r.indicator.end); strings.HasSuffix(name, "率") {
		return schema.TargetOutcome
	}
	for _, w := range []string{"降至", "降到", "下降到", "下降至", "降低到", "降低至", "浓度", "排放", "失业率", "发生率", "死亡率", "投诉率", "差错率", "发病率", "返贫率", "淘汰率", "污染"} {
		if strings.Contains(before, w) {
			return schema.TargetOutcome
		}
	}
	return schema.TargetLimit
}

// floorKind: a lower bound is a limit where it says what each has to have.
func (p *passage) floorKind(r *reading, before string) schema.TargetType {
	if r.whenBy {
		return schema.TargetOutcome
	}
	if p.isNorm(before) && !p.isMade(r) || p.behindAnyAt(r.end, "“无偿”", "无偿", "的标准", "的要求") {
		return schema.TargetLimit
	}
	if r.tag == "area" && !p.isMade(r) && isDimension(r) {
		return schema.TargetLimit
	}
	if r.basis != "" && r.when == "" && (isPopulation(r.basis) || p.isEach(r) && (r.tag == "money" || strings.Contains(before, "设置"))) {
		return schema.TargetLimit
	}
	if r.tag == "share" && (p.s.Has(r.end, "的") && strings.Contains(p.s.String(r.end, r.clause.end), "用于") || p.isOrdered(r)) {
		return schema.TargetLimit // 将不少于20%的岗位用于…
	}
	return schema.TargetOutcome
}

// isEach reports whether the base is a subject that 每 or 各 names: 每处, not 每年 or 人均.
func (p *passage) isEach(r *reading) bool {
	return !r.base.empty() && strings.ContainsRune("每各", p.s.Runes[r.base.start]) && !endsInTime(r.basis)
}

// isOrdered reports whether a clause before in the sentence says that it has to be so:
// 新建小区应当配套建设充电设施,充电车位占比不低于10%.
func (p *passage) isOrdered(r *reading) bool {
	for i := r.clause.start - 2; i >= max(p.begin, r.sentence, r.clause.start-40); i-- {
		if p.behindAnyAt(i, "应当", "必须") {
			return true
		}
	}
	return false
}

// isNorm reports whether the words before a number say that it has to be kept.
func (p *passage) isNorm(before string) bool {
	for _, w := range []string{"须", "必须", "应当", "配备", "配建", "配置", "配齐", "不得", "按照人均", "按人均"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	runes := []rune(before)
	for i, r := range runes {
		if r == '应' && i+1 < len(runes) && strings.ContainsRune("不至达配设按有于在为保", runes[i+1]) && (i == 0 || !strings.ContainsRune("供适对相响感效", runes[i-1])) {
			return true
		}
	}
	return strings.HasSuffix(before, "应")
}

// isPopulation reports whether a base is a head count that facilities are planned by.
func isPopulation(basis string) bool {
	for _, w := range []string{"百户", "千人", "千人口", "万人", "万人口", "百人"} {
		if strings.HasPrefix(basis, w) {
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

// isFunding reports whether the number is money, or a share of money, that is given,
// lent or invested.
func (p *passage) isFunding(r *reading, name []rune, tag string, quantity bool, before string) bool {
	if r.tag != "money" && r.tag != "share" && r.unit != "万" && r.unit != "亿" {
		return false
	}
	if tag == "fund" && r.tag != "share" {
		return true
	}
	_, kind := lexicon.Funding().Suffix(name)
	if kind == "noun" {
		return true
	}
	if r.tag == "money" && p.behindAnyAt(r.end, usedFor...) {
		return true
	}
	if r.tag == "money" && (strings.Contains(before, "减免") || strings.Contains(before, "给予") || strings.Contains(before, "发放")) {
		return true
	}
	if r.tag == "share" && p.isGivenShare(r) || r.tag == "money" && p.isListed(r) {
		return true
	}
	if tag == "limit" {
		return false
	}
	around := string(name)
	if r.tag == "share" {
		return p.isFundShare(around) && !strings.HasSuffix(before, "增长") && !strings.HasSuffix(before, "增速")
	}
	if p.earns(around) {
		return false
	}
	if r.basis != "" && !quantity && r.basis != "年" {
		return true
	}
	return p.mentionsFund(around, false) || p.mentionsFund(before, true) || p.mentionsFund(p.s.String(r.num, min(r.clause.end, r.num+24)), false)
}

// isFundShare reports whether a phrase names a share of money that is given: 公益金用于
// 养老服务的比例, 劳务报酬占比.
func (p *passage) isFundShare(name string) bool {
	if strings.HasPrefix(name, "用于") {
		return true
	}
	if strings.Contains(name, "用于") || strings.Contains(name, "投向") {
		for _, w := range []string{"资金", "收入", "公益金", "基金", "经费", "收益", "债券", "投资", "预算", "贷款"} {
			if strings.Contains(name, w) {
				return true
			}
		}
	}
	return p.mentionsFund(name, false) && !p.earns(name) && !strings.Contains(name, "强度") && !strings.HasSuffix(name, "率")
}

// earns reports whether a phrase names money that is earned, traded or charged.
func (p *passage) earns(name string) bool {
	if strings.Contains(name, "资金") || strings.Contains(name, "贷款") {
		return false
	}
	for _, w := range []string{"收入", "增收", "产值", "零售额", "销售额", "交易额", "成交额", "营业额", "增加值", "生产总值", "总额", "利润", "税收", "进出口", "营收", "消费额", "收费", "保证金", "押金", "罚款", "价格", "成本", "节约", "节省"} {
		if strings.Contains(name, w) && !strings.Contains(name, "补贴") && !strings.Contains(name, "补助") && !strings.Contains(name, "奖励") && !strings.Contains(name, "资助") && !strings.Contains(name, "奖补") && !strings.Contains(name, "扶持") {
			return true
		}
	}
	return false
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
