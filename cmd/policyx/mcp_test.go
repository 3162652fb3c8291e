package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	standard "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/policyx/policyx/schema"
)

// agent is a program that asks policyx mcp, which runs as a process of its own.
type agent struct {
	t       *testing.T
	session *sdk.ClientSession
	shapes  map[string]*standard.Schema
	log     *bytes.Buffer
}

// openAgent starts policyx mcp with the arguments.
func openAgent(t *testing.T, args ...string) *agent {
	t.Helper()
	cmd, log := policyx(append([]string{"mcp"}, args...)...)
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "v0"}, nil)
	session, err := client.Connect(t.Context(), &sdk.CommandTransport{Command: cmd}, nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	a := &agent{t: t, session: session, shapes: map[string]*standard.Schema{}, log: log}
	t.Cleanup(func() {
		if err := session.Close(); err != nil || log.Len() > 0 {
			t.Errorf("at the end: %v\n%s", err, log)
		}
	})
	tools, err := session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range tools.Tools {
		for _, shape := range []any{tool.InputSchema, tool.OutputSchema} {
			compiler := standard.NewCompiler()
			if err := compiler.AddResource("shape.json", shape); err != nil {
				t.Fatal(err)
			}
			if a.shapes[tool.Name], err = compiler.Compile("shape.json"); err != nil {
				t.Errorf("%s: %v", tool.Name, err)
			}
		}
	}
	return a
}

// ask returns what a tool answers, which is of the shape that it promises, and what it says besides.
func (a *agent) ask(tool string, question map[string]any) (data []byte, said []string, failed bool) {
	a.t.Helper()
	result, err := a.session.CallTool(a.t.Context(), &sdk.CallToolParams{Name: tool, Arguments: question})
	if err != nil {
		a.t.Fatalf("%s %v: %v", tool, question, err)
	}
	for _, c := range result.Content {
		said = append(said, c.(*sdk.TextContent).Text)
	}
	if result.IsError {
		return nil, said, true
	}
	if err := a.shapes[tool].Validate(result.StructuredContent); err != nil {
		a.t.Errorf("%s %v: %v", tool, question, err)
	}
	data, err = json.Marshal(result.StructuredContent)
	if err != nil {
		a.t.Fatal(err)
	}
	var text any
	if err := json.Unmarshal([]byte(said[0]), &text); err != nil || !bytes.Equal(marshaled(a.t, text), data) {
		a.t.Errorf("%s: the text is not the data: %v", tool, err)
	}
	return data, said[1:], false
}

