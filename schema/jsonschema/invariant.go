package jsonschema

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/policyx/policyx/schema"
)

// invariants reports what is wrong with doc beyond its shape: spans that are empty or
// end behind the reading text, ids and keys that stand twice, rows of different length, ranges and
// days in the wrong order. Where the shape is wrong, it says nothing: that is the schema's.
func (c *checker) invariants(doc any) {
	notice, _ := doc.(map[string]any)
	source, _ := notice["source"].(map[string]any)
	length, known := number(source["characters"])
	if !known {
		length = math.MaxInt
	}
	c.walk(doc, nil, length)
	c.unique(notice, "id")
	c.unique(notice, "key")
	for _, key := range []string{"goals", "tasks"} {
		c.items(notice, key)
	}
	for _, key := range []string{"citations", "goals", "indicators", "tables", "tasks"} {
		list, _ := notice[key].([]any)
		c.sorted(list, []string{key})
	}
	c.parts(source, length)
	c.tables(notice)
	c.coverage(notice)
}

// walk checks each object below v; length is that of the reading text. Keys go by name, so
// that the order of faults is stable.
func (c *checker) walk(v any, path []string, length float64) {
	switch v := v.(type) {
	case []any:
		for i, item := range v {
			c.walk(item, append(path, strconv.Itoa(i)), length)
		}
	case map[string]any:
		c.span(v, path, length)
		c.order(v, path)
		for _, key := range slices.Sorted(maps.Keys(v)) {
			c.walk(v[key], append(path, key), length)
		}
	}
}

func (c *checker) span(o map[string]any, path []string, length float64) {
	start, hasStart := number(o["start"])
	end, hasEnd := number(o["end"])
	switch {
	case !hasStart || !hasEnd:
	case start >= end:
		c.fault(path, "span ends at %v, not behind its start %v", end, start)
	case end > length:
		c.fault(path, "span ends at %v, behind the %v characters of the text", end, length)
	}
}

// order checks the days of a deadline and the bounds of a target.
func (c *checker) order(o map[string]any, path []string) {
	if first, last := o["start"], o["end"]; isLater(first, last) {
		c.fault(path, "starts on %v, after its end %v", first, last)
	}
	value, hasValue := number(o["value"])
	top, hasTop := number(o["value_max"])
	switch {
	case hasValue && hasTop && value > top:
		c.fault(path, "value %v is above value_max %v", value, top)
	case o["op"] == ".." && hasValue && !hasTop:
		c.fault(path, `op ".." needs value_max`)
	case o["op"] != nil && o["op"] != ".." && hasTop:
		c.fault(path, "value_max needs op \"..\", not %q", o["op"])
	}
}

// items checks what the values of a task or goal owe each other: they stand within its span and in the
// order of the text, the end of a deadline follows its value, and the date of a target is that of a deadline.
func (c *checker) items(notice map[string]any, key string) {
	list, _ := notice[key].([]any)
	for i, item := range list {
		task, _ := item.(map[string]any)
		path := []string{key, strconv.Itoa(i)}
		dates := map[any]bool{}
		deadlines, _ := task["deadlines"].([]any)
		for j, d := range deadlines {
			deadline, _ := d.(map[string]any)
			dates[deadline["value"]] = true
			c.days(deadline, append(path, "deadlines", strconv.Itoa(j)))
		}
		c.sorted(deadlines, append(path, "deadlines"))
		targets, _ := task["targets"].([]any)
		c.sorted(targets, append(path, "targets"))
		for j, t := range targets {
			target, _ := t.(map[string]any)
			if when, ok := target["when"].(string); ok && !dates[when] {
				c.fault(append(path, "targets", strconv.Itoa(j), "when"), "%q is the value of no deadline of the item", when)
			}
		}
	}
}

