package jsonschema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	standard "github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/policyx/policyx/schema"
)

func generate(t *testing.T) map[string]any {
	text, err := Generate()
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, text).(map[string]any)
}

func decode(t *testing.T, text []byte) any {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// sample is a valid notice with every field of the contract.
func sample(t *testing.T) map[string]any {
	text, err := os.ReadFile("testdata/notice.json")
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, text).(map[string]any)
}

func TestGenerateIsStable(t *testing.T) {
	first, err := Generate()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := Generate()
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("two calls differ (%v)", err)
		}
	}
	if !bytes.HasSuffix(first, []byte("}\n")) || bytes.Contains(first, []byte(`\u003`)) {
		t.Error("the text has no final newline, or escapes < > &")
	}
}

// TestEveryFieldIsDescribed walks the schema: each field has a description, each
// object is closed.
func TestEveryFieldIsDescribed(t *testing.T) {
	s := generate(t)
	objects := map[string]any{"Notice": s}
	maps.Copy(objects, s["$defs"].(map[string]any))
	for name, v := range objects {
		object := v.(map[string]any)
		if object["description"] == nil {
			t.Errorf("%s has no description", name)
		}
		if object["additionalProperties"] != false {
			t.Errorf("%s takes any field", name)
		}
		for key, field := range object["properties"].(map[string]any) {
			if d, _ := field.(map[string]any)["description"].(string); !strings.HasSuffix(d, ".") {
				t.Errorf("%s.%s: description %q is no sentence", name, key, d)
			}
		}
	}
}

// TestEnumsHoldAllConstants compares the closed sets with the constants of package schema.
func TestEnumsHoldAllConstants(t *testing.T) {
	constants := make(map[string][]string) // by type
	names, err := filepath.Glob("../*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && spec.Type != nil && len(spec.Values) == 1 {
				if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
					value, _ := strconv.Unquote(lit.Value)
					name := fmt.Sprint(spec.Type)
					constants[name] = append(constants[name], value)
				}
			}
			return true
		})
	}
	enums := make(map[string][]string)
	defs := generate(t)["$defs"].(map[string]any)
	for typ, place := range map[string]string{
		"Level": "Metadata.level", "HeadingKind": "Heading.kind", "DepartmentKind": "Department.kind", "Relation": "Deadline.relation",
		"Op": "Target.op", "TargetType": "Target.type", "Severity": "Diagnostic.severity", "Code": "Diagnostic.code",
	} {
		def, field, _ := strings.Cut(place, ".")
		values, _ := defs[def].(map[string]any)["properties"].(map[string]any)[field].(map[string]any)["enum"].([]any)
		for _, v := range values {
			enums[typ] = append(enums[typ], v.(string))
		}
	}
	parties := defs["Departments"].(map[string]any)["properties"].(map[string]any)
	for _, role := range constants["Role"] { // no values, but the lists of Departments
		if list, ok := parties[role].(map[string]any); !ok || list["type"] != "array" {
			t.Errorf("Departments have no list %q", role)
		}
	}
	delete(constants, "Role")
	for typ, want := range constants {
		if got := enums[typ]; !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %q, the constants are %q", typ, got, want)
		}
	}
	if len(constants) != len(enums) {
		t.Errorf("%d types with constants, %d closed sets", len(constants), len(enums))
	}
}

func TestCodesAreDocumented(t *testing.T) {
	seen := make(map[string]bool)
	for _, c := range schema.Codes() {
		if c.Meaning() == "" || seen[c.Meaning()] {
			t.Errorf("%s: meaning %q is empty or another code's", c, c.Meaning())
		}
		seen[c.Meaning()] = true
	}
}

