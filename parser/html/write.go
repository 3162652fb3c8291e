package html

import (
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/block"
)

// writer builds the reading text: one line for each paragraph and each row of a table.
type writer struct {
	page    *page
	text    []rune
	blocks  []block.Block
	fields  []block.Field
	clipped bool            // a grid was larger than its bounds
	heads   map[string]bool // the lines of page heads within the body

	line lineBuffer
	link links  // of the line
	tail []bool // by block: it only leads to other pages
}

// links counts the characters of a line that stand in links to other pages.
type links struct {
	runes    int
	document bool // one of the links leads to a document
}

// body writes the element that holds the notice.
func (w *writer) body(s *goquery.Selection) {
	for _, n := range s.Nodes {
		w.children(n)
		w.endLine()
	}
	w.cutTail()
}

// tailWords stand in the short headings over links to other pages.
var tailWords = []string{"解读", "图解", "相关", "链接", "其他", "发布会", "延伸阅读", "推荐"}

// cutTail takes back the last lines that only lead to other pages: 相关链接, 政策解读.
func (w *writer) cutTail() {
	n := len(w.blocks)
	linked := false
	for n > 1 && (w.tail[n-1] || w.tailHeading(w.blocks[n-1])) {
		n--
		linked = linked || w.tail[n]
	}
	if linked {
		w.blocks, w.tail = w.blocks[:n], w.tail[:n]
		w.text = w.text[:w.blocks[n-1].End+1]
	}
}

func (w *writer) tailHeading(b block.Block) bool {
	if b.Grid != nil || b.Len() > 12 {
		return false
	}
	s := string(w.text[b.Start:b.End])
	for _, t := range tailWords {
		if strings.Contains(s, t) {
			return true
		}
	}
	return false
}

func (w *writer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.line.write(n.Data)
	case n.DataAtom == atom.Br:
		w.endLine()
	case w.page.skips(n, true):
	case n.DataAtom == atom.Table:
		w.endLine()
		w.table(n)
	case n.DataAtom == atom.Pre:
		w.endLine()
		w.pre(n)
	case kinds[n.DataAtom]&blockLevel != 0:
		w.endLine()
		w.children(n)
		w.endLine()
	case n.DataAtom == atom.A && attr(n, "href") != "":
		before := len(w.line.runes)
		w.children(n)
		w.link.runes += max(0, len(w.line.runes)-before)
		w.link.document = w.link.document || documentLink(attr(n, "href"))
	default:
		w.children(n)
	}
}

// pre writes preformatted text, whose lines are lines.
func (w *writer) pre(n *html.Node) {
	start := 0
	s := plain(n)
	for i, r := range s {
		if r == '\n' {
			w.line.write(s[start:i])
			w.endLine()
			start = i + 1
		}
	}
	w.line.write(s[start:])
	w.endLine()
}

// endLine makes a paragraph of the line that was written, if there is one.
func (w *writer) endLine() {
	line, link := w.line.take(), w.link
	w.link = links{}
	if len(line) == 0 || clutterLine(line) {
		return
	}
	w.paragraph(line)
	w.tail[len(w.tail)-1] = !link.document && link.runes*5 >= len(line)*4
}

// paragraph appends line as a block and returns where it stands.
func (w *writer) paragraph(line []rune) block.Range {
	at := w.put(line)
	w.tail = append(w.tail, false)
	w.blocks = append(w.blocks, block.Block{Range: at})
	w.text = append(w.text, '\n')
	return at
}

// put appends s to the text and returns where it stands.
func (w *writer) put(s []rune) block.Range {
	start := len(w.text)
	w.text = append(w.text, s...)
	return block.Range{Start: start, End: len(w.text)}
}

// visible counts the characters that are no white space.
func (w *writer) visible() (n int) {
	for _, r := range w.text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// lineBuffer joins pieces of text as a browser does: white space collapses to one
// space and is dropped at both ends. A line break of the source between two Chinese
// characters is no space, invisible characters are nothing.
type lineBuffer struct {
	runes []rune
	gap   gap
}

type gap uint8

const (
	noGap    gap = iota
	spaceGap     // spaces of the source
	breakGap     // a line break of the source, with or without spaces
	hardGap      // a space that was meant: NBSP, U+3000, a paragraph inside a cell
)

func (l *lineBuffer) write(s string) {
	for _, r := range s {
		switch {
		case r > ' ' && r < 0x7F:
			l.put(r)
		case r == '\n' || r == '\r':
			l.gap = max(l.gap, breakGap)
		case r == ' ' || r == '\t':
			l.gap = max(l.gap, spaceGap)
		case zeroWidth(r):
		case r < ' ' || unicode.IsSpace(r):
			l.gap = max(l.gap, hardGap)
		default:
			l.put(r)
		}
	}
}

func (l *lineBuffer) put(r rune) {
	if l.gap != noGap && len(l.runes) > 0 {
		if l.gap != breakGap || !wide(r) || !wide(l.runes[len(l.runes)-1]) {
			l.runes = append(l.runes, ' ')
		}
	}
	l.gap = noGap
	l.runes = append(l.runes, r)
}

// take returns the line and empties the buffer. The line is valid until the next write.
func (l *lineBuffer) take() []rune {
	line := l.runes
	l.runes, l.gap = l.runes[:0], noGap
	return line
}

func zeroWidth(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060' || r == '\u00ad'
}

// wide reports characters between which Chinese writing puts no space.
func wide(r rune) bool { return r >= 0x2E80 || r >= 0x2010 && r <= 0x2026 }

// plain is the text of n as it stands in the source.
func plain(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.DataAtom == atom.Br {
		return "\n"
	}
	var s []byte
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s = append(s, plain(c)...)
	}
	return string(s)
}
