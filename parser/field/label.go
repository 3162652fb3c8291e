package field

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
)

// Row names a field of a page head and the labels that sites print for it. A row
// whose Name is "" is none of ours: its label only ends the value before it.
type Row struct {
	Name   string
	labels string // parted by spaces
	want   want
}

// want says what a value must look like.
type want uint8

const (
	anything want = iota
	aWord         // a value is a word or two, no title
	aFigure       // a value without a figure is none
	aDate         // the value is the date in what follows the label, with the time of day
)

// rows are the fields. Labels are matched with or without spaces between their
// characters (索 引 号), followed by a colon or alone in their cell.
var rows = []Row{
	{"标题", "标题 名称 文件名称 信息名称 公文标题 公文名称 政策标题 文件标题 信息标题", anything},
	{"索引号", "索引号 索引码 索取号 信息索引号 信息索取号 信息编号", aFigure},
	{"发文机关", "发文机关 发布机构 发文单位 发布机关 发文机构 发布单位 发布部门 发文部门 制发机关 制发单位 制文机关 制定机关 公开机构 公开机关 公开责任部门 公开主体 印发机关 印发单位 成文单位 信息公开机构", anything},
	{"发文字号", "发文字号 文号 公文文号 文件编号 发文文号 文件文号 文件号 公文字号 公文号 文件字号 政策文号", aFigure},
	{"成文日期", "成文日期 成文时间 发文日期 发文时间 生成日期 生成时间 印发日期 印发时间 制发日期 签发日期 形成日期 形成时间", aDate},
	{"发布日期", "发布日期 发布时间 公开日期 公开时间 信息公开日期 公布日期 公布时间 发稿时间 发表时间 更新时间 更新日期 时间 日期 录入时间", aDate},
	{"是否失效", "是否失效 是否废止 是否已失效", aWord},
	{"有效性", "有效性 时效性 是否有效 时效 效力状态 有效状态 文件状态 文件有效性 效力 时效状态 有效性标识 政策时效", aWord},
	{"份号", "份号", aFigure},
	{"密级", "密级 密级和保密期限", anything},
	{"紧急程度", "紧急程度 缓急程度", anything},
	{"签发人", "签发人", anything},
	{"公开形式", "公开形式 公开方式 公开类别 公开属性 公开类型", anything},
	{"公开范围", "公开范围 公开程序", anything},
	{"主题分类", "主题分类 主题类别 信息分类 所属主题 内容分类 分类 信息类别 所属分类 主题信息 信息类型", anything},
	{"体裁分类", "体裁分类 体裁 类型 文种 公文种类 组配分类 服务对象分类 服务对象 文件类型 发文类型 公文体裁 公文类型", anything},
	{"主题词", "主题词 关键词 关键字", anything},
	{"施行日期", "施行日期 实施日期 生效日期 生效时间 施行时间 实施时间", aDate},
	{"失效日期", "失效日期 失效时间 废止日期 废止时间 有效期截止", aDate},
	{"有效期", "有效期 有效期限", anything},
	{"统一编号", "统一编号 统一登记号 规范性文件统一编号 规范性文件登记号 登记号 备案号", aFigure},
	{"来源", "来源 信息来源 文章来源 稿件来源 稿源 内容来源 信息提供", anything},
	{"", "层级 浏览次数 阅读次数 阅读量 点击数 点击次数 点击量 浏览量 访问次数 访问量 阅读 浏览 点击 字号 字体 字体大小 文字大小 分享 分享到 打印 编辑 责任编辑 作者 " +
		"责编 审核 下载 扫一扫 收藏 保护视力色 视力保护色 背景色 主管单位 主办单位 信息有效期 文件下载 正文下载 相关解读 政策解读 微信 内容概述 概述 摘要 语种 有声阅读 朗读 公众号 保存", anything},
}

// label is one label and the row that it stands in.
type label struct {
	runes []rune
	row   *Row
}

// labels are the labels by their first character, the longest first.
var labels = func() map[rune][]label {
	m := make(map[rune][]label)
	for i := range rows {
		for _, s := range strings.Fields(rows[i].labels) {
			l := label{[]rune(s), &rows[i]}
			list := append(m[l.runes[0]], l)
			for k := len(list) - 1; k > 0 && len(list[k-1].runes) < len(list[k].runes); k-- {
				list[k-1], list[k] = list[k], list[k-1]
			}
			m[l.runes[0]] = list
		}
	}
	return m
}()

