package docx

import (
	"fmt"
	"strings"
	"testing"
)

func row(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func tbl(rows ...string) string {
	return "<w:tbl><w:tblPr/><w:tblGrid/>" + strings.Join(rows, "") + "</w:tbl>"
}

func c(text string) string { return cell("", p(t(text))) }

func TestTable(test *testing.T) {
	for _, tt := range []struct {
		name, body, want string
		grid             string // rows of the grid, its places by cell
	}{
		{"merged downwards", tbl(
			row(c("序号"), c("任务"), c("责任单位")),
			row(cell(`<w:vMerge w:val="restart"/>`, p(t("1"))), c("建站"), c("区民政局")),
			row(cell(`<w:vMerge/>`, p()), c("培训"), c("区卫健局"))),
			"序号 | 任务 | 责任单位\n1 | 建站 | 区民政局\n培训 | 区卫健局\n", "012/345/367"},
		{"spanning", tbl(
			row(cell(`<w:gridSpan w:val="2"/>`, p(t("指标"))), c("2026年")),
			row(c("床位"), c("张"), c("3200"))),
			"指标 | 2026年\n床位 | 张 | 3200\n", "001/234"},
		{"caption across", tbl(row(cell(`<w:gridSpan w:val="2"/>`, p(t("重点任务表")))), row(c("任务"), c("单位")), row(c("建站"), c("民政局"))),
			"重点任务表\n任务 | 单位\n建站 | 民政局\n", "01/23"},
		{"columns before", tbl(row(c("甲"), c("乙"), c("丙")), "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>"+c("丁")+c("戊")+"</w:tr>"),
			"甲 | 乙 | 丙\n | 丁 | 戊\n", "012/345"},
		{"paragraphs and breaks in a cell", tbl(row(c("单位"), cell("", p(t("市民政局")), p(t("市发改委"), `<w:r><w:br/></w:r>`, t("市财政局")))), row(c("时限"), c("2026年底前"))),
			"单位 | 市民政局 市发改委 市财政局\n时限 | 2026年底前\n", "01/23"},
		{"a deleted row", tbl(row(c("任务"), c("单位")), "<w:tr><w:trPr><w:del/></w:trPr>"+c("旧")+c("局")+"</w:tr>", row(c("新"), c("委"))),
			"任务 | 单位\n新 | 委\n", "01/23"},
		{"one cell", tbl(row(cell("", p(t("一、总则")), p(t("二、分则"))))), "一、总则\n二、分则\n", ""},
		{"nested, mostly", tbl(row(cell("", p(t("左")), tbl(row(c("任务"), c("单位")), row(c("建站"), c("民政局")), row(c("培训"), c("卫健局")))), c("右"))),
			"左\n任务 | 单位\n建站 | 民政局\n培训 | 卫健局\n右\n", "01/23/45"},
		{"nested, a little", tbl(row(c("任务"), c("完成情况")), row(c("建设街道综合养老服务中心"), cell("", tbl(row(c("已建"), c("2个")))))),
			"任务 | 完成情况\n建设街道综合养老服务中心 | 已建 2个\n", "01/23"},
		{"control around rows", "<w:tbl><w:sdt><w:sdtContent>" + row(c("任务"), c("单位")) + "</w:sdtContent></w:sdt>" + row("<w:sdt><w:sdtContent>"+c("建站")+"</w:sdtContent></w:sdt>", c("民政局")) + "</w:tbl>",
			"任务 | 单位\n建站 | 民政局\n", "01/23"},
		{"merged across, the old way", tbl(row(cell(`<w:hMerge w:val="restart"/>`, p(t("合计"))), cell(`<w:hMerge/>`, p()), c("60")), row(c("甲"), c("乙"), c("30"))),
			"合计 | 60\n甲 | 乙 | 30\n", "001/234"},
		{"goes on without a start", tbl(row(cell(`<w:vMerge/>`, p(t("甲"))), c("乙")), row(c("丙"), c("丁"))), "甲 | 乙\n丙 | 丁\n", "01/23"},
		{"spans beyond reason", tbl(row(cell(`<w:gridSpan w:val="999999999"/>`, p(t("甲"))), c("乙")), row(c("丙"), c("丁"))), "甲 | 乙\n丙 | 丁\n", "00/12"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			r, _ := read(t, build(t, parts{"body": tt.body}))
			if got := string(r.Text); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			grid := ""
			for _, b := range r.Blocks {
				if b.Grid == nil {
					continue
				}
				var rows []string
				for _, places := range b.Grid.Rows {
					s := ""
					for _, i := range places {
						s += fmt.Sprint(i)
					}
					rows = append(rows, s)
				}
				grid = strings.Join(rows, "/")
			}
			if grid != tt.grid {
				t.Errorf("grid %s, want %s", grid, tt.grid)
			}
		})
	}
}

func TestFrame(test *testing.T) {
	r, _ := read(test, build(test, parts{"body": p("甲") + tbl(row(cell("", p(t("专栏1")), p(t("乙"))))) + p("丙")}))
	if len(r.Frames) != 1 || string(r.Text[r.Frames[0].Start:r.Frames[0].End]) != "专栏1\n乙" {
		test.Errorf("frames %v of %q", r.Frames, string(r.Text))
	}
}
