package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/html"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
)

var update = flag.Bool("update", false, "write the documents of testdata/formats anew")

func read(t testing.TB, s string) *block.Reading {
	t.Helper()
	r, _, err := Read(&source.File{Name: "notice.md", Format: source.Markdown, Text: s})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// shown is the reading text without blank lines, each line with its number in the file.
func shown(r *block.Reading) string {
	var out []string
	for i, line := range strings.Split(strings.TrimSuffix(string(r.Text), "\n"), "\n") {
		if line != "" {
			out = append(out, fmt.Sprintf("%d %s", r.Lines[i], line))
		}
	}
	return strings.Join(out, "\n")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"headings of any depth, closed or not, with and without a space", "# 关于培训的通知\n\n## 一、任务 ##\n###### （一）培训\n##二、要求\n#5机组检修", "1 关于培训的通知\n3 一、任务\n4 （一）培训\n5 二、要求\n6 #5机组检修"},
		{"a heading that a line below makes", "关于培训的通知\n=====\n一、任务\n----\n办班。", "1 关于培训的通知\n3 一、任务\n5 办班。"},
		{"emphasis that CommonMark denies", "**（一）健全机制。**到2025年，建成*3个*中心，_6月底前_完成a_b_c。__严格__落实~~，废止~~。", "1 （一）健全机制。到2025年，建成3个中心，6月底前完成a_b_c。严格落实。"},
		{"stars and lines that are none", "*市民政局\n带**号的\n申请人：____　日期：___年\n3*4*5米", "1 *市民政局\n2 带**号的\n3 申请人：____　日期：___年\n4 3*4*5米"},
		{"lists, boxes, quotes; numbers are labels", "- 甲任务\n* [x] 乙任务\n> > 丙任务\n1. 丁任务\n2\\. 戊任务\n- 5 -", "1 甲任务\n2 乙任务\n3 丙任务\n4 1. 丁任务\n5 2. 戊任务\n6 - 5 -"},
		{"links, pictures, footnotes, tags, comments, entities", "见[附件1（任务表）](http://a.cn/f.docx \"表\")。![图](a.png)\n参照办法[^1]。<u>必须</u>完成<br/>全部&nbsp;任务<!-- 页 -->。\n[^1]: 见《办法》。\n[bookmark: _GoBack]一、任务", "1 见附件1（任务表）。\n2 参照办法。必须完成 全部\u00a0任务。\n3 见《办法》。\n4 [bookmark: _GoBack]一、任务"},
		{"comments over lines", "甲。\n<!--\n乙。\n-->\n丙。\n<!-- 丁 -->戊。\n<!-- 不完", "1 甲。\n5 丙。\n6 戊。\n7 <!-- 不完"},
		{"formulas as readers of PDF write numbers", "不低于$6 0 \\%$，$\\geq 5\\mathrm{m}^{2}$，$10 \\sim 20$人，收费$5和$6元。", "1 不低于60%，≥5m2，10~20人，收费$5和$6元。"},
		{"powers and fractions keep their numbers apart", "$1 0 ^ { 4 }$吨，超过$\\frac{1}{2}$，$3 0 ^ {\\circ}$", "1 10^4吨，超过1/2，30°"},
		{"hard breaks, rules and fences", "牵头单位：市民政局\\\n***\n```\n一、任务\n```\n配合单位：市财政局  ", "1 牵头单位：市民政局\n4 一、任务\n6 配合单位：市财政局"},
	} {
		if got := shown(read(t, c.text)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"|", "任务表\n| 序号 | 任务 | 责任单位 |\n|:--|---|:-:|\n| 1 | **清淤**\\|疏浚<br>加固 | 县水利局 |\n| 2 | 绿化，\n种树 | 县林业局 |\n\n二、要求", "序号/任务/责任单位;1/清淤|疏浚 加固/县水利局;2/绿化，种树/县林业局"},
		{"rows that blank lines part", "| 任务 | 责任单位 |\n|---|---|\n| 清淤 | 县水利局 |\n\n| 绿化 | 县林业局 |\n\n二、要求", "任务/责任单位;清淤/县水利局;绿化/县林业局"},
		{"empty cells below the number and the name of a task", "| 序号 | 重点任务 | 具体工作 | 责任单位 |\n|---|---|---|---|\n| 1 | 清淤 | 清淤河道 | 县水利局 |\n|  |  | 加固堤坝 | 县住建局 |\n",
			"序号/重点任务/具体工作/责任单位;1/清淤/清淤河道/县水利局;1/清淤/加固堤坝/县住建局"},
		{"the rest of a text that nobody answers for", "| 序号 | 具体工作 | 责任单位 |\n|---|---|---|\n| 1 | 清淤河道， | 县水利局 |\n|  | 加固堤坝 |  |\n|  |  | 县住建局 |\n", "序号/具体工作/责任单位;1/清淤河道，/县水利局;/加固堤坝/;//县住建局"},
		{"two levels of a header in one", "| 任务 | 责任分工.牵头单位 | 责任分工.配合单位 | 目标1.5 |\n|---|---|---|---|\n| 清淤 | 县水利局 | 县财政局 | 2 |\n", "任务/责任分工/责任分工/目标1.5;任务/牵头单位/配合单位/目标1.5;清淤/县水利局/县财政局/2"},
		{"a line behind a table that no blank one parts", "| 任务 | 责任单位 |\n|---|---|\n| 清淤 | 县水利局 |\n二、要求：办班。", "任务/责任单位;清淤/县水利局"},
		{"+", "+------+------------+----------+\n| 序号 | 任务       | 责任单位 |\n+======+============+==========+\n| 1    | 清淤疏浚， | 县水利局 |\n|      | 加固       |          |\n+------+------------+----------+\n| 合并两栏          | 县林业局 |\n+-------------------+----------+\n", "序号/任务/责任单位;1/清淤疏浚，加固/县水利局;合并两栏/合并两栏/县林业局"},
		{"dashes, a row a line", "  序号   任务       责任单位\n  ------ ---------- ----------\n  1      清淤疏浚   县水利局\n  2      绿化       县林业局\n\n二、要求", "序号/任务/责任单位;1/清淤疏浚/县水利局;2/绿化/县林业局"},
		{"dashes, rows of several lines", "------------------------------\n 序号   任务       责任单位\n------ ---------- ------------\n 1      清淤疏浚   县水利局\n        和加固\n\n 2      绿化       县林业局\n------------------------------\n\n二、要求", "序号/任务/责任单位;1/清淤疏浚和加固/县水利局;2/绿化/县林业局"},
		{"HTML", "# 任务表\n<html><body><table><thead><tr><th rowspan=2>任务<th colspan=\"2\">责任分工</tr><tr><td>牵头</td><td>配合</td></tr></thead>\n<tr><td>清淤<br/>疏浚</td><td>县水利局</td>\n<td>县财政局</td></tr></table></body></html>\n二、要求", "任务/责任分工/责任分工;任务/牵头/配合;清淤 疏浚/县水利局/县财政局"},
		{"HTML that never ends, one table in another", "任务表<table><tr><td>甲<table><tr><td>乙</td></tr></table><td>丙", "甲 乙/丙"},
	} {
		r := read(t, c.text)
		var got []string
		for _, b := range r.Blocks {
			if b.Grid == nil {
				continue
			}
			for row := range b.Grid.Rows {
				var cells []string
				for col := range b.Grid.Rows[row] {
					at := b.Grid.At(row, col)
					cells = append(cells, string(r.Text[at.Start:at.End]))
				}
				got = append(got, strings.Join(cells, "/"))
			}
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", c.name, s, c.want, string(r.Text))
		}
		last := r.Blocks[len(r.Blocks)-1]
		if strings.Contains(c.text, "二、") && !strings.HasPrefix(string(r.Text[last.Start:]), "二、要求") {
			t.Errorf("%s: what stands behind the table: %s", c.name, string(r.Text[last.Start:]))
		}
	}
}

