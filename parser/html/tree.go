package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/source"
)

// maxDepth bounds the nesting of the tree. What lies deeper is flattened into the
// element at the bound.
const maxDepth = 200

// mostNodes bounds the size of the tree. Pages of long notices have twenty thousand.
const mostNodes = 1_000_000

// parse builds the tree of a page, and reports whether it is all of it. It never fails: what is
// not closed is closed where the next element of its kind starts, an end tag without start is
// ignored.
func parse(text string) (root *html.Node, whole bool) {
	b := builder{z: html.NewTokenizer(strings.NewReader(text))}
	b.root = &html.Node{Type: html.DocumentNode}
	b.open = []*html.Node{b.root}
	for b.nodes < mostNodes && b.text < source.MostCharacters {
		switch b.z.Next() {
		case html.ErrorToken:
			return b.root, true
		case html.TextToken:
			if !b.skipText {
				text := string(b.z.Text())
				b.text += utf8.RuneCountInString(text)
				b.add(&html.Node{Type: html.TextNode, Data: text})
			}
		case html.StartTagToken:
			b.start(false)
		case html.SelfClosingTagToken:
			b.start(true)
		case html.EndTagToken:
			name, _ := b.z.TagName()
			b.end(atom.Lookup(name), name)
		}
	}
	return b.root, false
}

type builder struct {
	z        *html.Tokenizer
	root     *html.Node
	open     []*html.Node // from the root to the innermost open element
	overflow int          // open elements beyond maxDepth
	nodes    int          // of the tree
	text     int          // characters of the tree
	skipText bool         // within <script> and its like, whose content is no text
}

func (b *builder) top() *html.Node { return b.open[len(b.open)-1] }

func (b *builder) add(n *html.Node) {
	b.nodes++
	p := b.top()
	n.Parent, n.PrevSibling = p, p.LastChild
	if p.LastChild != nil {
		p.LastChild.NextSibling = n
	} else {
		p.FirstChild = n
	}
	p.LastChild = n
}

// start opens the element of the current token.
func (b *builder) start(selfClosing bool) {
	name, more := b.z.TagName()
	a := atom.Lookup(name)
	kind := kinds[a]
	b.skipText = kind&rawText != 0
	if kind&ignored != 0 {
		return
	}
	b.closeImplied(a, kind)
	n := &html.Node{Type: html.ElementNode, DataAtom: a}
	if a != 0 {
		n.Data = a.String()
	} else {
		n.Data = string(name)
	}
	if more {
		n.Attr = b.attributes()
	}
	b.add(n)
	switch {
	case kind&(void|rawText) != 0:
	case selfClosing && kind&blockLevel == 0:
	case len(b.open) >= maxDepth:
		b.overflow++
	default:
		b.open = append(b.open, n)
	}
}

// attributes returns those that the reader looks at.
func (b *builder) attributes() (kept []html.Attribute) {
	for {
		key, value, more := b.z.TagAttr()
		switch k := string(key); k {
		case "id", "class", "style", "hidden", "rowspan", "colspan", "name", "property", "content", "href", "src", "type", "start", "value":
			kept = append(kept, html.Attribute{Key: k, Val: string(value)})
		}
		if !more {
			return kept
		}
	}
}

// closeImplied closes what cannot stay open when an element a starts.
func (b *builder) closeImplied(a atom.Atom, kind elementKind) {
	if b.overflow > 0 {
		return
	}
	switch a {
	case atom.Li:
		b.closeWithin(scopeList, atom.Li)
	case atom.Dt, atom.Dd:
		b.closeWithin(scopeList, atom.Dt, atom.Dd)
	case atom.Td, atom.Th:
		b.closeWithin(scopeTable, atom.Td, atom.Th)
		if top := b.top().DataAtom; top == atom.Table || top == atom.Tbody || top == atom.Thead || top == atom.Tfoot {
			row := &html.Node{Type: html.ElementNode, DataAtom: atom.Tr, Data: "tr"}
			b.add(row)
			b.open = append(b.open, row)
		}
	case atom.Tr:
		b.closeWithin(scopeTable, atom.Tr)
	case atom.Tbody, atom.Thead, atom.Tfoot:
		b.closeWithin(scopeTable, atom.Tbody, atom.Thead, atom.Tfoot)
	case atom.Option:
		b.closeWithin(scopeCell, atom.Option)
	}
	if kind&blockLevel != 0 {
		b.closeWithin(scopeCell, atom.P)
	}
}

// end closes the innermost open element a and all within it. An end tag without its
// start is ignored, but </p> and </br> still part paragraphs.
func (b *builder) end(a atom.Atom, name []byte) {
	b.skipText = false
	kind := kinds[a]
	switch {
	case a == 0:
		b.closeCustom(string(name))
	case kind&(ignored|void|rawText) != 0 && a != atom.Br:
	case a == atom.Br:
		b.add(&html.Node{Type: html.ElementNode, DataAtom: atom.Br, Data: "br"})
	case b.overflow > 0:
		b.overflow--
	case a == atom.Table:
		b.closeWithin(0, a)
	case kind&tablePart != 0:
		b.closeWithin(scopeTable, a)
	case kind&blockLevel != 0:
		b.closeWithin(scopeCell, a)
	default:
		b.closeWithin(scopeBlock, a)
	}
}

// closeWithin closes the innermost open element that is one of atoms, unless an element
// of the kind scope stands between.
func (b *builder) closeWithin(scope elementKind, atoms ...atom.Atom) {
	for i := len(b.open) - 1; i > 0; i-- {
		n := b.open[i]
		for _, a := range atoms {
			if n.DataAtom == a {
				b.open = b.open[:i]
				return
			}
		}
		if kinds[n.DataAtom]&scope != 0 {
			return
		}
	}
}

// closeCustom closes an element that HTML does not know, such as <o:p> or <ucap-content>.
func (b *builder) closeCustom(name string) {
	if b.overflow > 0 {
		b.overflow--
		return
	}
	for i := len(b.open) - 1; i > 0; i-- {
		if n := b.open[i]; n.DataAtom == 0 && n.Data == name {
			b.open = b.open[:i]
			return
		} else if kinds[n.DataAtom]&scopeCell != 0 {
			return
		}
	}
}
