package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
)

// markdownWriter writes each notice as a document in Markdown with tables (GFM): what
// it is, its goals, its tasks by section, who has what to do, its indicators, and what
// was repaired or not understood. Documents are set apart by a rule.
type markdownWriter struct {
	out   io.Writer
	began bool
}

func (w *markdownWriter) write(n *schema.Notice, _ string) error {
	var p paper
	if w.began {
		p.add("\n---\n\n")
	}
	w.began = true
	p.head(n)
	p.goals(n.Goals)
	p.tasks(n.Tasks)
	p.parties(n)
	p.indicators(n.Indicators)
	p.diagnostics(n.Diagnostics)
	_, err := io.WriteString(w.out, p.text.String())
	return err
}

func (w *markdownWriter) close() error { return nil }

// head writes the title and what the notice says of itself.
func (p *paper) head(n *schema.Notice) {
	m := n.Metadata
	title := m.Title
	for _, other := range []string{m.Enclosure, n.Source.Name} {
		if title == "" {
			title = other
		}
	}
	p.heading(1, title)
	p.table("项目", "内容")
	fact := func(name, value string) {
		if value != "" {
			p.row(prose(name), prose(value))
		}
	}
	fact("发文机关", m.Issuer)
	fact("发文字号", m.DocumentNumber)
	fact("成文日期", m.Issued)
	fact("发布日期", m.Published)
	fact("施行日期", m.Effective)
	fact("失效日期", m.Expires)
	fact("主送机关", strings.Join(m.Addressees, "、"))
	fact("附件", strings.Join(m.Attachments, "；"))
	fact("文件", fmt.Sprintf("%s（%s，%d字）", n.Source.Name, n.Source.Format, n.Source.Characters))
}

func (p *paper) goals(goals []schema.Task) {
	if len(goals) == 0 {
		return
	}
	p.heading(2, "总体目标")
	p.table("序号", "目标", "时限", "量化目标", "出处行")
	for i := range goals {
		g := &goals[i]
		p.row(prose(g.ID), body(g), prose(schedule(g)), prose(targets(g)), strconv.Itoa(g.Span.Line))
	}
}

// tasks writes a table for each stretch of tasks under the same headings.
func (p *paper) tasks(tasks []schema.Task) {
	if len(tasks) == 0 {
		return
	}
	p.heading(2, "任务分解")
	before := ""
	for i := range tasks {
		t := &tasks[i]
		if above := section(t); above != before || i == 0 {
			before = above
			if above == "" && i > 0 {
				above = "其他"
			}
			if above != "" {
				p.heading(3, above)
			}
			p.table("序号", "任务", "分工", "完成时限", "量化目标", "出处行")
		}
		p.row(prose(t.ID), body(t), shares(t.Departments), prose(schedule(t)), prose(targets(t)), strconv.Itoa(t.Span.Line))
	}
}

// body returns the title of a task over its text.
func body(t *schema.Task) string {
	title, text := prose(t.Title), prose(t.Text)
	switch {
	case title == "":
		return text
	case text == "":
		return "**" + title + "**"
	}
	return "**" + title + "**<br>" + text
}

// shares returns a line for each role.
func shares(d *schema.Departments) string {
	var lines []string
	for _, role := range schema.Roles() {
		if list := names(d, role); list != "" {
			lines = append(lines, chinese(string(role))+"："+prose(list))
		}
	}
	return strings.Join(lines, "<br>")
}

// parties writes what each department has to do, as numbers of tasks.
func (p *paper) parties(n *schema.Notice) {
	var order []string
	ids := make(map[string]*[3][]string)
	for i := range n.Tasks {
		t := &n.Tasks[i]
		for role, r := range schema.Roles() {
			for _, d := range t.Departments.In(r) {
				if ids[d.Name] == nil {
					ids[d.Name] = new([3][]string)
					order = append(order, d.Name)
				}
				ids[d.Name][role] = append(ids[d.Name][role], t.ID)
			}
		}
	}
	if len(order) == 0 {
		return
	}
	p.heading(2, "部门任务")
	p.table("单位", "牵头", "配合", "责任", "合计")
	for _, name := range order {
		of := ids[name]
		p.row(prose(name), prose(strings.Join(of[0], "、")), prose(strings.Join(of[1], "、")), prose(strings.Join(of[2], "、")),
			strconv.Itoa(len(of[0])+len(of[1])+len(of[2])))
	}
}

// indicators writes a table for each stretch of indicators of the same table.
func (p *paper) indicators(list []schema.Indicator) {
	if len(list) == 0 {
		return
	}
	p.heading(2, "指标")
	for start := 0; start < len(list); {
		end := start + 1
		for end < len(list) && list[end].Table == list[start].Table {
			end++
		}
		p.indicatorTable(list[start:end])
		start = end
	}
}

func (p *paper) indicatorTable(list []schema.Indicator) {
	if list[0].Table != "" {
		p.heading(3, list[0].Table)
	}
	years := yearColumns(list)
	header := []string{"指标", "单位", "属性"}
	for _, y := range years {
		header = append(header, y.name())
	}
	p.table(append(header, "分工", "出处行")...)
	for _, i := range list {
		row := []string{prose(i.Name), prose(i.Unit), prose(i.Attribute)}
		for _, y := range years {
			var values []string
			for _, v := range y.at(i.Values) {
				values = append(values, prose(bounded(v)))
			}
			row = append(row, strings.Join(values, "；"))
		}
		p.row(append(row, shares(i.Departments), strconv.Itoa(i.Span.Line))...)
	}
}

func (p *paper) diagnostics(list []schema.Diagnostic) {
	if len(list) == 0 {
		return
	}
	p.heading(2, "诊断")
	p.table("级别", "诊断", "说明", "出处行")
	for _, d := range list {
		at := ""
		if d.Span != nil {
			at = strconv.Itoa(d.Span.Line)
		}
		p.row(prose(chinese(string(d.Severity))), prose(string(d.Code)), prose(d.Message), at)
	}
}
