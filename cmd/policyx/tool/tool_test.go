package tool

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
)

type question struct {
	Path string `json:"path" jsonschema_description:"The file."`
	N    int    `json:"n,omitempty" jsonschema:"minimum=1" jsonschema_description:"How many."`
}

func TestAsked(t *testing.T) {
	call := Asked(func(_ context.Context, q question) (Answer, error) {
		data, err := json.Marshal(q)
		return Answer{Data: data}, err
	})
	for in, want := range map[string]string{`{"path":"a","n":2}`: `{"path":"a","n":2}`, `{}`: `{"path":""}`, ``: `{"path":""}`} {
		if got, err := call(t.Context(), json.RawMessage(in)); err != nil || string(got.Data) != want {
			t.Errorf("%s: %s, %v", in, got.Data, err)
		}
	}
	for _, bad := range []string{`{"file":"a"}`, `{"path":1}`, `[]`, `{`} {
		if _, err := call(t.Context(), json.RawMessage(bad)); err == nil || !strings.Contains(err.Error(), "input schema") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestShape(t *testing.T) {
	text, err := Shape[question]("question")
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Type       string
		Required   []string
		Properties map[string]struct{ Type, Description string }
	}
	if err := json.Unmarshal(text, &s); err != nil || s.Type != "object" || len(s.Required) != 1 || s.Properties["n"].Description != "How many." {
		t.Errorf("%s: %v", text, err)
	}
}
