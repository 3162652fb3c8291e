package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

// markdownWriter writes each notice as a document in Markdown with tables (GFM): what
// it is, its goals, its tasks by section, who has what to do, its indicators, and what
// was repaired or not understood. Documents are set apart by a rule.
type markdownWriter struct {
	out   io.Writer
	lang  term.Language
	began bool
}

func (w *markdownWriter) write(n *schema.Notice, _ string) error {
	p := paper{lang: w.lang}
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
	p.table("fact", "content")
	fact := func(field, value string) {
		if value != "" {
			p.row(prose(term.Field(p.lang, field)), prose(value))
		}
	}
	fact("Metadata.issuer", m.Issuer)
	fact("Metadata.document_number", m.DocumentNumber)
	fact("Metadata.issued", m.Issued)
	fact("Metadata.published", m.Published)
	fact("Metadata.effective", m.Effective)
	fact("Metadata.expires", m.Expires)
	fact("Metadata.addressees", strings.Join(m.Addressees, "、"))
	fact("Metadata.attachments", strings.Join(m.Attachments, "；"))
	fact("Source.name", fmt.Sprintf(term.Value(p.lang, "section", "size"), n.Source.Name, n.Source.Format, n.Source.Characters))
}

func (p *paper) goals(goals []schema.Task) {
	if len(goals) == 0 {
		return
	}
	p.section("goals")
	p.table("Task.id", "goal", "deadlines", "targets", "line")
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
	p.section("tasks")
	before := ""
	for i := range tasks {
		t := &tasks[i]
		if above := section(t); above != before || i == 0 {
			before = above
			if above == "" && i > 0 {
				above = term.Value(p.lang, "section", "other")
			}
			if above != "" {
				p.heading(3, above)
			}
			p.table("Task.id", "task", "parties", "deadlines", "targets", "line")
		}
		p.row(prose(t.ID), body(t), p.shares(t.Departments), prose(schedule(t)), prose(targets(t)), strconv.Itoa(t.Span.Line))
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
func (p *paper) shares(d *schema.Departments) string {
	var lines []string
	for _, role := range schema.Roles() {
		if list := names(d, role); list != "" {
			lines = append(lines, term.Value(p.lang, "Role", string(role))+colon(p.lang)+prose(list))
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
	p.section("departments")
	p.table("Department.name", "lead_count", "support_count", "responsible_count", "total")
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
	p.section("indicators")
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
	header := []string{"Indicator.name", "Indicator.unit", "Indicator.attribute"}
	for _, y := range years {
		header = append(header, y.name(p.lang))
	}
	p.table(append(header, "parties", "line")...)
	for _, i := range list {
		row := []string{prose(i.Name), prose(i.Unit), prose(i.Attribute)}
		for _, y := range years {
			var values []string
			for _, v := range y.at(i.Values) {
				values = append(values, prose(bounded(v)))
			}
			row = append(row, strings.Join(values, "；"))
		}
		p.row(append(row, p.shares(i.Departments), strconv.Itoa(i.Span.Line))...)
	}
}

func (p *paper) diagnostics(list []schema.Diagnostic) {
	if len(list) == 0 {
		return
	}
	p.section("diagnostics")
	p.table("Diagnostic.severity", "Diagnostic.code", "Diagnostic.message", "line")
	for _, d := range list {
		at := ""
		if d.Span != nil {
			at = strconv.Itoa(d.Span.Line)
		}
		p.row(prose(term.Value(p.lang, "Severity", string(d.Severity))), prose(term.Value(p.lang, "Code", string(d.Code))), prose(remark(p.lang)(d)), at)
	}
}
