package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/block"
)

// page is a parsed page and what a walk over it found.
type page struct {
	about
	root     *node
	named    [][]*node // by row of containers, in the order of the page, as all of these
	tables   []*node
	headings []*node
	framed   bool // it shows other pages in frames

	line block.Line // what a text is made one line in
}

// measure says how much text an element holds, in characters that are no white space.
type measure struct {
	text  int // all of it
	link  int // within links
	prose int // running text: pieces outside links that are long or hold punctuation
}

func newPage(root *node, about about) *page {
	p := &page{about: about, root: root, named: make([][]*node, len(containers))}
	p.walk(root, false, true)
	return p
}

// walk notes what lies in n, and measures it where it is shown. Text that no browser shows counts nothing.
func (p *page) walk(n *node, linked, shown bool) {
	linked = linked || n.atom == atom.A && n.attr("href") != ""
	for c := n.first; c != nil; c = c.next {
		if c.kind&piece != 0 {
			if shown {
				n.measure.add(weighText(c.data, linked))
			}
			continue
		}
		p.note(c)
		p.walk(c, linked, shown && c.kind&dropped == 0)
		n.measure.add(c.measure)
	}
}

// note keeps an element that is asked for later.
func (p *page) note(n *node) {
	switch n.atom {
	case atom.Table:
		p.tables = append(p.tables, n)
	case atom.Frameset, atom.Frame, atom.Iframe:
		p.framed = true
	}
	class, id := n.attr("class"), n.attr("id")
	p.nameContainer(n, class, id)
	if isHeading(n, class, id) {
		p.headings = append(p.headings, n)
	}
	if clutterName(class) || clutterName(id) {
		n.kind |= clutter
	}
	if _, hidden := n.lookup("hidden"); hidden || invisible(n.attr("style")) {
		n.kind |= unseen
	}
}

func (m *measure) add(o measure) {
	m.text += o.text
	m.link += o.link
	m.prose += o.prose
}

// shortPiece is the length below which a piece of text needs punctuation to be prose.
const shortPiece = 25

func weighText(s string, linked bool) (m measure) {
	for _, r := range s {
		if r > '\u3000' || r > ' ' && r != '\u00a0' && (r < unicode.MaxLatin1 || !unicode.IsSpace(r)) {
			m.text++
		}
	}
	switch {
	case linked:
		m.link = m.text
	case m.text >= shortPiece || strings.ContainsAny(s, "。；，："):
		m.prose = m.text
	}
	return m
}

// oneLine is what n says as one line.
func (p *page) oneLine(n *node) string {
	n.write(&p.line)
	return string(p.line.Take())
}

// write appends the text of n as it stands in the source, with line breaks for <br>.
func (n *node) write(line *block.Line) {
	switch {
	case n.kind&piece != 0:
		line.Write(n.data)
	case n.atom == atom.Br:
		line.Write("\n")
	default:
		for c := n.first; c != nil; c = c.next {
			c.write(line)
		}
	}
}

// text is the text of n as it stands in the source, with br for each <br>.
func (n *node) text(br string) string {
	var s strings.Builder
	n.writeText(&s, br)
	return s.String()
}

func (n *node) writeText(s *strings.Builder, br string) {
	switch {
	case n.kind&piece != 0:
		s.WriteString(n.data)
	case n.atom == atom.Br:
		s.WriteString(br)
	default:
		for c := n.first; c != nil; c = c.next {
			c.writeText(s, br)
		}
	}
}
