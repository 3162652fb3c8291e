package grid

import (
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
)

// sheet makes a table of lines with | between cells: < goes on from the left, ^ from above.
func sheet(caption, text string) *Sheet {
	var b block.GridBuilder
	lines := strings.Split(text, "\n")
	places := make([][]string, len(lines))
	for r, line := range lines {
		places[r] = strings.Split(line, "|")
	}
	at := 0
	for r, row := range places {
		b.Row()
		for c, cell := range row {
			if cell == "<" || cell == "^" {
				continue
			}
			wide, high := 1, 1
			for c+wide < len(row) && row[c+wide] == "<" {
				wide++
			}
			for r+high < len(places) && places[r+high][c] == "^" {
				high++
			}
			n := len([]rune(cell))
			b.Cell(block.Range{Start: at, End: at + n}, high, wide)
			at += n + 1
		}
	}
	g, _ := b.Grid()
	rows := make([][]string, len(g.Rows))
	for r := range g.Rows {
		rows[r] = make([]string, len(g.Rows[r]))
		for c := range rows[r] {
			cell := g.At(r, c)
			rows[r][c] = places[cell.Row][cell.Col]
		}
	}
	return New(g, rows, caption, Names{
		Role: func(header string) bool {
			return strings.HasPrefix(header, "协同") || header == "牵头" || header == "配合"
		},
		Organ: func(header string) bool { return strings.HasSuffix(header, "局") },
		Held:  func(cell string) bool { return strings.HasSuffix(cell, "局）") },
	})
}

func (s *Sheet) all(cells []*block.Cell) string {
	var out []string
	for _, c := range cells {
		out = append(out, s.text(c))
	}
	return strings.Join(out, "+")
}

func (s *Sheet) text(c *block.Cell) string {
	if c == nil {
		return ""
	}
	return s.Rows[c.Row][c.Col]
}

