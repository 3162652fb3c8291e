package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// isArticle: 一 before a classifier is an article, unless a base or a bound makes it a
// number, or what is counted is built.
func (p *passage) isArticle(k int) bool {
	r := &p.readings[k]
	if r.op == schema.OpAtLeast && r.front && r.low == 1 && (r.unit == "种" || r.unit == "类") {
		return true // 至少一种材料: any of them
	}
	if r.op != schema.OpEqual || r.tag != "count" || r.stop-r.num < 2 || p.s.Runes[r.num] != '一' || r.low != 1 {
		return false
	}
	if r.unit == "个" && p.ends(r.start, lexicon.Becoming()) {
		return true // 每个单元设为一个登记单元
	}
	if !p.lastBase(r.clause.start, r.num).empty() || p.isOnly(r) || p.isChoice(r) {
		return false
	}
	if k > 0 && p.readings[k-1].refused == "" && p.readings[k-1].clause.start == r.clause.start {
		return false
	}
	if !strings.Contains("所座处", r.unit) {
		return true
	}
	n, _ := lexicon.Verbs().Suffix(p.s.Runes[r.clause.start:r.num])
	return n == 0
}

// isOnly reports whether 只 or 仅 with a verb behind it makes 一 a number: 只奖励一次, 只能购买一套.
func (p *passage) isOnly(r *reading) bool {
	for i := r.num - 2; i >= max(r.clause.start, r.num-5); i-- {
		if strings.ContainsRune("只仅限", p.s.Runes[i]) && !p.s.Has(i-1, "不") {
			n, _ := lexicon.Verbs().Suffix(p.s.Runes[i+1 : r.num])
			return (n > 0 || p.ends(r.num, lexicon.Taking())) && !strings.Contains("项条种类", r.unit) // 只能享受一项 is a choice
		}
	}
	return false
}

// isChoice reports whether 一 stands for one of those that were named before: 从中选择一家,
// or is what somebody may have: 可申请一套.
func (p *passage) isChoice(r *reading) bool {
	if r.end == r.clause.end && p.endsAny(r.start, "选择", "选定") {
		return true
	}
	return r.unit == "套" && p.ends(r.start, lexicon.Taking()) && strings.ContainsAny(p.s.String(max(r.clause.start, r.start-4), r.start), "可限")
}
