package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// TestTaskTables reads the tables of small notices. Each task is written
// path>number|title|lead/support/responsible|schedule=deadlines|text.
func TestTaskTables(t *testing.T) {
	const head = "云溪市养老服务工作方案\n\n"
	for _, tt := range []struct{ name, text, want string }{
		{"the caption heads the path where no section does", head + "养老服务任务清单\n序号 | 任务名称 | 任务内容 | 责任单位 | 完成时限\n1 | 社区食堂 | 在城区布点开办。 | 市民政局 | 2026年6月底前",
			"养老服务任务清单>1|社区食堂|//市民政局|2026年6月底前=../2026-06-30|在城区布点开办。"},
		{"a section stands above its tables", head + "一、任务分工\n养老服务任务清单\n序号 | 任务名称 | 任务内容 | 责任单位\n1 | 社区食堂 | 在城区布点开办。 | 市民政局",
			"一、任务分工>1|社区食堂|//市民政局|=|在城区布点开办。"},
		{"an item with work of its own above its table", head + "一、重点任务\n（一）培训人员。每年培训50人次。（市财政局负责）\n序号 | 任务名称 | 任务内容 | 责任单位\n1 | 社区食堂 | 在城区布点开办。 | 市民政局\n（二）改造设施。\n序号 | 任务名称 | 任务内容 | 责任单位\n1 | 敬老院 | 改造消防设施。 | 市民政局",
			"一、重点任务>一|培训人员|//市财政局|=R/P1Y|每年培训50人次。\n一、重点任务>（一）培训人员>1|社区食堂|//市民政局|=|在城区布点开办。\n一、重点任务>（二）改造设施>1|敬老院|//市民政局|=|改造消防设施。"},
		{"behind the list of attachments no section does", head + "一、加强领导\n压实责任。\n附件：养老服务任务清单\n云溪市民政局\n2026年1月5日\n养老任务清单\n序号 | 任务名称 | 任务内容 | 责任单位\n1 | 社区食堂 | 在城区布点开办。 | 市民政局",
			">一|加强领导|//|=|压实责任。\n养老任务清单>1|社区食堂|//市民政局|=|在城区布点开办。"},
		{"the year of the caption", head + "2026年任务清单\n序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办社区食堂。 | 市民政局 | 9月\n2 | 改造敬老院。 | 市民政局 | 12月底前",
			"2026年任务清单>1||//市民政局|9月=2026-09|开办社区食堂。\n2026年任务清单>2||//市民政局|12月底前=../2026-12-31|改造敬老院。"},
		{"two years say none", "云溪市养老服务工作方案\n\n发文日期：2024-03-05\n\n2025年至2026年任务清单\n序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办社区食堂。 | 市民政局 | 2025年9月",
			"2025年至2026年任务清单>1||//市民政局|2025年9月=2025-09|开办社区食堂。"},
		{"roles of columns, and of the first of a cell", head + "序号 | 任务内容 | 牵头单位 | 配合单位\n1 | 开办社区食堂。 | 市民政局 | 市财政局、市住建局",
			">1||市民政局/市财政局、市住建局/|=|开办社区食堂。"},
		{"the first of a cell leads", head + "序号 | 任务内容 | 责任单位（列首位的为牵头单位）\n1 | 开办社区食堂。 | 市民政局、市财政局", ">1||市民政局/市财政局/|=|开办社区食堂。"},
		{"departments of two levels", head + "序号 | 事项名称 | 主要内容 | 国家部委 | 省级部门\n1 | 开办食堂 | 支持布点开办社区食堂。 | 民政部 | 省民政厅", ">1|开办食堂|//民政部、省民政厅|=|支持布点开办社区食堂。"},
		{"times in figures", head + "2025年任务清单\n序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办社区食堂。 | 市民政局 | 12/31/2025\n2 | 改造敬老院。 | 市民政局 | Q4\n3 | 修缮步道。 | 市住建局 | 6.30前",
			"2025年任务清单>1||//市民政局|12/31/2025=2025-12-31|开办社区食堂。\n2025年任务清单>2||//市民政局|Q4=2025-10/2025-12|改造敬老院。\n2025年任务清单>3||//市住建局|6.30前=../2025-06-30|修缮步道。"},
		{"figures in the text are no time", head + "序号 | 任务内容 | 责任单位\n1 | 12.31 | 市民政局", ">1||//市民政局|=|12.31"},
		{"columns of the beginning and the end", head + "序号 | 任务内容 | 责任单位 | 开始时间 | 完成时间\n1 | 开办社区食堂。 | 市民政局 | 2025年3月 | 2026年6月\n2 | 改造敬老院。 | 市民政局 | 2025年底前 | 长期",
			">1||//市民政局|2025年3月 2026年6月=2025-03-01/..,../2026-06-30|开办社区食堂。\n>2||//市民政局|2025年底前 长期=../2025-12-31,..|改造敬老院。"},
		{"a column of the end alone", head + "序号 | 任务内容 | 责任单位 | 完成时间\n1 | 开办社区食堂。 | 市民政局 | 2026年6月", ">1||//市民政局|2026年6月=2026-06|开办社区食堂。"},
		{"cells that repeat the one above", head + "序号 | 任务名称 | 任务内容 | 责任单位 | 完成时限\n1 | 居家服务 | 布点开办食堂。 | 市民政局、市财政局 | 2026年6月底前\n2 | 同上 | 改造无障碍设施。 | 同上 | 〃\n3 | 机构服务 | 改造敬老院。 | （同上） | ″",
			">1|居家服务|//市民政局、市财政局|2026年6月底前=../2026-06-30|布点开办食堂。\n>2|居家服务|//市民政局、市财政局|2026年6月底前=../2026-06-30|改造无障碍设施。\n>3|机构服务|//市民政局、市财政局|2026年6月底前=../2026-06-30|改造敬老院。"},
		{"what only begins like them, or has nothing above", head + "序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办社区食堂。 | 市民政局 | 同上\n2 | 同上级部门对接。 | 市财政局 | 2026年6月", ">1||//市民政局|同上=|开办社区食堂。\n>2||//市财政局|2026年6月=2026-06|同上级部门对接。"},
		{"departments head columns of signs with a legend", head + "序号 | 任务 | 市民政局 | 市财政局 | 完成时限\n1 | 新建养老院 | ★ | ▲ | 2026年\n2 | 发放补贴 |  | ★ | 2026年\n注：★为牵头单位，▲为配合单位",
			">1||市民政局/市财政局/|2026年=2026|新建养老院\n>2||市财政局//|2026年=2026|发放补贴"},
		{"the legend stands before the signs, above the table", head + "牵头单位（●）、责任单位（○）\n序号 | 任务 | 市民政局 | 市财政局\n1 | 新建养老院 | ● | ○", "牵头单位（●）、责任单位（○）>1||市民政局//市财政局|=|新建养老院"},
		{"words in the place of signs", head + "序号 | 任务 | 市民政局 | 市财政局\n1 | 新建养老院 | 牵头 | 配合", ">1||市民政局/市财政局/|=|新建养老院"},
		{"the legend stands in a later note below the table", head + "序号 | 任务 | 市民政局 | 市财政局\n1 | 新建养老院 | ★ | ☆\n注：1.本表按季调度。\n2.打“★”的为牵头单位，打“☆”的为配合单位。", ">1||市民政局/市财政局/|=|新建养老院"},
		{"the legend stands in the text that introduces the attachment", head + "各部门职责分工见附件（“★”为牵头单位，“○”为配合单位）。\n附件：任务分工表\n附件\n任务分工表\n序号 | 任务 | 市民政局 | 市财政局\n1 | 新建养老院 | ★ | ○", "任务分工表>1||市民政局/市财政局/|=|新建养老院"},
		{"a legend without words between", head + "序号 | 任务 | 市民政局 | 市财政局\n1 | 新建养老院 | ★ | ○\n（★牵头  ○配合）", ">1||市民政局/市财政局/|=|新建养老院"},
		{"a legend that is one note", head + "序号 | 任务 | 市民政局 | 市财政局\n1 | 新建养老院 | √ |\n2 | 发放补贴 | √ | √\n注：√责任单位", ">1||//市民政局|=|新建养老院\n>2||//市民政局、市财政局|=|发放补贴"},
		{"one of two signs is explained", head + "序号 | 任务 | 市民政局 | 市财政局\n1 | 新建养老院 | ★ | △\n注：★为牵头单位", ">1||市民政局//|=|新建养老院"},
		{"entries of a list are no legend", head + "●牵头单位：市水务局\n序号 | 任务 | 市民政局 | 市财政局 | 完成时限\n1 | 新建养老院 | ● | ● | 2026年", "●牵头单位：市水务局>1||//|2026年=2026|新建养老院"},
		{"two texts that differ explain nothing", head + "★为牵头单位。\n序号 | 任务 | 市民政局 | 市财政局 | 完成时限\n1 | 新建养老院 | ★ | | 2026年\n2 | 发放补贴 | | ★ | 2026年\n★为配合单位。", ">1||//|2026年=2026|新建养老院\n>2||//|2026年=2026|发放补贴"},
		{"signs that nothing explains", head + "序号 | 任务 | 市民政局 | 市财政局 | 完成时限\n1 | 新建养老院 | √ |  | 2026年", ">1||//|2026年=2026|新建养老院"},
		{"persons with their body", head + "序号 | 任务内容 | 责任单位\n1 | 开办社区食堂。 | 周某（市民政局）、吴小某（市财政局局长）\n2 | 修缮步道。 | 农业农村局（乡村振兴局）\n3 | 改造管网。 | 一园三区（枫桥区政府、松林区政府）",
			">1||//市民政局、市财政局|=|开办社区食堂。\n>2||//农业农村局（乡村振兴局）|=|修缮步道。\n>3||//一园三区（枫桥区政府、松林区政府）|=|改造管网。"},
		{"persons under their own header", head + "序号 | 任务内容 | 责任人\n1 | 开办社区食堂。 | 周某（市民政局）\n2 | 修缮步道。 | 吴某（市住建局）", ">1||//市民政局|=|开办社区食堂。\n>2||//市住建局|=|修缮步道。"},
		{"persons beside those who answer", head + "序号 | 任务内容 | 责任单位 | 责任人\n1 | 开办社区食堂。 | 市民政局 | 周某（市财政局）", ">1||//市民政局|=|开办社区食堂。"},
		{"headers in the first column", head + "任务名称 | 社区食堂 | 敬老院\n工作内容 | 布点开办。 | 改造消防设施。\n责任单位 | 市民政局 | 市民政局、市财政局\n完成时限 | 2026年6月 | 2026年底前",
			">|社区食堂|//市民政局|2026年6月=2026-06|布点开办。\n>|敬老院|//市民政局、市财政局|2026年底前=../2026-12-31|改造消防设施。"},
		{"a form of one item", head + "任务名称 | 社区食堂\n工作内容 | 布点开办。\n责任单位 | 市民政局", ""},
		{"a box that is ticked names nobody", head + "序号 | 任务内容 | 牵头单位 | 责任单位\n1 | 开办社区食堂。 | TRUE | 市民政局\n2 | 改造敬老院。 | 否 | 市财政局", ">1||//市民政局|=|开办社区食堂。\n>2||//市财政局|=|改造敬老院。"},
		{"a table of demands", head + "序号 | 特色领域 | 工作举措 | 政策诉求 | 建议责任单位\n1 | 养老 | 开办社区食堂。 | 给予补贴。 | 省民政厅", ""},
		{"a list of powers", head + "职权编码 | 职权名称 | 实施依据 | 责任单位\n0100 | 养老机构备案检查 | 《养老机构管理办法》 | 市民政局", ""},
		{"a list of projects", head + "序号 | 项目名称 | 建设内容 | 总投资（亿元） | 责任单位\n1 | 云溪养老院 | 新建床位300张。 | 2.5 | 市民政局", ""},
	} {
		n := noticeOf(t, tt.text)
		var got []string
		for _, task := range n.Tasks {
			got = append(got, tableTask(task))
		}
		if s := strings.Join(got, "\n"); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
	}
}

