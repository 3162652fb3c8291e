package amount

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

func (p *passage) isExisting(k int) bool {
	r := &p.readings[k]
	if r.tag == "count" && (p.ends(r.num, lexicon.Below()) || p.isChosen(r)) {
		return true // 对以下三种家庭
	}
	if open := p.opening(r.start); open >= 0 && p.isCurrent(stretch{p.leftEdge(open), open}) {
		return true
	}
	if r.tag == "share" || r.tag == "money" || r.tag == "time" {
		_, tag := p.wordBefore(r.start, lexicon.Existing())
		return tag == "sum"
	}
	from := r.clause.start
	if prev := p.before(k); prev != nil && prev.end > from {
		from = prev.end
	}
	if prev := k - 1; prev >= 0 && p.readings[prev].refused == "amount/not-existing" && p.readings[prev].clause.start == r.clause.start {
		return true
	}
	if _, tag := p.wordBefore(r.start, lexicon.Existing()); tag == "near" {
		return true
	}
	for i := from; i < r.start; i++ {
		if n, tag := lexicon.Existing().Prefix(p.s.Runes[i:r.start]); n > 0 && tag != "near" {
			if rest := p.s.String(i, r.start); !strings.Contains(rest, "基础上") && !strings.Contains(rest, "不低于") {
				return true
			}
		}
	}
	return false
}

// isPresent: 目前,护理型床位占比达到30%: what is, not what is aimed at. 当前和今后 frames both, and behind 当前 as well stands what is
// to be done: 当前,加快改造小区300个.
func (p *passage) isPresent(k int) bool {
	r := &p.readings[k]
	begin := max(p.begin, r.sentence)
	n, tag := lexicon.Presently().Prefix(p.s.Runes[begin:r.start])
	if n == 0 || r.op == schema.OpAtLeast || r.op == schema.OpAtMost || p.beginsAny(begin+n, "和", "及", "与", "、") {
		return false
	}
	for i := begin + n; i < r.start; i++ {
		if p.beginsAny(i, "将", "应", "须", "力争", "争取", "确保", "给予", "予以") || p.s.Runes[i] == '要' && !strings.ContainsRune("主重需必", p.s.Runes[i-1]) {
			return false
		}
		if m, verb := lexicon.Verbs().Prefix(p.s.Runes[i:r.start]); tag != "past" && m > 1 && isMaking(verb) {
			return false
		}
	}
	return true
}

// isChosen reports whether a number counts places that were chosen before and in which something is done: 在8个试点城市开展,
// 全国或8个改革试验区域内.
func (p *passage) isChosen(r *reading) bool {
	if r.op != schema.OpEqual || r.start == r.clause.start || !strings.ContainsRune("在于对由或", p.s.Runes[r.start-1]) {
		return false
	}
	n, _ := lexicon.Chosen().Prefix(p.s.Runes[r.end:r.clause.end])
	return n > 0
}

// isCurrent reports whether 现行 before a bracket says that it tells what holds already:
// 与现行多子女家庭(上浮20%)政策叠加.
func (p *passage) isCurrent(a stretch) bool {
	text := p.s.String(a.start, a.end)
	i := strings.LastIndex(text, "现行")
	return i >= 0 && !p.givesBefore([]rune(text[i:])) && !strings.Contains(text[i:], "提高") && !strings.Contains(text[i:], "调整")
}

// isReference: 以N为…: the number is what something is measured by.
func (p *passage) isReference(k int) bool {
	r := &p.readings[k]
	i := r.num - 1
	for i >= max(r.clause.start, r.num-16) && p.s.Runes[i] != '以' {
		i--
	}
	if i < max(r.clause.start, r.num-16) || p.beginsAny(i, "以上", "以下", "以内") {
		return false
	}
	behind := p.s.String(r.end, min(r.clause.end, r.end+12))
	if r.front && r.op != schema.OpEqual && strings.Contains(behind, "提供") {
		return false // 以不高于市场价格的50%为企业提供服务
	}
	return strings.Contains(behind, "为") && !slices.Contains(p.s.Runes[i:r.num], '为')
}
