package html

import (
	"strings"
	"sync"

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
	selectors string
	share     float64
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

// selector is what a row names: # and an id, . and a class, or an element alone.
type selector struct{ mark, name string }

// rowsBySelector are the rows of containers by what they name.
var rowsBySelector = sync.OnceValue(func() map[selector]int {
	out := map[selector]int{}
	for i, row := range containers {
		for name := range strings.SplitSeq(row.selectors, ", ") {
			bare := strings.TrimLeft(name, "#.")
			out[selector{name[:len(name)-len(bare)], bare}] = i
		}
	}
	return out
})

// nameContainer keeps n for the rows of containers that name it.
func (p *page) nameContainer(n *node, class, id string) {
	rows := rowsBySelector()
	enter := func(mark, name string) {
		i, ok := rows[selector{mark, name}]
		if list := p.named[i]; ok && (len(list) == 0 || list[len(list)-1] != n) {
			p.named[i] = append(list, n)
		}
	}
	enter("", n.data)
	enter("#", id)
	for name := range strings.FieldsSeq(class) {
		enter(".", name)
	}
}

// container returns the element that holds the notice: a known container that has
// enough of the page's running text, else the smallest element that has most of it.
func (p *page) container() *node {
	whole := float64(p.root.measure.prose)
	for i, row := range containers {
		if n := p.fullest(p.named[i], whole*row.share); n != nil {
			return n
		}
	}
	return p.withTable(p.densest(whole * densestShare))
}

// fullest is the first of the elements with at least least running text, unless a later
// one has more than twice as much.
func (p *page) fullest(elements []*node, least float64) (best *node) {
	for _, n := range elements {
		m := n.measure
		if float64(m.prose) < least || m.prose < doubtfulProse || m.link*2 > m.text {
			continue
		}
		if best == nil || m.prose > 2*best.measure.prose {
			best = n
		}
	}
	return best
}

// densest goes down from the root as long as one child alone holds enough. It stops above a
// paragraph and above a table whose cells share the text: what stands beside them belongs to
// the notice, the title above all.
func (p *page) densest(least float64) *node {
	n := p.root
descend:
	for {
		for c := n.first; c != nil; c = c.next {
			if c.kind&paragraphLevel != 0 {
				continue
			}
			if m := c.measure; c.kind&blockLevel != 0 && float64(m.prose) >= least && m.prose > 0 {
				n = c
				continue descend
			}
		}
		return p.aboveTable(n)
	}
}

// aboveTable returns what holds the table that n is, or is a row or a group of rows of, or, in a table that
// names its columns, lies in; n itself where it is none, or where the table is a frame of one cell.
func (p *page) aboveTable(n *node) *node {
	for t := n; t != nil; t = t.parent {
		if t.atom == atom.Table && p.tableOf(t).namesColumns() {
			n = t
			break
		}
	}
	for t := n; t != nil; t = t.parent {
		switch {
		case t.atom == atom.Table:
			if t.parent == nil || p.tableOf(t).cells < 2 {
				return n
			}
			n = t.parent
			for n.parent != nil && n.measure.text == t.measure.text {
				n = n.parent // it only frames the table
			}
			return n
		case t.kind&tablePart == 0 || t.atom == atom.Td || t.atom == atom.Th:
			return n
		}
	}
	return n
}

// withTable returns n, or, where n holds little running text, the smallest element that holds the
// page's largest table of data as well: a notice may be a line and a list of names.
func (p *page) withTable(n *node) *node {
	if n.measure.prose >= doubtfulProse {
		return n
	}
	if t := p.tableOutside(n); t != nil {
		for !n.contains(t) {
			n = n.parent
		}
	}
	return n
}

// tableOutside returns the largest table of data beside body, if its header names columns of a notice's
// tables, or it has as much text as a notice and a good share of what body has: the calendars and rates of
// pages have less, and heads name fields.
func (p *page) tableOutside(body *node) (largest *node) {
	least := max(doubtfulProse, int(clutterShare*float64(body.measure.text)))
	for _, n := range p.tables {
		m := n.measure
		if largest != nil && m.text <= largest.measure.text || m.link*2 > m.text || body.contains(n) || n.contains(body) || p.inClutter(n) {
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
		switch c, ok := header.Of(header.Fold(cell.text("\n"))); {
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
func (p *page) inClutter(n *node) bool {
	for ; n != nil; n = n.parent {
		if p.skips(n, false) {
			return true
		}
	}
	return false
}
