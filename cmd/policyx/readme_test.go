package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/policyx/policyx/cmd/policyx/batch"
)

// TestReadme runs every example of README.md and README.zh-CN.md: the blocks of sh in a folder
// with some notices, the Go one as a program, the YAML one against what is printed. Lines
// with make are held against the Makefile, because it would run this test.
func TestReadme(t *testing.T) {
	runExamples(t, "../../README.md", 20, 1)
	runExamples(t, "../../README.zh-CN.md", 15, 1)
}

// TestReadmeInChinese holds that the Chinese README has as many sections as the English one, and names each verb, format and flag of extract that the English one names.
func TestReadmeInChinese(t *testing.T) {
	english, chinese := wordsOf(t, "../../README.md"), wordsOf(t, "../../README.zh-CN.md")
	verb, _, err := newRoot(&console{}).Find([]string{"extract"})
	if err != nil {
		t.Fatal(err)
	}
	if e, c := sectionsOf(t, "../../README.md"), sectionsOf(t, "../../README.zh-CN.md"); len(e) != len(c) {
		t.Errorf("%d sections in English, %d in Chinese", len(e), len(c))
	}
	wanted := slices.Clone(formats)
	for _, verb := range newRoot(&console{}).Commands() {
		wanted = append(wanted, verb.Name())
	}
	verb.Flags().VisitAll(func(f *pflag.Flag) { wanted = append(wanted, "--"+f.Name) })
	for _, word := range wanted {
		if english[word] && !chinese[word] {
			t.Errorf("README.zh-CN.md does not name %s", word)
		}
	}
}

// sectionsOf are the headings of a file.
func sectionsOf(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`(?m)^## .*`).FindAllString(string(text), -1)
}

// wordsOf are the names of formats, in small letters, and the flags that a file has.
func wordsOf(t *testing.T, file string) map[string]bool {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, word := range regexp.MustCompile(`(--)?[A-Za-z0-9][A-Za-z0-9-]*`).FindAllString(string(text), -1) {
		out[strings.ToLower(word)] = true
	}
	return out
}

// runExamples runs at least so many blocks of sh, and so many of Go and of YAML.
func runExamples(t *testing.T, file string, sh, others int) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$").FindAllStringSubmatch(string(text), -1)
	ran := map[string]int{}
	for i, block := range blocks {
		kind, code := block[1], block[2]
		ran[kind]++
		t.Run(fmt.Sprint(filepath.Base(file), " ", kind, i), func(t *testing.T) {
			t.Parallel()
			switch kind {
			case "sh":
				runShell(t, checkMake(t, code))
			case "go":
				runGo(t, code)
			case "", "text", "mermaid":
				return // to be read, not run
			case "yaml":
				line := regexp.MustCompile(`(?m)^> (（一）.*)$`).FindSubmatch(text)
				if line == nil {
					t.Fatal("the line of a notice is missing")
				}
				compareYAML(t, string(line[1]), code)
			default:
				t.Errorf("no way to run a block of %q", kind)
			}
		})
	}
	if ran["sh"] < sh || ran["go"] != others || ran["yaml"] != others {
		t.Errorf("%s: blocks %v", file, ran)
	}
}

// checkMake holds that what make is called for exists, and returns the other lines.
func checkMake(t *testing.T, code string) string {
	var rest []string
	for line := range strings.Lines(code) {
		command, _, _ := strings.Cut(line, "#")
		words := strings.Fields(command)
		if len(words) == 0 || words[0] != "make" {
			rest = append(rest, line)
			continue
		}
		cmd := exec.Command("make", append([]string{"-n"}, words[1:]...)...)
		cmd.Dir = "../.."
		if _, err := exec.LookPath("make"); err != nil {
			t.Skip("make is not installed")
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", line, err, out)
		}
	}
	return strings.Join(rest, "")
}

// missing is a stand-in for a tool that is not installed: policyx gets its input and its
// arguments all the same. curl is never called for real.
var missing = map[string]string{
	"curl":     `echo '<p>一、重点任务</p><p>（一）更换老旧电梯。年底前更换电梯20部。（责任单位：市住建局）</p>'`,
	"jq":       `cat >/dev/null`,
	"duckdb":   `true`,
	"sqlite3":  `true`,
	"parallel": `pipe=; while [ "$1" != policyx ]; do [ "$1" = --pipe ] && pipe=1; shift; done; case $pipe$* in 1*) "$@" ;; *{}*) xargs -I{} "$@" ;; *) xargs "$@" ;; esac`,
}

