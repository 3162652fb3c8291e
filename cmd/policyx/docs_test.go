package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocs holds that what the pages of docs name is there: each path in back quotes, and
// each package that a `go test` names. Their blocks of sh run as those of the README do.
func TestDocs(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(pages) < 2 {
		t.Fatal(pages, err)
	}
	paths := 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, quoted := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(string(text), -1) {
			for _, path := range named(quoted[1]) {
				paths++
				if _, err := os.Stat(filepath.Join("../..", path)); err != nil {
					t.Errorf("%s names %s: %v", filepath.Base(page), path, err)
				}
			}
		}
	}
	if paths < 4*len(pages) {
		t.Errorf("only %d paths were recognised on %d pages", paths, len(pages))
	}
	runExamples(t, "../../docs/adding.md", 2, 0)
}

// named returns the paths of the project in a piece of code: a file or folder by itself, the
// packages of a command.
func named(code string) []string {
	var out []string
	for _, word := range strings.Fields(code) {
		word = strings.TrimSuffix(strings.TrimPrefix(word, "./"), "/...")
		top, _, _ := strings.Cut(word, "/")
		switch top {
		case "cmd", "docs", "extract", "parser", "schema", "testdata":
			out = append(out, word)
		}
	}
	return out
}
