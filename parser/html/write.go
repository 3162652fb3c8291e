package html

import (
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// writer builds the reading text: one line for each paragraph and each row of a table.
type writer struct {
	block.Writer
	page   *page
	fields []block.Field
	heads  map[string]bool // the lines of page heads within the body

	line  block.Line
	label []rune // of the list item that begins, put before its first line
	link  links  // of the line
	tail  []bool // by block: it only leads to other pages
}

// links counts the characters of a line that stand in links to other pages.
type links struct {
	runes    int
	document bool // one of the links leads to a document
}

// body writes the element that holds the notice.
func (w *writer) body(n *node) {
	w.Text = make([]rune, 0, n.measure.text+n.measure.text/8)
	w.children(n)
	w.endLine()
	w.cutTail()
}

// cutTail takes back the last lines that only lead to other pages: 相关链接, 政策解读.
func (w *writer) cutTail() {
	n := len(w.Blocks)
	linked := false
	for n > 1 && (w.tail[n-1] || w.tailHeading(w.Blocks[n-1])) {
		n--
		linked = linked || w.tail[n]
	}
	if linked {
		w.Blocks, w.tail = w.Blocks[:n], w.tail[:n]
		w.Text = w.Text[:w.Blocks[n-1].End+1]
	}
}

func (w *writer) tailHeading(b block.Block) bool {
	if b.Grid != nil || b.Len() > 12 {
		return false
	}
	return lexicon.Tails().In(string(w.Text[b.Start:b.End]))
}

func (w *writer) children(n *node) {
	for c := n.first; c != nil; c = c.next {
		w.node(c)
	}
}

func (w *writer) node(n *node) {
	switch {
	case n.kind&piece != 0:
		w.line.Write(n.data)
	case n.atom == atom.Br:
		w.endLine()
	case w.page.skips(n, true):
	case n.atom == atom.Table:
		w.endLine()
		w.table(n)
	case n.atom == atom.Ol:
		w.endLine()
		w.numbered(n)
	case n.atom == atom.Pre:
		w.endLine()
		w.pre(n)
	case n.kind&blockLevel != 0:
		w.endLine()
		w.children(n)
		w.endLine()
	case n.atom == atom.A && n.attr("href") != "":
		before := w.line.Len()
		w.children(n)
		w.link.runes += max(0, w.line.Len()-before)
		w.link.document = w.link.document || documentLink(n.attr("href"))
	default:
		w.children(n)
	}
}

// pre writes preformatted text, whose lines are lines.
func (w *writer) pre(n *node) {
	start := 0
	s := n.text("\n")
	for i, r := range s {
		if r == '\n' {
			w.line.Write(s[start:i])
			w.endLine()
			start = i + 1
		}
	}
	w.line.Write(s[start:])
	w.endLine()
}

// endLine makes a paragraph of the line that was written, if there is one.
func (w *writer) endLine() {
	line, link := w.line.Take(), w.link
	w.link = links{}
	if len(line) == 0 || clutterLine(line) {
		return
	}
	if w.label != nil {
		line, w.label = append(w.label, line...), nil
	}
	w.paragraph(line)
	w.tail[len(w.tail)-1] = !link.document && link.runes > 0 && link.runes*5 >= letters(line)*4
}

// letters counts the letters and characters of a line: the day beside a link does not count.
func letters(line []rune) (n int) {
	for _, r := range line {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// paragraph appends line as a block and returns where it stands.
func (w *writer) paragraph(line []rune) block.Range {
	w.tail = append(w.tail, false)
	return w.Paragraph(line)
}

// visible reports at least so many characters that are no white space.
func (w *writer) visible(least int) bool {
	for _, r := range w.Text {
		if !unicode.IsSpace(r) {
			least--
		}
		if least == 0 {
			return true
		}
	}
	return false
}