func TestLinesOfTables(t *testing.T) {
	r := read(t, "---\ntitle: 甲\n---\n\n任务表\n\n<table>\n<caption>表<b>1</b> 任务</caption><tr><td></td></tr>\n<tr><td>清淤</td><td>县水利局</td></tr></table>\n\n二、要求")
	if got, want := shown(r), "2 title: 甲\n5 任务表\n8 表 1 任务\n9 清淤 | 县水利局\n11 二、要求"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"what programs call it, and what sites do", "---\ntitle: \"关于培训的通知\"\ndate: 2024-03-05\n文号：云政办发〔2024〕6号\ntags:\n  - 培训\n---\n一、任务\n", "标题=关于培训的通知|发布日期=2024-03-05|发文字号=云政办发〔2024〕6号"},
		{"the head of a crawler", "Title: 关于培训的通知\n\nURL Source: https://a.cn/b.html\n\nPublished Time: 2024-03-05\n\nMarkdown Content:\n一、任务\n", "标题=关于培训的通知|发布日期=2024-03-05"},
		{"a rule is no front matter", "---\n一、任务\n---\n二、要求\n", ""},
	} {
		r := read(t, c.text)
		var got []string
		for _, f := range r.Fields {
			got = append(got, f.Name+"="+string(r.Text[f.Value.Start:f.Value.End]))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %s", c.name, s)
		}
	}
}

