package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	standard "github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/tool"
	"github.com/policyx/policyx/parser"
)

// FuzzQuestion asks the tools of mcp whatever comes. What they answer is of the shape that they promise; what they say against a
// question names a cause, never a fault of the program. Nothing outside of their folder is told.
func FuzzQuestion(f *testing.F) {
	const secret = "青石县机密"
	root := f.TempDir()
	dir := filepath.Join(root, "in")
	if err := os.MkdirAll(filepath.Join(dir, "通知"), 0o777); err != nil {
		f.Fatal(err)
	}
	for name, text := range map[string]string{
		"in/旧.txt": fuzzNotice, "in/通知/新.txt": strings.ReplaceAll(fuzzNotice, "2025", "2026"), "外.txt": strings.ReplaceAll(fuzzNotice, "培训护理人员", secret),
	} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
			f.Fatal(err)
		}
	}
	index, messages := policyx("index", filepath.Join(dir, "通知.db"), filepath.Join(dir, "通知"))
	if err := index.Run(); err != nil {
		f.Fatalf("%v\n%s", err, messages)
	}
	folders, err := tool.OpenFolders([]string{dir})
	if err != nil {
		f.Fatal(err)
	}
	var flags mcpFlags
	cmd := &cobra.Command{}
	flags.read.register(cmd)
	flags.notice.register(cmd)
	flags.catalogue.register(cmd)
	b := &toolbox{c: &console{in: os.Stdin, out: os.Stdout, err: os.Stderr}, flags: &flags, folders: folders}
	tools, err := b.tools()
	if err != nil {
		f.Fatal(err)
	}
	shapes := make([]*standard.Schema, len(tools))
	for i, t := range tools {
		shape, err := standard.UnmarshalJSON(bytes.NewReader(t.Output))
		if err != nil {
			f.Fatal(err)
		}
		compiler := standard.NewCompiler()
		if err := compiler.AddResource("shape.json", shape); err != nil {
			f.Fatal(err)
		}
		if shapes[i], err = compiler.Compile("shape.json"); err != nil {
			f.Fatal(err)
		}
		for _, question := range []string{
			``, `{}`, `[]`, `{"path":"旧.txt"}`, `{"path":"../外.txt"}`, `{"path":"旧.txt","issued":"2024-13-01","without":["tables","x"]}`, `{"path":"通知.db","member":"新.txt"}`,
			`{"text":"2025年底前，建成站点30个。","at":"1:3"}`, `{"path":"旧.txt","task":"1.1","at":"0"}`, `{"catalogue":"通知.db","department":["民政局"],"role":["lead"],"due_before":"2025年底","limit":1,"offset":1}`,
			`{"catalogue":"旧.txt","having":["targets","x"],"place":[""]}`, `{"paths":["旧.txt","通知","通知.db"],"all":true,"indicators":["人次"]}`, `{"paths":[],"topics":["。"]}`, `{"old":"旧.txt","new":"通知/新.txt"}`, `{"x":1}`,
		} {
			f.Add(i, []byte(question))
		}
	}
	f.Fuzz(func(t *testing.T, which int, question []byte) {
		i := int(uint(which) % uint(len(tools)))
		answer, err := tools[i].Call(t.Context(), question)
		said := strings.Join(answer.Remarks, "\n") + string(answer.Data)
		if err != nil {
			said += err.Error()
			if strings.Contains(said, parser.ErrInternal.Error()) || strings.TrimSpace(err.Error()) == "" {
				t.Errorf("%s %q: %v", tools[i].Name, question, err)
			}
		} else if v, err := standard.UnmarshalJSON(bytes.NewReader(answer.Data)); err != nil {
			t.Errorf("%s %q: %v", tools[i].Name, question, err)
		} else if err := shapes[i].Validate(v); err != nil {
			t.Errorf("%s %q: %v", tools[i].Name, question, err)
		}
		if strings.Contains(said, secret) && !bytes.Contains(question, []byte(secret)) {
			t.Errorf("%s %q tells what lies outside: %s", tools[i].Name, question, said)
		}
	})
}
