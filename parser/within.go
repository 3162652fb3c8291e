package parser

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// continues reports whether a label within a paragraph goes on with the numbering
// where a new item may begin: behind a sentence, or behind a heading that is its parent.
func (s *structure) continues(m Marker, in block.Range) bool {
	text := s.d.Folded
	before := m.Start - 1
	for before > in.Start && isBlank(text[before]) {
		before--
	}
	if m.End < in.End && strings.ContainsRune("”’》)、;。", text[m.End]) {
		return false // a label that is cited: “支持内容(二)(三)”项目
	}
	depth := s.depth(m.Kind)
	if m.Doubtful && (m.Kind == Decimal || depth < 0) {
		return false
	}
	if depth >= 0 {
		return m.Number == s.stack[depth].Marker.Number+1 && (endsSentence(text[before]) || text[before] == ',' && s.betweenItems(m, in.End))
	}
	if m.Number != 1 && m.Number != s.last[m.Kind]+1 || m.Kind == Ordinal {
		return false
	}
	if endsSentence(text[before]) || text[before] == ':' && !s.withinSentence(m) {
		return m.Kind <= Numeral
	}
	return s.behindHeading(m)
}

// withinSentence reports whether a first label opens a list whose members are parted by
// semicolons, as conditions inside a paragraph are: 符合下列条件的:1.…;2.…。
func (s *structure) withinSentence(m Marker) bool {
	text := s.d.Folded
	for i := m.End; i < len(text) && i < m.End+maxListed && text[i] != '\n'; i++ {
		if text[i] == '。' {
			return false
		}
		if text[i] != ';' {
			continue
		}
		if at := skipBlank(text, i+1, len(text)); at < len(text) {
			next, ok := markerAt(text, at, len(text))
			if ok && next.Kind == m.Kind && next.Number == m.Number+1 {
				return true
			}
		}
	}
	return false
}

// betweenItems reports whether a number behind a comma, which was misprinted for a full stop,
// is a label: words follow it, and behind a sentence in the same paragraph the next number.
func (s *structure) betweenItems(m Marker, end int) bool {
	text := s.d.Folded
	if m.Kind != Numeral || m.Doubtful || m.End >= end || !isHan(text[m.End]) {
		return false
	}
	for i := m.End; i < end && i < m.End+maxListed; i++ {
		if text[i] != '。' {
			continue
		}
		if next, ok := markerAt(text, skipBlank(text, i+1, end), end); ok && next.Kind == m.Kind && !next.Doubtful && next.Number == m.Number+1 {
			return true
		}
	}
	return false
}

// maxListed is how far the second member of a list is looked for.
const maxListed = 300

func endsSentence(r rune) bool {
	switch r {
	case '。', ')', ']', '】', '!', '?', '”':
		return true
	}
	return false
}

// behindHeading reports whether the label stands right behind the short heading of an
// item of a higher kind: 一、主要任务(一)…, 一、构建空间载体1.推动…. The heading of a number is
// one of two levels: 2.1号线 and 一、建成1、2号站 hold no label.
func (s *structure) behindHeading(m Marker) bool {
	if len(s.stack) == 0 {
		return false
	}
	top := s.stack[len(s.stack)-1]
	if s.rank(top.Marker.Kind) >= s.rank(m.Kind) || len(top.Own) > 1 || m.Kind > Numeral && top.Marker.Kind != Clause {
		return false
	}
	heading := s.d.Folded[top.Marker.End:m.Start]
	if strings.ContainsAny(string(heading), "。;:") || len(heading) <= 1 || len(heading) > maxTitle {
		return false
	}
	if m.Kind != Numeral {
		return heading[len(heading)-1] != '第' // 坚持安全第一、绿色发展
	}
	return isHan(heading[len(heading)-1]) && m.End < len(s.d.Folded) && isHan(s.d.Folded[m.End]) && s.fullHeading(heading)
}

// fullHeading reports whether a heading with a number behind it can end there: one of at
// least four characters, and not with a word that asks for the number.
func (s *structure) fullHeading(heading []rune) bool {
	key := squeeze(heading, maxTitle)
	return len(key) >= 4 && !strings.ContainsRune("第达为到共满近约超每各新和与及、", key[len(key)-1])
}
