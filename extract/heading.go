package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// headingKind is what a heading says about the text below it.
type headingKind uint8

const (
	workHeading    headingKind = iota // as far as the heading says, work
	framingHeading                    // what a notice aims at: its sentences may be goals
	idleHeading                       // neither work nor goals: what it reports and explains
)

// headingRule is a row of the table of headings, the first one that fits deciding. NearMiss
// is a heading of work that looks like one of the row's.
type headingRule struct {
	ID, States        string
	Kind              headingKind
	Example, NearMiss string
	fits              func(heading string) bool
}

// headingRules decide what a heading that stands over no responsibility clause is. They
// see it folded, without white space, its label and brackets behind it.
var headingRules = []headingRule{
	{reportRow, "the last word is what a notice explains or reports", idleHeading, "充分认识发展养老服务的重要意义", "补齐养老服务短板", func(h string) bool {
		return lastIn(h, reportWords) && !isWork(h)
	}},
	{"heading/framing", "a usual name of a section that frames the work", framingHeading, "总体要求", "目标任务分解落实机制建设", func(h string) bool {
		return begins(h, framingNames)
	}},
	{"heading/framing-last-word", "the last word is what a notice aims at", framingHeading, "近期和中期目标", "分解年度目标", func(h string) bool {
		return lastIn(h, framingWords) && !isWork(h)
	}},
	{"heading/framing-named", "a name of a section of goals behind what it is about", framingHeading, "人才发展的具体目标和步骤", "人才发展的重点领域", func(h string) bool {
		_, rest, ok := strings.Cut(h, "的")
		return ok && begins(rest, framingNames) && !isWork(h)
	}},
	{"heading/no-work", "a section that holds neither work nor goals", idleHeading, "名词解释", "优化办理流程", func(h string) bool {
		return lastIn(h, idleNames) && (slices.Contains(idleNames, h) || strings.Contains(h, "的") || !isWork(h))
	}},
}

// reportRow is the row of headings over what was done and what is.
const reportRow = "heading/report"

// framingNames begin or are the headings of sections that state goals, not tasks.
var framingNames = strings.Fields(`
总体要求 总体思路 总体目标 总体任务和目标 总体任务 指导思想 基本原则 工作原则 工作目标 主要目标 主要指标 目标任务 发展目标 行动目标 目标 工作思路 发展思路
适用范围 适用对象 总体考虑 基本思路 建设目标 任务目标 年度目标 阶段目标 实施目标 预期目标 总体部署
工作要求和目标 指导思想和工作目标 目标要求 实施范围 指导方针 具体目标 编制依据 编制目的`)

// framingWords are the last words of headings that frame the work.
var framingWords = strings.Fields(`原则 思想 思路 方针 目标 范围`)

// reportWords are the last words of headings over what was done, what is and why: figures
// there are of the past.
var reportWords = strings.Fields(`
意义 重要性 必要性 紧迫性 形势 基础 现状 背景 问题 短板 回顾 现状分析 形势分析 态势 成就 历史方位 机遇 机遇与挑战 机遇和挑战 成效 主要成就 发展环境 需求分析 基本情况`)

// idleNames end the headings of sections that hold neither tasks nor goals.
var idleNames = strings.Fields(`
支持对象 扶持对象 资助对象 奖励对象 补贴对象 补助对象 申报对象 申报条件 申请条件 支持条件 认定条件 申报流程 申请流程 办理流程 申报程序 申请程序 办理程序 选拔条件 选拔范围 范围和对象 申请时间 申报时间 受理时间 操作流程 注册流程 申报方式 申请方式 办理方式 受理方式 线上申报 线下申报 线上申请 线下申请 线上办理 线下办理 许可结果 审批结果 办理结果
政策依据 制定依据 起草依据
名词解释 术语 有关定义 定义 政策解读 名单 联系方式 解释 附则 附件`)

// workVerbs begin a heading of work, whatever its last word: 夯实数字基础, 解决突出问题.
var workVerbs = strings.Fields(`
补齐 补强 补足 补上 弥补 补 夯实 打牢 筑牢 巩固 强化 加强 奠定 打好 完善 建设 提升 提高 解决 整改 破解 查找 查摆 处理 化解 整治 研究 梳理 完成 落实 实现 分解 锚定
聚焦 细化 压实 扩大 拓展 拓宽 缩小 划定 分析 研判 认清 统一 解放 调查 摸清 推进 推动 加快 着力 全面 健全 优化 构建 打造 培育 支持 鼓励 实施 开展 制定 严格 深化 深入
确定 切实 抓好 抓紧 围绕 有效 妥善 重点解决 集中 关注 治理 放宽 改善 降低 简化 公开 消除 排查 下达 设定 科学确定 合理确定 明晰 界定 规范 关于`)

func isWork(heading string) bool {
	for _, v := range workVerbs {
		if strings.HasPrefix(heading, v) {
			return true
		}
	}
	return strings.Contains(heading, "关于")
}

// begins reports whether a heading is one of names, with at most six characters behind it.
func begins(heading string, names []string) bool {
	for _, w := range names {
		if heading == w || strings.HasPrefix(heading, w) && utf8.RuneCountInString(heading) <= utf8.RuneCountInString(w)+6 {
			return true
		}
	}
	return false
}

// lastIn reports whether a heading of at most 24 characters ends in one of words.
func lastIn(heading string, words []string) bool {
	if utf8.RuneCountInString(heading) > maxFraming {
		return false
	}
	for _, w := range words {
		if strings.HasSuffix(heading, w) {
			return true
		}
	}
	return false
}

// maxFraming bounds a heading whose last word decides: a longer one is a sentence.
const maxFraming = 24

// idleDocuments end the titles of documents that hold no tasks, where no responsibility
// clause stands in them: catalogues, forms, rosters, manuals, lists of powers.
var idleDocuments = strings.Fields(`
典型经验做法 典型案例 名单 花名册 目录 一览表 权责清单 权力清单 办事指南 服务指南 操作指南 操作手册 操作说明 使用说明 填报说明 填表说明 填写说明 注册流程 操作流程
申请表 申报表 登记表 审批表 汇总表 评分表 评分标准 评分细则 打分表 承诺书 收费标准 联系方式`)

// idleDocument reports whether a title is that of a document without tasks.
func idleDocument(title string) bool {
	t := folded(title)
	if i := strings.LastIndexByte(t, '('); i > 0 && strings.HasSuffix(t, ")") {
		t = t[:i]
	}
	for _, w := range idleDocuments {
		if strings.HasSuffix(t, w) {
			return true
		}
	}
	return false
}

// headingOf returns the row that fits a heading; nil for one of work.
func headingOf(heading string) *headingRule {
	h := folded(heading)
	if i := strings.IndexByte(h, '('); i > 0 && strings.HasSuffix(h, ")") {
		h = h[:i]
	}
	h = strings.TrimRight(h, ":。")
	for i := range headingRules {
		if headingRules[i].fits(h) {
			return &headingRules[i]
		}
	}
	return nil
}
