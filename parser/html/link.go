package html

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// mostLinks bounds the list of links that is taken from a page; behind it, [moreLinks] says so.
const mostLinks = 200

// links returns the links of the page to files, in its order, each file once: those that the body shows,
// and those beside it that are called 附件 or by the name of a file. text is the reading text; more reports
// that there are others behind the bound.
func (p *page) links(body *node, text []rune) (list []block.Link, more bool) {
	c := linkCollector{page: p, body: body, base: p.base(), at: map[string]int{}}
	c.collect(p.root, body == p.root)
	at := 0
	for i := range c.found {
		l := &c.found[i]
		if n := index(text[at:], []rune(l.Text)); n >= 0 && l.Text != "" {
			l.Range = block.Range{Start: at + n, End: at + n + runes(l.Text)}
			at = l.End
		}
	}
	return c.found, c.more
}

// moreLinks says that not all of them were taken.
func moreLinks() schema.Diagnostic {
	return schema.Remark(schema.Warning, schema.UnreadContent, "The page offers more than %d files; the links to those behind them were left out.", mostLinks)
}

type linkCollector struct {
	page  *page
	body  *node
	base  *url.URL // what addresses are relative to; nil where the page does not say
	found []block.Link
	more  bool           // there are others
	at    map[string]int // the address: its place in found
}

func (c *linkCollector) collect(n *node, inside bool) {
	for k := n.first; k != nil && !c.more; k = k.next {
		switch {
		case k.kind&piece != 0 || c.page.skips(k, inside || k == c.body):
		case k.atom == atom.A:
			c.take(k, inside)
		default:
			c.collect(k, inside || k == c.body)
		}
	}
}

// take keeps the link, unless it leads to another page. Of a picture and a name that lead to the same file, the name stays.
func (c *linkCollector) take(a *node, inside bool) {
	href := strings.TrimSpace(a.attr("href"))
	if !fetchable(href) {
		return
	}
	text := c.page.oneLine(a)
	named := documentLink(text)
	if !named && !documentLink(href) && !documentQuery(href) {
		return
	}
	if !inside && !named && !strings.HasPrefix(text, "附件") || runes(text) > longestTitle {
		return
	}
	if c.base != nil {
		if u, err := c.base.Parse(href); err == nil {
			href = u.String()
		}
	}
	if i, twice := c.at[href]; twice {
		if c.found[i].Text == "" {
			c.found[i].Text = text
		}
		return
	}
	if c.more = len(c.found) == mostLinks; c.more {
		return
	}
	c.at[href] = len(c.found)
	c.found = append(c.found, block.Link{Text: text, Href: href})
}

// fetchable reports whether an address leads to something that can be fetched: no script, no mail, no place in the page.
func fetchable(href string) bool {
	if href == "" || href[0] == '#' {
		return false
	}
	scheme, _, ok := strings.Cut(href, ":")
	if !ok || strings.ContainsAny(scheme, "/?#.") {
		return true
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "ftp", "file":
		return true
	}
	return false
}

// documentQuery reports an address whose query names a document: /download?file=a.docx.
func documentQuery(href string) bool {
	_, query, ok := strings.Cut(href, "?")
	if !ok {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(query, func(r rune) bool { return r == '&' || r == '=' || r == '#' }),
		func(value string) bool { return path.Ext(value) != "" && documentLink(value) })
}

// index returns where part begins in text, -1 where it does not stand there.
func index(text, part []rune) int {
	if len(part) == 0 {
		return 0
	}
	for i := 0; i+len(part) <= len(text); i++ {
		if text[i] == part[0] && slices.Equal(text[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}