func marshaled(t *testing.T, v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// refuses holds that a question is answered with an error that says want.
func (a *agent) refuses(tool string, question map[string]any, want string) {
	a.t.Helper()
	if _, said, failed := a.ask(tool, question); !failed || !strings.Contains(strings.Join(said, "\n"), want) {
		a.t.Errorf("%s %v: %s, want %q", tool, question, said, want)
	}
}

// TestAgent asks each tool, of the notices made up for the catalogue and for versions.
func TestAgent(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "通知"), os.DirFS("../../testdata/catalogue")); err != nil {
		t.Fatal(err)
	}
	for to, from := range map[string]string{"旧.txt": "clause-shapes.txt", "新.txt": "clause-shapes.txt"} {
		text, err := os.ReadFile("../../testdata/notices/" + from)
		if err != nil {
			t.Fatal(err)
		}
		changed := string(text)
		if to == "新.txt" {
			changed = strings.Replace(changed, "2025年", "2026年", 1)
		}
		write(t, filepath.Join(dir, to), changed)
	}
	index, messages := policyx("index", filepath.Join(dir, "通知.db"), filepath.Join(dir, "通知"))
	if err := index.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	a := openAgent(t, dir)
	if len(a.shapes) != 5 {
		t.Fatalf("tools %v", a.shapes)
	}

	data, _, _ := a.ask("extract", map[string]any{"path": "旧.txt"})
	var n schema.Notice
	if err := json.Unmarshal(data, &n); err != nil || len(n.Tasks) == 0 || n.Source.Name != "旧.txt" {
		t.Fatalf("%v: %s", err, data)
	}
	text := []rune(readingText(t, filepath.Join(dir, "旧.txt")))
	for _, task := range n.Tasks {
		for _, d := range task.Deadlines {
			if got := string(text[d.Span.Start:d.Span.End]); got != d.Text {
				t.Errorf("the evidence of %s is %s", d.Text, got)
			}
		}
	}
	data, _, _ = a.ask("extract", map[string]any{"path": "旧.txt", "contains": []string{"nothing has this"}, "without": []string{"tables", "outline"}})
	if err := json.Unmarshal(data, &n); err != nil || len(n.Tasks) != 0 || bytes.Contains(data, []byte(`"outline"`)) {
		t.Errorf("no task fits: %v: %s", err, data)
	}

	data, _, _ = a.ask("explain", map[string]any{"text": "2025年底前，建成站点3个。（市民政局负责）"})
	for _, want := range []string{`"rule":"when/by-end"`, `"kind":"target"`, `"kind":"department"`} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("explain says no %s: %s", want, data)
		}
	}
	if data, _, _ = a.ask("explain", map[string]any{"path": "旧.txt", "task": n.Source.Name}); data != nil {
		t.Errorf("a task that is not there is explained: %s", data)
	}
	if data, _, _ = a.ask("explain", map[string]any{"path": "旧.txt"}); !bytes.Contains(data, []byte(`"rule"`)) {
		t.Errorf("%s", data)
	}
	if data, _, _ = a.ask("explain", map[string]any{"path": "旧.txt", "at": "1"}); !bytes.Contains(data, []byte(`"tokens"`)) {
		t.Errorf("%s", data)
	}

	var hits found
	data, _, _ = a.ask("query", map[string]any{"catalogue": "通知.db", "department": []string{"民政局"}, "limit": 1})
	if err := json.Unmarshal(data, &hits); err != nil || len(hits.Notices) != 1 || hits.Fit.Notices < 2 || hits.All.Tasks <= hits.Fit.Tasks {
		t.Errorf("%v: %s", err, data)
	}
	first := hits.Notices[0].Source.Name
	data, _, _ = a.ask("query", map[string]any{"catalogue": "通知.db", "department": []string{"民政局"}, "limit": 1, "offset": 1})
	if err := json.Unmarshal(data, &hits); err != nil || len(hits.Notices) != 1 || hits.Notices[0].Source.Name == first {
		t.Errorf("%v: %s", err, data)
	}

	data, _, _ = a.ask("compare", map[string]any{"paths": []string{"通知"}, "all": true})
	if !bytes.Contains(data, []byte(`"name":"通知/`)) || !bytes.Contains(data, []byte(`"span"`)) {
		t.Errorf("%s", data)
	}
	if data, _, _ = a.ask("compare", map[string]any{"paths": []string{"通知.db"}}); !bytes.Contains(data, []byte(`"notices"`)) {
		t.Errorf("%s", data)
	}
	data, _, _ = a.ask("diff", map[string]any{"old": "旧.txt", "new": "新.txt"})
	if !bytes.Contains(data, []byte(`"name":"旧.txt"`)) || !bytes.Contains(data, []byte(`"kind":"later"`)) {
		t.Errorf("%s", data)
	}
}

// TestToolsSay: each tool says what each field of its questions and answers is, and takes no others.
func TestToolsSay(t *testing.T) {
	a := openAgent(t)
	tools, err := a.session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range tools.Tools {
		for kind, shape := range map[string]any{"question": tool.InputSchema, "answer": tool.OutputSchema} {
			whole := shape.(map[string]any)
			objects := map[string]any{"": whole}
			if below, ok := whole["$defs"].(map[string]any); ok {
				maps.Copy(objects, below)
			}
			for name, v := range objects {
				object := v.(map[string]any)
				if object["additionalProperties"] != false {
					t.Errorf("%s: %s %s takes any field", tool.Name, kind, name)
				}
				for key, field := range object["properties"].(map[string]any) {
					if said, _ := field.(map[string]any)["description"].(string); !strings.HasSuffix(said, ".") {
						t.Errorf("%s: %s %s.%s is described as %q", tool.Name, kind, name, key, said)
					}
				}
			}
		}
	}
}

