package amount

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// isScore: 专家评分95分以上: points are none, but those of a satisfaction that is to be reached.
func (p *passage) isScore(k int) bool {
	r := &p.readings[k]
	return r.unit == "分" && !strings.Contains(p.s.String(r.clause.start, r.start), "满意")
}

// isCopy: 一式3份, 证书复印件1份, 申请表(附表1)1份: how many copies of a paper are handed in.
// In 形成报告3份 it says how many are made.
func (p *passage) isCopy(k int) bool {
	r := &p.readings[k]
	if r.unit != "份" || r.op != schema.OpEqual {
		return false
	}
	at, before := r.start, p.s.String(r.clause.start, r.start)
	if strings.Contains(before, "一式") || strings.Contains(before, "复印件") || strings.Contains(before, "原件") {
		return true
	}
	for at > r.clause.start && strings.ContainsRune("》”)", p.s.Runes[at-1]) {
		at--
		if open := p.opening(at); p.s.Runes[at] == ')' && open > r.clause.start {
			at = open
		}
	}
	return p.ends(at, lexicon.Forms())
}

// isPartOfArticle: 第三条1-5款, 第三条规定的7款人员: the number names a part of an article.
func (p *passage) isPartOfArticle(k int) bool {
	r := &p.readings[k]
	if r.unit != "款" && r.unit != "项" && r.unit != "目" {
		return false
	}
	for i := r.start - 1; i > max(r.clause.start, r.start-10); i-- {
		if t := p.s.At(i - 1); p.s.Runes[i] == '条' && t != nil && t.Kind == lex.Number {
			return p.s.Has(t.Start-1, "第")
		}
	}
	return false
}

// isStage: 建设层数达三分之一、二分之一节点: the fraction names a stage of the work.
func (p *passage) isStage(k int) bool {
	r := &p.readings[k]
	if r.tag != "share" || r.unit != "1" || r.op != schema.OpEqual {
		return false
	}
	for k+1 < len(p.readings) && p.s.String(p.readings[k].end, p.readings[k+1].start) == "、" {
		k++
	}
	return p.begins(p.readings[k].end, lexicon.Stages())
}

// isReach: 铁路两侧500米范围内, 时速120公里以上线路: which places or lines are meant.
func (p *passage) isReach(k int) bool {
	r := &p.readings[k]
	if !isLength(r) {
		return false
	}
	return p.begins(r.end, lexicon.Extents()) || p.ends(r.start, lexicon.Beside()) || r.tail && r.end < r.clause.end && p.endsAny(r.start, "时速")
}

// isBesideWork: 抓好线路整治和2公里绝缘化改造工作: the length stands in the name of work that a list names behind other work. In
// 抓好3座桥梁和2公里管网改造工作 and 完成2公里管网改造 it is what is done.
func (p *passage) isBesideWork(k int) bool {
	r := &p.readings[k]
	if !isLength(r) || r.op != schema.OpEqual || r.end == r.clause.end || !p.endsAny(r.clause.end, "工作") || !p.endsAny(r.start, "和", "及", "与", "、") {
		return false
	}
	_, tag := p.wordBefore(r.start-1, lexicon.Verbs())
	return strings.HasSuffix(tag, " noun")
}

func isLength(r *reading) bool { return strings.HasSuffix(r.unit, "米") || r.unit == "公里" }