// describe writes the rows as number|groups|title|text|parties|schedule.
func describe(s *Sheet) string {
	var out []string
	for _, row := range s.TaskRows() {
		var text, parties, schedule []string
		for _, c := range slices.Concat(row.Text, row.Rest) {
			text = append(text, s.text(c))
		}
		for _, p := range row.Parties {
			parties = append(parties, p.Header+":"+s.text(p.Cell))
		}
		for _, c := range row.Schedule {
			schedule = append(schedule, s.text(c))
		}
		out = append(out, strings.Join([]string{row.Number, strings.Join(row.Groups, "/"), s.all(row.Title), strings.Join(text, "+"), strings.Join(parties, ","), strings.Join(schedule, "+")}, "|"))
	}
	return strings.Join(out, "\n")
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		if r.example == "" {
			continue
		}
		if s := sheet("", r.example+"\n"+strings.Repeat("甲|", strings.Count(r.example, "|"))+"乙"); s.Kind() != r.kind {
			t.Errorf("%s: %s is %d", r.id, r.example, s.Kind())
		}
		if s := sheet("", r.near+"\n"+strings.Repeat("甲|", strings.Count(r.near, "|"))+"乙"); r.holds(s) {
			t.Errorf("%s: holds for %s", r.id, r.near)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, tt := range []struct {
		caption, header string
		want            Kind
	}{
		{"", "序号|攻坚任务|完成节点", Tasks},
		{"", "序号|事项名称|主要内容|国家部委|省级部门", Tasks},
		{"", "年度任务|推进举措|包保单位", Tasks},
		{"云溪市权责清单", "序号|事项|责任单位", Refused},
		{"", "序号|特色领域|工作举措|政策诉求|建议责任单位", Refused},
		{"", "序号|公开事项|公开内容|责任单位|公开时限", Refused},
		{"", "事项名称|申请材料|办理流程|责任部门", Refused},
		{"", "违法行为|处罚依据|裁量基准|责任单位", Refused},
		{"", "姓名|工作单位|责任单位|工作任务", Refused},
		{"", "考核内容|评分标准|分值", Refused},
		{"", "考核内容|评分标准|分值|责任单位", Tasks},
		{"", "序号|平台名称|责任单位", Other},
		{"平台建设任务分工", "序号|平台名称|责任单位", Tasks},
		{"", "序号|指标|2026年目标|2027年目标", Indicators},
		{"", "序号|主要指标|单位|2027年目标值|责任单位", Indicators},
		{"", "项目名称|建设内容|总投资（亿元）|责任单位", Projects},
		{"", "学校名称|地址|培养计划", Other},
		{"", "部门|重点领域|对应因素", Other},
	} {
		s := sheet(tt.caption, tt.header+"\n"+strings.Repeat("甲|", strings.Count(tt.header, "|"))+"乙")
		if got := s.Kind(); got != tt.want {
			t.Errorf("%s %s: %d", tt.caption, tt.header, got)
		}
	}
}

func TestTaskRows(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"the shorter left column is the title, whatever the words", "序号|重点工程|工作内容|责任单位\n1|建设食堂|在城区布点开办社区食堂。|县民政局",
			"1||建设食堂|在城区布点开办社区食堂。|责任单位:县民政局|"},
		{"a longer left column is text too", "序号|工作任务|成果形式|责任单位\n1|在城区布点开办社区食堂。|食堂|县民政局",
			"1|||在城区布点开办社区食堂。|责任单位:县民政局|"},
		{"a blank line is no row", "序号|工作任务|具体措施|责任单位\n1|养老|开办社区食堂。|县民政局\n|||\n2|住房|改造敬老院。|县财政局",
			"1||养老|开办社区食堂。|责任单位:县民政局|\n2||住房|改造敬老院。|责任单位:县财政局|"},
		{"a lone column is the text", "序号|具体任务|牵头部门\n1|建设食堂|县民政局", "1|||建设食堂|牵头部门:县民政局|"},
		{"a spanning cell is the title", "序号|领域|具体任务|责任单位\n1|养老|开办社区食堂。|县民政局\n2|^|改造敬老院。|县财政局",
			"1||养老|开办社区食堂。|责任单位:县民政局|\n2||养老|改造敬老院。|责任单位:县财政局|"},
		{"a spanning chapter beside a name", "领域|任务名称|任务内容|责任单位\n养老|社区食堂|在城区布点开办社区食堂。|县民政局\n^|敬老院|改造敬老院的床位和消防设施。|县财政局",
			"|养老|社区食堂|在城区布点开办社区食堂。|责任单位:县民政局|\n|养老|敬老院|改造敬老院的床位和消防设施。|责任单位:县财政局|"},
		{"an attribute that groups rows", "任务类别|具体任务|责任单位\n养老|开办食堂。|县民政局\n^|改造敬老院。|县财政局", "||养老|开办食堂。|责任单位:县民政局|\n||养老|改造敬老院。|责任单位:县财政局|"},
		{"an attribute that groups nothing", "任务类别|具体任务|责任单位\n养老|开办食堂。|县民政局\n养老|改造敬老院。|县财政局", "|||开办食堂。|责任单位:县民政局|\n|||改造敬老院。|责任单位:县财政局|"},
		{"three levels", "一级任务|二级任务|三级任务|责任单位及分工\n养老|食堂|在城区和乡镇布点。|县民政局\n^|敬老院|改造床位和消防设施。|县财政局", "|养老|食堂|在城区和乡镇布点。|责任单位及分工:县民政局|\n|养老|敬老院|改造床位和消防设施。|责任单位及分工:县财政局|"},
		{"a department that spans rows", "责任单位|序号|工作任务|月份\n县民政局|1|开办食堂。|3月\n^|2|改造敬老院。|9月", "1|||开办食堂。|责任单位:县民政局|3月\n2|||改造敬老院。|责任单位:县民政局|9月"},
		{"group rows", "序号|任务名称|任务内容|责任单位|完成时限\n一|居家服务|<|<|<\n1|社区食堂|在城区布点开办。|县民政局|2026年\n（一）机构|<|<|<|<\n2|敬老院|改造床位和消防设施。|县民政局|2026年\n二、保障|<|<|<|<\n3|经费|列入年度预算安排。|县财政局|每年",
			"1|一、居家服务|社区食堂|在城区布点开办。|责任单位:县民政局|2026年\n2|一、居家服务/（一）机构|敬老院|改造床位和消防设施。|责任单位:县民政局|2026年\n3|二、保障|经费|列入年度预算安排。|责任单位:县财政局|每年"},
		{"a group over all that is left", "序号|任务内容|责任单位\n|居家服务|<\n1|开办社区食堂。|县民政局", "1|居家服务||开办社区食堂。|责任单位:县民政局|"},
		{"a name over the departments, above what it is divided into", "序号|任务内容|责任单位|完成时限\n1|居家服务|<|<\n1.1|开办社区食堂。|县民政局|2026年", "1.1|1、居家服务||开办社区食堂。|责任单位:县民政局|2026年"},
		{"a text alone is no group", "序号|任务内容|责任单位\n1|开办社区|县民政局\n|食堂|", "1|||开办社区+食堂|责任单位:县民政局|"},
		{"a header of two rows", "序号|任务名称|任务内容|责任分工|<|完成时限\n^|^|^|牵头单位|配合单位|^\n1|社区食堂|在城区布点开办。|县民政局|县财政局|2026年",
			"1||社区食堂|在城区布点开办。|牵头单位:县民政局,配合单位:县财政局|2026年"},
		{"a header of two rows without spans", "序号|任务名称|任务内容|责任分工|<\n||" + "|牵头单位|配合单位\n1|社区食堂|在城区布点开办。|县民政局|县财政局",
			"1||社区食堂|在城区布点开办。|牵头单位:县民政局,配合单位:县财政局|"},
		{"the header once more, and the rest of a row behind it", "序号|任务内容|责任单位\n1|在城区布点开办社区|县民政局、\n序号|任务内容|责任单位\n|食堂。|县财政局\n2|改造敬老院。|县民政局",
			"1|||在城区布点开办社区+食堂。|责任单位:县民政局、,责任单位:县财政局|\n2|||改造敬老院。|责任单位:县民政局|"},
		{"rows above the header that a new page repeats", "1|开办社区食堂。|县民政局\n2|改造敬老院|县财政局\n序号|任务内容|责任单位\n|的床位。|\n3|列入预算。|县财政局",
			"1|||开办社区食堂。|责任单位:县民政局|\n2|||改造敬老院+的床位。|责任单位:县财政局|\n3|||列入预算。|责任单位:县财政局|"},
		{"lines above the header are none of its rows", "填报单位|云溪市|<\n序号|任务内容|责任单位\n1|开办社区食堂。|县民政局", "1|||开办社区食堂。|责任单位:县民政局|"},
		{"a title that a new page cuts", "序号|任务名称|任务内容|责任单位\n1|建设社区|在城区和乡镇布点开办|县民政局\n|食堂|社区食堂。|\n2|敬老院|改造敬老院的床位。|县民政局",
			"1||建设社区+食堂|在城区和乡镇布点开办+社区食堂。|责任单位:县民政局|\n2||敬老院|改造敬老院的床位。|责任单位:县民政局|"},
		{"rows with a number of their own are two", "序号|任务内容|责任单位\n1|在城区布点开办社区|县民政局\n2|改造敬老院|县民政局",
			"1|||在城区布点开办社区|责任单位:县民政局|\n2|||改造敬老院|责任单位:县民政局|"},
		{"a row without number that is whole", "序号|任务内容|责任单位\n1|开办社区食堂。|县民政局\n|改造敬老院。|县财政局",
			"1|||开办社区食堂。|责任单位:县民政局|\n1|||改造敬老院。|责任单位:县财政局|"},
		{"a number without anybody is no group", "序号|任务内容|责任单位\n1|开办社区食堂。|\n2|改造敬老院。|县财政局",
			"1|||开办社区食堂。||\n2|||改造敬老院。|责任单位:县财政局|"},
		{"duties by department", "部门|职责与任务\n县民政局|开办社区食堂。", "|||开办社区食堂。|部门:县民政局|"},
		{"duties by department in a field", "部门|重点领域|对应因素\n县教育局|改善学校的饮水和照明，开展健康学校建设。|环境", "|||改善学校的饮水和照明，开展健康学校建设。|部门:县教育局|"},
		{"a user's word for a role", "具体任务|协同处\n开办社区食堂。|县民政局", "|||开办社区食堂。|协同处:县民政局|"},
		{"a target in words is text", "重点任务|2026年目标|责任单位\n社区食堂|在城区和乡镇布点开办社区食堂。|县民政局", "||社区食堂|在城区和乡镇布点开办社区食堂。|责任单位:县民政局|"},
		{"how far the work is, is none", "序号|状态|任务内容|责任单位|完成时限|完成情况|完成率|实际完成日期|存在问题|下一步打算|备注\n1|进行中|建设社区食堂20个|县民政局|2025年底|已建8个|40%|2025年3月|缺口资金300万元|2026年建12个|2024年结转",
			"1|||建设社区食堂20个|责任单位:县民政局|2025年底"},
		{"a problem left of its remedy", "序号|存在问题|整改措施|责任单位\n1|床位不足|新建敬老院2所。|县民政局", "1||床位不足|新建敬老院2所。|责任单位:县民政局|"},
		{"totals, who filled it in and notes are no rows", "序号|任务名称|任务内容|责任单位\n1|社区食堂|在城区布点开办20个。|县民政局\n小计||20个|\n★为重点项目，由县政府督办。|<|<|<\n2|敬老院|改造床位和消防设施。|县民政局\n合计||20个|\n填表人：周某||审核人：吴某|",
			"1||社区食堂|在城区布点开办20个。|责任单位:县民政局|\n2||敬老院|改造床位和消防设施。|责任单位:县民政局|"},
		{"a total of the work's own is one", "序号|任务内容|责任单位\n1|合计投放床位300张|县民政局", "1|||合计投放床位300张|责任单位:县民政局|"},
		{"quarters below their year", "序号|任务|责任单位|2025年|<|<\n^|^|^|一季度|二季度|三季度\n1|环湖路|县住建局|完成招标|完成路基3公里|", "1||环湖路|完成招标+完成路基3公里|责任单位:县住建局|"},
		{"numbers below a quarter are no text", "序号|任务|责任单位|一季度|二季度\n1|新建步道|县住建局|3|4公里", "1|||新建步道|责任单位:县住建局|"},
		{"a number above numbers below it is a group", "序号|任务|责任单位|完成时限\n1|发展养老||\n1.1|新建养老院|县民政局|2026年\n2|发展教育||\n3|新建学校|县教育局|2026年", "1.1|1、发展养老||新建养老院|责任单位:县民政局|2026年\n2|1、发展养老||发展教育||\n3|1、发展养老||新建学校|责任单位:县教育局|2026年"},
		{"a title across the first row", "养老任务清单|<|<\n序号|任务内容|责任单位\n1|开办社区食堂。|县民政局", "1|||开办社区食堂。|责任单位:县民政局|"},
	} {
		if got := describe(sheet("", tt.text)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestFacts holds that times and numbers come from no remark and from no report.
func TestFacts(t *testing.T) {
	s := sheet("", "序号|任务内容|责任单位|完成时限|完成率|存在问题|下一步打算|备注\n1|建设社区食堂20个|县民政局|2025年底|40%|缺口资金300万元|2026年建12个|2024年结转")
	if got := s.all(s.TaskRows()[0].Facts); got != "建设社区食堂20个+2025年底" {
		t.Error(got)
	}
}

func TestContinue(t *testing.T) {
	before := sheet("", "序号|任务内容|责任单位\n1|开办社区食堂。|县民政局")
	before.Caption = "养老任务清单"
	rest := sheet("二、机构服务", "2|改造敬老院。|县民政局\n3|列入预算。|县财政局")
	if !rest.Continue(before) {
		t.Fatal("a table of as many columns goes on")
	}
	if rest.Caption != "养老任务清单" || rest.Group != "二、机构服务" {
		t.Errorf("caption %s, group %s", rest.Caption, rest.Group)
	}
	if got, want := describe(rest), "2|||改造敬老院。|责任单位:县民政局|\n3|||列入预算。|责任单位:县财政局|"; got != want {
		t.Errorf("got %s", got)
	}
	if other := sheet("", "云溪镇|青石路|3号\n枫桥镇|柳湾路|4号"); other.Continue(before) {
		t.Error("rows without numbers do not go on numbered ones")
	}
	if other := sheet("", "甲|乙\n丙|丁"); other.Continue(before) || sheet("", "备注|依据|任务\n甲|乙|丙").Continue(before) {
		t.Error("other columns, or a header of its own, are another table")
	}
}

func TestHeaderOfYears(t *testing.T) {
	s := sheet("", "序号|指标|目标值|<|属性\n^|^|2026年|2027年|^\n1|床位数|30|40|预期性")
	values := s.Values()
	if s.Kind() != Indicators || len(values) != 2 {
		t.Fatalf("%d %v", s.Kind(), values)
	}
	if y, _ := s.Columns[values[1]].Year(); y != 2027 || s.Columns[values[1]].Upper != "目标值" {
		t.Errorf("%+v", s.Columns[values[1]])
	}
	if rows := s.IndicatorRows(); len(rows) != 1 || s.text(rows[0].Name) != "床位数" || s.first(header.Attribute) != 4 {
		t.Errorf("%+v", rows)
	}
}
