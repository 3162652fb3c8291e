package parser

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// goesOn reports whether l goes on with a sentence that the line before it breaks off:
// the page or its converter put a line break into a number, a name or a bracket. What is
// a line of its own by its looks (a label, a heading, a cell) never goes on.
func (s *structure) goesOn(l *line) bool {
	if len(s.lines) == 0 || l.grid != nil || l.Len() == 0 || l.kind != lineBody && l.kind != lineNoise {
		return false
	}
	before := &s.lines[len(s.lines)-1]
	if before.kind != lineBody || !s.adjacent(before.End, l.Start) {
		return false
	}
	text := s.d.Folded
	first := text[l.Start]
	if strings.ContainsRune(closingMarks, first) {
		return true
	}
	if l.kind == lineNoise || l.Len() > maxBroken {
		return false
	}
	if _, ok := markerAt(text, l.Start, l.End); ok {
		return false
	}
	if closesOpen(text[before.Start:before.End], text[l.Start:l.End]) {
		return true
	}
	return !s.indented(l.Start) && !opensField(text[l.Start:l.End]) && s.breaksOff(before, l)
}

// maxBroken bounds the lines that are looked at: a longer one is a paragraph.
const maxBroken = 2000

// closingMarks open no line but one that goes on.
const closingMarks = ",。、;:!?)]》】”’%"

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
	prose := strings.ContainsRune(string(head), '。') && strings.ContainsAny(string(tail), "。;")
	switch {
	case strings.ContainsRune(",、", last):
		return labelled || prose
	case isDigit(last) && isDigit(first), isDigit(last) && first == '.' && len(tail) > 1 && isDigit(tail[1]):
		return labelled || prose
	case !isHan(last) && !isLatin(last) && !strings.ContainsRune(amid, last):
		return false
	case prose:
		return true
	}
	return labelled && strings.ContainsRune(openWords, last) && strings.ContainsAny(string(tail), "。;")
}

// amid are marks that stand within sentences.
const amid = "《》“”.-/+~¥×≥≤%(["

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
