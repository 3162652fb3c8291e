package page

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema/term"
)

// TestLabels holds that each choice and field of a form has its terms, in their order.
func TestLabels(t *testing.T) {
	data, err := json.Marshal(labels(term.Chinese))
	if err != nil {
		t.Fatal(err)
	}
	if want := `"Op":{"\u003e=":"不低于","\u003e":"高于",`; !strings.Contains(string(data), want) {
		t.Errorf("%s does not stand in %s", want, data)
	}
	var v struct {
		Enums, Fields map[string]map[string]string
	}
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	for owner, fields := range forms() { // what the input was is not edited
		for _, f := range fields {
			if owner != "Source" && f.Type == "choice" && len(v.Enums[f.Enum]) == 0 {
				t.Errorf("%s.%s: no choices of kind %q", owner, f.Key, f.Enum)
			}
		}
	}
	if got := v.Fields["Department"]["name"]; got != "单位名称" {
		t.Errorf("Department.name is %q", got)
	}
}

func TestGroupKeepsOrder(t *testing.T) {
	var g group[int]
	for i, key := range []string{"b", "a", "c"} {
		g.set(key, i)
	}
	if data, err := json.Marshal(g); err != nil || string(data) != `{"b":0,"a":1,"c":2}` {
		t.Errorf("%s, %v", data, err)
	}
	if data, _ := json.Marshal(group[int]{}); string(data) != "{}" {
		t.Errorf("empty: %s", data)
	}
}
