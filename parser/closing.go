package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// Closing reports whether a paragraph is about the document and no longer about what is
// to be done: 本办法自2024年3月1日起施行,有效期五年; 本措施由市发展改革委负责解释.
func (d *Document) Closing(r block.Range) bool {
	key := string(squeeze(d.Folded[r.Start:r.End], keyLimit))
	for _, begin := range closingBegins {
		if strings.HasPrefix(key, begin) {
			return true
		}
	}
	return aboutItself(key) && containsAny(key, closingSigns)
}

// closingBegins are the beginnings that only such a paragraph has.
var closingBegins = []string{
	"施行说明:", "实施说明:", "自印发之日起", "自发布之日起", "自公布之日起", "自下发之日起", "联系人:", "联系电话:", "咨询电话:", "监督电话:", "联系人及电话", "附:", "(联系人", "(联系电话",
}

// closingSigns are what a document says of itself.
var closingSigns = []string{
	"起施行", "起实施", "起执行", "起实行", "起试行", "起生效", "之日施行", "有效期", "负责解释", "解释权", "为准", "从其规定", "同时废止", "按本", "执行期限", "参照执行", "具体解释", "试行期",
}

// aboutItself reports whether a paragraph begins with the name of the document: 本办法,
// 以上政策措施, 此前有关规定与本通知不一致的.
func aboutItself(key string) bool {
	head := string(firstRunes(key, 16))
	for _, begin := range []string{"本", "以上", "此前", "以前", "以往", "之前", "原"} {
		rest, ok := strings.CutPrefix(head, begin)
		if !ok {
			continue
		}
		if begin != "本" && begin != "以上" {
			return strings.Contains(key, "本") && containsAny(key, closingSigns)
		}
		return containsAny(rest, documentTypes) || strings.Contains(rest, "文")
	}
	return false
}

func firstRunes(s string, n int) []rune {
	r := []rune(s)
	return r[:min(n, len(r))]
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// cutClosing takes the paragraphs at the end of a part that are about the document off
// the last item.
func (s *structure) cutClosing(p *Part) {
	if len(p.Items) == 0 {
		return
	}
	last := p.Items[len(p.Items)-1]
	for len(last.Children) > 0 {
		last = last.Children[len(last.Children)-1]
	}
	for n := len(last.Own) - 1; n > 0 && (s.d.Closing(last.Own[n]) || s.appeal(last, n)); n-- {
		p.Closing = append([]block.Range{last.Own[n]}, p.Closing...)
		last.Own = last.Own[:n]
	}
}

// appeal reports whether paragraph n of the last item turns to all who have to carry the
// notice out, 各地区、各部门要…, and belongs to no item. The text right under a bare heading
// never does.
func (s *structure) appeal(last *Item, n int) bool {
	key := string(squeeze(s.d.Folded[last.Own[n].Start:last.Own[n].End], keyLimit))
	head := string(firstRunes(key, 30))
	if !s.hasBody(last, n) {
		return false
	}
	if rest, ok := strings.CutPrefix(head, "未"); ok && strings.Contains(rest, "可参照") || strings.Contains(key, "参照本") && strings.Contains(key, "执行") {
		return true
	}
	if !beginsWith(head, appealed) {
		return false
	}
	return containsAny(head, []string{"要", "应", "务必", "须", "可结合", "可根据"}) && containsAny(key, appeals)
}

// hasBody reports whether the item says more than a title before its paragraph n.
func (s *structure) hasBody(it *Item, n int) bool {
	if n > 1 {
		return true
	}
	first := s.d.Folded[it.Own[0].Start:it.Own[0].End]
	at := slices.Index(first, '。')
	return at >= 0 && at < len(first)-1 || len(first) > maxTitle
}

func beginsWith(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// appealed are those whom the last paragraph of a notice turns to.
var appealed = []string{
	"各地区", "各地各", "各地要", "各地、", "各部门", "各有关", "各级", "各省", "各市", "各县", "各区", "各单位", "各乡镇", "各街道", "各镇", "省有关", "市有关", "县有关", "国务院各", "国务院有关", "有关部门",
}

// appeals are what it asks them for, and what no task alone would.
var appeals = []string{
	"本意见", "本方案", "本通知", "本措施", "本办法", "本计划", "本规划", "本决定", "实施方案", "具体措施", "具体办法", "实施细则", "认真落实", "抓好落实", "贯彻落实", "落到实处", "落实到位", "落地见效", "取得实效",
	"认真贯彻", "重大情况", "重要情况", "责任意识", "高度重视", "报送", "报告",
}
