package text

import (
	"iter"
	"strings"

	"github.com/policyx/policyx/parser/source"
)

// Bounds of what counts as text wrapped at a fixed width.
const (
	wrapLeast  = 30  // display columns; no page is narrower
	wrapMost   = 180 // nor wider
	wrapReach  = 16  // lines looked at on either side
	wrapEnough = 3   // full lines among them
	wrapExact  = 6   // lines of exactly the same length that no person wrote
	wrapOpen   = 6   // lines that a bracket which is open is looked for
	wrapLabel  = 7   // characters of a label: 第一百二十三条
	wrapBlank  = 3   // columns of white space that set things apart within a line
)

// A text is wrapped by display columns, or by characters whatever their width.
const (
	byColumns = iota
	byCharacters
	measures
)

// wrapSlack is by how much full lines differ: a mark that may not open a line, a number
// kept whole.
var wrapSlack = [measures]int32{4, 2}

// wrapping knows which lines end because the page was full, not because a paragraph was.
type wrapping struct {
	text     []rune
	lines    []line
	reach    [measures][]int32 // by line: where it ends, -1 for lines that are no text
	body     int               // first line that reads like a sentence; titles stand before it
	indented bool              // paragraphs are indented, the lines that go on with them are not
}

func newWrapping(text []rune, lines []line) *wrapping {
	w := &wrapping{text: text, lines: lines}
	for m := range w.reach {
		w.reach[m] = make([]int32, len(lines))
	}
	for i := range lines {
		l := &lines[i]
		columns, characters := l.indent+l.width, l.End-l.from
		if l.bars > 0 || l.pageNumber || l.Len() == 0 {
			columns, characters = -1, -1
		}
		w.reach[byColumns][i] = int32(min(columns, 10*wrapMost))
		w.reach[byCharacters][i] = int32(min(characters, 10*wrapMost))
	}
	w.findBody()
	w.findIndent()
	return w
}

// findBody finds the first line that ends like a sentence or an address, and the lines
// above it that belong to the same paragraph.
func (w *wrapping) findBody() {
	for w.body = 0; w.body < len(w.lines); w.body++ {
		if strings.ContainsRune("。:;", w.lastRune(w.body)) {
			break
		}
	}
	for w.body < len(w.lines) && w.body > 0 && w.lines[w.body].indent == 0 && !w.lines[w.body].gap {
		w.body--
	}
}

// findIndent counts what follows the ends of paragraphs: an indented line nearly always.
func (w *wrapping) findIndent() {
	indented, flush, broken := 0, 0, 0
	for i := 0; i+1 < len(w.lines); i++ {
		a, b := &w.lines[i], &w.lines[i+1]
		if b.gap || w.reach[byColumns][i] < 0 || w.reach[byColumns][i+1] < 0 || a.width > wrapMost {
			continue
		}
		switch ends := w.ends(i) || w.lastRune(i) == ')'; {
		case ends && b.indent >= 2:
			indented++
		case !ends && a.width >= wrapLeast && b.indent == 0:
			broken++
		case ends && a.width < wrapLeast:
			flush++
		}
	}
	w.indented = indented >= wrapEnough && broken >= wrapEnough && flush*5 <= indented
}

// joins reports whether line j goes on with the paragraph of line i, where only page
// numbers stand between them. It answers true only where that is sure.
func (w *wrapping) joins(i, j int) bool {
	a, b := &w.lines[i], &w.lines[j]
	switch {
	case i < w.body, a.width < wrapLeast, a.width > wrapMost:
		return false
	case a.bars > 0 || b.bars > 0 || a.tabs > 0 || b.tabs > 0:
		return false
	case b.gap && j == i+1:
		return false
	case b.indent == 0 && strings.ContainsRune(closing, source.Fold(w.text[b.Start])):
		return w.even(i) // no line starts with 。 or ） but one that goes on
	case b.indent > 1 && (w.indented || b.indent > a.indent), b.indent > 6:
		return false
	case !w.indented && !w.open(i) && (w.lastRune(i) == ')' || w.ends(i) && !w.exact(i)): // a bracket may close a paragraph: （市民政局牵头）
		return false
	case !w.goesOn(i, j) || !w.even(i):
		return false
	}
	return w.full(byColumns, i, j) || w.full(byCharacters, i, j)
}

// ends reports that line i closes its sentence.
func (w *wrapping) ends(i int) bool {
	l := &w.lines[i]
	end := l.End
	for end > l.Start && strings.ContainsRune("”’\"')]》】", source.Fold(w.text[end-1])) {
		end--
	}
	if end == l.Start {
		return false
	}
	if strings.ContainsRune("。;:!?…", source.Fold(w.text[end-1])) {
		return true
	}
	return end < l.End && w.text[l.End-1] == '”'
}

