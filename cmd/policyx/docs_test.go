package main

import (
	"errors"
	"os"
	"os/exec"
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
	runExamples(t, "../../docs/catalog.md", 3, 0)
	runExamples(t, "../../docs/cluster.md", 3, 0)
}

// TestCatalogQuestions asks the questions of docs/catalog.md, of a catalogue of the notices made up for them, and compares the answers.
func TestCatalogQuestions(t *testing.T) {
	const page = "../../docs/catalog.md"
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("sh is not installed")
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "通知"), os.DirFS("../../testdata/catalogue")); err != nil {
		t.Fatal(err)
	}
	ask := func(command string) string {
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "LC_ALL=C")
		answer, err := cmd.Output()
		var exit *exec.ExitError
		if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 3) { // 3: something is overdue
			t.Errorf("%s: %v", command, err)
		}
		return string(answer)
	}
	ask("policyx index 通知.db 通知")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	answered := regexp.MustCompile("(?ms)^```text\n\\$ (.*?)\n(.*?)^```$").ReplaceAllStringFunc(string(text), func(block string) string {
		asked++
		command, answer, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(block, "```text\n$ "), "```"), "\n")
		got := ask(command)
		if got != answer && !*update {
			t.Errorf("%s\n%s\nwant\n%s", command, got, answer)
		}
		return "```text\n$ " + command + "\n" + got + "```"
	})
	if asked < 12 {
		t.Errorf("%d questions", asked)
	}
	if *update {
		err = os.WriteFile(page, []byte(answered), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
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
