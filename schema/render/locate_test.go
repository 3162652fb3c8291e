package render

import (
	"strings"
	"testing"
)

func TestLocate(t *testing.T) {
	doc, err := Locate([]byte("# words\nunits:\n- 站次\n- {name: 云币,\n   kind: money}\nroles: 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	units := doc.Items[0]
	if doc.Kind != Object || units.Key != "units" || units.Kind != List || units.Line != 2 || len(units.Items) != 2 {
		t.Fatalf("%+v", doc)
	}
	if w := units.Items[0]; w.Text != "站次" || w.Line != 3 || w.Kind != Scalar {
		t.Errorf("%+v", w)
	}
	if kind := units.Items[1].Items[1]; kind.Key != "kind" || kind.Text != "money" || kind.Line != 5 {
		t.Errorf("%+v", kind)
	}
	if one := doc.Items[1]; one.Text != "1" || one.Line != 6 {
		t.Errorf("%+v", one)
	}
}

func TestLocateFaults(t *testing.T) {
	for text, want := range map[string]string{
		"a: 1\n---\nb: 2\n":  "more than one document",
		"a: &x 1\nb: *x\n":   "line 2: an alias",
		"a: 1\nb: 2\na: 3\n": `line 3: the key "a" stands twice`,
		"a: [1\n":            "line ",
		"a: \x00\n":          "control characters",
		"? {b: 1}\n: 2\n":    "line 1: a key has to be a string",
	} {
		if _, err := Locate([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if doc, err := Locate(nil); err != nil || doc.Kind != Scalar || doc.Text != "" {
		t.Errorf("an empty text: %+v, %v", doc, err)
	}
}