// TestFaults breaks the sample in one place each and expects exactly that fault.
func TestFaults(t *testing.T) {
	v, err := NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	if faults := v.Validate(sample(t)); len(faults) > 0 {
		t.Fatalf("the sample has faults: %v", faults)
	}
	tests := []struct {
		path string // where to set value; nil deletes
		set  any
		want []string
	}{
		{"/schema", "policyx/v9", []string{`/schema: "policyx/v9", want "policyx/v1"`}},
		{"/schema", nil, []string{`/: "schema" is missing`}},
		{"/extra", "x", []string{`/extra: no such field`}},
		{"/tasks", json.Number("1"), []string{`/tasks: is an integer, want an array`}},
		{"/source/sha256", "xyz", []string{`/source/sha256: "xyz" does not match ^[0-9a-f]{64}$`}},
		{"/metadata/issued", "2022-13-05", []string{`/metadata/issued: "2022-13-05" is no date such as 2022-12-05`}},
		{"/metadata/level", "planet", []string{`/metadata/level: "planet" is none of state, province, city, county, township`}},
		{"/tasks/0/span/line", json.Number("0"), []string{`/tasks/0/span/line: 0 is below 1`}},
		{"/tasks/0/span/start", json.Number("1.5"), []string{`/tasks/0/span/start: is a number, want an integer`}},
		{"/tasks/0/targets/0/value", "50", []string{`/tasks/0/targets/0/value: is a string, want a number`}},
		{"/tasks/0/targets/0/value", json.Number("1e999"), []string{`/tasks/0/targets/0/value: 1e999 is out of range`}},
		{"/tasks/0/span/end", json.Number("20"), []string{`/tasks/0/span: span ends at 20, not behind its start 20`}},
		{"/tasks/0/span/end", json.Number("900"), []string{`/tasks/0/span: span ends at 900, behind the 400 characters of the text`}},
		{"/tasks/1/id", "1.1", []string{`/tasks/1/id: "1.1" is the id of /tasks/0 too`}},
		{"/tasks/1/id", "g1", []string{`/tasks/1/id: "g1" is the id of /goals/0 too`}},
		{"/tasks/1/key", "0123456789", []string{`/tasks/1/key: "0123456789" is the key of /tasks/0 too`}},
		{"/tasks/1/key", "1.1", []string{`/tasks/1/key: "1.1" does not match ^[0-9a-z]{10}$`}},
		{"/tasks/0/targets/0/when", "2026", []string{`/tasks/0/targets/0/when: "2026" is the value of no deadline of the item`}},
		{"/tasks/0/deadlines/0/end", "2025-12-30", []string{`/tasks/0/deadlines/0/end: "2025-12-30", where the value ../2025-12-31 says "2025-12-31"`}},
		{"/tasks/0/deadlines/0/end", nil, []string{`/tasks/0/deadlines/0: "end" is missing, where the value ../2025-12-31 says "2025-12-31"`}},
		{"/tasks/1/span/start", json.Number("19"), []string{`/tasks/1/span: starts at 19, before the one listed before it`}},
		{"/tasks/1/targets", []any{target("95"), target("94")}, []string{`/tasks/1/targets/1/span: starts at 94, before the one listed before it`}},
		{"/tasks/0/deadlines/0/start", "2026-01-01", []string{`/tasks/0/deadlines/0: starts on 2026-01-01, after its end 2025-12-31`}},
		{"/tasks/1/targets/0/value", json.Number("9"), []string{`/tasks/1/targets/0: value 9 is above value_max 3`}},
		{"/tasks/1/targets/0/value_max", nil, []string{`/tasks/1/targets/0: op ".." needs value_max`}},
		{"/tasks/1/targets/0/op", "=", []string{`/tasks/1/targets/0: value_max needs op "..", not "="`}},
		{"/coverage/characters", json.Number("1.2"), []string{`/coverage/characters: 1.2 is above 1`}},
		{"/coverage/unparsed", json.Number("31"), []string{`/coverage/unparsed: 31 of 30 clauses`}},
		{"/tables/0/rows/1", []any{"一", "二", "三"}, []string{`/tables/0/rows/1: has 3 cells where the first row has 2`}},
	}
	for _, tt := range tests {
		doc := sample(t)
		set(doc, tt.path, tt.set)
		var got []string
		for _, f := range v.Validate(doc) {
			got = append(got, f.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s = %v:\n got %q\nwant %q", tt.path, tt.set, got, tt.want)
		}
	}
}

func target(start json.Number) any {
	return map[string]any{
		"text": "1个", "op": "=", "value": json.Number("1"), "type": "outcome",
		"span": map[string]any{"start": start, "end": json.Number("99"), "line": json.Number("5")},
	}
}

// TestFaultsAreAllListed holds that one fault does not hide another, and their order.
func TestFaultsAreAllListed(t *testing.T) {
	v, err := NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	doc := sample(t)
	var tasks []any
	for i := range 12 {
		tasks = append(tasks, map[string]any{"id": strconv.Itoa(i), "span": "none"})
	}
	doc["tasks"] = tasks
	delete(doc, "diagnostics")
	faults := v.Validate(doc)
	if len(faults) != 13 || faults[0].Path != "" || faults[3].Path != "/tasks/2/span" || faults[12].Path != "/tasks/11/span" {
		t.Errorf("got %d faults: %v", len(faults), faults)
	}
}

func TestAnyValueIsChecked(t *testing.T) {
	v, err := NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range []any{nil, true, "x", json.Number("1"), []any{}, map[string]any{}} {
		if len(v.Validate(doc)) == 0 {
			t.Errorf("%#v is taken for a notice", doc)
		}
	}
}

// TestAgreesWithStandard changes the sample at random and holds the rules against a
// general validator, which also checks that what Generate writes is a JSON Schema.
func TestAgreesWithStandard(t *testing.T) {
	text, err := Generate()
	if err != nil {
		t.Fatal(err)
	}
	c := standard.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(ID, decode(t, text)); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(ID)
	if err != nil {
		t.Fatal(err)
	}
	ours, err := NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	plain := sample(t)
	paths := placesIn(plain, "", nil)
	rapid.Check(t, func(rt *rapid.T) {
		doc := sample(t)
		path := rapid.SampledFrom(paths).Draw(rt, "path")
		value := rapid.SampledFrom([]any{
			nil, true, "", "x", "2025-02-30", "2025-02-28", "by", ">=", "..", "task", "city", json.Number("0"), json.Number("-1"), json.Number("1"),
			json.Number("1.0"), json.Number("1.5"), json.Number("1e2"), []any{}, []any{"x"}, map[string]any{}, map[string]any{"x": "y"},
		}).Draw(rt, "value")
		if rapid.Bool().Draw(rt, "another field") {
			path += "/other"
		}
		set(doc, path, value)
		var faults checker
		ours.root.check(&faults, doc, nil)
		if err := compiled.Validate(doc); (err == nil) != (len(faults.faults) == 0) {
			rt.Fatalf("%s = %#v: standard says %v, ours %v", path, value, err, faults.faults)
		}
	})
}

// placesIn lists the JSON Pointers of everything below v.
func placesIn(v any, at string, places []string) []string {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			places = placesIn(v[key], at+"/"+key, append(places, at+"/"+key))
		}
	case []any:
		for i, item := range v {
			at := at + "/" + strconv.Itoa(i)
			places = placesIn(item, at, append(places, at))
		}
	}
	return places
}

// set puts value at the JSON Pointer path; nil deletes a field. A path that leads
// through a scalar changes nothing.
func set(doc any, path string, value any) {
	steps := strings.Split(path, "/")[1:]
	for _, step := range steps[:len(steps)-1] {
		switch d := doc.(type) {
		case map[string]any:
			doc = d[step]
		case []any:
			i, _ := strconv.Atoi(step)
			doc = d[i]
		}
	}
	last := steps[len(steps)-1]
	switch d := doc.(type) {
	case map[string]any:
		if d[last] = value; value == nil {
			delete(d, last)
		}
	case []any:
		if i, err := strconv.Atoi(last); err == nil && i < len(d) {
			d[i] = value
		}
	}
}
