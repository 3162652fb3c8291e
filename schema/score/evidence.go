package score

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// evidence scores every span of a notice: it lies in the text, and the text there is
// what the deadline, target or department beside it says. A deadline or target without
// a span is a miss.
func (t *Tally) evidence(n *schema.Notice, text []rune) {
	data, err := json.Marshal(n)
	if err != nil {
		return
	}
	var doc any
	if json.Unmarshal(data, &doc) == nil {
		t.walk(doc, "", text)
	}
}

func (t *Tally) walk(v any, where string, text []rune) {
	switch v := v.(type) {
	case []any:
		for i, item := range v {
			t.walk(item, fmt.Sprintf("%s[%d]", where, i), text)
		}
	case map[string]any:
		t.object(v, where, text)
		for _, key := range slices.Sorted(maps.Keys(v)) {
			t.walk(v[key], where+"."+key, text)
		}
	}
}

// object scores the span that an object has.
func (t *Tally) object(o map[string]any, where string, text []rune) {
	span, ok := o["span"].(map[string]any)
	quoted, isQuoted := o["text"].(string)
	where = strings.TrimPrefix(where, ".")
	switch {
	case ok:
		t.Want++
		t.Got++
		start, end := place(span["start"]), place(span["end"])
		right := 0 <= start && start < end && end <= len(text)
		if right && isQuoted && (has(o, "relation") || has(o, "op") || has(o, "name")) {
			right = plain(string(text[start:end])) == plain(quoted)
		}
		if right {
			t.Hit++
			return
		}
		t.Missing = append(t.Missing, Miss{where, fmt.Sprintf("%s at %d-%d", quoted, start, end)})
	case has(o, "relation") || has(o, "op"):
		t.Want++
		t.Missing = append(t.Missing, Miss{where, "no span: " + quoted})
	}
}

func has(o map[string]any, key string) bool { _, ok := o[key]; return ok }

// place is a position, -1 for anything else.
func place(v any) int {
	if f, ok := v.(float64); ok && f == float64(int(f)) {
		return int(f)
	}
	return -1
}
