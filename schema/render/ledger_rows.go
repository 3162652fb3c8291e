package render

import "github.com/policyx/policyx/schema"

// targetLedger has a row for each target of a goal or a task.
func targetLedger() ledger {
	return ledger{
		columns: []column{
			{"文件", "file", 20}, {"类别", "of", 10}, {"序号", "id", 8}, {"任务", "task", 28}, {"指标", "indicator", 32}, {"目标", "text", 18},
			{"比较", "op", 8}, {"数值", "value", 10}, {"数值上限", "value_max", 10}, {"单位", "unit", 10}, {"基准", "per", 12}, {"时间", "when", 24},
			{"类型", "type", 8}, {"标准数值", "normalized_value", 12}, {"标准数值上限", "normalized_value_max", 12}, {"标准单位", "normalized_unit", 10},
			{"所属部分", "path", 28}, {"出处行", "line", 8},
		},
		rows: func(n *schema.Notice, say words, add func(row ...cell)) {
			items(n, func(of string, t *schema.Task) {
				for _, g := range t.Targets {
					var low, high cell
					var unit string
					if g.Normalized != nil {
						low, high, unit = num(g.Normalized.Value), maybe(g.Normalized.ValueMax), g.Normalized.Unit
					}
					add(
						file(n), text(say(of)), text(t.ID), text(label(t)), text(g.Indicator), text(g.Text),
						text(say(string(g.Op))), num(g.Value), maybe(g.ValueMax), text(g.Unit), text(g.Per), text(g.When),
						text(say(string(g.Type))), low, high, text(unit), text(section(t)), line(g.Span),
					)
				}
			})
		},
	}
}

// deadlineLedger has a row for each time of a goal or a task.
func deadlineLedger() ledger {
	return ledger{
		columns: []column{
			{"文件", "file", 20}, {"类别", "of", 10}, {"序号", "id", 8}, {"任务", "task", 28}, {"时限", "text", 20}, {"关系", "relation", 8}, {"时间", "value", 24},
			{"开始日期", "start", 12}, {"截止日期", "end", 12}, {"力争", "tentative", 6},
			{"牵头单位", "lead", 16}, {"配合单位", "support", 24}, {"责任单位", "responsible", 24}, {"出处行", "line", 8},
		},
		rows: func(n *schema.Notice, say words, add func(row ...cell)) {
			items(n, func(of string, t *schema.Task) {
				d := t.Departments
				for _, l := range t.Deadlines {
					add(
						file(n), text(say(of)), text(t.ID), text(label(t)), text(l.Text), text(say(string(l.Relation))), text(l.Value),
						day(l.Start), day(l.End), has(l.Tentative, say),
						text(names(d, schema.RoleLead)), text(names(d, schema.RoleSupport)), text(names(d, schema.RoleResponsible)), line(l.Span),
					)
				}
			})
		},
	}
}

// departmentLedger has a row for each department of a goal, a task or an indicator.
func departmentLedger() ledger {
	return ledger{
		columns: []column{
			{"文件", "file", 20}, {"类别", "of", 10}, {"序号", "id", 8}, {"任务", "task", 28}, {"单位", "name", 20}, {"规范名称", "canonical", 28},
			{"单位类型", "kind", 12}, {"角色", "role", 8}, {"统一附加", "inherited", 8}, {"截止日期", "due", 12}, {"出处行", "line", 8},
		},
		rows: func(n *schema.Notice, say words, add func(row ...cell)) {
			addAll := func(of, id, name, end string, d *schema.Departments) {
				for role, p := range d.All() {
					add(
						file(n), text(say(of)), text(id), text(name), text(p.Name), text(p.Canonical),
						text(say(string(p.Kind))), text(say(string(role))), has(p.Inherited, say), day(end), line(p.Span),
					)
				}
			}
			items(n, func(of string, t *schema.Task) { addAll(of, t.ID, label(t), due(t), t.Departments) })
			for _, i := range n.Indicators {
				addAll("indicator", "", i.Name, "", i.Departments)
			}
		},
	}
}

// indicatorLedger has a row for each value of an indicator, and one for an indicator
// without values.
func indicatorLedger() ledger {
	return ledger{
		columns: []column{
			{"文件", "file", 20}, {"表", "table", 24}, {"指标", "name", 32}, {"单位", "unit", 10}, {"属性", "attribute", 10},
			{"年份", "year", 8}, {"口径", "kind", 8}, {"比较", "op", 8}, {"数值", "value", 10},
			{"牵头单位", "lead", 16}, {"配合单位", "support", 24}, {"责任单位", "responsible", 24}, {"出处行", "line", 8},
		},
		rows: func(n *schema.Notice, say words, add func(row ...cell)) {
			for _, i := range n.Indicators {
				d := i.Departments
				addValue := func(year, kind, op, value cell, at schema.Span) {
					add(
						file(n), text(i.Table), text(i.Name), text(i.Unit), text(i.Attribute), year, kind, op, value,
						text(names(d, schema.RoleLead)), text(names(d, schema.RoleSupport)), text(names(d, schema.RoleResponsible)), line(at),
					)
				}
				for _, v := range i.Values {
					var year cell
					if v.Year != 0 {
						year = count(v.Year)
					}
					addValue(year, text(say(v.Kind)), text(say(string(v.Op))), num(v.Value), v.Span)
				}
				if len(i.Values) == 0 {
					addValue(cell{}, cell{}, cell{}, cell{}, i.Span)
				}
			}
		},
	}
}