// The documents of testdata/formats are the notices of testdata as programs copy them: with headings, emphasis and tables
// in each notation; go test ./parser/markdown -update writes them anew.
func TestFormats(t *testing.T) {
	for name, table := range map[string]func(*strings.Builder, *block.Reading, *block.Grid){
		"label-lines.txt": barred, "indicator-tables.txt": barred, "task-table.txt": tagged, "page.html": tagged,
	} {
		made := fromReading(notice(t, name), table)
		path := filepath.Join("../../testdata/formats", strings.TrimSuffix(name, filepath.Ext(name))+".md")
		if *update {
			if err := os.WriteFile(path, []byte(made), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if kept, err := os.ReadFile(path); err != nil || string(kept) != made {
			t.Errorf("%s is out of date: run go test ./parser/markdown -update (%v)", path, err)
		}
	}
}

// notice reads a notice of testdata in its own format.
func notice(t testing.TB, name string) *block.Reading {
	t.Helper()
	data, err := os.ReadFile("../../testdata/notices/" + name)
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := source.Open(name, data, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reader := text.Read
	if f.Format == source.HTML {
		reader = html.Read
	}
	r, _, err := reader(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// fromReading writes a reading as Markdown.
func fromReading(r *block.Reading, table func(*strings.Builder, *block.Reading, *block.Grid)) string {
	var b strings.Builder
	for i, bl := range r.Blocks {
		if bl.Grid != nil {
			table(&b, r, bl.Grid)
			b.WriteByte('\n')
			continue
		}
		parts := bl.Parts
		if parts == nil {
			parts = []block.Range{bl.Range}
		}
		var line strings.Builder
		for _, p := range parts {
			line.WriteString(strings.Join(strings.Fields(string(r.Text[p.Start:p.End])), ""))
		}
		s := line.String()
		switch {
		case i == 0:
			b.WriteString("# " + s)
		case strings.HasPrefix(s, "（") && strings.Contains(s, "）") && len([]rune(s)) < 30:
			b.WriteString("### " + s)
		case slices.ContainsFunc([]string{"一、", "二、", "三、", "四、"}, func(l string) bool { return strings.HasPrefix(s, l) }) && len([]rune(s)) < 30:
			b.WriteString("## **" + s + "**")
		default:
			b.WriteString(s)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// barred writes a table with | between the cells; one that spans places stands in each of them once.
func barred(b *strings.Builder, r *block.Reading, g *block.Grid) {
	for row := range g.Rows {
		for col := range g.Rows[row] {
			c := g.At(row, col)
			s := ""
			if c.Row == row && c.Col == col {
				s = strings.ReplaceAll(strings.Join(strings.Fields(string(r.Text[c.Start:c.End])), " "), "|", "\\|")
			}
			b.WriteString("| " + s + " ")
		}
		b.WriteString("|\n")
		if row == 0 {
			b.WriteString(strings.Repeat("|---", g.Columns()) + "|\n")
		}
	}
}

// tagged writes a table as HTML.
func tagged(b *strings.Builder, r *block.Reading, g *block.Grid) {
	b.WriteString("<table>")
	for row := range g.Rows {
		b.WriteString("<tr>")
		for col := range g.Rows[row] {
			if c := g.At(row, col); c.Row == row && c.Col == col {
				fmt.Fprintf(b, "<td rowspan=\"%d\" colspan=\"%d\">%s</td>", c.RowSpan, c.ColSpan, strings.Join(strings.Fields(string(r.Text[c.Start:c.End])), "<br>"))
			}
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</table>\n")
}

// TestPictures: pictures between the lines are said to be unread, links are none.
func TestPictures(t *testing.T) {
	for data, want := range map[string]string{
		"# 通知\n\n![图](a.png)正文![](b.png)\n":       "Pictures beside the text were not read (2); what they show is in no field.",
		"# 通知\n\n见[附件](a.png)！[另见](b.png)，![未完\n": "",
	} {
		_, diagnostics, err := Read(&source.File{Format: source.Markdown, Text: data})
		got := ""
		for _, d := range diagnostics {
			got += d.Message
		}
		if err != nil || got != want {
			t.Errorf("%q: %q, %v", data, got, err)
		}
	}
}
