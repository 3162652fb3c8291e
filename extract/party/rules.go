package party

import (
	"slices"
	"sync"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
)

// sense says what a phrase of a clause does.
type sense uint8

const (
	after    sense = iota // the names before it have the role: A牵头
	label                 // the names behind it have the role: 牵头单位:
	with                  // the names behind it support: A会同B
	sumUp                 // 等相关部门: there are others
	skip                  // 由, 下同
	strip                 // 完成时限, 责任人: what stands behind it is not about departments
	note                  // 列第一位者为牵头单位
	group                 // 第一个逗号前为牵头单位
	inherit               // 以下责任单位均包括
	locals                // 以下均需地方落实
	stopping              // 不再列出
)

// phrase is the value of a rule.
type phrase struct {
	sense  sense
	role   Role
	closes bool // it holds only where a list or the clause ends behind it
}

const (
	// division is how work is divided, as class DIVISION.
	division = "(在|按照|按|依照|依据|依|根据|结合)? (各自|各|自身|相关|有关|部门|法定|本|单位|其)? (的)? " +
		"(职责任务分工|责任分工|职责和任务分工|职能职责分工|职责分工|职能分工|任务分工|部门职责|工作职责|岗位职责|职能职责|职责权限|职责|职能|分工) (范围)? (内|,)?"
	divided   = "(按照|按|依照|依据|依|根据) (各自|各|自身|相关|有关|部门|单位)? (分工|职责|职能|要求|任务)"
	principle = "(按照|按|依照|依据|根据) ~14 (原则|权限|管理职责|监管职责|工作要求|有关规定|相关规定|规定)"
	noun      = "(单位|部门|机关|主体|科室|处室|股室|机构|处所|责任单位|责任部门|方) (\"(\" (单位|部门|科室|处室|机构) \")\")?"
	tail      = "((及|和|与|、|/) (承办|协办|具体|经办|责任|落实|实施)? (科室|处室|股室|部门|单位|责任人) (\"(\" (单位|部门|科室|处室|机构) \")\")?)?"
	colon     = "(:|;|为:|为|有:|是:)?"
	tier      = "省级|市级|县级|区级|州级|镇级|旗级|盟级|省直|市直|县直|区直|州直|市县|县区|市州|地方|属地|国家|中央|工作|任务|项目"
	same      = "((,|。|;)? (以)? (下|以下) (类|均|皆|亦|也)? (同|此类推))?"
)

// sameBelow is the row of what says that the clauses behind are like this one.
const sameBelow = "party/same-below"

func closing(role Role) func(match.Match) (phrase, string) {
	return func(match.Match) (phrase, string) { return phrase{sense: after, role: role, closes: true}, "" }
}

func does(role Role) func(match.Match) (phrase, string)   { return is(after, role) }
func labels(role Role) func(match.Match) (phrase, string) { return is(label, role) }

func is(s sense, role Role) func(match.Match) (phrase, string) {
	return func(match.Match) (phrase, string) { return phrase{sense: s, role: role}, "" }
}

// table holds the phrases of responsibility clauses.
var table = sync.OnceValue(func() *match.Table[phrase] { return newTable(builtIn().roles) })

