package amount

import "strings"

// existingWords say that what follows is counted as it is.
var existingWords = []string{"已", "现有", "共有", "原有", "目前", "截至", "上述", "以上", "这", "该", "对有", "对拥有", "名下有", "名下拥有", "确定的", "提出的", "明确的", "规定的", "部署的", "公布的", "入选的", "列入的"}

func (p *passage) isExisting(k int) bool {
	r := &p.readings[k]
	if r.tag == "count" && p.behindAny(r.num, []string{"以下", "下列", "如下"}) {
		return true // 对以下三种家庭
	}
	if open := p.opening(r.start); open >= 0 && p.isCurrent(stretch{p.leftEdge(open), open}) {
		return true
	}
	if r.tag == "share" || r.tag == "money" || r.tag == "time" {
		return p.behindAny(r.start, []string{"已达", "已达到", "已完成", "已超过", "已有"})
	}
	from := r.clause.start
	if prev := p.before(k); prev != nil && prev.end > from {
		from = prev.end
	}
	if prev := k - 1; prev >= 0 && p.readings[prev].refused == "amount/not-existing" && p.readings[prev].clause.start == r.clause.start {
		return true
	}
	text := p.s.String(from, r.start)
	for _, w := range existingWords[:6] {
		if i := strings.Index(text, w); i >= 0 && !strings.Contains(text[i:], "基础上") && !strings.Contains(text[i:], "不低于") {
			return true
		}
	}
	return p.behindAny(r.start, existingWords[6:])
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
	before := p.s.String(max(r.clause.start, r.num-16), r.num)
	i := strings.LastIndex(before, "以")
	if i < 0 || strings.HasPrefix(before[i:], "以上") || strings.HasPrefix(before[i:], "以下") || strings.HasPrefix(before[i:], "以内") {
		return false
	}
	behind := p.s.String(r.end, min(r.clause.end, r.end+12))
	return strings.Contains(behind, "为") && !strings.Contains(before[i:], "为")
}
