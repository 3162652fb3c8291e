package html

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

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
func (p *page) skips(n *node, within bool) bool {
	if n.kind&dropped != 0 {
		return true
	}
	m, whole := n.measure, float64(p.root.measure.prose)
	if n.kind&unseen != 0 && float64(m.prose) <= hiddenShare*whole {
		return true
	}
	if n.kind&clutter != 0 && float64(m.prose) <= clutterShare*whole && (!within || m.text < 200 || m.link*2 > m.text) {
		return true
	}
	return within && n.kind&blockLevel != 0 && p.linkList(n)
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

// clutterByFirst are the clutterNames by their first byte.
var clutterByFirst = sync.OnceValue(func() *[utf8.RuneSelf][]string {
	names := new([utf8.RuneSelf][]string)
	for _, name := range clutterNames {
		names[name[0]] = append(names[name[0]], name)
	}
	return names
})

// clutterName reports whether one of clutterNames stands in a name.
func clutterName(name string) bool {
	if name == "" {
		return false
	}
	name = strings.ToLower(name)
	names := clutterByFirst()
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			continue
		}
		for _, c := range names[name[i]] {
			if strings.HasPrefix(name[i:], c) {
				return true
			}
		}
	}
	return false
}

// linkList reports an element that only lists other pages: most of its text is links,
// at least three of them, and none leads to a document, as the list of a notice's
// attachments would.
func (p *page) linkList(n *node) bool {
	m := n.measure
	if m.text < 40 || m.link*5 < m.text*4 {
		return false
	}
	links, files := countLinks(n)
	return links >= 3 && files == 0
}

func countLinks(n *node) (links, files int) {
	for c := n.first; c != nil; c = c.next {
		if c.atom == atom.A {
			links++
			if documentLink(c.attr("href")) || strings.HasPrefix(strings.TrimSpace(firstText(c)), "附件") {
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
	switch strings.ToLower(documentExt(href)) {
	case ".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip", ".rar", ".txt", ".ppt", ".pptx":
		return true
	}
	return false
}

func firstText(n *node) string {
	for c := n.first; c != nil; c = c.next {
		if c.kind&piece != 0 && strings.TrimSpace(c.data) != "" {
			return c.data
		}
		if s := firstText(c); s != "" {
			return s
		}
	}
	return ""
}

// clutterRow is a wording that pages print around a notice.
type clutterRow struct {
	text string
	most int // longest line, in characters
}

// clutterLines are the words of the lexicon with the use page:MOST, by their first character, or page:MOST inside: these
// count within a line as well.
var clutterLines = sync.OnceValues(func() (begins map[rune][]clutterRow, inside []clutterRow) {
	begins = map[rune][]clutterRow{}
	for _, e := range lexicon.Entries("page") {
		most, within := strings.CutSuffix(e.Tag, " inside")
		n, _ := strconv.Atoi(most) // the tests of the lexicon hold that it is a number
		row := clutterRow{e.Word, n}
		first, _ := utf8.DecodeRuneInString(e.Word)
		if begins[first] = append(begins[first], row); within {
			inside = append(inside, row)
		}
	}
	return begins, inside
})

// clutterLine reports a line of the page that belongs to the site, not to the notice. A
// sentence, which ends in 。 or ；, is clutter only by the way it starts.
func clutterLine(line []rune) bool {
	if len(line) > longestClutterLine {
		return false
	}
	sentence := line[len(line)-1] == '。' || line[len(line)-1] == '；'
	part := line
	if sentence {
		part = line[:min(len(line), longestClutter)]
	}
	var buffer [longestClutterLine]rune
	runes := source.FoldRunes(buffer[:0], part)
	begins, inside := clutterLines()
	rows := begins[runes[0]]
	if sentence && len(rows) == 0 && len(line) > longestButton {
		return false
	}
	folded := string(runes)
	if len(line) <= longestButton && lexicon.Buttons().Has(strings.ReplaceAll(folded, " ", "")) || len(line) <= 20 && strings.HasPrefix(folded, "打印 ") {
		return true
	}
	for _, row := range rows {
		if len(line) <= row.most && strings.HasPrefix(folded, row.text) {
			return true
		}
	}
	for _, row := range inside {
		if !sentence && len(line) <= row.most && strings.Contains(folded, row.text) {
			return true
		}
	}
	return false
}

// Bounds of lines that belong to a site, and of what they begin with, in characters.
const (
	longestClutterLine = 400
	longestClutter     = 12
	longestButton      = 12
)
