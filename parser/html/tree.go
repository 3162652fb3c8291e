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

// node is an element of a page, or a piece of its text.
type node struct {
	atom                atom.Atom   // 0 for an element that HTML does not know
	kind                elementKind // that of a piece of text is piece
	data                string      // the element's name, or the text
	attributes          []attribute
	parent, first, last *node
	next                *node // behind it in its parent
	measure             measure
}

// attribute is one that the reader looks at.
type attribute struct{ key, value string }

// attr is the value of an attribute, "" where it has none.
func (n *node) attr(key string) string {
	value, _ := n.lookup(key)
	return value
}

func (n *node) lookup(key string) (value string, ok bool) {
	for _, a := range n.attributes {
		if a.key == key {
			return a.value, true
		}
	}
	return "", false
}

// elements are those among the children of n.
func (n *node) elements() (out []*node) {
	for c := n.first; c != nil; c = c.next {
		if c.kind&piece == 0 {
			out = append(out, c)
		}
	}
	return out
}

// contains reports whether inner is n or lies in it.
func (n *node) contains(inner *node) bool {
	for inner != nil && inner != n {
		inner = inner.parent
	}
	return inner == n
}

// parse builds the tree of a page, and reports whether it is all of it. It never fails: what is
// not closed is closed where the next element of its kind starts, an end tag without start is
// ignored. about are the tags that say something of the page itself, as they stand there.
func parse(text string) (root *node, about string, whole bool) {
	b := builder{z: html.NewTokenizer(strings.NewReader(text))}
	long := len(text) > source.MostCharacters
	root = new(node)
	b.open = []*node{root}
	for b.nodes < mostNodes && b.text < source.MostCharacters {
		switch b.z.Next() {
		case html.ErrorToken:
			return root, b.about.String(), true
		case html.TextToken:
			if b.top().atom == atom.Title {
				b.keep()
			}
			if !b.skipText {
				n := b.add(node{kind: piece, data: string(b.z.Text())})
				if long {
					b.text += utf8.RuneCountInString(n.data)
				}
			}
		case html.StartTagToken:
			b.start(false)
		case html.SelfClosingTagToken:
			b.start(true)
		case html.EndTagToken:
			name, _ := b.z.TagName()
			a := atom.Lookup(name)
			if a == atom.Title {
				b.keep()
			}
			b.end(a, name)
		}
	}
	return root, b.about.String(), false
}

type builder struct {
	z        *html.Tokenizer
	open     []*node // from the root to the innermost open element
	overflow int     // open elements beyond maxDepth
	nodes    int     // of the tree
	text     int     // characters of the tree, counted where the page is so long that they may be too many
	skipText bool    // within <script> and its like, whose content is no text
	about    strings.Builder

	spare  []node      // what nodes are taken from
	values []attribute // what attributes are taken from
}

// Nodes and attributes are made so many at a time.
const (
	nodesAtOnce      = 128
	attributesAtOnce = 256
	fewAttributes    = 8 // more are room for one element
)

// keep notes a token of what the page says of itself. It has to be asked before the token's text or attributes, which change it.
func (b *builder) keep() {
	if raw := b.z.Raw(); b.about.Len()+len(raw) <= longestAbout {
		b.about.Write(raw)
	}
}

func (b *builder) top() *node { return b.open[len(b.open)-1] }

// add appends a node to the innermost open element.
func (b *builder) add(n node) *node {
	b.nodes++
	if len(b.spare) == 0 {
		b.spare = make([]node, nodesAtOnce)
	}
	added, p := &b.spare[0], b.top()
	b.spare = b.spare[1:]
	n.parent = p
	*added = n
	if p.last != nil {
		p.last.next = added
	} else {
		p.first = added
	}
	p.last = added
	return added
}

// element appends an element that HTML knows.
func (b *builder) element(a atom.Atom) *node {
	return b.add(node{atom: a, kind: kinds[a], data: a.String()})
}

// start opens the element of the current token.
func (b *builder) start(selfClosing bool) {
	name, more := b.z.TagName()
	a := atom.Lookup(name)
	if a == atom.Meta || a == atom.Title || a == atom.Base {
		b.keep()
	}
	kind := kinds[a]
	b.skipText = kind&rawText != 0
	if kind&ignored != 0 {
		return
	}
	b.closeImplied(a, kind)
	var n *node
	if a != 0 {
		n = b.element(a)
	} else {
		n = b.add(node{data: string(name)})
	}
	if more {
		n.attributes = b.attributes()
	}
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
func (b *builder) attributes() []attribute {
	if cap(b.values)-len(b.values) < fewAttributes {
		b.values = make([]attribute, 0, attributesAtOnce)
	}
	begin := len(b.values)
	for more := true; more; {
		var key, value []byte
		key, value, more = b.z.TagAttr()
		switch string(key) {
		case "id", "class", "style", "hidden", "rowspan", "colspan", "name", "property", "content", "href", "type", "start", "value":
			b.values = append(b.values, attribute{string(key), string(value)})
		}
	}
	return b.values[begin:len(b.values):len(b.values)]
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
		if top := b.top().atom; top == atom.Table || top == atom.Tbody || top == atom.Thead || top == atom.Tfoot {
			b.open = append(b.open, b.element(atom.Tr))
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
		b.element(atom.Br)
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
			if n.atom == a {
				b.open = b.open[:i]
				return
			}
		}
		if n.kind&scope != 0 {
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
		if n := b.open[i]; n.atom == 0 && n.data == name {
			b.open = b.open[:i]
			return
		} else if n.kind&scopeCell != 0 {
			return
		}
	}
}