// TestTurnedSpans holds that the task of a column of a turned table has the stretch from its first cell to its last, and that no
// value of it stands in the cell of another.
func TestTurnedSpans(t *testing.T) {
	text := head + "任务名称 | 社区食堂 | 敬老院\n工作内容 | 开办食堂3家。 | 改造床位20张。\n责任单位 | 市民政局 | 市财政局\n完成时限 | 2026年6月 | 2026年底前\n"
	runes := []rune(text)
	at := func(s schema.Span) string { return string(runes[s.Start:s.End]) }
	n := noticeOf(t, text)
	if len(n.Tasks) != 2 {
		t.Fatalf("%d tasks", len(n.Tasks))
	}
	for i, want := range [][]string{{"社区食堂", "市民政局", "2026年6月", "3家"}, {"敬老院", "市财政局", "2026年底前", "20张"}} {
		task := n.Tasks[i]
		whole := at(task.Span)
		if !strings.HasPrefix(whole, want[0]) || !strings.HasSuffix(whole, want[2]) {
			t.Errorf("%s: span %q", task.Title, whole)
		}
		if got := []string{task.Title, at(task.Departments.Span), at(task.Deadlines[0].Span), at(task.Targets[0].Span)}; !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func tableTask(t schema.Task) string {
	var roles []string
	d := t.Departments
	if d == nil {
		d = &schema.Departments{}
	}
	for _, list := range [][]schema.Department{d.Lead, d.Support, d.Responsible} {
		var names []string
		for _, e := range list {
			names = append(names, e.Name)
		}
		roles = append(roles, strings.Join(names, "、"))
	}
	var values []string
	for _, e := range t.Deadlines {
		values = append(values, e.Value)
	}
	return fmt.Sprintf("%s>%s|%s|%s|%s=%s|%s", strings.Join(t.Path, ">"), t.Number, t.Title, strings.Join(roles, "/"), t.Schedule, strings.Join(values, ","), t.Text)
}

// TestTablesThatGiveNoTasks holds that a column of departments is not passed over in
// silence, and that the sorts of tables that have none of their own are no matter of it.
func TestTablesThatGiveNoTasks(t *testing.T) {
	for text, want := range map[string]bool{
		"部门 | 政策重点领域 | 健康因素\n市民政局 | 把健康融入养老。 | 健康服务\n市教育局 | 把健康融入学校。 | 健康教育":                true,
		"平台名称 | 责任单位\n食堂 | 市民政局\n驿站 | 市住建局":                                                 true,
		"甲 | 市民政局\n乙 | 市财政局\n丙 | 市住建局\n丁 | 市水务局":                                            true,
		"职权编码 | 职权名称 | 实施依据 | 责任单位\n01 | 备案检查 | 办法 | 市民政局":                                  false,
		"项目名称 | 建设规模 | 责任单位 | 开工时间 | 竣工时间\n云溪养老院 | 300张 | 市民政局 | 2025年3月 | 2026年6月":         true,
		"序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办食堂。 | 市民政局 | 9-12\n2 | 修缮步道。 | 市住建局 | 13.5":         true,
		"序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办食堂。 | 市民政局 | 2025/12/31\n2 | 修缮步道。 | 市住建局 | 持续推进":   false,
		"序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办食堂。 | 市民政局 | 12/31/2025\n2 | 修缮步道。 | 市住建局 | 2026Q4": false,
		"序号 | 任务内容 | 责任单位 | 建设周期\n1 | 开办食堂。 | 市民政局 | 1.5":                                   true,
		"姓名 | 单位 | 职务\n周某 | 市民政局 | 科长\n吴某 | 市财政局 | 科长\n郑某 | 市住建局 | 科长":                      false,
		"序号 | 指标 | 2027年目标 | 责任单位\n1 | 床位 | 300张 | 市民政局":                                    false,
		"序号 | 任务内容 | 责任单位\n1 | 开办食堂。 | 市民政局":                                                false,
		"序号 | 任务 | 责任单位 | 序号 | 任务 | 责任单位\n1 | 新建学校1所 | 市教育局 | 1 | 新建医院1所 | 市卫健委":            true,
		"序号 | 任务 | 市民政局 | 市财政局 | 完成时限\n1 | 新建养老院2所 | √ |  | 2025年底":                         true,
		"序号 | 干什么 | 谁来干 | 何时干成\n1 | 新建步道3条 | 市住建局 | 2025年底":                                 false,
		"区县 | 产业布局\n枫桥区 | 养老\n青石县 | 旅游\n柳湾县 | 制造":                                           false,
		"一级指标 | 二级指标 | 评分标准 | 分值 | 责任单位\n服务 | 助餐 | 开办食堂得5分。 | 5 | 市民政局、市财政局":                false,
	} {
		n := noticeOf(t, "云溪市养老服务工作方案\n\n"+text)
		said := false
		for _, d := range n.Diagnostics {
			said = said || d.Code == schema.TableShape
		}
		if said != want {
			t.Errorf("%s: reported %v, %d tasks", text, said, len(n.Tasks))
		}
	}
}

// TestNotesBetweenRows holds that a sentence alone in its row that reads like work is no task, and is reported.
func TestNotesBetweenRows(t *testing.T) {
	const rows = "# 云溪市养老服务工作方案\n\n| 序号 | 任务内容 | 责任单位 |\n|---|---|---|\n| 1 | 开办社区食堂。 | 市民政局 |\n| "
	for note, want := range map[string]bool{
		"市水务局负责改造管网10公里。": true,
		"推进改造管网10公里。":     true,
		"★为重点任务，由市政府督办。":  false,
		"说明：数字以年底为准。":     false,
	} {
		d, err := parser.Parse("notice.md", []byte(rows+note+" | | |\n| 2 | 改造敬老院。 | 市民政局 |\n"), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := mustExtract(t, d, extract.Options{})
		said := slices.ContainsFunc(n.Diagnostics, func(d schema.Diagnostic) bool { return d.Code == schema.UnreadContent })
		if said != want || len(n.Tasks) != 2 {
			t.Errorf("%s: reported %v, %d tasks", note, said, len(n.Tasks))
		}
	}
}

// TestExplainedRows holds that each of two tables of one section explains its own rows.
func TestExplainedRows(t *testing.T) {
	doc, err := parser.Parse("notice.txt", []byte("云溪市工作方案\n一、任务\n序号 | 任务内容 | 责任单位\n1 | 开办食堂5个。 | 市民政局\n表2\n序号 | 任务内容 | 责任单位\n1 | 修缮步道3条。 | 市水利局\n"), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, item := range extract.Explain(doc, extract.Options{}).Items {
		for _, v := range item.Values {
			got = append(got, item.Task+" "+v.Text)
		}
	}
	if s, want := strings.Join(got, "; "), "1.1.1 5个; 1.1.1 市民政局; 1.1.1.t2 3条; 1.1.1.t2 市水利局"; s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
}
