package parser

import "strings"

// chromeWhere says where in a line the words of a site stand.
type chromeWhere uint8

const (
	chromeStarts chromeWhere = iota // the line starts with them
	chromeLabel                     // the line is them alone, or they stand before a colon
	chromeAlone                     // the line is them alone
)

// chromeRow is a wording that sites and printers put around a notice in lines of their own.
type chromeRow struct {
	text    string
	where   chromeWhere
	example string
	miss    string // a line of a notice that the row must leave alone
}

// chrome are the wordings. A line of a notice may begin like most of them: those are chrome
// only where nothing else stands on the line, or as a label.
var chrome = []chromeRow{
	{"当前位置", chromeLabel, "当前位置：首页>政策", "当前位置不符的予以调整。"},
	{"您的位置", chromeStarts, "您的位置：首页", "位置不符的予以调整。"},
	{"您当前的位置", chromeStarts, "您当前的位置：首页", "位置不符的予以调整。"},
	{"首页>", chromeStarts, "首页>政策文件", "首页设计由市水务局负责。"},
	{"首页|", chromeStarts, "首页 | 政策", "首页设计由市水务局负责。"},
	{"字体:", chromeStarts, "字体：大 中 小", "字体设计由市水务局负责。"},
	{"字号:", chromeStarts, "字号：大 中 小", "字号统一的单位名称。"},
	{"分享到", chromeStarts, "分享到：微信", "分享经验做法。"},
	{"分享:", chromeStarts, "分享：微信", "分享经验做法。"},
	{"打印", chromeAlone, "打印", "打印材料一律免费。"},
	{"打印本页", chromeStarts, "打印本页 关闭窗口", "打印材料一律免费。"},
	{"【打印", chromeStarts, "【打印】【关闭】", "打印材料一律免费。"},
	{"【关闭", chromeStarts, "【关闭窗口】", "关闭小煤矿。"},
	{"关闭窗口", chromeStarts, "关闭窗口", "关闭小煤矿。"},
	{"扫一扫", chromeStarts, "扫一扫在手机打开当前页", "扫码办理业务。"},
	{"版权所有", chromeStarts, "版权所有：云溪市人民政府", "版权保护由市文旅局负责。"},
	{"网站地图", chromeStarts, "网站地图 | 联系我们", "网站由市政府办公室管理。"},
	{"相关链接", chromeLabel, "相关链接", "相关链接产业要配套发展。"},
	{"相关附件", chromeLabel, "相关附件：", "相关附件由市水务局印发。"},
	{"相关文档", chromeLabel, "相关文档：", "相关文档由市水务局保管。"},
	{"相关解读", chromeLabel, "相关解读：图解", "相关解读材料同步发布。"},
	{"政策解读", chromeLabel, "政策解读：《关于修缮步道的通知》解读", "政策解读要及时跟进。"},
	{"上一篇", chromeStarts, "上一篇：关于修缮步道的通知", "上一年度任务继续推进。"},
	{"下一篇", chromeStarts, "下一篇：关于修缮步道的通知", "下一步工作要求。"},
	{"责任编辑", chromeStarts, "责任编辑：张三", "责任单位：市水务局"},
	{"公文PDF", chromeStarts, "公文PDF下载", "公文由市政府办公室印发。"},
	{"链接:", chromeStarts, "链接：http://example.org", "链接上下游企业。"},
	{"详情页链接", chromeStarts, "详情页链接：http://example.org", "详情见附件。"},
	{"原文链接:", chromeStarts, "原文链接：http://example.org", "原文件同时废止。"},
	{"浏览次数", chromeStarts, "浏览次数：12", "浏览器由市政府办公室统一安装。"},
	{"阅读次数", chromeStarts, "阅读次数：12", "阅读推广由市文旅局负责。"},
	{"点击查看", chromeStarts, "点击查看政策解读：《关于修缮步道的通知》政策解读", "点击率不低于20%。"},
	{"点击下载", chromeStarts, "点击下载附件", "点击率不低于20%。"},
	{"点击阅读", chromeStarts, "点击阅读原文", "点击率不低于20%。"},
	{"【法宝引证码】", chromeStarts, "【法宝引证码】 CLI.12.1", "【法治宣传】加强宣传。"},
	{"抄送", chromeStarts, "抄送：市委办公室", "抄告相关部门。"},
	{"抄报", chromeStarts, "抄报：省水利厅", "抄告相关部门。"},
	{"正文", chromeAlone, "正文", "正文与附件不一致的以正文为准。"},
	{"文章来源", chromeStarts, "文章来源：市水务局", "文章评选由市水务局负责。"},
	{"信息来源", chromeLabel, "信息来源：市水务局", "信息来源要真实可靠。"},
}

// isChrome reports whether the key of a line is words of a site around the notice.
func isChrome(key string) bool {
	key = strings.TrimLeft(key, "|>·*#- ")
	for i := range chrome {
		rest, ok := strings.CutPrefix(key, chrome[i].text)
		if !ok {
			continue
		}
		rest = strings.TrimRight(rest, "|>·*#- ")
		switch chrome[i].where {
		case chromeStarts:
			return true
		case chromeLabel:
			if rest == "" || rest[0] == ':' {
				return true
			}
		case chromeAlone:
			if rest == "" || rest == ":" {
				return true
			}
		}
	}
	return isFooter(key)
}

// footers are what the foot of a page says of its site, one beside the other.
var footers = []string{"主办", "版权", "地址:", "邮编:", "电话:", "ICP备", "公网安备", "网站标识", "备案号", "联系我们", "联系方式", "网站帮助", "网站地图", "设为首页", "加入收藏"}

// isFooter reports whether a line begins with one of them and says another: 主办单位:云溪市
// 水务局地址:…. A line with one alone may be a label of the notice.
func isFooter(key string) bool {
	begins, n := false, 0
	for _, word := range footers {
		if i := strings.Index(key, word); i >= 0 {
			begins = begins || i == 0 || i == len("云") && word == "ICP备"
			n++
		}
	}
	return begins && n > 1
}
