package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

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

// clutterLines are lines that pages print around a notice: anywhere in a short line, or
// at its start.
var clutterLines = []struct {
	text   string
	inside bool // also inside the line
	most   int  // longest line, in characters
}{
	{"扫一扫", true, 40}, {"扫码", false, 40}, {"打印本页", true, 60}, {"关闭窗口", true, 60}, {"关闭本页", true, 60},
	{"打印正文", true, 60}, {"返回顶部", true, 40}, {"分享到", false, 60}, {"分享至", false, 60}, {"上一篇", false, 120}, {"下一篇", false, 120},
	{"上一条", false, 120}, {"下一条", false, 120}, {"相关链接", false, 30}, {"相关文章", false, 30}, {"相关新闻", false, 30},
	{"相关阅读", false, 30}, {"相关解读", false, 30}, {"相关稿件", false, 30}, {"相关附件", false, 8}, {"相关文件", false, 8}, {"相关政策", false, 8}, {"责任编辑", false, 30}, {"浏览次数", true, 60}, {"阅读次数", true, 60},
	{"点击次数", true, 60}, {"访问量", true, 40}, {"当前位置", false, 120}, {"您所在的位置", false, 120}, {"您的位置", false, 120},
	{"您现在的位置", false, 120}, {"我要纠错", true, 60}, {"网站地图", true, 80}, {"版权所有", true, 120}, {"主办单位:", false, 30}, {"网站标识码", true, 160},
	{"ICP备", true, 160}, {"公网安备", true, 160}, {"政务微信", false, 20}, {"政务微博", false, 20}, {"返回列表", false, 20}, {"【打印】", true, 60}, {"【关闭】", true, 60},
	{"[打印]", true, 60}, {"[关闭]", true, 60}, {"字号:", false, 40}, {"字体:", false, 40}, {"【字体", false, 40}, {"【字号", false, 40}, {"[字体", false, 40}, {"打印 ", false, 20}, {"收藏本站", true, 60},
	{"设为首页", true, 60}, {"无障碍", false, 20}, {"长者助手", true, 30}, {"政策原文:", false, 12}, {"文字解读", false, 12}, {"图文解读", false, 12},
	{"点击查看原文", true, 40}, {"点击下载", false, 12}, {"语音播报", true, 30}, {"朗读", false, 12}, {"您的浏览器", true, 80},
	{"免责声明", false, 400}, {"【免责声明", false, 400}, {"[免责声明", false, 400},
}

// wholeLines are lines of a single button.
var wholeLines = map[string]bool{
	"打印": true, "关闭": true, "分享": true, "收藏": true, "返回": true, "大中小": true, "下载": true, "复制": true, "纠错": true,
	"A+": true, "A-": true, "+": true, "-": true, "x": true, "×": true, "首页": true, "分享:": true, "保存": true, "点赞": true, ">": true,
	"字号大中小": true, "[大中小]": true, "【大中小】": true, "默认大超大": true, "微信": true, "微博": true, "空间": true,
}

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
	if len(line) <= 12 && wholeLines[strings.ReplaceAll(folded, " ", "")] {
		return true
	}
	for i := range clutterLines {
		row := &clutterLines[i]
		if len(line) <= row.most && (strings.HasPrefix(folded, row.text) || row.inside && !sentence && strings.Contains(folded, row.text)) {
			return true
		}
	}
	return false
}

// longestClutter is the length of the longest text in clutterLines, in characters.
const longestClutter = 12
