package correction

import (
	"maps"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// listed are the fields of a task that are lists of values, which are corrected one by one and say themselves that they were.
var listed = []string{"departments", "deadlines", "targets"}

// revised is a field of listed as it is extracted now, with the correction that was given of what it was, and what of it does not fit any
// more.
func (a *applier) revised(field string, now, was, given any) (any, []edit) {
	corrected := merge(was, given)
	list, left := revise(values(was), values(corrected)).on(values(now), a.quoted)
	if field != "departments" {
		return items(list), left
	}
	if given == nil && len(list) == 0 {
		return nil, left
	}
	departments := of(merge(now, clause(of(given))))
	if now := of(now); now != nil && !same(of(was)["text"], now["text"]) {
		departments["text"] = now["text"] // the notice's own words, at its own place
	}
	return byRole(departments, list), left
}

// quoted reports whether the notice says some words, as far as its text is known.
func (a *applier) quoted(words string) bool {
	return len(a.text) == 0 || strings.Contains(string(a.text), words)
}

// values are the values of a list, or those of the lists of all roles, each with its role.
func values(v any) (out []value) {
	for _, item := range array(v) {
		if item := of(item); item != nil {
			out = append(out, item)
		}
	}
	for _, role := range schema.Roles() {
		for _, item := range array(of(v)[string(role)]) {
			if department := maps.Clone(of(item)); department != nil {
				department["role"] = string(role)
				out = append(out, department)
			}
		}
	}
	return out
}

// array is v as a list; nil where it is none.
func array(v any) []any {
	list, _ := v.([]any)
	return list
}

// byRole are departments with others for each role; without a list where there is none.
func byRole(departments map[string]any, list []value) map[string]any {
	out := clause(departments)
	for _, v := range list {
		role, _ := v["role"].(string)
		v = maps.Clone(v)
		delete(v, "role")
		out[role] = append(array(out[role]), v)
	}
	return out
}

// items is a list of values as it stands in a tree; nil where it is empty.
func items(list []value) any {
	if len(list) == 0 {
		return nil
	}
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}

// of is v as an object; nil where it is none.
func of(v any) map[string]any {
	fields, _ := v.(map[string]any)
	return fields
}

// clause are departments but for those of the roles.
func clause(departments map[string]any) map[string]any {
	out := make(map[string]any, len(departments))
	for field, v := range departments {
		if !slices.Contains(schema.Roles(), schema.Role(field)) {
			out[field] = v
		}
	}
	return out
}
