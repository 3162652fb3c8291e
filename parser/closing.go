package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// Closing reports whether a paragraph is about the document and no longer about what is
// to be done: 本办法自2024年3月1日起施行,有效期五年; 本措施由市发展改革委负责解释.
func (d *Document) Closing(r block.Range) bool {
	key := string(squeeze(d.Folded[r.Start:r.End], keyLimit))
	if label, _, ok := strings.Cut(key, ":"); ok && len([]rune(label)) <= maxContact && lexicon.Closings().Ends(label+":") {
		return true // 步道业务联系人:张三
	}
	return lexicon.Closings().Begins(key) || aboutItself(key) && lexicon.Itself().In(key)
}

// maxContact bounds what stands before the colon of a line of contacts.
const maxContact = 12

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
			return strings.Contains(key, "本") && lexicon.Itself().In(key)
		}
		return lexicon.Documents().In(rest) || strings.Contains(rest, "文")
	}
	return false
}

func firstRunes(s string, n int) []rune {
	r := []rune(s)
	return r[:min(n, len(r))]
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
	s.cutClosingSentences(p, last)
}

// cutClosingSentences cuts what the last paragraph of the last item says of the document off its end, where the page
// lost the line break before it: …。本方案自2020年1月1日起实施。
func (s *structure) cutClosingSentences(p *Part, last *Item) {
	own := &last.Own[len(last.Own)-1]
	for s.withinLine(last.Marker.Start) {
		at := own.End - 1
		for at > own.Start && s.d.Folded[at-1] != '。' {
			at--
		}
		behind := trim(s.d.Folded, block.Range{Start: at, End: own.End})
		if at <= own.Start || !s.d.Closing(behind) {
			return
		}
		before := trim(s.d.Folded, block.Range{Start: own.Start, End: at})
		if len(last.Own) == 1 && before.Len() <= maxTitle && slices.Index(s.d.Folded[before.Start:before.End], '。') == before.Len()-1 {
			return // the item is about the document
		}
		p.Closing = append([]block.Range{behind}, p.Closing...)
		*own = before
	}
}

// withinLine reports whether a label stands within a line, as it does where a page lost its breaks.
func (s *structure) withinLine(i int) bool {
	for i > 0 && s.d.Folded[i-1] != '\n' && isBlank(s.d.Folded[i-1]) {
		i--
	}
	return i > 0 && s.d.Folded[i-1] != '\n'
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
	if !lexicon.Appealed().Begins(head) {
		return false
	}
	return strings.Contains(head, "可参照") || strings.Contains(head, "可以参照") || lexicon.Demands().In(head) && lexicon.Appeals().In(key)
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
