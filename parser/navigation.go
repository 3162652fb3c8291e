package parser

import (
	"slices"
	"strings"
)

// menu are words of the navigation of sites, which stand side by side in a line of a printed page.
var menu = []string{
	"首页", "简", "繁", "简体", "繁体", "EN", "关怀版", "移动版", "无障碍", "阅读辅助", "登录", "注册", "用户空间", "政务邮箱", "机构职能", "组织机构", "新闻动态", "要闻", "政务公开",
	"政务服务", "办事服务", "公众参与", "互动交流", "政民互动", "互动", "服务", "政策", "专题", "热点专题", "数据",
}

// isNavigation reports whether a line is the navigation of a site: two words of its menu among
// short ones, names of sites, or a path of three pages.
func (s *structure) isNavigation(l *line) bool {
	text := string(s.d.Folded[l.Start:l.End])
	if path := strings.Split(text, ">"); len(path) > 2 && !strings.ContainsAny(text, "。;:,") && len(path[0]) > 0 {
		return true
	}
	words := strings.Fields(text)
	known, sites := 0, 0
	for _, w := range words {
		switch {
		case len([]rune(w)) > 9:
			return false
		case slices.Contains(menu, w):
			known++
		case strings.HasSuffix(w, "网站"):
			sites++
		}
	}
	return known > 1 || sites > 1
}

// footSigns are what only the foot of a page says: the licence of its site.
var footSigns = []string{"ICP备", "公网安备", "网站标识码"}

// footLabels begin the lines around them.
var footLabels = []string{"主办:", "承办:", "主管:", "主办单位:", "承办单位:", "版权", "技术支持", "地址:", "电话:", "邮编:", "网站地图"}

// maxFoot is how many lines the foot of a page may have.
const maxFoot = 10

// dropFoot takes the foot of a page off the end of the text, where the licence of its site stands
// in it: its 主办: and 承办: are no responsibility.
func (s *structure) dropFoot() {
	begin := len(s.lines)
	signed := false
	for n := len(s.lines) - 1; n >= 0 && n >= len(s.lines)-maxFoot; n-- {
		key := string(s.lines[n].key)
		sign := slices.ContainsFunc(footSigns, func(w string) bool { return strings.Contains(key, w) })
		if !sign && !beginsWith(key, footLabels) || len(s.lines[n].key) > 120 {
			break
		}
		begin, signed = n, signed || sign
	}
	if signed {
		s.lines = s.lines[:begin]
	}
}
