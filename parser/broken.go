package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
	"github.com/policyx/policyx/parser/lexicon"
)

// goesOn reports whether l goes on with a sentence that the line before it breaks off:
// the page or its converter put a line break into a number, a name or a bracket. What is
// a line of its own by its looks (a label, a heading, a cell) never goes on. A mark that opens no
// line, or a bracket that is open, makes it sure; the rest is a guess.
func (s *structure) goesOn(l *line) (goes, sure bool) {
	if len(s.lines) == 0 || l.grid != nil || l.Len() == 0 || l.kind != lineBody && l.kind != lineNoise {
		return false, true
	}
	before := &s.lines[len(s.lines)-1]
	if before.kind != lineBody || !s.adjacent(before.End, l.Start) {
		return false, true
	}
	text := s.d.Folded
	first := text[l.Start]
	if strings.ContainsRune(closingMarks, first) || isUnitSign(first) {
		return true, true
	}
	if n := len(before.key) - 1; before.key[0] == '《' && slices.Index(before.key, '》') == n && explains(string(l.key)) {
		return true, true
	}
	if l.kind == lineNoise && !endsUnit(l.key) || l.Len() > maxBroken {
		return false, true
	}
	if m, ok := markerAt(text, l.Start, l.End); ok {
		return s.amidNumbers(before, l, m), false
	}
	if closesOpen(text[before.Start:before.End], text[l.Start:l.End]) {
		return true, true
	}
	return !s.indented(l.Start) && !opensField(text[l.Start:l.End]) && s.breaksOff(before, l), false
}

// explains reports a line of its own that makes a document one about the document whose title 《》 hold on the
// line above.
func explains(key string) bool {
	return lexicon.Explaining().Has(key) || IsInterpretation(DocumentType(key)) && utf8.RuneCountInString(key) <= maxNamed
}

// maxBroken bounds the lines that are looked at: a longer one is a paragraph.
const maxBroken = 2000

// closingMarks open no line but one that goes on.
const closingMarks = ",。、;:!?)]》】”’%‰℃"

// isUnitSign reports a unit that is one character: ㎞, ㎡.
func isUnitSign(r rune) bool { return r >= 0x3380 && r <= 0x33DF }

// endsUnit reports a line without Han or digits, noise by its looks, that ends a sentence: 15⏎km。.
func endsUnit(key []rune) bool {
	return len(key) <= maxUnit && strings.ContainsRune("。;,", key[len(key)-1]) && !slices.ContainsFunc(key, isHan)
}

// maxUnit is the length of a line that ends a unit, with its mark.
const maxUnit = 8

// amidNumbers reports whether the label at the head of l is a number of a list that the line before
// breaks off, 给予5、⏎3、2万元, 2024、20⏎25、2026年, 县乡道路⏎四、五类, 每周⏎二、周四, and not the next item's.
func (s *structure) amidNumbers(before, l *line, m Marker) bool {
	text := s.d.Folded
	if m.Kind != Numeral && m.Kind != Section || text[m.End-1] != '、' {
		return false
	}
	own, labelled := markerAt(text, before.Start, before.End)
	if labelled && own.Kind == m.Kind && own.Number+1 == m.Number {
		return false
	}
	last := text[before.End-1]
	if !isProse(text[before.Start:before.End], text[l.Start:l.End]) {
		return labelled && last == '、'
	}
	if last == '、' || isDigit(last) && isDigit(text[l.Start]) {
		return true
	}
	next, end := label.Number(text, m.End, l.End)
	return last == '周' || isHan(last) && (next == m.Number+1 || next > 0 && end < l.End && text[end] == '、')
}

// isProse reports whether a line that holds a whole sentence is followed by one that ends another.
func isProse(head, tail []rune) bool {
	return slices.Contains(head, '。') && (slices.Contains(tail, '。') || slices.Contains(tail, ';'))
}

// breaksOff reports whether the line before stops within a sentence that next ends: it is
// prose and ends in no mark, or its last word cannot end a heading.
func (s *structure) breaksOff(before, next *line) bool {
	text := s.d.Folded
	head, tail := text[before.Start:before.End], text[next.Start:next.End]
	last, first := head[len(head)-1], tail[0]
	if !isHan(first) && !isLatin(first) && !strings.ContainsRune(amid, first) {
		return false
	}
	_, labelled := markerAt(text, before.Start, before.End)
	prose := isProse(head, tail)
	switch {
	case strings.ContainsRune(",、", last):
		return labelled || prose
	case isDigit(last) && (isDigit(first) || strings.ContainsRune("年月日", first)), isDigit(last) && first == '.' && len(tail) > 1 && isDigit(tail[1]):
		return labelled || prose
	case last == ')':
		return prose && endsName(head)
	case !isHan(last) && !isLatin(last) && !strings.ContainsRune(amid, last):
		return false
	case prose:
		return true
	}
	return labelled && strings.ContainsRune(openWords, last) && strings.ContainsAny(string(tail), "。;")
}

// amid are marks that stand within sentences.
const amid = "《》“”.-/+~¥×≥≤%(["

// endsName reports whether a line ends in a short bracket that belongs to a word of an open sentence,
// 执业(助理)⏎医师, and is not a remark behind a sentence.
func endsName(head []rune) bool {
	for i := len(head) - 2; i > 0 && len(head)-2-i <= maxNamed; i-- {
		switch {
		case head[i] == '(':
			return isHan(head[i-1])
		case !isHan(head[i]) && head[i] != ')':
			return false
		}
	}
	return false
}

// maxNamed is the length of a bracket within a name.
const maxNamed = 4

// openWords are words that end no heading.
const openWords = "每第的和与及或在为至各由不于将把对"

// closesOpen reports whether a bracket that head leaves open is closed in tail.
func closesOpen(head, tail []rune) bool {
	depth := 0
	for i := len(head) - 1; i >= 0 && depth >= 0 && len(head)-i < maxBracket; i-- {
		switch head[i] {
		case ')', '》':
			depth++
		case '(', '《':
			depth--
		case '。':
			if depth == 0 {
				return false
			}
		}
	}
	if depth >= 0 {
		return false
	}
	for i, r := range tail {
		switch {
		case r == ')' || r == '》':
			return true
		case r == '(' || r == '《' || i >= maxBracket:
			return false
		}
	}
	return false
}

// maxBracket bounds a bracket that a line break may cut.
const maxBracket = 200

// opensField reports whether a line opens with a label and its colon: 责任单位:….
func opensField(text []rune) bool {
	for i, r := range text {
		switch {
		case r == ':':
			return i > 1
		case i > 10 || !isHan(r) && !isBlank(r):
			return false
		}
	}
	return false
}

// adjacent reports whether one line break alone stands between two places.
func (s *structure) adjacent(i, j int) bool {
	breaks := 0
	for _, r := range s.d.Folded[min(i, j):j] {
		if !isBlank(r) {
			return false
		}
		if r == '\n' {
			breaks++
		}
	}
	return breaks == 1
}

// indented reports whether a line begins with white space, as paragraphs do.
func (s *structure) indented(i int) bool {
	return i >= 2 && isBlank(s.d.Folded[i-1]) && s.d.Folded[i-1] != '\n' && isBlank(s.d.Folded[i-2]) && s.d.Folded[i-2] != '\n'
}

// extend makes the last line hold l too.
func (s *structure) extend(l *line) {
	before := &s.lines[len(s.lines)-1]
	before.Range = block.Range{Start: before.Start, End: l.End}
	s.classify(before)
}