// At finds a label at the start of s, which is folded, and returns its row and the
// number of runes up to its end, colon and all. alone reports that nothing follows.
func At(s []rune) (row *Row, n int, colon, alone bool) {
	if len(s) == 0 {
		return nil, 0, false, false
	}
	for _, l := range labels[s[0]] {
		n, ok := matchSpaced(s, l.runes)
		if !ok {
			continue
		}
		n += spaces(s[n:])
		switch {
		case n == len(s):
			return l.row, n, false, true
		case s[n] == ':':
			return l.row, n + 1, true, n+1 == len(s)
		case (s[n] == ']' || s[n] == '】') && n+1 < len(s):
			n++
			if n += spaces(s[n:]); n < len(s) && s[n] == ':' {
				n++
			}
			return l.row, n, true, n == len(s)
		}
	}
	return nil, 0, false, false
}

// matchSpaced matches word at the start of s, with spaces between its characters.
func matchSpaced(s, word []rune) (n int, ok bool) {
	for i, r := range word {
		if i > 0 {
			n += spaces(s[n:])
		}
		if n >= len(s) || s[n] != r {
			return 0, false
		}
		n++
	}
	return n, true
}

func spaces(s []rune) (n int) {
	for n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// Labelled is a field found in a line: its row and where its value stands in the line.
type Labelled struct {
	Row   *Row
	Label block.Range // colon included
	Value block.Range
	Colon bool // the label has a colon
}

// In finds the fields of a folded line, in order: each value ends where the next
// label starts. A label counts at the start of the line and behind a space, a bracket
// or a digit, where a value may have ended.
func In(line []rune) (out []Labelled) {
	for i := 0; i < len(line); i++ {
		if i > 0 && !endsValue(line[i-1]) {
			continue
		}
		row, n, colon, alone := At(line[i:])
		if row == nil || !colon && !(alone && i == 0) {
			continue
		}
		if k := len(out); k > 0 {
			out[k-1].Value.End = i
		}
		out = append(out, Labelled{
			Row: row, Colon: colon,
			Label: block.Range{Start: i, End: i + n},
			Value: block.Range{Start: i + n, End: len(line)},
		})
		i += n - 1
	}
	for k := range out {
		out[k].Value = out[k].Row.Find(line, Trim(line, out[k].Value))
	}
	return out
}

func endsValue(r rune) bool {
	return r < 0x80 || r == '【' || r == '】' || r == '。' || r == '、' || r == '日' || r == '号' || r == '·'
}

// Trim cuts spaces and lone marks off both ends of a value.
func Trim(line []rune, at block.Range) block.Range {
	for at.Start < at.End && strings.ContainsRune(" |·:;,", line[at.Start]) {
		at.Start++
	}
	for at.End > at.Start && strings.ContainsRune(" |·:;,[【(", line[at.End-1]) {
		at.End--
	}
	return at
}

// longestValue bounds the value of a field.
const longestValue = 200

// longestWord bounds a value that is a word.
const longestWord = 16

// Usable reports a value that says something for row.
func (row *Row) Usable(value []rune) bool {
	if len(value) == 0 || len(value) > longestValue || row.Name == "" {
		return false
	}
	switch string(value) {
	case "无", "-", "--", "—", "暂无", "/", "无文号", "空", "null", "undefined":
		return false
	}
	if row.want == aWord {
		return len(value) <= longestWord
	}
	return row.want == anything || strings.ContainsAny(string(value), "0123456789一二三四五六七八九")
}

// dated is a date as page heads write it, with or without the time of day.
var dated = regexp.MustCompile(`^(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年 ?\d{1,2}月 ?\d{1,2}日)(?: \d{1,2}:\d\d(?::\d\d)?)?`)

// Find cuts a value down to what row wants of it.
func (row *Row) Find(line []rune, at block.Range) block.Range {
	if row.want == aDate {
		if d := dated.FindString(string(line[at.Start:at.End])); d != "" {
			at.End = at.Start + utf8.RuneCountInString(d)
		}
	}
	return at
}

// Published is the row of the date of publication.
var Published = func() *Row {
	for i := range rows {
		if rows[i].Name == "发布日期" {
			return &rows[i]
		}
	}
	panic("no row for 发布日期")
}()
