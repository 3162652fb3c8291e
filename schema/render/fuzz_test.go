package render

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// FuzzDecode holds that no text makes Decode panic or hide its fault, that an error is
// one line, and that what it returns is made of JSON's own types.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"", "{}", "[{}]\n", "{\"a\":1}\n{\"a\":2}\n", "a: 1\n---\nb: [x, {y: 2022-12-05}]\n", "a: &x [*x]\n", "? {a: b}\n: c\n", "a: |\n  甲\n  乙\n",
		"\ufeffa: .inf\n", "!!binary x", "a: 0x1F\nb: 1_000\nc: 1e400\n", "[[[[[[[[", "a: {b: {c: [", "%YAML 1.1\n---\n", "<<: {a: 1}\n", "a: !!int x\n", "'", "\x00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := Decode(data)
		if err != nil && (err.Error() == "" || strings.ContainsAny(err.Error(), "\n\r")) {
			t.Errorf("the error is not one line: %q", err)
		}
		for _, doc := range docs {
			text, err := json.Marshal(doc)
			if err != nil {
				t.Fatalf("%#v is not JSON: %v", doc, err)
			}
			again, err := Decode(append(append([]byte("["), text...), ']'))
			if err != nil || len(again) != 1 || !reflect.DeepEqual(again[0], doc) {
				t.Fatalf("%s reads back as %#v (%v), was %#v", text, again, err, doc)
			}
		}
	})
}