func newTable(roles *lexicon.Set) *match.Table[phrase] {
	return match.NewTable(classes(roles), []match.Rule[phrase]{
		{ID: "party/leads", Pattern: "ADV? LEAD (并|和)? ADV? (DO|组织|抓总|协调)?", Example: "共同牵头负责", Build: does(Lead)},
		{ID: "party/in-charge-of-leading", Pattern: "负责 ADV? LEAD DO?", Example: "负责牵头", Build: does(Lead)},
		{ID: "party/is-lead", Pattern: "(为|是|作为|担任) (主要)? LEAD DUTY? " + noun, Example: "为牵头单位", Build: does(Lead)},
		{ID: "party/mainly", Pattern: "为主 DO?", Example: "为主", Build: does(Lead)},
		{ID: "party/coordinates", Pattern: "(负责)? (统筹 (协调|调度|抓总|指挥)?|总体协调|总协调)", Example: "统筹协调", Build: does(Lead)},
		{ID: "party/leads-by-duty", Pattern: "DIVISION ADV? LEAD DO?", Example: "按职责分工牵头", Build: does(Lead)},
		{ID: "party/supports", Pattern: "ADV? HELP (做好|工作|好)?", Example: "协同配合", Build: does(Support)},
		{ID: "party/in-charge-of-helping", Pattern: "负责 (做好|协调|积极)? HELP", Example: "负责配合", Build: does(Support)},
		{ID: "party/is-support", Pattern: "(为|是|作为) (HELP|MEMBER) DUTY? " + noun, Example: "为配合单位", Build: does(Support)},
		{ID: "party/supports-by-duty", Pattern: "DIVISION ADV? HELP", Example: "按职责分工配合", Build: does(Support)},
		{ID: "party/guides", Pattern: "ADV? GUIDE", Example: "督促指导", Build: does(guide)},
		{ID: "party/guides-by-duty", Pattern: "DIVISION ADV? GUIDE", Example: "按职责指导", Build: does(guide)},
		{ID: "party/does", Pattern: "ADV? ADV? DO (到位)?", Example: "共同负责", Build: does(Responsible)},
		{ID: "party/does-by-duty", Pattern: "DIVISION ADV? ADV? DO", Example: "按照各自职责分工分别负责", Build: does(Responsible)},
		{ID: "party/is-duty", Pattern: "(为|是|作为) (主要|具体|第一)? (DUTY|DO) " + noun, Example: "为责任单位", Build: does(Responsible)},
		{ID: "party/each-its-own", Pattern: "(各司其职|各负其责|各尽其责|各尽其职) (,|、)? (各司其职|各负其责|各尽其责|密切配合|协同推进|抓好落实)?", Example: "各司其职、各负其责", Build: does(Responsible)},
		{ID: "party/by-duty", Pattern: divided, Example: "按职责", Build: does(Responsible)},
		{ID: "party/by-principle", Pattern: principle + " ADV? ADV? (DO|HELP)?", Example: "按属地管理原则负责", Build: does(Responsible)},
		{ID: "party/by-principle-who", Pattern: principle + " (,)? (由|请)", Example: "按属地管理原则由", Build: is(skip, None)},
		{ID: "party/secures", Pattern: "(做好)? 保障", Example: "保障", Build: closing(Support)},
		{ID: "party/by-division", Pattern: "DIVISION", Example: "按职责分工", Build: does(Responsible)},

		{ID: "party/label-lead", Pattern: "(主要|具体|第一|" + tier + ")? LEAD (考核)? (\"(\" DUTY \")\"|(及|和|与|、|/)? DUTY|DO)? " + noun + " " + tail + " " + colon, Example: "牵头责任单位:", Build: labels(Lead)},
		{ID: "party/label-duty-lead", Pattern: "DUTY (\"(\" LEAD \")\" " + noun + "|LEAD " + noun + "|" + noun + " \"(\" LEAD \")\") " + colon, Example: "责任(牵头)单位:", Build: labels(Lead)},
		{ID: "party/label-lead-short", Pattern: "LEAD :", Example: "牵头:", Build: labels(Lead)},
		{ID: "party/label-support", Pattern: "(主要|具体|" + tier + ")? HELP (\"(\" DUTY \")\"|(及|和|与|、|/)? (DUTY|HELP|DO))? " + noun + " " + tail + " " + colon, Example: "配合责任单位:", Build: labels(Support)},
		{ID: "party/label-duty-support", Pattern: "DUTY (\"(\" HELP \")\" " + noun + "|HELP " + noun + "|" + noun + " \"(\" HELP \")\") " + colon, Example: "责任单位(配合):", Build: labels(Support)},
		{ID: "party/label-member", Pattern: "MEMBER 单位 (:|;)", Example: "成员单位:", Build: labels(Support)},
		{ID: "party/label-support-short", Pattern: "HELP :", Example: "配合:", Build: labels(Support)},
		{ID: "party/label-guide", Pattern: "GUIDE " + noun + " " + tail + " " + colon, Example: "指导单位:", Build: labels(guide)},
		{ID: "party/label-duty", Pattern: "(主要|具体|第一|直接|" + tier + ")? DUTY (\"(\" (配合|实施|落实) \")\")? " + noun + " " + tail + " " + colon, Example: "责任单位及承办科室:", Build: labels(Responsible)},
		{ID: "party/label-does", Pattern: "(主要|具体)? (DO|责任落实) (DUTY)? " + noun + " " + tail + " " + colon, Example: "承办单位:", Build: labels(Responsible)},
		{ID: "party/label-duty-short", Pattern: "(DUTY|DO) :", Example: "责任:", Build: labels(Responsible)},

		{ID: "party/with", Pattern: "(并|及|、|,)? (积极|密切)? (会同|联合|协同|协调|商请)", Example: "会同", Build: is(with, Support)},
		{ID: "party/others", Pattern: "等 ~12 (部门|单位|机构|委办局|企业|分公司|运营商|地区|地方|机关) ((和|及|、|与) (有关|相关)? (部门|单位|机构|企业|地方))?", Example: "等相关部门和单位", Build: is(sumUp, None)},
		{ID: "party/others-bare", Pattern: "等", Example: "等", Build: is(sumUp, None)},
		{ID: "party/by", Pattern: "((此项|该项|本项|上述|以上|具体|各项|这项|有关|相关) (工作|任务|事项|措施|政策|项目|改革|内容))? (并|分别|均|并且|主要|具体|统一)? (由|请|以)", Example: "此项工作由", Build: is(skip, None)},
		{ID: sameBelow, Pattern: "(以)? (下|以下) (类|均|皆|亦|也)? (同|此类推)", Example: "下同", Build: is(skip, None)},
		{ID: "party/ongoing", Pattern: "(持续|长期|常年|全年|常态化|逐年|每年|立即|即时|适时|近期|年内|年底前|按时序|按进度|按序时进度|分年度|分阶段)", Example: "持续", Build: is(strip, None)},
		{ID: "party/dated", Pattern: "(于|至|到|在|自|力争|争取)? NUM (年|月|日|-|个|季|天|.)", Example: "2024年", Build: is(strip, None)},
		{ID: "party/time-label", Pattern: "(完成|办理|推进|实施|整改|工作|责任|落实|办结)? (时限|时间|期限|时间节点|时间进度|进度安排|完成时间) (要求|安排|节点)? (:|;|为|-)?", Example: "完成时限:", Build: is(strip, None)},
		{ID: "party/people-label", Pattern: "(LEAD|DUTY|GUIDE|HELP|DO|主要|分管|挂钩|包联|联系)? (责任人|领导|负责人|联系人|责任领导|市领导|县领导|区领导|省领导|同志|联系电话|联系方式) (:|;|-)?", Example: "责任领导:", Build: is(strip, None)},

		{ID: "party/first-leads", Pattern: "(责任单位|责任部门|其中|各项任务|各任务|所列单位|单位|部门|各责任单位)? (中|,)? (第|列|排|排名|排列|位列|名列|列在|排在|位于|居|居于|首|放在|处于) ~3 (第一|首|前) ~8 (为|是|系|即为|即是|作为) (该项任务的|本项任务|任务|总)? (LEAD|主要责任|第一责任|主责任) (责任)? (单位|部门|者|的)? " + same, Example: "列第一位者为牵头单位,下同", Build: is(note, None)},
		{ID: "party/first-group-leads", Pattern: "(第一个|首个) (逗号|分号|顿号) 前 ~6 (为|是|系) LEAD (单位|部门)? (,|。)? ~4 (多个牵头部门的|多个牵头单位的)? ~12 " + same, Example: "第一个逗号前为牵头单位,下同", Build: is(group, None)},
		{ID: "party/number-one-leads", Pattern: "(第一个|首个|第一|首位|第一位|首家) ~6 (为|是|系) (LEAD|主要责任) (责任)? (单位|部门|者)? " + same, Example: "第一个单位为牵头单位,下同", Build: is(note, None)},
		{ID: "party/lead-comes-first", Pattern: "LEAD (单位|部门) (列|排|排在|列在|位列|居) ~3 (首位|第一位|第一|最前|前) " + same, Example: "牵头单位列首位,下同", Build: is(note, None)},
		{ID: "party/below-too", Pattern: "(以下|下列|下述|后续|其余|其他) ~10 (均|都|皆|也|还|另) (包括|含|需|需要|由|涉及|为|须|应|要|包含|有|请|应由|需由|须由) (由)?", Example: "以下责任单位均包括", Build: is(inherit, None)},
		{ID: "party/locals-below-too", Pattern: "(以下|下列|下述|后续|其余|其他) ~10 (均|都|皆|也) (需|需要|由|须|应|要|应由|需由)? (地方|各地|属地) DO", Example: "以下均需地方落实", Build: is(locals, None)},
		{ID: "party/not-repeated", Pattern: "(均|都)? ((不再|不另) (一一|逐一|重复|单独|逐项|另行)?|不 (一一|逐一|重复|逐项)) (列出|列明|列示|列|赘述|单列|标注|注明|罗列|写明|重复)", Example: "不再一一列出", Build: is(stopping, None)},
	})
}

func classes(roles *lexicon.Set) match.Classes {
	word := func(tags ...string) match.Class {
		return match.Class{Runes: roles.First(tags...), Match: func(s *lex.Stream, i, end int) (int, bool) {
			n, tag := roles.Prefix(s.Runes[i:end])
			return i + n, n > 0 && slices.Contains(tags, tag)
		}}
	}
	return match.Classes{
		"LEAD": word("lead"), "HELP": word("support"), "GUIDE": word("guide"), "DO": word("responsible"),
		"DUTY": word("duty"), "MEMBER": word("member"), "ADV": word("adverb"),
		"DIVISION": match.Phrase(division),
		"NUM": {Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) {
			t := s.At(i)
			if t == nil || t.Kind != lex.Number || t.End > end {
				return 0, false
			}
			return t.End, true
		}},
	}
}
