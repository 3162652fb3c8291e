package pdf

import (
	"regexp"
	"strings"
	"sync"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// A page of a newspaper is larger than any that a notice is printed on (A3 is 842 points
// wide) and full of text.
const (
	newspaperSide = 860
	newspaperText = 1500
)

func newspaper(s *sheet) bool {
	return min(s.Width, s.Height) > newspaperSide && len(s.Glyphs) > newspaperText
}

// siteWords stand around the content of a web site's pages.
var siteWords = []string{
	"首页", "登录", "注册", "无障碍", "网站地图", "版权所有", "网站标识码", "icp备", "公网安备", "联系我们", "更多>>",
	"网站声明", "网站纠错", "友情链接", "客户端", "小程序", "我要留言", "微博、微信", "扫一扫", "政务公开", "运行维护",
}

// leastSiteWords is how many of them a captured entrance page shows at least.
const leastSiteWords = 7

// noticeSign is what no entrance page of a web site has: a line that begins with the label
// of an item, or a document number.
var noticeSign = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^(第?[一二三四五六七八九十]{1,3}[、条章]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、][^\d])|\[(19|20)\d\d\]`)
})

// website reports a capture of a web site's entrance: its navigation and footer without
// a notice between them.
func website(r *block.Reading) bool {
	text := strings.ToLower(string(source.FoldRunes(nil, r.Text)))
	found := 0
	for _, w := range siteWords {
		if strings.Contains(text, w) {
			found++
		}
	}
	return found >= leastSiteWords && !noticeSign().MatchString(text)
}
