package render

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
)

// TestDecoder holds the stream against Decode: the same notices, and the same error behind them.
func TestDecoder(t *testing.T) {
	for _, text := range []string{
		"", " \n", "a: 1\n", "a: 1\n---\na: 2\n", "---\na: 1\n---\na: 2\n", "a: |\n  x\n---\nb: [\n", "\ufeffa: 1\n",
		`{"a":1}`, "{\"a\":1}\n{\"a\":2}\n", "[]", `[{"a":1},{"a":[2]}]`, " \n[\n{\"a\":1},\n{\"a\":2}\n]\n[3]\n", "{\"a\":1}\n{\"a\":", "{\"a\":1}\n\n{\"a\" 2}", `[{"a":1}`, `[1] x`,
		"a: 1\nb: \"x\n", strings.Repeat("{\"a\":\"甲\"}\n", 3000),
	} {
		checkDecoder(t, text)
	}
}

func FuzzDecoder(f *testing.F) {
	for _, text := range []string{"a: 1\n---\nb: 2\n", `[{"a":1},{"b":2}]`, "{\"a\":1}\n{\"b\":2}\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := NewDecoder(strings.NewReader(text))
		for range len(text) + 2 {
			if _, err := d.Next(); err != nil {
				return
			}
		}
		t.Fatalf("%q: more notices than bytes", text)
	})
}

func checkDecoder(t *testing.T, text string) {
	t.Helper()
	want, wantErr := Decode([]byte(text))
	d := NewDecoder(strings.NewReader(text))
	var got []any
	var gotErr error
	for {
		doc, err := d.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			gotErr = err
			break
		}
		got = append(got, doc)
	}
	if len(want) != len(got) && wantErr == nil || (wantErr == nil) != (gotErr == nil) {
		t.Errorf("%.60q: %d notices and %v, want %d and %v", text, len(got), gotErr, len(want), wantErr)
		return
	}
	for i := range want {
		a, _ := json.Marshal(want[i])
		if b, _ := json.Marshal(got[i]); string(a) != string(b) {
			t.Errorf("%.60q: notice %d is %s, want %s", text, i, b, a)
		}
	}
	if wantErr != nil && gotErr.Error() != wantErr.Error() {
		t.Errorf("%.60q: %v, want %v", text, gotErr, wantErr)
	}
}
