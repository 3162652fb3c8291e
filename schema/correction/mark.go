package correction

import (
	"slices"

	"github.com/policyx/policyx/schema"
)

// place is where the values of a task are looked for.
type place struct {
	text []rune
	task schema.Span
}

// mark gives the items of a list that were extracted their places again, and marks the others as corrected.
func (p place) mark(t, extracted patch, list string) {
	items, _ := t[list].([]any)
	old, _ := extracted[list].([]any)
	for i, v := range items {
		item, ok := v.(map[string]any)
		if !ok {
			continue
		}
		if at := slices.IndexFunc(old, func(o any) bool { return same(o, item) }); at >= 0 {
			items[i] = old[at]
			continue
		}
		item["corrected"] = true
		item["span"] = p.span(item, old)
	}
}

// markDepartments is mark for the lists of each role, among which a department may have changed its own.
func (p place) markDepartments(t, extracted patch) {
	departments, ok := t["departments"].(map[string]any)
	if !ok {
		return
	}
	before, _ := extracted["departments"].(map[string]any)
	for _, role := range schema.Roles() {
		p.mark(departments, before, string(role))
	}
	var known []any
	for _, role := range schema.Roles() {
		list, _ := before[string(role)].([]any)
		known = append(known, list...)
	}
	for _, role := range schema.Roles() {
		list, _ := departments[string(role)].([]any)
		for _, v := range list {
			if item, ok := v.(map[string]any); ok && item["corrected"] == true {
				fill(item, "text", item["name"])
				fill(item, "kind", string(schema.KindDepartment))
				item["span"] = p.span(item, known)
			}
		}
	}
	fill(departments, "span", tree(p.task))
}

func fill(t map[string]any, field string, value any) {
	if _, given := t[field]; !given {
		t[field] = value
	}
}

// span is where a corrected value stands: where the extracted value of the same text does, else where the task says that text,
// else the task.
func (p place) span(item map[string]any, old []any) any {
	text, _ := item["text"].(string)
	for _, v := range old {
		if o, ok := v.(map[string]any); ok && text != "" && o["text"] == text {
			return o["span"]
		}
	}
	if at := p.find([]rune(text)); at >= 0 {
		return tree(schema.Span{Start: at, End: at + len([]rune(text)), Line: p.line(at), Page: p.task.Page})
	}
	return tree(p.task)
}

// find returns where the task says the words, -1 where it does not.
func (p place) find(words []rune) int {
	if len(words) == 0 || p.task.End > len(p.text) {
		return -1
	}
	for at := p.task.Start; at+len(words) <= p.task.End; at++ {
		if slices.Equal(p.text[at:at+len(words)], words) {
			return at
		}
	}
	return -1
}

// line is the line of a place within the task.
func (p place) line(at int) int {
	line := p.task.Line
	for _, r := range p.text[p.task.Start:at] {
		if r == '\n' {
			line++
		}
	}
	return line
}
