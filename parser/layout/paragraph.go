package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/parser/source"
)

// How paragraphs are told apart, in em of their text.
const (
	indentLeast = 1.2  // a line that begins so far in opens a paragraph
	shortSlack  = 0.9  // what a full line may leave free beyond what the next word needs
	sizeChange  = 0.12 // by how much the size of one paragraph's lines differs
	rightPart   = 0.4  // a line that begins behind so much of the width, a signature or its date, is a paragraph
	pitchChange = 1.45 // by how much its lines may stand further apart than usual
)

// flow joins lines, in reading order, into paragraphs.
type flow struct {
	width    float64 // from margin to margin, of most columns
	pitch    float64 // from line to line, in em
	indented bool    // paragraphs begin further in than their other lines
}

// newFlow measures all columns of a document.
func newFlow(all []column) flow {
	var widths, pitches []float64
	inset, total := 0, 0
	for _, c := range all {
		long := 0
		for i := range c.lines {
			if len(c.lines[i].glyphs) >= 12 {
				long++
			}
			if total++; c.lines[i].x0-c.left > indentLeast*c.lines[i].em {
				inset++
			}
			if i > 0 {
				if d := (c.lines[i].base - c.lines[i-1].base) / c.lines[i].em; d < 4 {
					pitches = append(pitches, d)
				}
			}
		}
		if long >= 6 {
			widths = append(widths, c.right-c.left)
		}
	}
	return flow{width: median(widths), pitch: median(pitches), indented: inset*12 > total}
}

// margins widens a column that holds too little text to show its right margin.
func (f *flow) margins(c *column) {
	if w := c.right - c.left; f.width > 0 && w < f.width && w > 0.3*f.width {
		c.right = c.left + f.width
	}
}

// joins reports that line b goes on with the paragraph of line a.
func (f *flow) joins(a *run, in *column, b *run, to *column) bool {
	em := max(a.em, b.em)
	switch {
	case a.framed != b.framed && (in == to || ends(a.glyphs)):
		return false
	case math.Abs(a.em-b.em) > sizeChange*em:
		return false
	case in == to && b.base-a.base > pitchChange*max(f.pitch, 1.1)*em:
		return false
	case in.right-a.x1 > lead(b.glyphs)+shortSlack*em:
		return false
	case a.x0-in.left > rightPart*(in.right-in.left):
		return false
	}
	if f.indented && ends(a.glyphs) && labelled(b.glyphs) {
		return false
	}
	if b.x0-to.left < indentLeast*em {
		return true
	}
	return !ends(a.glyphs) && (!centred(b, to) || a.x0-in.left < 0.6*em)
}

// labelled reports that a line begins with the label of an item: 一、 (一) 1. ① 第三条
func labelled(glyphs []Glyph) bool {
	var head []rune
	for _, g := range glyphs[:min(len(glyphs), 8)] {
		head = append(head, source.Fold(g.Rune))
	}
	if len(head) < 2 {
		return false
	}
	i := 0
	if head[0] == '(' || head[0] == '第' {
		i = 1
	}
	n := i
	for n < len(head) && (unicode.IsDigit(head[n]) || strings.ContainsRune("一二三四五六七八九十百", head[n])) {
		n++
	}
	switch {
	case head[0] >= '①' && head[0] <= '⑳':
		return true
	case n == i || n == len(head):
		return false
	case head[0] == '(':
		return head[n] == ')'
	case head[0] == '第':
		return strings.ContainsRune("章节条", head[n])
	case head[n] == '、':
		return n < 4 && !listed(head[n+1:]) // four figures are a year: 2024、2025年
	}
	return head[n] == '.' && n+1 < len(head) && !unicode.IsDigit(head[n+1]) && unicode.IsDigit(head[0])
}

// listed reports whether what stands behind a number and its mark is the next of a list: 3、6、9、12月.
func listed(rest []rune) bool {
	n := 0
	for n < len(rest) && unicode.IsDigit(rest[n]) {
		n++
	}
	return n > 0 && n < len(rest) && rest[n] == '、'
}

// centred reports a line with white of the same width on both sides.
func centred(r *run, in *column) bool {
	left, right := r.x0-in.left, in.right-r.x1
	return left > 2.5*r.em && math.Abs(left-right) < 1.2*r.em
}

// ends reports characters that close a sentence.
func ends(glyphs []Glyph) bool {
	for i := len(glyphs) - 1; i >= 0 && i >= len(glyphs)-3; i-- {
		switch source.Fold(glyphs[i].Rune) {
		case '。', ';', ':', '!', '?', '…':
			return true
		case ')', ']', '】':
			return true
		case '”', '’', '》':
			continue
		}
		return false
	}
	return false
}

// lead is how wide the first unbreakable piece of a line is: a word of Latin letters, or a
// Chinese character, with the marks that cannot be parted from it.
func lead(glyphs []Glyph) float64 {
	i := 0
	for i < len(glyphs)-1 && opens(glyphs[i].Rune) {
		i++
	}
	if word(glyphs[i].Rune) {
		for i+1 < len(glyphs) && word(glyphs[i+1].Rune) && glyphs[i+1].X0-glyphs[i].X1 < wordGap*glyphs[i].Em {
			i++
		}
	}
	for i+1 < len(glyphs) && closes(glyphs[i+1].Rune) {
		i++
	}
	return glyphs[i].X1 - glyphs[0].X0
}

func word(r rune) bool {
	return western(r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-' || r == '/' || r == '%')
}

// contents reports a line of a table of contents: a title, dots, a number.
func contents(text []rune) bool {
	i := len(text)
	for i > 0 && (unicode.IsDigit(text[i-1]) || text[i-1] == ' ' || text[i-1] == ')' || text[i-1] == '(' || text[i-1] == '-') {
		i--
	}
	dots := 0
	for i > 0 && (text[i-1] == '.' || text[i-1] == '…' || text[i-1] == '·' || text[i-1] == '．' || text[i-1] == ' ') {
		if i--; text[i] == '…' {
			dots += 2
		}
		if text[i] != ' ' {
			dots++
		}
	}
	return dots >= 6
}

// spaceBetween reports that a line break between the two stands for a space: between words
// of letters, but not within a number.
func spaceBetween(a, b []rune) bool {
	x, y := a[len(a)-1], b[0]
	return unicode.Is(unicode.Latin, x) && unicode.Is(unicode.Latin, y) && !slices.Contains([]rune{'-', '/'}, x)
}
