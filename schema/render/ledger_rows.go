package render

import "github.com/policyx/policyx/schema"

// targetLedger has a row for each target of a goal or a task.
func targetLedger() ledger {
	return ledger{
		columns: []column{
			{"file", "Source.name", 20}, {"of", "of", 10}, {"id", "Task.id", 8}, {"task", "task", 28}, {"indicator", "Target.indicator", 32}, {"text", "Target.text", 18},
			{"op", "Target.op", 8}, {"value", "Target.value", 10}, {"value_max", "Target.value_max", 10}, {"unit", "Target.unit", 10}, {"per", "Target.per", 12}, {"when", "Target.when", 24},
			{"type", "Target.type", 8}, {"normalized_value", "Normalized.value", 12}, {"normalized_value_max", "Normalized.value_max", 12}, {"normalized_unit", "Normalized.unit", 10},
			{"path", "Task.path", 28}, {"line", "line", 8},
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
						file(n), text(say("Item", of)), text(t.ID), text(label(t)), text(g.Indicator), text(g.Text),
						text(say("Op", string(g.Op))), num(g.Value), maybe(g.ValueMax), text(g.Unit), text(g.Per), text(g.When),
						text(say("TargetType", string(g.Type))), low, high, text(unit), text(section(t)), line(g.Span),
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
			{"file", "Source.name", 20}, {"of", "of", 10}, {"id", "Task.id", 8}, {"task", "task", 28}, {"text", "Deadline.text", 20}, {"relation", "Deadline.relation", 8}, {"value", "Deadline.value", 24},
			{"start", "Deadline.start", 12}, {"end", "Deadline.end", 12}, {"tentative", "Deadline.tentative", 6},
			{"lead", "lead", 16}, {"support", "support", 24}, {"responsible", "responsible", 24}, {"line", "line", 8},
		},
		rows: func(n *schema.Notice, say words, add func(row ...cell)) {
			items(n, func(of string, t *schema.Task) {
				d := t.Departments
				for _, l := range t.Deadlines {
					add(
						file(n), text(say("Item", of)), text(t.ID), text(label(t)), text(l.Text), text(say("Relation", string(l.Relation))), text(l.Value),
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
			{"file", "Source.name", 20}, {"of", "of", 8}, {"id", "Task.id", 8}, {"task", "task", 26}, {"name", "Department.name", 16}, {"canonical", "Department.canonical", 26}, {"place", "Metadata.jurisdiction", 8},
			{"kind", "Department.kind", 12}, {"role", "Department.role", 6}, {"inherited", "Department.inherited", 8}, {"due", "due", 11}, {"line", "line", 7},
		},
		rows: func(n *schema.Notice, say words, add func(row ...cell)) {
			addAll := func(of, id, name, end string, d *schema.Departments) {
				for role, p := range d.All() {
					add(
						file(n), text(say("Item", of)), text(id), text(name), text(p.Name), text(p.Canonical), text(n.Metadata.Jurisdiction),
						text(say("DepartmentKind", string(p.Kind))), text(say("Role", string(role))), has(p.Inherited, say), day(end), line(p.Span),
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
			{"file", "Source.name", 20}, {"table", "Indicator.table", 24}, {"name", "Indicator.name", 32}, {"unit", "Indicator.unit", 10}, {"attribute", "Indicator.attribute", 10},
			{"year", "IndicatorValue.year", 8}, {"kind", "IndicatorValue.kind", 8}, {"op", "IndicatorValue.op", 8}, {"value", "IndicatorValue.value", 10},
			{"lead", "lead", 16}, {"support", "support", 24}, {"responsible", "responsible", 24}, {"line", "line", 8},
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
					addValue(year, text(say("IndicatorValue.kind", v.Kind)), text(say("Op", string(v.Op))), num(v.Value), v.Span)
				}
				if len(i.Values) == 0 {
					addValue(cell{}, cell{}, cell{}, cell{}, i.Span)
				}
			}
		},
	}
}
