package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
)

// mentionRules are wordings of times that are no deadlines.
var mentionRules = []row{
	{ID: "when/mention-since", Pattern: start + "? POINT " + ending + "? ~6 以来", Example: "2021年以来", Build: mention("since then: past")},
	{ID: "when/mention-plan-since", Pattern: start + "? PLAN (期间|时期)? 以来", Example: "“十一五”以来", Build: mention("since then: past")},
	{ID: "when/mention-until-now", Pattern: start + "? POINT 起? (至|到) (今|目前|现在)", Example: "2019年至今", Build: mention("since then: past")},
	{ID: "when/mention-version", Pattern: "POINT (版|本|修订|修正|试行)", Example: "2020年版", Build: mention("a version")},
	{ID: "when/mention-version-bare", Pattern: "Y 版", Example: "2020版", Build: mention("a version")},
	{ID: "when/mention-session", Pattern: "POINT (度)? 第 N (次|号|期|届)", Example: "2023年第9次", Build: mention("the date of a meeting or a number")},
	{ID: "when/mention-compared", Pattern: "(较之|较|比照|对比|比|相较于|相较|相比于|相比) (于)? POINT " + ending + "? 初?", Example: "较2023年", Build: baseline},
	{ID: "when/mention-plan-compared", Pattern: "(较之|较|对比|比|相较于|相较|相比于|相比) (于)? PLAN (期间|时期)? (末期|末|初|期末|期初)?", Example: "较“十三五”末", Build: baseline},
	{ID: "when/mention-year-end-compared", Pattern: "(较|比) (年初|年底|年末|月初|上月|上季度|上年末|上年底)", Example: "较年初", Build: baseline},
	{ID: "when/mention-set-against", Pattern: "(与|同|和|跟) POINT " + ending + "? (度|同期|水平)? (相比|比较|相较|持平|对比)", Example: "与2020年相比", Build: mention("what is compared with")},
	{ID: "when/mention-plan-set-against", Pattern: "(与|同|和|跟) PLAN (期间|时期)? (末|初|期末|期初)? (相比|比较|相较|持平|对比)", Example: "与“十四五”初相比", Build: mention("what is compared with")},
	{ID: "when/mention-base", Pattern: "(以|按照|按|在) POINT " + ending + "? (度)? (为|的)? (基数|基期|基准|基础|不变价|可比价|价格|物价|口径)", Example: "以2020年为基数", Build: mention("what is compared with")},
	{ID: "when/mention-level", Pattern: "POINT " + ending + "? (度)? 的? (水平|同期|基础上|基数|同口径|不变价|可比价)", Example: "2019年水平", Build: mention("what is compared with")},
	{ID: "when/mention-above", Pattern: "(不低于|不高于|低于|高于|超过|优于|好于|不少于|不超过|不差于) (POINT|PLAN末?) " + ending + "? (水平|同期)?", Example: "不低于2023年", Build: mention("what is compared with")},
	{ID: "when/mention-carbon", Pattern: "POINT 前 (碳达峰|碳中和) (行动|实施|方案|工作)", Example: "2030年前碳达峰行动", Build: mention("a name")},
	{ID: "when/mention-counted", Pattern: start + "? POINT (起|开始)? (算起|起算|起计|计起|开始计算)", Example: "从2020年1月开始算起", Build: mention("from when something is counted")},
	{ID: "when/mention-times", Pattern: "POINT " + ending + "? 的 N (%|倍|个百分点)", Example: "2020年的2倍", Build: mentionPoint("what is compared with")},
	{ID: "when/mention-from-value", Pattern: "(从|由) POINT " + ending + "? 的", Example: "从2020年的", Build: mention("what is compared with")},
	{ID: "when/mention-done", Pattern: "(已经|已|业已|曾经|曾|早) (于|在) POINT " + ending + "? " + before + "?", Example: "已于2023年10月", Build: mention("past")},
	{ID: "when/mention-done-behind", Pattern: "POINT " + ending + "? " + before + "? (就|便|均|都)? (已经|已|业已)", Example: "2023年底已", Build: mention("past")},
	{ID: "when/mention-qualifier", Pattern: "POINT " + ending + "? " + before + "? (以后|之后|后|起)? (新|前|所)? " + made + " (并|并且)? (投入使用|投用|投运|交付|运营)? 的", Example: "2015年建成的", Build: mention("says which ones are meant")},
	{ID: "when/mention-plan-qualifier", Pattern: "PLAN (期间|时期|末|期末) (新|所)? " + made + " 的", Example: "“十二五”期间建成的", Build: mention("says which ones are meant")},
	{ID: "when/mention-vision", Pattern: "POINT 远景目标", Example: "2035年远景目标", Build: mention("a name")},
	{ID: "when/mention-central", Pattern: "POINT (中央|省委|市委) (一号|1号) 文件", Example: "2024年中央一号文件", Build: mention("a name")},
	{ID: "when/mention-plan", Pattern: "PLAN", Example: "“十四五”", Build: mention("a planning period used as a name")},
	{ID: "when/mention-plan-ordinal", Pattern: "第 N 个 五年 (规划|计划)?", Example: "第十四个五年规划", Build: mention("a planning period used as a name")},
	{ID: "when/mention-year-end-name", Pattern: "(YEAR 年?)? (年末|年终|末|终) (考核|决算|结转|结余|总结|评比|述职|绩效|奖金|奖励|奖|分红|测评|结算|清算)", Example: "年末结转", Build: mention("a name")},
	{ID: "when/mention-year-end-review", Pattern: "(YEAR 年?)? 年底 (效能|绩效|目标|综合|业绩|工作|责任|党建|履职) (目标|责任|责任制|工作|绩效|效能|完成情况|综合)? (目标|责任|责任制|工作)? (考核|考评|评比|测评|评议|述职)", Example: "年底效能目标考核", Build: mention("a name")},
	{ID: "when/mention-year-name", Pattern: "YEAR (报告|计划|检查计划|考核|预算|决算|目标责任|绩效|工作要点|任务清单|工作报告|审计)", Example: "2022年度报告", Build: yearName},
	{ID: "when/mention-year-rate", Pattern: "POINT (度)? (当地|全市|全省|全县|全区|本市|本省)? (最低工资|最低生活保障|平均工资|社平工资|缴费基数|年度计划)", Example: "2024年最低工资", Build: mentionPoint("a name")},
	{ID: "when/mention-half-name", Pattern: "POINT (考评|考核结果|述职|通报会)", Example: "上半年考评", Build: mention("a name")},
	{ID: "when/mention-to-past", Pattern: "(截至|截止|截止到|截至到) POINT " + ending + "? ,? ~12 (已|共有|累计|现有)", Example: "截至2023年底,全市已", Build: mention("past")},
	{ID: "when/mention-recent", Pattern: "(近|最近|过去) DUR (来|以来|内|间)?", Example: "近三年来", Build: recent},
	{ID: "when/mention-name", Pattern: "DUR (行动|计划|规划|攻坚|倍增|滚动|提升行动|专项|总体|期|制)", Example: "三年行动", Build: mention("a name")},
	{ID: "when/mention-last-year-end", Pattern: "(去年|上年|上一年) (年底|年末|底|末|同期|度)?", Example: "上年末", Build: mention("past")},
	{ID: "when/mention-once-per", Pattern: "(一|1) (季度|月|周|年) (一|1)", Example: "一季度一", Build: mention("how often, not when")},
}

// mention builds what is written like a time and is no deadline.
func mention(why string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, "")
		p.why = why
		return p, ""
	}
}

// mentionPoint builds a mention of the point alone: the 2倍 of 2020年的2倍 stays.
func mentionPoint(why string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, "")
		_, c, _ := pointOf(m, 0)
		p.start, p.end, p.why = c.Start, c.End, why
		return p, ""
	}
}

// yearName builds 2022年度报告; without 度 it is a year and what is done in it.
func yearName(m match.Match) (phrase, string) {
	c, _ := m.Capture("YEAR", 0)
	if m.Stream.Runes[c.End-1] != '度' {
		return phrase{}, "no name"
	}
	return mention("a name")(m)
}

// baseline builds 较2023年, 比“十三五”末; not where 比 ends a word (占比2025年达到).
func baseline(m match.Match) (phrase, string) {
	if m.Start > 0 && strings.ContainsRune("占对配同环正反", m.Stream.Runes[m.Start-1]) {
		return phrase{}, "比 ends a word"
	}
	return mention("what is compared with")(m)
}
