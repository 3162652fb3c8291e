package main

import (
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/policyx/policyx"

type place struct {
	pkg   string
	needs []string
}

// mayImport is the house of docs/architecture.md: which packages of the project each package may import. A
// pattern holds for every package that path.Match finds, the first one that fits counts.
var mayImport = []place{
	{"schema", nil},
	{"schema/message", nil},
	{"schema/translation", []string{"schema/term", "schema"}},
	{"schema/render/workbook", nil},
	{"schema/term", []string{"schema"}},
	{"schema/render/*", []string{"schema/align", "schema/check", "schema/term", "schema"}},
	{"schema/render", []string{"schema/render/*", "schema/align", "schema/compare", "schema/diff", "schema/check", "schema/translation", "schema/term", "schema"}},
	{"schema/compare", []string{"schema"}},
	{"schema/diff", []string{"schema/align", "schema"}},
	{"schema/correction", []string{"schema/align", "schema/message", "schema"}},
	{"schema/*", []string{"schema"}},
	{"parser/block", []string{"schema"}},
	{"parser/pattern", nil},
	{"parser/runes", nil},
	{"parser/lexicon", []string{"schema"}},
	{"parser/label", []string{"parser/block"}},
	{"parser/source", []string{"parser/pattern", "schema"}},
	{"parser/field", []string{"parser/pattern", "parser/lexicon", "parser/source", "parser/block", "schema"}},
	{"parser/layout", []string{"parser/lexicon", "parser/label", "parser/source", "parser/block", "schema"}},
	{"parser/ocr", []string{"parser/pattern", "parser/layout", "parser/label", "parser/block", "schema"}},
	{"parser/internal/*", []string{"parser/layout", "parser/block", "schema"}},
	{"parser/compound", nil},
	{"parser/ooxml", []string{"parser/source"}}, // for its errors
	{"parser/word", []string{"parser/block", "schema"}},
	{"parser/markdown", []string{"parser/pattern", "parser/text", "parser/field", "parser/header", "parser/source", "parser/block", "schema"}},
	{"parser/header", []string{"parser/lexicon", "parser/source"}},
	{"parser/sheet", []string{"parser/lexicon", "parser/header", "parser/source", "parser/block", "schema"}},
	{"parser/ofd", []string{"parser/picture", "parser/ocr", "parser/internal/*", "parser/layout", "parser/source", "parser/block", "schema"}},
	{"parser/*", []string{"parser/pattern", "parser/ocr", "parser/internal/*", "parser/sheet", "parser/compound", "parser/ooxml", "parser/layout", "parser/label", "parser/word", "parser/field", "parser/header", "parser/lexicon", "parser/source", "parser/block", "schema"}},
	{"parser", []string{"parser/*", "schema"}},
	{"extract/internal/rank", nil},
	{"extract/internal/clause", []string{"extract/internal/rank"}},
	{"extract/internal/lex", []string{"extract/internal/clause", "extract/internal/rank", "parser/lexicon", "parser/block", "schema"}},
	{"extract/internal/match", []string{"extract/internal/clause", "extract/internal/lex", "extract/internal/rank", "parser/lexicon", "parser/block", "schema"}},
	{"extract/internal/number", []string{"extract/internal/lex", "parser/pattern", "parser/lexicon", "parser/source"}},
	{"extract/head", []string{"extract/internal/*", "parser/pattern", "parser", "parser/lexicon", "parser/source", "parser/block", "schema"}},
	{"extract/grid", []string{"parser/lexicon", "parser/header", "parser/block", "schema"}},
	{"extract/filter", []string{"extract/when", "extract/internal/lex", "parser/lexicon", "parser/source", "parser/block", "schema"}},
	{"extract/*", []string{"extract/internal/*", "parser/runes", "parser/lexicon", "parser/header", "parser/source", "parser/block", "schema"}}, // families never import each other
	{"extract", []string{"extract/*", "extract/internal/*", "parser", "parser/runes", "parser/header", "parser/lexicon", "parser/source", "parser/block", "schema", "schema/align"}},
	{"cmd/policyx/batch", nil},
	{"cmd/policyx/recognize", []string{"parser/ocr"}},
	{"cmd/policyx/desk", []string{"cmd/policyx/batch", "schema/render", "schema/render/page", "schema/correction", "schema/translation", "schema/term", "schema"}},
	{"cmd/policyx/record", []string{"cmd/policyx/batch", "extract", "parser", "parser/source", "schema"}}, // source for its errors
	{"cmd/policyx/wordlist", []string{"parser/lexicon", "schema/render"}},
	{"cmd/policyx/tool", []string{"schema/jsonschema"}},
	{"cmd/policyx/mcp", []string{"cmd/policyx/tool"}},
	{"cmd/*", []string{"cmd/policyx/batch", "cmd/policyx/record", "cmd/policyx/tool", "cmd/policyx/desk", "cmd/policyx/recognize", "cmd/policyx/wordlist", "extract", "extract/filter", "parser/lexicon", "parser", "parser/source", "schema", "schema/*"}}, // source for its errors
}

// TestDependencyOrder holds cmd → extract → parser → readers → block, source → schema.
func TestDependencyOrder(t *testing.T) {
	for _, line := range goList(t, "-f", "{{.ImportPath}} {{join .Imports \" \"}}", module+"/...") {
		fields := strings.Fields(line)
		pkg := strings.TrimPrefix(fields[0], module+"/")
		i := slices.IndexFunc(mayImport, func(p place) bool { return matches(p.pkg, pkg) })
		if i < 0 {
			t.Errorf("%s has no place in the house: see docs/architecture.md and mayImport", pkg)
			continue
		}
		for _, imported := range fields[1:] {
			name, ours := strings.CutPrefix(imported, module+"/")
			if ours && name == "schema/message" && pkg != "schema" {
				continue // whoever makes an error makes it there
			}
			if ours && !slices.ContainsFunc(mayImport[i].needs, func(p string) bool { return matches(p, name) }) {
				t.Errorf("%s must not import %s", pkg, name)
			}
		}
	}
}

// TestLightPackages holds that Go programs which only read or hold notices do not link
// the command line, the YAML module or the schema generator.
func TestLightPackages(t *testing.T) {
	heavy := []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/invopop/", "gopkg.in/yaml", "go.yaml.in/", "regexp"}
	allowed := map[string][]string{
		"schema":  nil, // the standard library only
		"parser":  {"regexp"},
		"extract": {"regexp"},
	}
	for pkg, may := range allowed {
		for _, dep := range goList(t, "-deps", module+"/"+pkg) {
			for _, h := range heavy {
				if strings.HasPrefix(dep, h) && !slices.Contains(may, h) {
					t.Errorf("%s links %s", pkg, dep)
				}
			}
			if pkg == "schema" && strings.Contains(dep, ".") && dep != module+"/schema" {
				t.Errorf("schema links %s", dep)
			}
		}
	}
}

// TestNoGeneralModule holds the start-up of the program: a general JSON Schema validator compiles its
// meta-schemas whenever the program starts, a general spreadsheet module its tables, which takes longer than
// a notice; SQLite takes a millisecond, the protocol of the verb mcp half of one.
func TestNoGeneralModule(t *testing.T) {
	for _, dep := range goList(t, "-deps", module+"/cmd/policyx") {
		if strings.HasPrefix(dep, "github.com/santhosh-tekuri/") || strings.HasPrefix(dep, "github.com/xuri/") || strings.HasPrefix(dep, "modernc.org/") || strings.HasPrefix(dep, "github.com/modelcontextprotocol/") {
			t.Errorf("the program links %s; it is for tests, or for the program with the tag sqlite", dep)
		}
	}
}

// TestTopLevel holds the list of folders and files that the project consists of.
func TestTopLevel(t *testing.T) {
	want := []string{"CHANGELOG.md", "LICENSE", "Makefile", "NOTICE", "README.md", "README.zh-CN.md", "cmd", "docs", "extract", "go.mod", "go.sum", "parser", "schema", "testdata"}
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && name != "bin" && name != "dist" { // built, not kept
			got = append(got, name)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the top level is\n%q, want\n%q", got, want)
	}
}

func matches(pattern, pkg string) bool {
	ok, err := path.Match(pattern, pkg)
	return err == nil && ok
}

func goList(t *testing.T, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v", args, err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}
