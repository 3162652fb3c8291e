package term

import (
	"reflect"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestRows holds each row to four columns that are filled, and each term to one row.
func TestRows(t *testing.T) {
	seen := map[string]bool{}
	for row := range strings.Lines(rows) {
		row = strings.TrimRight(row, "\n")
		if row == "" || row[0] == '#' {
			continue
		}
		f := strings.Split(row, "\t")
		if len(f) != 4 || strings.Contains(row, "\t\t") || strings.TrimSpace(row) != row {
			t.Errorf("%q: want kind, value, zh, en", row)
			continue
		}
		if key := f[0] + " " + f[1]; seen[key] {
			t.Errorf("%s stands twice", key)
		} else {
			seen[key] = true
		}
	}
}

// TestEveryFieldHasAName holds that what people edit and read of a notice has a name in both
// languages: each plain field that the schema has.
func TestEveryFieldHasAName(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(typ reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name := typ.Name() + "." + key; shown(typ) && !holds(f.Type) && Field(Chinese, name) == name {
				t.Errorf("%s has no term", name)
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[schema.Notice]())
}

// shown reports whether people see the fields of a type one by one.
func shown(typ reflect.Type) bool {
	switch reflect.New(typ).Interface().(type) {
	case *schema.Task, *schema.Departments, *schema.Department, *schema.Deadline, *schema.Target, *schema.Normalized,
		*schema.Indicator, *schema.IndicatorValue, *schema.Citation, *schema.Diagnostic, *schema.Metadata:
		return true
	}
	return false
}

// holds reports whether a field holds other objects.
func holds(typ reflect.Type) bool {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	return typ.Kind() == reflect.Struct
}

func TestValues(t *testing.T) {
	for _, c := range schema.Codes() {
		if Value(Chinese, "Code", string(c)) == string(c) {
			t.Errorf("%s has no term", c)
		}
	}
	for _, r := range schema.Roles() {
		if Value(Chinese, "Role", string(r)) == string(r) {
			t.Errorf("%s has no term", r)
		}
	}
	for _, tt := range []struct {
		lang        Language
		kind, value string
		want        string
	}{
		{Chinese, "Op", ">=", "不低于"}, {English, "Op", ">=", "at least"}, {"", "Relation", "by", "截至"}, {"fr", "Severity", "warning", "警告"},
		{Chinese, "Relation", "soon", "soon"}, {Chinese, "Deadline", "by", "by"},
	} {
		if got := Value(tt.lang, tt.kind, tt.value); got != tt.want {
			t.Errorf("Value(%q, %q, %q) = %q, want %q", tt.lang, tt.kind, tt.value, got, tt.want)
		}
	}
	if got := Field(English, "Task.title"); got != "Title" {
		t.Errorf("Task.title is %q", got)
	}
}
