package page

import (
	"encoding/json"
	"testing"
)

// TestDiffIsAMergePatch: what the page saves as corrections is a JSON Merge Patch: merged into what
// was read, it gives what was corrected; it is nothing where nothing was.
func TestDiffIsAMergePatch(t *testing.T) {
	pairs := [][2]string{
		{`{"a":1}`, `{"a":1}`},
		{`{"a":1,"b":{"c":[1,2]}}`, `{"a":2,"b":{"c":[2]}}`},
		{`{"a":1,"b":{"c":1,"d":2}}`, `{"b":{"c":1}}`},
		{`{"a":{"b":1}}`, `{"a":{"b":1,"c":{"d":[{"e":1}]}}}`},
		{`{}`, `{"a":{"span":{"start":1,"end":2}}}`},
	}
	var got []struct {
		Patch json.RawMessage
		After json.RawMessage
	}
	inNode(t, `map(([a, b]) => { [a, b] = [JSON.parse(a), JSON.parse(b)]; const patch = diff(a, b); merge(a, patch || {}); return {patch, after: a}; })`, pairs, &got, "fix")
	for i, pair := range pairs {
		if want := canonical(t, pair[1]); canonical(t, string(got[i].After)) != want {
			t.Errorf("%s: %s gives %s, want %s", pair[0], got[i].Patch, got[i].After, want)
		}
		if same := pair[0] == pair[1]; same != (got[i].Patch == nil) {
			t.Errorf("%s to %s: patch %s", pair[0], pair[1], got[i].Patch)
		}
	}
}

func canonical(t *testing.T, text string) string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	out, _ := json.Marshal(v)
	return string(out)
}
