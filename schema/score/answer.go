package score

import (
	"encoding/json"
	"strconv"

	"github.com/policyx/policyx/schema"
)

// How many characters of a text are enough to know it by, at its start and at its end.
const headLength, tailLength = 14, 10

// Answer returns the answer that a notice itself is, for one that a person has read and corrected. name is that of the
// notice's file.
func Answer(name string, n *schema.Notice) *Gold {
	g := &Gold{Notice: name, Metadata: map[string]json.RawMessage{}, Goals: goldTasks(n.Goals), Tasks: goldTasks(n.Tasks)}
	var metadata map[string]json.RawMessage
	if data, err := json.Marshal(n.Metadata); err == nil && json.Unmarshal(data, &metadata) == nil {
		for key, value := range metadata {
			if _, scored := metadataFields[key]; scored {
				g.Metadata[key] = value
			}
		}
	}
	for _, c := range n.Citations {
		g.Citations = append(g.Citations, GoldCitation{Text(c.Title), Text(c.DocumentNumber), Text(c.StandardNumber)})
	}
	for _, row := range n.Indicators {
		r := GoldIndicator{Name: Text(row.Name), Unit: Text(row.Unit), Attribute: Text(row.Attribute), Table: Text(row.Table)}
		for _, v := range row.Values {
			value := GoldValue{Value: json.Number(v.Value.String()), Kind: Text(v.Kind), Op: Text(v.Op)}
			if v.Year != 0 {
				value.Year = Text(strconv.Itoa(v.Year))
			}
			r.Values = append(r.Values, value)
		}
		g.Indicators = append(g.Indicators, r)
	}
	return g
}

func goldTasks(tasks []schema.Task) []GoldTask {
	out := make([]GoldTask, len(tasks))
	for i, t := range tasks {
		g := &out[i]
		g.Number, g.Path = Text(t.Number), texts(t.Path)
		if t.Title != "" {
			g.Title = stated(t.Title)
		}
		if t.Text != "" {
			g.Head, g.Tail = stated(start(t.Text)), stated(end(t.Text))
		}
		g.Lead, g.Support, g.Responsible = names(t.Departments, schema.RoleLead), names(t.Departments, schema.RoleSupport), names(t.Departments, schema.RoleResponsible)
		g.Open = t.Departments != nil && t.Departments.Open
		for _, d := range t.Deadlines {
			g.Deadlines = append(g.Deadlines, GoldDeadline{Text(d.Text), Text(d.Relation), Text(d.Value), d.Tentative})
		}
		for _, q := range t.Targets {
			g.Targets = append(g.Targets, goldTarget(q))
		}
	}
	return out
}

func goldTarget(q schema.Target) GoldTarget {
	g := GoldTarget{
		Text: Text(q.Text), Indicator: Text(q.Indicator), Op: Text(q.Op), Value: json.Number(q.Value.String()),
		Unit: Text(q.Unit), Per: Text(q.Per), When: Text(q.When), Type: Text(q.Type),
	}
	if q.ValueMax != nil {
		most := json.Number(q.ValueMax.String())
		g.ValueMax = &most
	}
	return g
}

func names(d *schema.Departments, role schema.Role) (out []Text) {
	for _, dep := range d.In(role) {
		out = append(out, Text(dep.Name))
	}
	return out
}

func texts(list []string) (out []Text) {
	for _, s := range list {
		out = append(out, Text(s))
	}
	return out
}

func stated(s string) *Text {
	t := Text(s)
	return &t
}
