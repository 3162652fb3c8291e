package html

import (
	"strings"
	"sync"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/header"
)

// Shares of the page's running text that a named container must hold.
const (
	editorShare  = 0.25 // an editor's own container: what it holds was written as one text
	generalShare = 0.80 // a name that layouts use for anything
	densestShare = 0.85 // the densest block, where no name helps
)

// containerRow names containers in which content management systems put the text of an
// article. Rows stand from the most to the least specific.
type containerRow struct {
	selector string
	share    float64
}

// containers are the rows.
var containers = []containerRow{
	{"#UCAP-CONTENT, ucapcontent, .UCAP-CONTENT", editorShare},
	{".TRS_UEDITOR, .TRS_Editor, .trs_editor_view, .Custom_UnionStyle", editorShare},
	{"#zoom, #zoomcon, #ZoomCon, .zoom", editorShare},
	{".pages_content, #pages_content, .article-content, .article_content, .articleContent, #articleContent", editorShare},
	{".wzcontent, .wzcon, #wenzhang, .wznr, .artile_zw, .article_zw, .zwnr, .xxgk_content, .xxgk_contnet, .zhengwen", editorShare},
	{".bt_content, .news_content, .news-content, #news_content, .newsCon, .news_con, .detail-content, .detail_content, .content-detail", editorShare},
	{".policy-body, .policy-content, .info-content, .info_content, .view-content, .con_text, .text_con, .cont_text, .TextContent", editorShare},
	{"#mainText, .mainText, #artibody, .artibody, .art_content, #articleBody, .article-body, .entry-content, .rich_media_content", editorShare},
	{"article, #article, .article, .Article, #content, .content, .view, .main-content, #main-content, .maincontent", generalShare},
}

// rowsByName are the rows of containers by what their selectors name: #id, .class or an element.
var rowsByName = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for i, row := range containers {
		for name := range strings.SplitSeq(row.selector, ", ") {
			out[name] = i
		}
	}
	return out
})

// container returns the element that holds the notice: a known container that has
// enough of the page's running text, else the smallest element that has most of it.
func (p *page) container() *goquery.Selection {
	whole := p.measure[p.root].prose
	named := p.named()
	for i, row := range containers {
		if n := p.fullest(named[i], float64(whole)*row.share); n != nil {
			return p.selection(n)
		}
	}
	return p.selection(p.withTable(p.densest(float64(whole) * densestShare)))
}

// named returns the elements that the rows of containers name, each row's in the order of the page.
func (p *page) named() [][]*html.Node {
	rows, out := rowsByName(), make([][]*html.Node, len(containers))
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		enter := func(name string) {
			if i, ok := rows[name]; ok && (len(out[i]) == 0 || out[i][len(out[i])-1] != n) {
				out[i] = append(out[i], n)
			}
		}
		enter(n.Data)
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				enter("#" + a.Val)
			case "class":
				for class := range strings.FieldsSeq(a.Val) {
					enter("." + class)
				}
			}
		}
	}
	return out
}

func (p *page) selection(n *html.Node) *goquery.Selection {
	if n == p.root {
		return p.doc.Selection
	}
	return p.doc.FindNodes(n)
}

// fullest is the first of the elements with at least least running text, unless a later
// one has more than twice as much.
func (p *page) fullest(elements []*html.Node, least float64) (best *html.Node) {
	for _, n := range elements {
		m := p.measure[n]
		if float64(m.prose) < least || m.prose < doubtfulProse || m.link*2 > m.text {
			continue
		}
		if best == nil || m.prose > 2*p.measure[best].prose {
			best = n
		}
	}
	return best
}

// densest goes down from the root as long as one child alone holds enough. It stops above a
// paragraph and above a table whose cells share the text: what stands beside them belongs to
// the notice, the title above all.
func (p *page) densest(least float64) *html.Node {
	n := p.root
descend:
	for {
		for _, c := range children(n) {
			if kinds[c.DataAtom]&paragraphLevel != 0 {
				continue
			}
			if m, ok := p.measure[c]; ok && kinds[c.DataAtom]&blockLevel != 0 && float64(m.prose) >= least && m.prose > 0 {
				n = c
				continue descend
			}
		}
		return p.aboveTable(n)
	}
}

// aboveTable returns what holds the table that n is, or is a row or a group of rows of, or, in a table that
// names its columns, lies in; n itself where it is none, or where the table is a frame of one cell.
func (p *page) aboveTable(n *html.Node) *html.Node {
	for t := n; t != nil; t = t.Parent {
		if t.DataAtom == atom.Table && p.tableOf(t).namesColumns() {
			n = t
			break
		}
	}
	for t := n; t != nil; t = t.Parent {
		switch {
		case t.DataAtom == atom.Table:
			if t.Parent == nil || p.tableOf(t).cells < 2 {
				return n
			}
			n = t.Parent
			for n.Parent != nil && p.measure[n].text == p.measure[t].text {
				n = n.Parent // it only frames the table
			}
			return n
		case kinds[t.DataAtom]&tablePart == 0 || t.DataAtom == atom.Td || t.DataAtom == atom.Th:
			return n
		}
	}
	return n
}

// withTable returns n, or, where n holds little running text, the smallest element that holds the
// page's largest table of data as well: a notice may be a line and a list of names.
func (p *page) withTable(n *html.Node) *html.Node {
	if p.measure[n].prose >= doubtfulProse {
		return n
	}
	if t := p.tableOutside(n); t != nil {
		for !contains(n, t) {
			n = n.Parent
		}
	}
	return n
}

// tableOutside returns the largest table of data beside body, if its header names columns of a notice's
// tables, or it has as much text as a notice and a good share of what body has: the calendars and rates of
// pages have less, and heads name fields.
func (p *page) tableOutside(body *html.Node) (largest *html.Node) {
	least := max(doubtfulProse, int(clutterShare*float64(p.measure[body].text)))
	for _, n := range p.doc.Find("table").Nodes {
		m := p.measure[n]
		if largest != nil && m.text <= p.measure[largest].text || m.link*2 > m.text || contains(body, n) || contains(n, body) || p.inClutter(n) {
			continue
		}
		t := p.tableOf(n)
		if m.text < least && !t.namesColumns() {
			continue
		}
		if _, head := t.headLines(); !head && !t.layout(p) {
			largest = n
		}
	}
	return largest
}

// namesColumns reports a table whose first row, captions left out, is a header: it names who answers or what is to be done, and
// something else.
func (t *table) namesColumns() bool {
	rows := t.rows
	for len(rows) > 2 && len(rows[0]) == 1 {
		rows = rows[1:] // a caption
	}
	if len(rows) < 2 {
		return false
	}
	named, work := 0, false
	for _, cell := range rows[0] {
		switch c, ok := header.Of(header.Fold(plain(cell))); {
		case !ok:
		case c.Kind == header.Party || c.Kind == header.Work:
			work = true
			fallthrough
		default:
			named++
		}
	}
	return work && named >= 2
}

// inClutter reports whether n, or what it lies in, is no part of a notice.
func (p *page) inClutter(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if p.skips(n, false) {
			return true
		}
	}
	return false
}
