package parser

import (
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
	for n := len(last.Own) - 1; n > 0 && s.d.Closing(last.Own[n]); n-- {
		p.Closing = append([]block.Range{last.Own[n]}, p.Closing...)
		last.Own = last.Own[:n]
	}
}