// runShell runs a block of sh. Each call of policyx in it has to succeed, wherever it stands
// in a pipeline, and the block as a whole.
func runShell(t *testing.T, code string) {
	if strings.TrimSpace(code) == "" {
		return
	}
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("sh is not installed")
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, ".bin")
	real, err := exec.LookPath("policyx")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(bin, "policyx"), fmt.Sprintf("#!/bin/sh\n'%s' \"$@\" || { echo \"exit code $?: policyx $*\" >>'%s/.failed'; exit 1; }\necho \"$*\" >>'%s/.called'\n", real, dir, dir))
	for tool, script := range missing {
		if _, err := exec.LookPath(tool); err != nil || tool == "curl" {
			if strings.Contains(code, tool) {
				t.Logf("%s is not run for real", tool)
			}
			write(t, filepath.Join(bin, tool), "#!/bin/sh\n"+script+"\n")
		}
	}
	fixture(t, dir)
	cmd := exec.Command("sh", "-eu", "-c", code)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v", err)
	}
	if failed, err := os.ReadFile(filepath.Join(dir, ".failed")); err == nil {
		t.Errorf("%s", failed)
	}
	if called, err := os.ReadFile(filepath.Join(dir, ".called")); err != nil || strings.Count(string(called), "\n") < strings.Count(code, "policyx ")-strings.Count(code, "# policyx ") {
		t.Errorf("not every call of policyx ran:\n%s", called)
	}
	if t.Failed() {
		t.Logf("%s\n%s", code, out)
	}
}

// fixture is what the examples find in their folder.
func fixture(t *testing.T, dir string) {
	for name, from := range map[string]string{
		"notice.txt": "label-lines.txt", "notices/first.txt": "label-lines.txt", "notices/2024/a.html": "page.html",
		"notices/2024/b.txt": "flat.txt", "notices/drafts/c.txt": "articles.txt",
		"通知.txt": "clause-shapes.txt", "通知.html": "page.html", "通知/一.txt": "articles.txt", "通知/二.txt": "flat.txt",
	} {
		text, err := os.ReadFile("../../testdata/notices/" + from)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), string(text))
	}
	records := `{"id":1,"text":"一、重点任务\n（一）更换老旧电梯。年底前更换电梯20部。（责任单位：市住建局）"}
{"id":2,"html":"<p>一、重点任务</p><p>（一）更换老旧电梯。年底前更换电梯20部。（责任单位：市住建局）</p>"}
`
	write(t, filepath.Join(dir, "records.jsonl"), records)
	write(t, filepath.Join(dir, "记录.jsonl"), records)
	if _, err := exec.LookPath("sqlite3"); err == nil {
		table := `CREATE TABLE pages (id, html); INSERT INTO pages VALUES (1, '<p>一、重点任务</p><p>（一）更换老旧电梯。年底前更换电梯20部。（责任单位：市住建局）</p>')`
		if out, err := exec.Command("sqlite3", filepath.Join(dir, "pages.db"), table).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := batch.Write("", path, []byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o755); err != nil {
		t.Fatal(err)
	}
}

// compareYAML holds that the lines of the example are printed for that line of a notice,
// one behind the other.
func compareYAML(t *testing.T, line, example string) {
	path := filepath.Join(t.TempDir(), "notice.txt")
	write(t, path, "一、重点任务\n"+line+"\n")
	cmd, messages := policyx("extract", path)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	if !strings.Contains(string(out), "\n"+example) {
		t.Errorf("the output is\n%s, without\n%s", out, example)
	}
}

// runGo runs the block as the body of a function.
func runGo(t *testing.T, code string) {
	file := filepath.Join(t.TempDir(), "main.go")
	write(t, file, `package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

func run(data []byte) error {
`+code+`	return nil
}

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = run(data)
	}
	if err != nil {
		panic(err)
	}
}
`)
	cmd := exec.Command("go", "run", file, "testdata/notices/label-lines.txt")
	cmd.Dir = "../.."
	out, err := cmd.CombinedOutput()
	if err != nil || !slices.ContainsFunc(strings.Split(string(out), "\n"), func(line string) bool { return strings.HasPrefix(line, "2.1.1 ") }) {
		t.Errorf("%v\n%s", err, out)
	}
}