// TestAgentBounds: what is outside of the folder is not read, by whatever tool and name; what is wrong is said with the way out.
func TestAgentBounds(t *testing.T) {
	dir := t.TempDir()
	notice := "一、重点任务\n（一）建设站点。2025年底前，建成站点3个。（责任单位：市民政局）\n"
	for _, name := range []string{"in/a.txt", "in/b/c.txt", "secret.txt"} {
		write(t, filepath.Join(dir, name), notice)
	}
	write(t, filepath.Join(dir, "in", "empty.txt"), "")
	outside := []string{"../secret.txt", filepath.Join(dir, "secret.txt"), "b/../../secret.txt", "/etc/passwd"}
	for link, to := range map[string]string{"link.txt": "../secret.txt", "up": ".."} {
		if os.Symlink(to, filepath.Join(dir, "in", link)) == nil {
			outside = append(outside, link)
		}
	}
	a := openAgent(t, filepath.Join(dir, "in"))
	const refused = "lies outside of the folders that may be read: "
	for _, name := range outside {
		a.refuses("extract", map[string]any{"path": name}, refused)
		a.refuses("explain", map[string]any{"path": name}, refused)
		a.refuses("query", map[string]any{"catalogue": name}, refused)
		a.refuses("compare", map[string]any{"paths": []string{"a.txt", name}}, refused)
		a.refuses("diff", map[string]any{"old": "a.txt", "new": name}, refused)
		a.refuses("diff", map[string]any{"old": name, "new": "a.txt"}, refused)
	}
	data, said, _ := a.ask("compare", map[string]any{"paths": []string{"."}}) // goes into the folder, and not through the links
	if bytes.Contains(data, []byte("secret")) || len(said) == 0 || !strings.Contains(strings.Join(said, "\n"), "empty.txt: ") {
		t.Errorf("%s\n%s", data, said)
	}
	a.refuses("extract", map[string]any{"path": "."}, "is a folder, with ")
	for i := range namesListed {
		write(t, filepath.Join(dir, "in", "many", fmt.Sprintf("%04d.txt", i)), notice)
	}
	write(t, filepath.Join(dir, "in", "many", "last.txt"), notice)
	a.refuses("extract", map[string]any{"path": "many"}, "is a folder, with 201 files: 0000.txt, 0001.txt")
	a.refuses("extract", map[string]any{"path": "many"}, "0199.txt and 1 more")
	a.refuses("extract", map[string]any{"path": "nothing.txt"}, "nothing.txt: is not there, below ")
	a.refuses("extract", map[string]any{"path": "-"}, "is not there")
	a.refuses("extract", map[string]any{"path": "empty.txt"}, "empty.txt: ")
	a.refuses("extract", map[string]any{"file": "a.txt"}, "input schema")
	a.refuses("extract", map[string]any{"path": "a.txt", "due_before": "soon"}, "due-before")
	a.refuses("extract", map[string]any{"path": "a.txt", "issued": "soon"}, "want a date such as")
	a.refuses("explain", map[string]any{}, "give a path or a text")
	a.refuses("explain", map[string]any{"path": "a.txt", "at": "99"}, "has no such place: 99")
	a.refuses("query", map[string]any{"catalogue": "a.txt"}, "a.txt: ")
	a.refuses("query", map[string]any{"catalogue": "a.txt", "limit": -1}, "want no negative number")
	a.refuses("compare", map[string]any{"paths": []string{"a.txt"}}, "two notices or more, not 1")
}

func readingText(t *testing.T, path string) string {
	t.Helper()
	cmd, messages := policyx("text", path)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	return string(out)
}
