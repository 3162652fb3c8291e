package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

// addressees takes the 主送机关 of the line: what stands before its first colon, at the
// line's end or, in a text that lost its breaks, before the prose.
func (s *structure) addressees(l *line) bool {
	h := &s.d.Head
	if h.Addressees.Len() > 0 || l.kind != lineBody || len(h.Preamble) > 1 {
		return false
	}
	for i := l.Start; i < l.End && i < l.Start+keyLimit*2; i++ {
		switch s.d.Folded[i] {
		case '。', '《', '“':
			return false
		case ':':
			r := trim(s.d.Folded, block.Range{Start: l.Start, End: i})
			key := string(squeeze(s.d.Folded[r.Start:r.End], keyLimit*2))
			if !addressed(key) && !(i+1 == l.End && addressed(beforeEach(key))) {
				return false
			}
			h.Addressees = r
			return true
		}
	}
	return false
}

// addressed reports whether a folded text before a colon is a list of organs.
func addressed(key string) bool {
	if lexicon.Letters().In(key) {
		return false
	}
	if at := strings.LastIndexByte(key, '('); at > 0 && strings.HasSuffix(key, ")") {
		key = key[:at] // 各有关部门(单位)
	}
	if !strings.Contains(key, "各") && !strings.Contains(key, "有关") && !strings.Contains(key, "相关") && endsInRole(key) {
		return false // 责任单位:市水务局; but not 各责任单位:, 有关责任单位:
	}
	return lexicon.Signers().Ends(key) || lexicon.Addressees().Ends(key)
}

// beforeEach returns what stands before the last member of a list, where that is all of one kind: 各县(市、区)教育局 of
// 各县(市、区)教育局,各幼儿园; "" for another text.
func beforeEach(key string) string {
	at := strings.LastIndexAny(key, ",、;")
	if at <= 0 || utf8.RuneCountInString(key[at:]) > maxEach {
		return ""
	}
	_, size := utf8.DecodeRuneInString(key[at:])
	if !strings.Contains(key[at+size:], "各") {
		return ""
	}
	return key[:at]
}

// maxEach bounds the member, with the mark before it.
const maxEach = 16

// endsInRole reports whether a text ends in a label of responsibility of four characters: 责任单位, 牵头部门.
func endsInRole(key string) bool {
	r := []rune(key)
	label := r[max(0, len(r)-4):]
	n, _ := lexicon.ColumnRoles().Prefix(label)
	c, ok := header.Of(string(label))
	return n == 2 && ok && c.Kind == header.Party
}

// keepRest puts what follows the addressees on their line back as a line of its own.
func (s *structure) keepRest(i int) int {
	l := &s.lines[i]
	rest := trim(s.d.Folded, block.Range{Start: s.d.Head.Addressees.End, End: l.End})
	if rest.Len() > 1 {
		s.preamble(&line{Range: trim(s.d.Folded, block.Range{Start: rest.Start + 1, End: rest.End})})
	}
	return i + 1
}
