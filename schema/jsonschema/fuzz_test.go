package jsonschema

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// FuzzValidate holds that no document makes the validator panic, that each fault is one line with a
// place in the document, and that the same document has the same faults.
func FuzzValidate(f *testing.F) {
	text, err := os.ReadFile("testdata/notice.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	for _, s := range []string{
		"null", "[]", "{}", "1e999", `{"tasks":[{"id":1},{"id":"1"},null,[]]}`, `{"tasks":[{"deadlines":[{"value":"R/","end":"x"}],"targets":[{"when":"x","op":".."}]}]}`,
		`{"source":{"characters":-1},"tables":[{"rows":[[],1,[""]]}],"coverage":{"characters":"1","unparsed":2}}`, `{"a/b~":{"start":3,"end":2}}`,
	} {
		f.Add([]byte(s))
	}
	v, err := NewValidator()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.UseNumber()
		var doc any
		if dec.Decode(&doc) != nil {
			return
		}
		faults := v.Validate(doc)
		again := v.Validate(doc)
		if len(faults) != len(again) {
			t.Fatalf("%v, then %v", faults, again)
		}
		for i, fault := range faults {
			if fault != again[i] || fault.Path != "" && !strings.HasPrefix(fault.Path, "/") || fault.Message == "" || strings.ContainsAny(fault.Message, "\n\r") {
				t.Errorf("fault %+v, then %+v", fault, again[i])
			}
		}
	})
}
