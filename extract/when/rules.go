package when

import (
	"slices"
	"sync"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
)

// Parts that many patterns share.
const (
	until  = "(到|至|截至|截止到|截至到|截止至|截止)"
	ending = "(年底|年末|年终|底|末)"
	before = "(前后|前|之前|以前)"
	inside = "(内|以内|之内)"
	rangeP = "(至|到|--|-|\"~\")"
	start  = "(自|从)"
	// document is what a notice calls itself, as class DOCUMENT; issuing is what is done with it, as class ISSUING.
	document = "(本|该|此)?(实施方案|工作方案|行动方案|行动计划|实施意见|实施细则|若干措施|政策措施|通知|方案|意见|办法|细则|措施|政策|文件|规定|计划|文|纲要|规划)"
	// made are acts that say, with 的, which things are meant: 2000年底前建成的小区.
	made = "(建成|建设|建造|竣工|完工|交付|投用|投入使用|投运|开工|动工|登记|成立|设立|组建|签订|签约|购买|购置|取得|获得|发生|形成|实施|出台|制定|印发|颁布|发布|公布|下达|认定|评定|" +
		"命名|授予|施行|开业|注册|到期|入库|入选|列入|纳入|启动|确定|修建|修订|改造|批准|审批|完成|创建|培育|引进|新增|公开|办结|出生|入学|毕业|退休|入职)"
	issuing = "(正式)? (印发|发文|发布|下发|公布|出台|颁布|颁发|实施|施行|生效|制发)"
)

// rules is the table of the family. Order decides between matches of one length.
var rules = slices.Concat(mentionRules, byRules, festivalRules, listRules, fromRules, duringRules, everyRules, withinRules, ongoingRules)

var table = sync.OnceValue(func() *match.Table[phrase] { return match.NewTable(phraseClasses(), betweenWords(rules)) })

// betweenWords lets rows match only what begins and ends between words: not 2025年起 in
// 2025年起草, nor 前3个月 in 提前3个月.
func betweenWords[V any](rows []match.Rule[V]) []match.Rule[V] {
	rows = slices.Clone(rows)
	for i, r := range rows {
		rows[i].Build = func(m match.Match) (V, string) {
			if joined(m) {
				var none V
				return none, "cuts a word"
			}
			return r.Build(m)
		}
	}
	return rows
}

// joined reports whether a match begins or ends within a word.
func joined(m match.Match) bool {
	runes := m.Stream.Runes
	if n, _ := lexicon.BeforeTimes().Suffix(runes[:m.Start+1]); n > 1 {
		return true
	}
	n, _ := lexicon.BehindTimes().Prefix(runes[m.End-1:])
	return n > 1
}
