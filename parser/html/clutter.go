package html

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// clutterNames are parts of class names and ids of elements around a notice. An element
// so named is left out unless it holds a good share of the page's running text: a
// container may well be called print-area.
var clutterNames = []string{
	"share", "crumb", "print", "qrcode", "qr_container", "ewm", "erweima", "weixin", "wechat", "footer", "copyright", "related",
	"relevant", "xgxw", "xgwj", "xgjd", "xgyd", "xgzc", "xgld", "xgxx", "jiucuo", "toolbar", "fontsize", "font-size",
	"navbar", "sidebar", "side-bar", "sidemenu", "pagination", "pagebreak", "weizhi", "dqwz", "dangqianweizhi", "position_nav",
	"breadcrumb", "hot-box", "hotlist", "recommend", "comment", "advert", "ad-box", "last_next", "prev_next", "prenext", "next-page",
	"back-to", "gotop", "totop", "login", "search", "wza", "feedback", "evaluate", "pingjia", "player", "audio",
	"modal", "dialog", "tooltip", "popup", "alert", "caption-btn", "zoom-controls",
}

// clutterShare is the share of the page's running text from which on a name counts no
// more; hiddenShare the same for display:none, which scripts may lift.
const (
	clutterShare = 0.2
	hiddenShare  = 0.5
)

// skips reports whether n is no part of a notice. Within the body of the notice a name
// alone is not enough: the element must be short or full of links.
func (p *page) skips(n *html.Node, within bool) bool {
	if kinds[n.DataAtom]&dropped != 0 {
		return true
	}
	var names, style string
	hidden := false
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			names += " " + a.Val
		case "style":
			style = a.Val
		case "hidden":
			hidden = true
		}
	}
	m := p.measure[n]
	if (hidden || style != "" && invisible(style)) && float64(m.prose) <= hiddenShare*float64(p.total.prose) {
		return true
	}
	if names != "" && float64(m.prose) <= clutterShare*float64(p.total.prose) && clutterName(names) &&
		(!within || m.text < 200 || m.link*2 > m.text) {
		return true
	}
	return within && kinds[n.DataAtom]&blockLevel != 0 && p.linkList(n)
}

// invisible reports a style that hides the element.
func invisible(style string) bool {
	return declares(style, "display", "none") || declares(style, "visibility", "hidden")
}

// declares reports whether style sets property to value.
func declares(style, property, value string) bool {
	for style != "" {
		var d string
		d, style, _ = strings.Cut(style, ";")
		p, v, ok := strings.Cut(d, ":")
		if ok && strings.EqualFold(strings.TrimSpace(p), property) {
			v = strings.TrimSpace(v)
			if len(v) >= len(value) && strings.EqualFold(v[:len(value)], value) {
				return true
			}
		}
	}
	return false
}

func clutterName(names string) bool {
	names = strings.ToLower(names)
	for _, c := range clutterNames {
		if strings.Contains(names, c) {
			return true
		}
	}
	return false
}

// linkList reports an element that only lists other pages: most of its text is links,
// at least three of them, and none leads to a document, as the list of a notice's
// attachments would.
func (p *page) linkList(n *html.Node) bool {
	m := p.measure[n]
	if m.text < 40 || m.link*5 < m.text*4 {
		return false
	}
	links, files := countLinks(n)
	return links >= 3 && files == 0
}

func countLinks(n *html.Node) (links, files int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.A {
			links++
			if documentLink(attr(c, "href")) || strings.HasPrefix(strings.TrimSpace(firstText(c)), "附件") {
				files++
			}
			continue
		}
		l, f := countLinks(c)
		links, files = links+l, files+f
	}
	return links, files
}

func documentLink(href string) bool {
	href = strings.ToLower(href)
	if i := strings.IndexAny(href, "?#"); i >= 0 {
		href = href[:i]
	}
	for _, ext := range []string{".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip", ".rar", ".txt", ".ppt", ".pptx"} {
		if strings.HasSuffix(href, ext) {
			return true
		}
	}
	return false
}

func firstText(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return c.Data
		}
		if s := firstText(c); s != "" {
			return s
		}
	}
	return ""
}

// clutterRow is a wording that pages print around a notice.
type clutterRow struct {
	text   string
	inside bool // also inside the line, not only at its start
	most   int  // longest line, in characters
}

// clutterLines are the words of the lexicon with the use page:MOST or page:MOST inside.
var clutterLines = sync.OnceValue(func() []clutterRow {
	var rows []clutterRow
	for _, e := range lexicon.Entries("page") {
		most, inside := strings.CutSuffix(e.Tag, " inside")
		n, _ := strconv.Atoi(most) // the tests of the lexicon hold that it is a number
		rows = append(rows, clutterRow{e.Word, inside, n})
	}
	return rows
})

// clutterLine reports a line of the page that belongs to the site, not to the notice. A
// sentence, which ends in 。 or ；, is clutter only by the way it starts.
func clutterLine(line []rune) bool {
	if len(line) > 400 {
		return false
	}
	sentence := line[len(line)-1] == '。' || line[len(line)-1] == '；'
	part := line
	if sentence {
		part = line[:min(len(line), longestClutter)]
	}
	folded := string(source.FoldRunes(nil, part))
	if len(line) <= 12 && lexicon.Buttons().Has(strings.ReplaceAll(folded, " ", "")) || len(line) <= 20 && strings.HasPrefix(folded, "打印 ") {
		return true
	}
	for _, row := range clutterLines() {
		if len(line) <= row.most && (strings.HasPrefix(folded, row.text) || row.inside && !sentence && strings.Contains(folded, row.text)) {
			return true
		}
	}
	return false
}

// longestClutter is the length of the longest text of these words, in characters.
const longestClutter = 12
