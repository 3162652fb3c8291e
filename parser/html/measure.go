package html

import (
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is a parsed page and what is known about its elements.
type page struct {
	doc     *goquery.Document
	root    *html.Node
	measure map[*html.Node]measure
	total   measure
}

// measure says how much text an element holds, in characters that are no white space.
type measure struct {
	text  int // all of it
	link  int // within links
	prose int // running text: pieces outside links that are long or hold punctuation
}

func newPage(doc *goquery.Document) *page {
	p := &page{doc: doc, root: doc.Get(0), measure: make(map[*html.Node]measure, 256)}
	p.total = p.weigh(p.root, false)
	return p
}

// weigh measures n and all within it. Text that no browser shows counts nothing.
func (p *page) weigh(n *html.Node, linked bool) (m measure) {
	linked = linked || n.DataAtom == atom.A && attr(n, "href") != ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			m.add(weighText(c.Data, linked))
		case kinds[c.DataAtom]&dropped == 0:
			m.add(p.weigh(c, linked))
		}
	}
	p.measure[n] = m
	return m
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
		if r > ' ' && r != '\u3000' && r != '\u00a0' && (r < unicode.MaxLatin1 || !unicode.IsSpace(r)) {
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

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// children yields the element children of n.
func children(n *html.Node) (out []*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			out = append(out, c)
		}
	}
	return out
}

func contains(outer, inner *html.Node) bool {
	for n := inner; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}