// days reports a start or an end that does not follow from the value, or is missing where the value says it.
func (c *checker) days(deadline map[string]any, path []string) {
	value, ok := deadline["value"].(string)
	if !ok {
		return
	}
	start, end, known := schema.Days(value)
	if !known {
		return
	}
	for _, side := range []struct{ key, want string }{{"start", start}, {"end", end}} {
		got, ok := deadline[side.key].(string)
		switch {
		case side.want == "" || got == side.want:
		case ok:
			c.fault(append(path, side.key), "%q, where the value %s says %q", got, value, side.want)
		default:
			c.fault(path, "%q is missing, where the value %s says %q", side.key, value, side.want)
		}
	}
}

// sorted reports a value that stands before the one listed before it.
func (c *checker) sorted(list []any, path []string) {
	before := -1.0
	for i, v := range list {
		o, _ := v.(map[string]any)
		span, _ := o["span"].(map[string]any)
		start, ok := number(span["start"])
		if ok && start < before {
			c.fault(append(path, strconv.Itoa(i), "span"), "starts at %v, before the one listed before it", start)
		}
		if ok {
			before = start
		}
	}
}

// parts reports a part that does not begin behind the one before it, or begins behind the text.
func (c *checker) parts(source map[string]any, length float64) {
	list, _ := source["parts"].([]any)
	before := -1.0
	for i, v := range list {
		part, _ := v.(map[string]any)
		start, ok := number(part["start"])
		path := []string{"source", "parts", strconv.Itoa(i), "start"}
		switch {
		case !ok:
			continue
		case i == 0 && start != 0:
			c.fault(path, "is %v, where the first part begins with the text", start)
		case start <= before:
			c.fault(path, "is %v, not behind the part listed before it", start)
		case start >= length:
			c.fault(path, "is %v, behind the %v characters of the text", start, length)
		}
		before = start
	}
}

// unique reports each name, an id or a key, that an earlier goal or task has.
func (c *checker) unique(notice map[string]any, name string) {
	first := make(map[string]string)
	for _, key := range []string{"goals", "tasks"} {
		items, _ := notice[key].([]any)
		for i, item := range items {
			task, _ := item.(map[string]any)
			value, ok := task[name].(string)
			if !ok {
				continue
			}
			path := []string{key, strconv.Itoa(i)}
			if before, twice := first[value]; twice {
				c.fault(append(path, name), "%q is the %s of %s too", value, name, before)
				continue
			}
			first[value] = pointer(path)
		}
	}
}

// tables reports rows that differ in length from the first.
func (c *checker) tables(notice map[string]any) {
	tables, _ := notice["tables"].([]any)
	for t, table := range tables {
		grid, _ := table.(map[string]any)
		rows, _ := grid["rows"].([]any)
		width := -1
		for r, row := range rows {
			cells, ok := row.([]any)
			if !ok {
				continue
			}
			if width < 0 {
				width = len(cells)
			}
			if len(cells) != width {
				c.fault([]string{"tables", strconv.Itoa(t), "rows", strconv.Itoa(r)}, "has %d cells where the first row has %d", len(cells), width)
			}
		}
	}
}

// coverage reports a share above 1 and more unparsed clauses than clauses.
func (c *checker) coverage(notice map[string]any) {
	cover, _ := notice["coverage"].(map[string]any)
	if share, ok := number(cover["characters"]); ok && share > 1 {
		c.fault([]string{"coverage", "characters"}, "%v is above 1", share)
	}
	clauses, known := number(cover["clauses"])
	if unparsed, ok := number(cover["unparsed"]); ok && known && unparsed > clauses {
		c.fault([]string{"coverage", "unparsed"}, "%v of %v clauses", unparsed, clauses)
	}
}

func number(v any) (float64, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	f, err := n.Float64()
	return f, err == nil
}

// isLater reports whether both are ISO days and the first is the later one.
func isLater(first, last any) bool {
	a, ok := first.(string)
	b, ok2 := last.(string)
	return ok && ok2 && len(a) == len(b) && a > b
}
