package text

import (
	"strings"

	"github.com/policyx/policyx/parser/source"
)

// Bounds of what counts as text wrapped at a fixed width.
const (
	wrapLeast  = 30  // display columns; no page is narrower
	wrapMost   = 180 // nor wider
	wrapReach  = 16  // lines looked at on either side
	wrapEnough = 3   // full lines among them
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
		if l.bars > 0 || l.pageNumber {
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
	case !w.indented && (w.ends(i) || w.lastRune(i) == ')'): // a bracket may close a paragraph: （市民政局牵头）
		return false
	case startOf(w.text[b.Start:b.End]) != startText || !w.even(i) || !w.prose(i) && !w.prose(j):
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
	for _, other := range w.reach[m][max(0, i-wrapReach):min(len(w.lines), i+wrapReach+1)] {
		switch {
		case other < 0:
			continue
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

// even reports that no white space sets parts of line i apart, as in the row of a roster.
func (w *wrapping) even(i int) bool {
	l := &w.lines[i]
	blanks := 0
	for _, r := range w.text[l.Start:l.End] {
		if source.Fold(r) != ' ' {
			blanks = 0
		} else if blanks += Width(r); blanks >= wrapBlank {
			return false
		}
	}
	return true
}
