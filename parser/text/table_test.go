package text

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

func read(t testing.TB, text string) (*block.Reading, []schema.Diagnostic) {
	t.Helper()
	r, diagnostics, err := Read(&source.File{Name: "test.txt", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return r, diagnostics
}

// show prints blocks one a line: "P text", or for a grid a line a row with / between its
// cells, ^ for a place that a cell from above covers and < for one from the left.
func show(r *block.Reading) string {
	var b strings.Builder
	for _, blk := range r.Blocks {
		if blk.Grid == nil {
			parts := blk.Parts
			if parts == nil {
				parts = []block.Range{blk.Range}
			}
			b.WriteString("P ")
			for _, p := range parts {
				b.WriteString(strings.ReplaceAll(string(r.Text[p.Start:p.End]), "\n", "⏎"))
			}
			b.WriteString("\n")
			continue
		}
		for row, cells := range blk.Grid.Rows {
			for col, i := range cells {
				c := blk.Grid.Cells[i]
				if col > 0 {
					b.WriteString(" / ")
				}
				switch {
				case c.Row != row:
					b.WriteString("^")
				case c.Col != col:
					b.WriteString("<")
				default:
					b.WriteString(strings.ReplaceAll(string(r.Text[c.Start:c.End]), "\n", "⏎"))
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// flat writes cells one a line with | at their ends; a cell of | alone is a filler.
func flat(cells string) string {
	var b strings.Builder
	for _, c := range strings.Split(cells, ";") {
		switch {
		case c == "":
			b.WriteString("|\n")
		case strings.Trim(c, "|") == "":
			b.WriteString(c + "\n")
		default:
			b.WriteString(strings.ReplaceAll(c, "_", "\n") + " |\n")
		}
	}
	return b.String()
}

// bare is flat without any |.
func bare(cells string) string {
	return strings.NewReplacer(";", "\n", "_", "\n").Replace(cells) + "\n"
}

var tables = []struct {
	name, text, want string
	reported         bool
}{{
	name: "indicators, one cell a line",
	text: "表1 青禾县湿地保护指标\n" + flat("序号;指标名称;2020年_基数;2025 年目标;属性;1;湿地面积(公顷);120;130;约束性;2;湿地保护率(%);2;3;约束性;3;观测点数;-;—;预期性") + "一、保护措施\n强化湿地巡护。",
	want: `P 表1 青禾县湿地保护指标
序号 / 指标名称 / 2020年⏎基数 / 2025 年目标 / 属性
1 / 湿地面积(公顷) / 120 / 130 / 约束性
2 / 湿地保护率(%) / 2 / 3 / 约束性
3 / 观测点数 / - / — / 预期性
P 一、保护措施
P 强化湿地巡护。
`,
}, {
	name: "values that look like the next number",
	text: flat("序号;指标名称;2021年;2022年;2023年;1;新建泵站;1;2;3;2;改造渠道;2;3;4;3;清淤河段;3;4;5"),
	want: `序号 / 指标名称 / 2021年 / 2022年 / 2023年
1 / 新建泵站 / 1 / 2 / 3
2 / 改造渠道 / 2 / 3 / 4
3 / 清淤河段 / 3 / 4 / 5
`,
}, {
	name: "empty cells",
	text: flat("序号;指标;单位;现状值;目标值;1;绿地率;%;;40;2;公园数量;;;15"),
	want: `序号 / 指标 / 单位 / 现状值 / 目标值
1 / 绿地率 / % /  / 40
2 / 公园数量 /  /  / 15
`,
}, {
	name: "header of two rows, lost",
	text: flat("序号;指标;单位;目标值;属性;2023年;2024年;2025年;1;绿地率;%;38;39;40;约束性;2;公园数量;个;11;13;15;预期性"),
	want: `序号 / 指标 / 单位 / 目标值 / < / < / 属性
^ / ^ / ^ / 2023年 / 2024年 / 2025年 / ^
1 / 绿地率 / % / 38 / 39 / 40 / 约束性
2 / 公园数量 / 个 / 11 / 13 / 15 / 预期性
`,
}, {
	name: "header of two rows, marked",
	text: flat("序号;任务;责任分工;完成时限;||||||;牵头单位;配合单位;||||||||;1;整治沟渠;县水利局;县财政局;2024年6月;|||||;2;种植护岸林;县林业局;县水利局;2024年底;|||||"),
	want: `序号 / 任务 / 责任分工 / < / 完成时限
^ / ^ / 牵头单位 / 配合单位 / ^
1 / 整治沟渠 / 县水利局 / 县财政局 / 2024年6月
2 / 种植护岸林 / 县林业局 / 县水利局 / 2024年底
`,
}, {
	name: "spanning task, fillers, sections, page number, repeated header",
	text: "清江省治水任务分工表\n" + flat("序号;重点任务;牵头单位;责任单位;完成时限;|||||;一、治理;|||||||||;1;治理支流;清淤二十公里。;县水利局;县财政局;2024年底前;||||;拆除违建三处。;县城管局;各乡镇;持续推进;||||||") +
		"— 3 —\n" + flat("序号;重点任务;牵头单位;责任单位;完成时限;|||||;建成岸线步道。;县住建_局;各乡镇;2025年;||||||;二、管护;|||||||||;2;落实河长_巡查;每月巡查两次。;县水利局;;长期坚持;||||") + "附件：名单",
	want: `P 清江省治水任务分工表
序号 / 重点任务 / < / 牵头单位 / 责任单位 / 完成时限
一、治理 / < / < / < / < / <
1 / 治理支流 / 清淤二十公里。 / 县水利局 / 县财政局 / 2024年底前
^ / ^ / 拆除违建三处。 / 县城管局 / 各乡镇 / 持续推进
^ / ^ / 建成岸线步道。 / 县住建⏎局 / 各乡镇 / 2025年
二、管护 / < / < / < / < / <
2 / 落实河长⏎巡查 / 每月巡查两次。 / 县水利局 /  / 长期坚持
P 附件：名单
`,
}, {
	name: "spanning task without fillers",
	text: flat("序号;工作任务;具体措施;责任单位;完成时限;1;治理支流;清淤二十公里。;县水利局;2024年底前;拆除违建三处。;县城管局;2024年6月;2;落实巡查;每月巡查两次。;县水利局、各乡镇;长期坚持;3;宣传引导;开设专栏。;县委宣传部;2024年;组织志愿服务。;团县委;持续实施"),
	want: `序号 / 工作任务 / 具体措施 / 责任单位 / 完成时限
1 / 治理支流 / 清淤二十公里。 / 县水利局 / 2024年底前
^ / ^ / 拆除违建三处。 / 县城管局 / 2024年6月
2 / 落实巡查 / 每月巡查两次。 / 县水利局、各乡镇 / 长期坚持
3 / 宣传引导 / 开设专栏。 / 县委宣传部 / 2024年
^ / ^ / 组织志愿服务。 / 团县委 / 持续实施
`,
}, {
	name: "no mark at all",
	text: "工作任务分工表\n" + bare("序号;工作任务;具体措施;牵头单位;完成时限;1;治理支流;清淤二十公里，恢复河道。;县水利局;2024年底前;拆除违建三处。;县城管局;2024年6月;2;落实巡查;每月巡查两次。;县水利局、各乡镇;长期坚持") + "三、保障措施\n各部门要密切配合。",
	want: `P 工作任务分工表
序号 / 工作任务 / 具体措施 / 牵头单位 / 完成时限
1 / 治理支流 / 清淤二十公里，恢复河道。 / 县水利局 / 2024年底前
^ / ^ / 拆除违建三处。 / 县城管局 / 2024年6月
2 / 落实巡查 / 每月巡查两次。 / 县水利局、各乡镇 / 长期坚持
P 三、保障措施
P 各部门要密切配合。
`,
}, {
	name: "no mark, indicators",
	text: bare("序号;指标名称;2023年;2025年;1;绿地率(%);38;40;2;公园数量(个);11;15") + "（三）实施路径",
	want: `序号 / 指标名称 / 2023年 / 2025年
1 / 绿地率(%) / 38 / 40
2 / 公园数量(个) / 11 / 15
P （三）实施路径
`,
}, {
	name: "no 序号",
	text: flat("指标名称;单位;2023年;2025年;绿地率;%;38;40;公园数量;个;11;15"),
	want: `指标名称 / 单位 / 2023年 / 2025年
绿地率 / % / 38 / 40
公园数量 / 个 / 11 / 15
`,
}, {
	name: "Markdown",
	text: "| 序号 | 任务 | 责任单位 |\n|---|:---:|---|\n| 1 | 清淤 | 县水利局 |\n| 2 | 绿化 | 县林业局 |\n",
	want: `序号 / 任务 / 责任单位
1 / 清淤 / 县水利局
2 / 绿化 / 县林业局
`,
}, {
	name: "rows with short lines",
	text: "序号 | 任务 | 措施 | 责任单位 | 时限 |\n1 | 治河 | 清淤疏浚。 | 县水利局 | 2024年 |\n加固堤防。 | 县水利局 | 2025年 |\n2 | 绿化 | 种植乔木。 | 县林业局 | 2024年 |\n",
	want: `序号 / 任务 / 措施 / 责任单位 / 时限
1 / 治河 / 清淤疏浚。 / 县水利局 / 2024年
^ / ^ / 加固堤防。 / 县水利局 / 2025年
2 / 绿化 / 种植乔木。 / 县林业局 / 2024年
`,
}, {
	name: "rows broken inside a cell",
	text: "| 序号 | 任务 | 责任单位 |\n| 1 | 清淤疏浚，\n加固堤防。 | 县水利局 |\n| 2 | 绿化 | 县林业局 |\n",
	want: `序号 / 任务 / 责任单位
1 / 清淤疏浚，⏎加固堤防。 / 县水利局
2 / 绿化 / 县林业局
`,
}, {
	name: "one cell a line between bars",
	text: "| 序号 |\n| 指标 |\n| 目标值 |\n| 1 |\n| 绿地率 |\n| 40% |\n| 2 |\n| 公园数量 |\n| 15 |\n",
	want: `序号 / 指标 / 目标值
1 / 绿地率 / 40%
2 / 公园数量 / 15
`,
}, {
	name: "续表 with numbers that go on",
	text: flat("序号;指标;目标值;1;绿地率;40%;2;公园数量;15") + "续表\n" + flat("序号;指标;目标值;3;步道(公里);8;4;广场;3") + "注：数据由县住建局提供。\n一、组织实施\n各乡镇要加强领导。\n打印本页 |\n",
	want: `序号 / 指标 / 目标值
1 / 绿地率 / 40%
2 / 公园数量 / 15
P 续表
序号 / 指标 / 目标值
3 / 步道(公里) / 8
4 / 广场 / 3
P 注：数据由县住建局提供。
P 一、组织实施
P 各乡镇要加强领导。
P 打印本页
`,
}, {
	name: "cell of several paragraphs",
	text: flat("序号;任务;责任单位;1;治理河道：_1.清淤疏浚；__2.加固堤防。;县水利局_县财政局;2;绿化;县林业局"),
	want: `序号 / 任务 / 责任单位
1 / 治理河道：⏎1.清淤疏浚；⏎⏎2.加固堤防。 / 县水利局⏎县财政局
2 / 绿化 / 县林业局
`,
}, {
	name: "sections among whole rows",
	text: flat("序号;事项;责任单位;时限;||;一、治河;|||||;1;清淤;县水利局;2024年;||;2;加固;县水利局;2025年;||;二、绿化;|||||;3;植树;县林业局;长期;||"),
	want: `序号 / 事项 / 责任单位 / 时限
一、治河 / < / < / <
1 / 清淤 / 县水利局 / 2024年
2 / 加固 / 县水利局 / 2025年
二、绿化 / < / < / <
3 / 植树 / 县林业局 / 长期
`,
}, {
	name: "page head",
	text: "文件名称 | 青禾县人民政府关于修订湿地保护办法的通知 | ||\n索引号 | qh-001 | 公开目录: | 其他 |\n有效性 | 有效 |\n各乡镇人民政府：",
	want: `文件名称 / 青禾县人民政府关于修订湿地保护办法的通知 /  / 
索引号 / qh-001 / 公开目录: / 其他
有效性 / 有效 /  / 
P 各乡镇人民政府：
`,
}, {
	name: "links are no table",
	text: "首页 | 县情 | 公开 |\n当前位置： | 首页 | 公开 |\n|\n正文。\n打印本页 | 关闭窗口",
	want: "P 首页 | 县情 | 公开\nP 当前位置： | 首页 | 公开\nP 正文。\nP 打印本页 | 关闭窗口\n",
}, {
	name: "TAB",
	text: "名称\t数量\t单位\n水泵\t3\t台\n闸门\t\t扇\n合计三样。",
	want: "名称 / 数量 / 单位\n水泵 / 3 / 台\n闸门 /  / 扇\nP 合计三样。\n",
}, {
	name: "TAB in a page head is no table",
	text: "索 引 号：\t0001\n发文机关：\t青禾县\n",
	want: "P 索 引 号：\t0001\nP 发文机关：\t青禾县\n",
}, {
	name:     "a row too long",
	text:     flat("序号;任务;责任单位;|||;1;清淤;县水利局;|||;2;绿化;种树;种草;养护;县林业局;3;巡查;县水利局;|||"),
	reported: true,
	want: `序号 / 任务 / 责任单位
1 / 清淤 / 县水利局
2 / 绿化 |⏎种树 |⏎种草 |⏎养护 / 县林业局
3 / 巡查 / 县水利局
`,
}, {
	name: "a word with a bar is prose",
	text: "政策解读 |\n本办法自印发之日起施行。",
	want: "P 政策解读\nP 本办法自印发之日起施行。\n",
}}

func TestTables(t *testing.T) {
	for _, test := range tables {
		t.Run(test.name, func(t *testing.T) {
			r, diagnostics := read(t, test.text)
			if got := show(r); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			if (len(diagnostics) > 0) != test.reported {
				t.Errorf("diagnostics: %v", diagnostics)
			}
			check(t, r)
		})
	}
}
