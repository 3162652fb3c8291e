package extract_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/jsonschema"
)

// notices returns the project's notices by name.
func notices(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("../testdata/notices/*")
	if err != nil || len(paths) < 12 {
		t.Fatalf("found %d notices: %v", len(paths), err)
	}
	out := map[string][]byte{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)] = data
	}
	return out
}

func read(t testing.TB, name string, data []byte) (*parser.Document, *schema.Notice) {
	t.Helper()
	doc, err := parser.Parse(name, data, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc, mustExtract(t, doc, extract.Options{})
}

func TestEverySpanSaysWhatItClaims(t *testing.T) {
	for name, data := range notices(t) {
		doc, n := read(t, name, data)
		if faults := spanFaults(doc, n); len(faults) > 0 {
			t.Errorf("%s: %d faults, first: %s", name, len(faults), faults[0])
		}
	}
}

// spanFaults walks v and lists spans out of range, lines that are wrong, and texts that
// do not stand at their span.
func spanFaults(doc *parser.Document, v any) []string {
	text := doc.Text
	line := 1
	lines := make([]int, len(text)+1)
	for i, r := range text {
		lines[i] = line
		if r == '\n' {
			line++
		}
	}
	lines[len(text)] = line
	own := doc.Source.Format == "markdown" // whose lines are those of the file
	var faults []string
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem(), path)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), path)
			}
		case reflect.Struct:
			if s, ok := v.Interface().(schema.Span); ok {
				if s.Start < 0 || s.Start >= s.End || s.End > len(text) || !own && s.Line != lines[s.Start] || s.Line != doc.Span(block.Range{Start: s.Start, End: s.End}).Line {
					faults = append(faults, path+": bad span")
				}
				return
			}
			for i := range v.NumField() {
				walk(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
			if claim, ok := claimOf(v.Interface()); ok && len(faults) == 0 {
				if at := string(text[claim.span.Start:claim.span.End]); at != claim.text {
					faults = append(faults, path+": "+claim.text+" is not "+at)
				}
			}
		}
	}
	walk(reflect.ValueOf(v), "")
	return faults
}

type claim struct {
	text string
	span schema.Span
}

// claimOf returns the text that a value claims to stand at its span.
func claimOf(v any) (claim, bool) {
	switch v := v.(type) {
	case schema.Department:
		return claim{v.Text, v.Span}, true
	case schema.Departments:
		return claim{v.Text, v.Span}, v.Text != ""
	case schema.Deadline:
		return claim{v.Text, v.Span}, true
	case schema.Target:
		return claim{v.Text, v.Span}, true
	case schema.Link:
		if v.Span == nil {
			return claim{}, false
		}
		return claim{v.Text, *v.Span}, true
	case schema.Indicator:
		return claim{v.Text, v.Span}, true
	}
	return claim{}, false
}

func TestIDsAreUnique(t *testing.T) {
	for name, data := range notices(t) {
		_, n := read(t, name, data)
		seen := map[string]bool{}
		for _, task := range append(n.Goals, n.Tasks...) {
			if seen[task.ID] || task.ID == "" {
				t.Errorf("%s: the id %q stands twice or is empty", name, task.ID)
			}
			seen[task.ID] = true
		}
	}
}

func TestOutputFitsTheSchema(t *testing.T) {
	v, err := jsonschema.NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range notices(t) {
		_, n := read(t, name, data)
		for _, fault := range v.Validate(decoded(t, n)) {
			t.Errorf("%s: %v", name, fault)
		}
	}
}

func decoded(t *testing.T, n *schema.Notice) any {
	t.Helper()
	text, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSameInputSameBytesAtOnce(t *testing.T) {
	for name, data := range notices(t) {
		_, n := read(t, name, data)
		want, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				doc, err := parser.Parse(name, data, parser.Options{})
				if err != nil {
					t.Error(err)
					return
				}
				n, err := extract.Extract(doc, extract.Options{})
				if err != nil {
					t.Error(err)
					return
				}
				if got, _ := json.Marshal(n); !bytes.Equal(got, want) {
					t.Errorf("%s: two runs differ", name)
				}
			})
		}
		wg.Wait()
	}
}

func TestExplainFindsTheSame(t *testing.T) {
	for name, data := range notices(t) {
		doc, n := read(t, name, data)
		values := 0
		for _, item := range extract.Explain(doc, extract.Options{}).Items {
			for _, v := range item.Values {
				if v.Kind != "no deadline" {
					values++
				}
			}
		}
		want := 0
		for _, task := range append(n.Goals, n.Tasks...) {
			want += len(task.Deadlines) + len(task.Targets)
			if d := task.Departments; d != nil {
				want += len(d.Lead) + len(d.Support) + len(d.Responsible) - inherited(d)
			}
		}
		if values != want {
			t.Errorf("%s: explain has %d values, extract %d", name, values, want)
		}
	}
}

func inherited(d *schema.Departments) int {
	n := 0
	for _, dep := range d.Responsible {
		if dep.Inherited {
			n++
		}
	}
	return n
}
