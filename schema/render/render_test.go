package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/policyx/policyx/schema"
)

// write renders the notices to one text.
func write(t interface{ Fatal(...any) }, f Format, list bool, notices ...*schema.Notice) []byte {
	var out bytes.Buffer
	w := NewWriter(&out, f, Options{List: list})
	for _, n := range notices {
		if err := w.Write(n, ""); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestFormatsAgree holds that the three formats carry the same values, keys in the same order.
func TestFormatsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNotice(t)
		want := decodeOne(t, write(t, JSON, false, n))
		for _, f := range []Format{JSONLines, YAML} {
			text := write(t, f, false, n)
			if got := decodeOne(t, text); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s differs from JSON:\n%s\n got %v\nwant %v", f, text, got, want)
			}
		}
		jsonKeys := keysOfJSON(write(t, JSON, false, n))
		if got := keysOfYAML(t, write(t, YAML, false, n)); !reflect.DeepEqual(got, jsonKeys) {
			t.Fatalf("order of YAML keys\n got %v\nwant %v", got, jsonKeys)
		}
	})
}

// TestJSONIsStandard holds that JSON is what encoding/json makes of a notice, byte for byte.
func TestJSONIsStandard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNotice(t)
		n.Metadata.Title += rapid.SampledFrom([]string{"", "\xff", "\ufffd", "\u2029", "\b"}).Draw(t, "rare")
		for f, indent := range map[Format]string{JSONLines: "", JSON: "  "} {
			var want bytes.Buffer
			enc := json.NewEncoder(&want)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", indent)
			if err := enc.Encode(n); err != nil {
				t.Fatal(err)
			}
			if got := write(t, f, false, n); !bytes.Equal(got, want.Bytes()) {
				t.Fatalf("%s\n got %s\nwant %s", f, got, want.Bytes())
			}
		}
	})
}

// TestNumberWithoutText holds that a number that JSON cannot carry is an error in each format.
func TestNumberWithoutText(t *testing.T) {
	n := &schema.Notice{Coverage: &schema.Coverage{Characters: schema.Number(math.NaN())}}
	for _, f := range []Format{JSON, JSONLines, YAML} {
		if err := NewWriter(io.Discard, f, Options{}).Write(n, ""); err == nil {
			t.Errorf("%s: no error", f)
		}
	}
}

// TestJSONReadsBack holds that a notice survives its own JSON, so no field has a wrong tag.
func TestJSONReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNotice(t)
		var back schema.Notice
		if err := json.Unmarshal(write(t, JSON, false, n), &back); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&back, n) {
			t.Fatalf("\n got %+v\nwant %+v", &back, n)
		}
	})
}

// TestLists holds that several notices come back as they went in.
func TestLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		notices := rapid.SliceOfN(rapid.Custom(anyNotice), 0, 3).Draw(t, "notices")
		var want []any
		for _, n := range notices {
			want = append(want, decodeOne(t, write(t, JSON, false, n)))
		}
		for _, f := range []Format{YAML, JSON, JSONLines} {
			text := write(t, f, true, notices...)
			got, err := Decode(text)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: %v\n%s\n got %v\nwant %v", f, err, text, got, want)
			}
		}
	})
}

func decodeOne(t *rapid.T, text []byte) any {
	docs, err := Decode(text)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v:\n%s", len(docs), err, text)
	}
	return docs[0]
}

func TestAlwaysLists(t *testing.T) {
	got := string(write(t, JSONLines, false, &schema.Notice{}))
	for _, want := range []string{`"tasks":[]`, `"diagnostics":[]`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in %s", want, got)
		}
	}
}

func TestParseFormat(t *testing.T) {
	for _, name := range Formats() {
		if f, err := ParseFormat(name); err != nil || string(f) != name {
			t.Errorf("ParseFormat(%q) = %q, %v", name, f, err)
		}
	}
	if _, err := ParseFormat("xml"); err == nil {
		t.Error("xml is taken for a format")
	}
}

// TestYAMLLayout shows what the YAML of a notice looks like.
func TestYAMLLayout(t *testing.T) {
	n := &schema.Notice{
		Schema:   schema.Version,
		Source:   schema.Source{Name: "-", Format: "text", Encoding: "utf-8", SHA256: "00", Characters: 40},
		Metadata: schema.Metadata{Issued: "2022-12-05", Addressees: []string{"各县区人民政府", "市直各部门"}},
		Tasks: []schema.Task{{
			ID: "1.1", Number: "1", Title: "null", Path: []string{"一、行动任务"}, Text: "第一行: 甲\n第二行",
			Span: schema.Span{Start: 1, End: 9, Line: 2},
			Targets: []schema.Target{{
				Text: "不少于50人", Op: schema.OpAtLeast, Value: 50, Unit: "人", When: "../2023-12-31", Type: schema.TargetOutcome,
				Normalized: &schema.Normalized{Value: 0.5, Unit: "%"}, Span: schema.Span{Start: 3, End: 7, Line: 2},
			}},
		}},
	}
	const want = `schema: policyx/v1
source:
  name: "-"
  format: text
  encoding: utf-8
  sha256: "00"
  characters: 40
metadata:
  addressees: [各县区人民政府, 市直各部门]
  issued: "2022-12-05"
tasks:
  - id: "1.1"
    number: "1"
    title: "null"
    path: [一、行动任务]
    text: |-
      第一行: 甲
      第二行
    span: {start: 1, end: 9, line: 2}
    targets:
      - {text: 不少于50人, op: ">=", value: 50, unit: 人, normalized: {value: 0.5, unit: "%"}, when: ../2023-12-31, type: outcome, span: {start: 3, end: 7, line: 2}}
diagnostics: []
`
	if got := string(write(t, YAML, false, n)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDecodeFaults(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"broken JSON", "{\"a\": 1,\n oops}", "line 2"},
		{"half JSON", "[{\"a\": 1},", "middle of a value"},
		{"broken YAML", "a: [1, 2\n", "line"},
		{"twice", "a: 1\na: 2\n", `"a" stands twice`},
		{"alias", "a: &x 1\nb: *x\n", "alias"},
		{"key", "[1]: 2\n? {a: 1}\n: 3\n", "line"},
	}
	for _, tt := range tests {
		_, err := Decode([]byte(tt.in))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v does not say %q on one line", tt.name, err, tt.want)
		}
	}
}

func TestDecodePlain(t *testing.T) {
	const in = "\ufeffday: 2022-12-05\nhex: 0x10\nsmall: .5\nyes: true\nnone:\nword: .nan\n"
	want := []any{map[string]any{
		"day": "2022-12-05", "hex": json.Number("16"), "small": json.Number("0.5"), "yes": true, "none": nil, "word": ".nan",
	}}
	got, err := Decode([]byte(in))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %#v, %v\nwant %#v", got, err, want)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestWriteError(t *testing.T) {
	for _, name := range Formats() {
		w := NewWriter(brokenPipe{}, Format(name), Options{})
		err := w.Write(&schema.Notice{}, "")
		if err == nil { // it may wait for more
			err = w.Close()
		}
		if !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: error %v, want io.ErrClosedPipe", name, err)
		}
	}
}