// goesOn reports that line j may go on with the text of line i, by how they read.
func (w *wrapping) goesOn(i, j int) bool {
	switch startOf(w.text[w.lines[j].Start:w.lines[j].End]) {
	case startText:
		return w.prose(i) || w.prose(j) || w.open(i)
	case startLabel: // 市政府各部门、⏎单位：
		return w.lastRune(i) == '、' || w.exact(i) && w.prose(i) && !w.ends(i) && w.lastRune(i) != ')'
	}
	return false
}

// exact reports that line i is as long as all full lines near it, to the character: where a machine broke the lines, a sentence
// ends at the margin more often than a paragraph does.
func (w *wrapping) exact(i int) bool {
	for m := range w.reach {
		mine, same := w.reach[m][i], 0
		for other := range w.near(m, i) {
			if other > mine {
				same = 0
				break
			}
			if other == mine {
				same++
			}
		}
		if same >= wrapExact {
			return true
		}
	}
	return false
}

// near gives the reaches of line i and of the lines of text around it.
func (w *wrapping) near(m, i int) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for _, step := range []int{-1, 1} {
			for k, n := i+min(step, 0), 0; k >= 0 && k < len(w.lines) && n < wrapReach+max(step, 0); k += step {
				if reach := w.reach[m][k]; reach >= 0 {
					if n++; !yield(reach) {
						return
					}
				}
			}
		}
	}
}

// open reports that the end of line i stands within a title, 《…计划（2021—2023年）⏎的通知》, or a bracket that a line before it opened.
func (w *wrapping) open(i int) bool {
	depth := 0
	for k := i; k >= max(0, i-wrapOpen) && w.lines[k].Len() > 0; k-- {
		l := &w.lines[k]
		for at := l.End - 1; at >= l.Start; at-- {
			switch source.Fold(w.text[at]) {
			case ')', ']', '》':
				depth++
			case '(', '[', '《':
				depth--
			}
			if depth < 0 {
				return true
			}
		}
		if w.lines[k].gap {
			return false
		}
	}
	return false
}

// lastRune is the last character of line i, folded; a space where it has none.
func (w *wrapping) lastRune(i int) rune {
	if l := &w.lines[i]; l.Len() > 0 {
		return source.Fold(w.text[l.End-1])
	}
	return ' '
}

// full reports that line i is as wide as the page, in measure m, and line j no wider: no
// line near it is much wider, and several are as wide.
func (w *wrapping) full(m, i, j int) bool {
	mine, slack := w.reach[m][i], wrapSlack[m]
	if w.reach[m][j] > mine+slack {
		return false
	}
	same, wider, all := 0, 0, 0
	for other := range w.near(m, i) {
		switch {
		case other > mine+slack:
			wider++
		case other >= mine-slack:
			same++
		}
		all++
	}
	return same >= wrapEnough && wider*8 <= same && same*4 >= all
}

// closing are marks that open no sentence.
const closing = ",。、;:!?)]》】”’"

// prose reports that line i has the marks of a sentence; a title has none.
func (w *wrapping) prose(i int) bool {
	l := &w.lines[i]
	for _, r := range w.text[l.Start:l.End] {
		switch source.Fold(r) {
		case ',', '、', '。', ';', ':':
			return true
		}
	}
	return false
}

// even reports that no white space sets parts of line i apart, as in the row of a roster. White space around the label of a
// section sets none apart: 第一章 总则　　第一条　　为….
func (w *wrapping) even(i int) bool {
	l := &w.lines[i]
	part, end, blanks := l.Start, l.Start, 0 // the part that white space may set apart
	for at := l.Start; at < l.End; at++ {
		r := w.text[at]
		if source.Fold(r) != ' ' {
			if blanks > 0 {
				part = at
			}
			end, blanks = at+1, 0
			continue
		}
		blanks += Width(r)
		if blanks >= wrapBlank && !isLabel(w.text[part:end]) && !w.labelled(at, l.End) {
			return false
		}
	}
	return true
}

// labelled reports that the label of a section stands behind white space at a place.
func (w *wrapping) labelled(at, end int) bool {
	for at < end && source.Fold(w.text[at]) == ' ' {
		at++
	}
	return startOf(w.text[at:end]) == startSection
}

// isLabel reports that a text is the label of a section and nothing else: 第十二条.
func isLabel(text []rune) bool {
	return len(text) <= wrapLabel && startOf(text) == startSection
}
