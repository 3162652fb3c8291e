package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/pattern"
)

// title finds the title between i and end and returns the line behind it, or i.
func (s *structure) title(i, end int) int {
	for n := i; n < end; n++ {
		if s.lines[n].kind == lineNumber || s.fieldLine(&s.lines[n]) || s.redLine(&s.lines[n]) {
			continue
		}
		if list, colon := strings.CutSuffix(string(s.lines[n].key), ":"); colon && n > 0 && s.lines[n-1].kind == lineNumber && addressed(list) {
			break // the notice has no title
		}
		s.letterhead(&s.lines[n])
		if s.splitTitle(n) {
			end++
		}
		count := s.titleAt(n)
		for count > 1 && (s.beginsTitle(n+1) && !s.beginsTitle(n) || len(s.lines[n].key) < 3 || s.printedAgain(n)) {
			n, count = n+1, count-1 // a line of the page stands before the title
		}
		if count == 0 || n+count > end {
			if s.lines[n].kind == lineBody && len(s.lines[n].key) > 90 {
				break // prose: the title is missing
			}
			continue
		}
		if m := s.laterTitle(n+count, end); m > 0 {
			n, count = m, s.titleAt(m) // the site's own heading stands above it
		}
		for _, l := range s.lines[i:n] {
			if l.kind == lineNumber {
				s.mark(&l)
			}
		}
		s.d.Head.Title = s.bareTitle(s.ranges(n, n+count))
		return s.repeated(n+count, end)
	}
	return i
}

// laterTitle returns the line of an official title between a document number behind line i and
// the addressees; 0 where none stands there.
func (s *structure) laterTitle(i, end int) int {
	for i < end && s.fieldLine(&s.lines[i]) {
		i++
	}
	if i >= end || s.lines[i].kind != lineNumber {
		return 0
	}
	n := i + 1
	count := s.titleAt(n)
	if count == 0 || n+count >= len(s.lines) || !isOfficial(DocumentType(s.key(s.ranges(n, n+count)))) {
		return 0
	}
	if list, colon := strings.CutSuffix(string(s.lines[n+count].key), ":"); colon && addressed(list) {
		return n
	}
	return 0
}

// beginsTitle reports whether a title begins on line n: with the organ that issues the
// notice, or with 关于.
func (s *structure) beginsTitle(n int) bool {
	before, _, ok := strings.Cut(string(s.lines[n].key), "关于")
	return ok && (before == "" || isOrgan(before)) || isOrgan(string(s.lines[n].key))
}

// printedAgain reports whether line n is what a page prints at its head, the title and who issues it, and the next line has
// the title: 关于修缮步道的意见,云溪市人民政府.
func (s *structure) printedAgain(n int) bool {
	title, _, ok := strings.Cut(string(s.lines[n].key), ",")
	return ok && DocumentType(title) != "" && strings.Contains(string(s.lines[n+1].key), title)
}

// titleAt returns how many lines from i on are one title; 0 where none stands there.
// Lines are joined until they end in a kind of document. A title with 关于 is an
// official document's own and ends in one of their kinds: 关于规范|有序发展的意见.
func (s *structure) titleAt(i int) int {
	var joined []rune
	found, limit := 0, i+maxTitleLines
	for n := i; n < len(s.lines) && n < limit && s.lines[n].titleLike(); n++ {
		if isOrgan(string(s.lines[n].key)) && limit < i+maxOrganLines {
			limit++ // one of several that issue the notice together
		}
		if _, ok := markerAt(s.d.Folded, s.lines[n].Start, s.lines[n].End); ok {
			break
		}
		if slices.Contains(s.lines[n].key, ':') && (n > i || DocumentType(string(s.lines[n].key)) == "") {
			break // a label and its value
		}
		joined = append(joined, s.lines[n].key...)
		switch kind := DocumentType(string(joined)); {
		case kind == "":
			continue
		case isOfficial(kind):
			return s.withVersion(n+1) - i
		case found == 0:
			found = n - i + 1
		}
		if !slices.Contains(joined, '关') {
			break
		}
	}
	if found == 0 {
		return 0
	}
	return s.withVersion(i+found) - i
}

// maxTitleLines bounds the lines of a title, maxOrganLines those with the organs before it.
const maxTitleLines, maxOrganLines = 5, 24

// repeated passes over a title that is printed a second time.
func (s *structure) repeated(i, end int) int {
	want := s.key(s.d.Head.Title)
	for n := i; n < end && n < i+12; n++ {
		var joined []rune
		for m := n; m < end && m < n+5 && s.lines[m].titleLike(); m++ {
			joined = append(joined, s.lines[m].key...)
			if string(joined) == want {
				for _, l := range s.lines[i:n] {
					s.fieldLine(&l)
					if l.kind == lineNumber {
						s.mark(&l)
					}
				}
				s.d.Head.Title = s.ranges(n, m+1)
				return m + 1
			}
		}
	}
	return i
}

// numberTail is a document number at the end of a title that lost its line break.
var numberTail = pattern.Of(`[\p{Han}]{1,12}[\[(](?:19|20)\d{2}[\])]\d{1,5}号$`)

// splitTitle cuts a title line in two where a document number is glued to its end.
func (s *structure) splitTitle(i int) bool {
	l := &s.lines[i]
	if l.kind != lineBody || len(l.key) >= keyLimit || !slices.Contains(l.key, '号') {
		return false
	}
	key := string(l.key)
	loc := numberTail().FindStringIndex(key)
	if loc == nil {
		return false
	}
	cut := 0
	for at, r := range key {
		kind := DocumentType(key[:at])
		if at < loc[0] || kind == "" || r == '的' {
			continue
		}
		if cut == 0 {
			cut = at
		}
		if isOfficial(kind) {
			cut = at
			break
		}
	}
	if cut > 0 {
		s.split(i, s.placeOf(l, len([]rune(key[:cut]))))
	}
	return cut > 0
}
