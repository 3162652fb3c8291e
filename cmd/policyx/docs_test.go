package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
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

// TestLimits holds that each limit and each entrance names what holds it, which is there: a test of a package, a script, or that
// there is none; and that no fuzz target is left out.
func TestLimits(t *testing.T) {
	rows, fuzzed := 0, map[string]bool{}
	for line := range strings.Lines(read(t, "../../docs/limits.md")) {
		cells := strings.Split(strings.TrimSuffix(line, " |\n"), " | ")
		if !strings.HasPrefix(line, "| ") || strings.Contains(line, " by |") {
			continue
		}
		rows++
		holds := cells[len(cells)-1]
		pkg := ""
		for _, named := range regexp.MustCompile("`[a-z/]+`|(Test|Fuzz)[A-Za-z]+").FindAllString(holds, -1) {
			if strings.HasPrefix(named, "`") {
				pkg = strings.Trim(named, "`")
				continue
			}
			fuzzed[pkg+" "+named] = true
			if !slices.ContainsFunc(testFiles(t, pkg), func(text string) bool { return strings.Contains(text, "\nfunc "+named+"(") }) {
				t.Errorf("%s: %s has no %s", cells[0], pkg, named)
			}
		}
		if pkg == "" && !strings.HasPrefix(holds, "none") && !strings.HasSuffix(holds, ".txtar`") {
			t.Errorf("%s is held by nothing, and does not say so", cells[0])
		}
	}
	if rows < 50 {
		t.Errorf("only %d limits and entrances were recognised", rows)
	}
	for _, pkg := range goList(t, "-f", "{{.ImportPath}}", module+"/...") {
		pkg = strings.TrimPrefix(pkg, module+"/")
		for _, text := range testFiles(t, pkg) {
			for _, target := range regexp.MustCompile(`(?m)^func (Fuzz\w+)\(f \*testing\.F`).FindAllStringSubmatch(text, -1) {
				if !fuzzed[pkg+" "+target[1]] {
					t.Errorf("docs/limits.md does not name %s of %s", target[1], pkg)
				}
			}
		}
	}
}

// testFiles are the tests of a package.
func testFiles(t *testing.T, pkg string) (all []string) {
	paths, err := filepath.Glob(filepath.Join("../..", pkg, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		all = append(all, read(t, path))
	}
	return all
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
