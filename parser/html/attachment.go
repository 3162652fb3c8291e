package html

import (
	"path"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/schema"
)

// mostAttachments bounds the list that is taken from a page; behind it, [moreAttachments] says so.
const mostAttachments = 60

// writeAttachments writes the names of the documents that the page offers beside the
// body (附件1：….doc), a line each, as far as the body does not name them itself. more reports that there are others
// behind the bound.
func (p *page) writeAttachments(w *writer, body *node) (more bool) {
	var shown string // the text without punctuation, once it is needed
	n := 0
	p.eachLink(p.root, body, func(a *node) {
		href := a.attr("href")
		if more || !documentLink(href) {
			return
		}
		name := strings.TrimSuffix(p.oneLine(a), documentExt(href))
		if !strings.HasPrefix(name, "附件") || runes(name) > longestTitle {
			return
		}
		if shown == "" {
			shown = key(string(w.Text))
		}
		k := key(name)
		if strings.Contains(shown, k) {
			return
		}
		if more = n == mostAttachments; more {
			return
		}
		shown += k
		w.paragraph([]rune(name))
		n++
	})
	return more
}

// moreAttachments says that not all of them were taken.
func moreAttachments() schema.Diagnostic {
	return schema.Remark(schema.Warning, schema.UnreadContent, "The page names more than %d attachments beside its text; those behind them were left out.", mostAttachments)
}

// eachLink calls f for the links outside body that are shown.
func (p *page) eachLink(n, body *node, f func(*node)) {
	for c := n.first; c != nil; c = c.next {
		switch {
		case c == body || c.kind&piece != 0 || c.kind&dropped != 0:
		case c.atom == atom.A:
			f(c)
		default:
			p.eachLink(c, body, f)
		}
	}
}

// documentExt is the extension of the file that href names.
func documentExt(href string) string {
	if i := strings.IndexAny(href, "?#"); i >= 0 {
		href = href[:i]
	}
	return path.Ext(href)
}
