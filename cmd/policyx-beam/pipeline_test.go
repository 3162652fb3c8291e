//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
)

var notices = flag.Int("notices", 60, "how many notices TestPipeline reads")

// asProgram makes the test program policyx-beam itself, with a file system in which one file is a trap.
const asProgram = "POLICYX_BEAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		filesystem.Register("trapped", func(ctx context.Context) filesystem.Interface { return trapped{local.New(ctx)} })
		main()
		return
	}
	os.Exit(m.Run())
}

// trapped is the local file system, but whoever reads poison.txt panics.
type trapped struct{ filesystem.Interface }

func (fs trapped) List(ctx context.Context, glob string) ([]string, error) {
	names, err := fs.Interface.List(ctx, strings.TrimPrefix(glob, "trapped://"))
	for i, name := range names {
		if filepath.Base(name) == "poison.txt" {
			names[i] = "trapped://" + name
		}
	}
	return names, err
}

func (trapped) OpenRead(context.Context, string) (io.ReadCloser, error) { panic("poison") }

// variants writes a folder of n notices, each one of testdata with another number and year, and some of other formats.
func variants(t *testing.T, n int) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "in")
	samples, err := filepath.Glob("../../testdata/notices/*[a-z].txt")
	if err != nil || len(samples) < 10 {
		t.Fatal(err, samples)
	}
	for i := range n {
		sample := samples[i%len(samples)]
		text := strings.NewReplacer("2024年", fmt.Sprint(2019+i%9, "年"), "号\n", fmt.Sprintf("%d号\n", i)).Replace(content(t, sample))
		put(t, filepath.Join(folder, fmt.Sprint(i/1000), fmt.Sprintf("%06d.txt", i)), text)
	}
	for _, ending := range []string{"zip", "docx", "pdf"} {
		put(t, filepath.Join(folder, "formats", "a."+ending), content(t, "../../testdata/formats/label-lines."+ending))
	}
	return folder
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// cost is what a run took.
type cost struct {
	passed, processor time.Duration
	memory            int64 // KiB at most
}

func (c cost) String() string {
	return fmt.Sprintf("%d notices, %.0f a second: %.1f s, %.1f s of the processor, %d MiB at most",
		*notices, float64(*notices)/c.passed.Seconds(), c.passed.Seconds(), c.processor.Seconds(), c.memory>>10)
}

// run runs a program, and returns its output and what it took.
func run(t *testing.T, cmd *exec.Cmd) (out string, took cost) {
	t.Helper()
	var messages bytes.Buffer
	cmd.Stderr = &messages
	begin := time.Now()
	text, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, messages.String())
	}
	ended := cmd.ProcessState
	return string(text), cost{time.Since(begin), ended.UserTime() + ended.SystemTime(), int64(ended.SysUsage().(*syscall.Rusage).Maxrss)}
}

// onPrism runs the pipeline.
func onPrism(t *testing.T, args ...string) (took cost) {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	_, took = run(t, cmd)
	return took
}

// policyx builds the command.
func policyx(t *testing.T) (program string) {
	t.Helper()
	program = filepath.Join(t.TempDir(), "policyx")
	build := exec.Command("go", "build", "-o", program, "./cmd/policyx")
	build.Dir = "../.."
	run(t, build)
	return program
}

// shards returns the sorted lines of all n shards.
func shards(t *testing.T, prefix string, n int) (lines []string) {
	t.Helper()
	for i := range n {
		lines = append(lines, slices.Collect(strings.Lines(content(t, fmt.Sprintf("%s-%05d-of-%05d.jsonl", prefix, i+1, n))))...)
	}
	if all, err := filepath.Glob(prefix + "-*"); err != nil || len(all) != n {
		t.Errorf("%d shards are %q, %v", n, all, err)
	}
	slices.Sort(lines)
	return lines
}

// same holds that there are the same lines.
func same(t *testing.T, got, want []string) {
	t.Helper()
	slices.Sort(want)
	if len(got) != len(want) {
		t.Errorf("%d lines, want %d", len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("line %d of the sorted ones is\n%.300s\nwant\n%.300s", i+1, got[i], want[i])
		}
	}
}

// TestPipeline holds that the pipeline writes what policyx extract does, line for line, and that an empty file and one that makes its
// reader panic are dead letters, no more and no less.
func TestPipeline(t *testing.T) {
	in, program := variants(t, *notices), policyx(t)
	want, took := run(t, exec.Command(program, "extract", "-q", "-f", "jsonl", in))
	t.Logf("policyx extract: %v", took)
	poison, empty := filepath.Join(in, "0", "poison.txt"), filepath.Join(in, "0", "empty.txt")
	put(t, poison, content(t, "../../testdata/notices/flat.txt"))
	put(t, empty, " \n")

	out := t.TempDir()
	took = onPrism(t, "-input", "trapped://"+in+"/*/*", "-output", out+"/a", "-dead", out+"/dead")
	t.Logf("the pipeline: %v", took)
	lines := shards(t, out+"/a", 16)
	same(t, lines, slices.Collect(strings.Lines(want)))
	same(t, shards(t, out+"/dead", 1), []string{
		fmt.Sprintf(`{"name":%q,"error":"is empty"}`+"\n", empty),
		fmt.Sprintf(`{"name":%q,"error":"internal error, please report it with the file: poison"}`+"\n", "trapped://"+poison),
	})
	t.Logf("%d lines are the same, 2 dead letters", len(lines))
}

// TestRecords holds the same for records, and that what is said of all notices goes to the workers.
func TestRecords(t *testing.T) {
	dir, program := t.TempDir(), policyx(t)
	put(t, dir+"/words.yaml", "departments:\n- {name: 低空办, official: \"{}低空经济发展办公室\"}\n")
	told := []string{"--issued", "2024-03-18", "--assume-place", "云溪市", "--lexicon", dir + "/words.yaml"}
	var want, dead []string
	for i := range 3 {
		var text strings.Builder
		for k := range 5 {
			task, err := json.Marshal(fmt.Sprintf("一、重点任务\n（一）建设起降点。年底前建成%d个。（责任单位：市低空办）\n", 10*i+k+1))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&text, "{\"id\":%d,\"page\":{\"n\":%d},\"text\":%s}\n", i, k, task)
		}
		name := fmt.Sprintf("%s/pages-%d.jsonl", dir, i)
		put(t, name, text.String()+"{\"id\":7}\n")
		cmd := exec.Command("sh", "-c", `"$0" extract --records -q "$@" || [ $? -eq 1 ]`, program)
		cmd.Args = append(cmd.Args, told...)
		cmd.Stdin = strings.NewReader(content(t, name))
		answers, _ := run(t, cmd)
		all := slices.Collect(strings.Lines(answers))
		want = append(want, all[:5]...)
		dead = append(dead, fmt.Sprintf(`{"name":"%s:6","error":"line 6: no text, html or base64"}`+"\n", name))
	}
	onPrism(t, append(told, "-records", dir+"/pages-*.jsonl", "-output", dir+"/a", "-shards", "2", "-dead", dir+"/dead")...)
	got := shards(t, dir+"/a", 2)
	same(t, got, want)
	same(t, shards(t, dir+"/dead", 1), dead)
	if !strings.Contains(got[0], "云溪市低空经济发展办公室") || !strings.Contains(got[0], "2024-12-31") {
		t.Errorf("what was said of all notices is not in %s", got[0])
	}
}
