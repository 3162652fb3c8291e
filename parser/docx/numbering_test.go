package docx

import (
	"fmt"
	"testing"
)

// level is a level of a list.
func level(i int, format, text string, more ...string) string {
	s := fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>`, i, format, text)
	for _, m := range more {
		s += m
	}
	return s + "</w:lvl>"
}

func abstract(id int, levels ...string) string {
	s := fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">`, id)
	for _, l := range levels {
		s += l
	}
	return s + "</w:abstractNum>"
}

func num(id, abstract int, overrides ...string) string {
	s := fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>`, id, abstract)
	for _, o := range overrides {
		s += o
	}
	return s + "</w:num>"
}

func TestNumbering(test *testing.T) {
	for _, tt := range []struct {
		name string
		p    parts
		want string
	}{
		{"levels of an office", parts{
			"numbering": officeNumbering,
			"body": numbered(1, 0, t("总体要求")) + numbered(1, 1, t("指导思想")) + numbered(1, 1, t("目标")) + numbered(1, 0, t("任务")) +
				numbered(1, 1, t("健全网络")) + numbered(1, 2, t("建中心")) + numbered(1, 3, t("选址")) + numbered(1, 4, t("公示")) + numbered(1, 4, t("开工")) + numbered(1, 2, t("建站点")) + numbered(1, 3, t("布局")),
		}, "一、总体要求\n（一）指导思想\n（二）目标\n二、任务\n（一）健全网络\n1. 建中心\n（1）选址\n① 公示\n② 开工\n2. 建站点\n（1）布局\n"},
		{"off, and text between", parts{
			"numbering": officeNumbering,
			"body":      numbered(1, 2, t("甲")) + p(t("说明")) + numbered(0, 255, t("2.手写")) + numbered(1, 2, t("乙")) + numbered(9, 0, t("无此列表")),
		}, "1. 甲\n说明\n2.手写\n2. 乙\n无此列表\n"},
		{"two lists of one definition go on, an override restarts", parts{
			"numbering": abstract(1, level(0, "upperLetter", "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`),
			"body":      numbered(1, 0, t("甲")) + numbered(2, 0, t("乙")) + numbered(3, 0, t("丙")) + numbered(3, 0, t("丁")) + numbered(1, 0, t("戊")),
		}, "A. 甲\nB. 乙\nE. 丙\nF. 丁\nG. 戊\n"},
		{"an override of the whole level", parts{
			"numbering": abstract(1, level(0, "decimal", "%1.")) + num(1, 1, `<w:lvlOverride w:ilvl="0">`+level(0, "ideographTraditional", "%1）")+`</w:lvlOverride>`),
			"body":      numbered(1, 0, t("子项")) + numbered(1, 0, t("另项")),
		}, "甲）子项\n乙）另项\n"},
		{"decimal outline", parts{
			"numbering": abstract(1, level(0, "chineseCounting", "第%1章", `<w:suff w:val="space"/>`), level(1, "decimal", "%1.%2", `<w:isLgl/>`), level(2, "decimal", "%1.%2.%3", `<w:isLgl/>`)) + num(1, 1),
			"body":      numbered(1, 0, t("总则")) + numbered(1, 1, t("目的")) + numbered(1, 0, t("分则")) + numbered(1, 1, t("范围")) + numbered(1, 2, t("对象")),
		}, "第一章总则\n1.1 目的\n第二章分则\n2.1 范围\n2.1.1 对象\n"},
		{"articles that never restart", parts{
			"numbering": abstract(1, level(0, "chineseCountingThousand", "第%1章"), level(1, "chineseCountingThousand", "第%2条", `<w:lvlRestart w:val="0"/>`)) + num(1, 1),
			"body":      numbered(1, 0, t("总则")) + numbered(1, 1, t("为了")) + numbered(1, 1, t("本办法")) + numbered(1, 0, t("管理")) + numbered(1, 1, t("市民政局")),
		}, "第一章总则\n第一条为了\n第二条本办法\n第二章管理\n第三条市民政局\n"},
		{"through styles", parts{
			"numbering": abstract(1, level(0, "japaneseCounting", "%1、", `<w:pStyle w:val="h1"/>`), level(1, "japaneseCounting", "（%2）", `<w:pStyle w:val="h2"/>`)) + num(4, 1),
			"styles": `<w:style w:type="paragraph" w:default="1" w:styleId="a"/>` +
				`<w:style w:type="paragraph" w:styleId="h1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="h2"/></w:style>` +
				`<w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="h2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>`,
			"body": styled("h1", "总体要求") + styled("h2", "目标") + styled("own", "原则") + styled("off", "不编号") + styled("a", "正文") + styled("h1", "任务") + styled("h2", "网络"),
		}, "一、总体要求\n（一）目标\n（二）原则\n不编号\n正文\n二、任务\n（一）网络\n"},
		{"a list that a style defines", parts{
			"numbering": abstract(1, level(0, "decimalEnclosedCircle", "%1"), `<w:styleLink w:val="ls"/>`) + abstract(2, `<w:numStyleLink w:val="ls"/>`) + num(1, 1) + num(2, 2),
			"styles":    `<w:style w:type="numbering" w:styleId="ls"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
			"body":      numbered(2, 0, t("登记")) + numbered(2, 0, t("审核")),
		}, "① 登记\n② 审核\n"},
		{"bullets", parts{
			"numbering": abstract(1, level(0, "bullet", "&#xF06C;")) + num(1, 1),
			"body":      numbered(1, 0, t("要点")),
		}, "要点\n"},
		{"a custom format", parts{
			"numbering": abstract(1, `<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>`) + num(1, 1),
			"body":      numbered(1, 0, t("项目")),
		}, "3) 项目\n"},
		{"numbers alone in cells", parts{
			"numbering": abstract(1, level(0, "decimal", "%1")) + num(1, 1),
			"body":      `<w:tbl><w:tr>` + cell("", p(t("序号"))) + cell("", p(t("任务"))) + `</w:tr><w:tr>` + cell("", numbered(1, 0)) + cell("", p(t("建站"))) + `</w:tr><w:tr>` + cell("", numbered(1, 0)) + cell("", p(t("培训"))) + `</w:tr></w:tbl>`,
		}, "序号 | 任务\n1 | 建站\n2 | 培训\n"},
		{"a deleted paragraph does not count", parts{
			"numbering": officeNumbering,
			"body": numbered(1, 0, t("甲")) + `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>` +
				numbered(1, 0, t("丙")),
		}, "一、甲\n二、丙\n"},
		{"changed properties", parts{
			"numbering": officeNumbering,
			"body":      `<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>` + t("不再编号") + "</w:p>",
		}, "不再编号\n"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			r, _ := read(t, build(t, tt.p))
			if got := string(r.Text); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func styled(style, text string) string {
	return p(fmt.Sprintf(`<w:pPr><w:pStyle w:val="%s"/></w:pPr>`, style), t(text))
}

// cell is a table cell with properties.
func cell(properties string, content ...string) string {
	s := "<w:tc><w:tcPr>" + properties + "</w:tcPr>"
	for _, c := range content {
		s += c
	}
	return s + "</w:tc>"
}
