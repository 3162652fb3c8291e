package text

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// line is a line that is not blank.
type line struct {
	block.Range      // without white space at its ends
	from, to    int  // the whole line, without its end
	number      int  // 1-based, blank lines counted
	indent      int  // display columns of white space before the text
	width       int  // display columns of the text
	bars, tail  int  // how many | it holds, and how many of them at its end
	tabs        int  // how many TABs stand between from and to
	gap         bool // a blank line or a page break stands before it
	pageNumber  bool
}

// barOnly reports a line that holds nothing but |.
func (l *line) barOnly() bool { return l.bars > 0 && l.Len() == 0 }

// cellEnd reports a line that ends a cell: text with one or several | behind it and none inside.
func (l *line) cellEnd() bool { return l.tail > 0 && l.bars == l.tail && l.Len() > 0 }

// splitLines returns the lines of text that are not blank. The Range of a line leaves
// out the | at its end too: they mark the end of a cell.
func splitLines(text []rune) []line {
	breaks := 0
	for _, r := range text {
		if r == '\n' {
			breaks++
		}
	}
	lines := make([]line, 0, min(breaks+1, len(text)/8+16))
	gap, feed := false, false
	for at, number := 0, 1; at < len(text); number++ {
		end := at
		for end < len(text) && !isBreak(text[end]) {
			end++
		}
		if l, ok := newLine(text, at, end); ok {
			l.number, l.gap = number, gap || feed
			l.pageNumber = l.bars == 0 && isPageNumber(text[l.Start:l.End], feed || end < len(text) && text[end] == '\f')
			lines = append(lines, l)
			gap, feed = false, false
		} else {
			gap = true
		}
		if end < len(text) && text[end] == '\f' {
			feed = true
		}
		if end+1 < len(text) && text[end] == '\r' && text[end+1] == '\n' {
			end++
		}
		at = end + 1
	}
	return lines
}

func newLine(text []rune, from, to int) (line, bool) {
	l := line{Range: trim(text, block.Range{Start: from, End: to}), from: from, to: to}
	if l.Len() == 0 {
		return l, false
	}
	l.indent = width(text[from:l.Start])
	for _, r := range text[l.Start:l.End] {
		if isBar(r) {
			l.bars++
		} else if r == '\t' {
			l.tabs++
		}
		l.width += Width(r)
	}
	l.tabs += tabs(text[from:l.Start]) + tabs(text[l.End:to])
	for l.Len() > 0 && l.bars > l.tail && isBar(text[l.End-1]) {
		l.tail++
		l.Range = trim(text, block.Range{Start: l.Start, End: l.End - 1})
	}
	if l.Len() > 0 && l.bars == l.tail+1 && isBar(text[l.Start]) { // | cell |, and | cell
		l.Range = trim(text, block.Range{Start: l.Start + 1, End: l.End})
		l.tail = max(l.tail, 1)
		l.bars = l.tail
	}
	return l, true
}

func tabs(text []rune) (n int) {
	for _, r := range text {
		if r == '\t' {
			n++
		}
	}
	return n
}

// trim cuts white space and invisible characters off both ends of r.
func trim(text []rune, r block.Range) block.Range {
	for r.Start < r.End && isSpace(text[r.End-1]) {
		r.End--
	}
	for r.Start < r.End && isSpace(text[r.Start]) {
		r.Start++
	}
	return r
}

func isBreak(r rune) bool {
	return r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// isSpace reports what leaves no mark on paper.
func isSpace(r rune) bool {
	r = source.Fold(r)
	return r == ' ' || r == '\n' || r == '\r'
}

func isBar(r rune) bool { return r == '|' || r == '｜' || r == '│' || r == '┃' }

// Width is how many columns r takes in a fixed-width font where Chinese takes two:
// quotes, dashes and circled numbers are Chinese here.
func Width(r rune) int {
	switch {
	case r < 0x2010:
		return 1
	case r < 0x2070 && isSpace(r), r == 0xFEFF:
		return 0
	}
	return 2
}

func width(text []rune) (n int) {
	for _, r := range text {
		n += Width(r)
	}
	return n
}

// plain is what a cell says: folded, without white space. Longer texts are cut, they are
// no label.
func plain(text []rune, r block.Range) string {
	var buffer [96]rune
	b := buffer[:0]
	for _, c := range text[r.Start:r.End] {
		if c = source.Fold(c); c != ' ' && c != '\n' && c != '\r' && c != '|' {
			if b = append(b, c); len(b) >= plainLength {
				break
			}
		}
	}
	return string(b)
}

const plainLength = 400
