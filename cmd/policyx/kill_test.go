package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// manyNotices writes a folder of n notices, in folders of a hundred.
func manyNotices(t *testing.T, n int) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "in")
	sample, err := os.ReadFile("../../testdata/notices/province.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		path := filepath.Join(folder, fmt.Sprint(i/100), fmt.Sprintf("%04d.txt", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, fmt.Appendf(nil, "%s\n第%d份\n", sample, i), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// policyx is the real program, which [TestMain] puts in the path.
func policyx(args ...string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.Command("policyx", args...)
	var messages bytes.Buffer
	cmd.Stderr = &messages
	return cmd, &messages
}

// TestKilled kills runs at random moments. At any time there are whole files only, and the
// run that comes through leaves what an undisturbed one does, byte for byte.
func TestKilled(t *testing.T) {
	in := manyNotices(t, 150)
	whole, killed := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "killed")
	cmd, messages := policyx("extract", in, "-o", whole)
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	took := time.Since(begin)
	want := tree(t, whole)
	if len(want) != 150 {
		t.Fatalf("%d files", len(want))
	}
	for range 5 {
		cmd, _ := policyx("extract", in, "-o", killed)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(took / 3))))
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // killed
		for name, text := range tree(t, killed) {
			if !strings.HasSuffix(name, ".part") && text != want[name] {
				t.Errorf("after the kill, %s has %d bytes, want %d", name, len(text), len(want[name]))
			}
		}
	}
	cmd, messages = policyx("extract", in, "-o", killed)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	got := tree(t, killed)
	for name := range got {
		if want[name] == "" {
			t.Errorf("%s is left over", name)
		}
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("resumed, %s is other than in an undisturbed run", name)
		}
	}
}

// TestKilledFile kills runs that write one file: it is whole or not there.
func TestKilledFile(t *testing.T) {
	in, out := manyNotices(t, 60), filepath.Join(t.TempDir(), "all.jsonl")
	for range 3 {
		cmd, _ := policyx("extract", in, "-o", out, "-f", "jsonl")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for begin := time.Now(); time.Since(begin) < 10*time.Second; time.Sleep(time.Millisecond) {
			if info, err := os.Stat(filepath.Join(filepath.Dir(out), ".all.jsonl.part")); err == nil && info.Size() > 0 {
				break
			}
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // killed
		if text, err := os.ReadFile(out); err == nil && bytes.Count(text, []byte("\n")) != 60 {
			t.Errorf("%d lines", bytes.Count(text, []byte("\n")))
		}
	}
	cmd, messages := policyx("extract", in, "-o", out, "-f", "jsonl")
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	if files := tree(t, filepath.Dir(out)); len(files) != 1 || strings.Count(files["all.jsonl"], "\n") != 60 {
		t.Errorf("%d files, %d lines", len(files), strings.Count(files["all.jsonl"], "\n"))
	}
}

// tree returns the text of every file below the folder but its stamp, whose lines stand in the order in which
// the notices were finished.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // killed before there was anything
		}
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".policyx-") {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestInterrupted holds that Ctrl-C ends a batch with what is finished kept, whole.
func TestInterrupted(t *testing.T) {
	in := manyNotices(t, 300)
	out := filepath.Join(t.TempDir(), "all.json")
	cmd, messages := policyx("extract", in, "-o", out, "--jobs", "1")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	part := filepath.Join(filepath.Dir(out), ".all.json.part")
	for begin := time.Now(); time.Since(begin) < 10*time.Second; time.Sleep(time.Millisecond) {
		if info, err := os.Stat(part); err == nil && info.Size() > 0 {
			break
		}
	}
	interrupt(t, cmd)
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 130 {
		t.Fatalf("%v\n%s", err, messages)
	}
	files := tree(t, filepath.Dir(out))
	if len(files) != 1 || files["all.partial.json"] == "" {
		t.Errorf("files %d, %d bytes of all.partial.json\n%s", len(files), len(files["all.partial.json"]), messages)
	}
	for _, text := range []string{"interrupted\n", "so far in " + filepath.Join(filepath.Dir(out), "all.partial.json"), " 0 failures, "} {
		if !strings.Contains(messages.String(), text) {
			t.Errorf("messages without %q:\n%s", text, messages)
		}
	}
	check, faults := policyx("validate", filepath.Join(filepath.Dir(out), "all.partial.json"))
	if err := check.Run(); err != nil {
		t.Errorf("%v\n%s", err, faults)
	}
}

// talking starts a program that answers records, each with a line.
func talking(t *testing.T, args ...string) (cmd *exec.Cmd, messages *bytes.Buffer, ask func(record string) string) {
	t.Helper()
	cmd, messages = policyx(append([]string{"extract", "--records"}, args...)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReader(out)
	return cmd, messages, func(record string) string {
		t.Helper()
		fmt.Fprintln(in, record)
		answer, err := answers.ReadString('\n')
		if err != nil {
			t.Fatalf("%q, %v", answer, err)
		}
		return answer
	}
}

// TestRecordsStream holds that a record is answered before the next one comes, so that a program
// can talk to policyx, and that Ctrl-C ends it while it waits.
func TestRecordsStream(t *testing.T) {
	cmd, messages, ask := talking(t)
	for i := range 3 {
		if answer := ask(fmt.Sprintf(`{"id":%d,"text":"一、甲"}`, i)); !strings.HasPrefix(answer, fmt.Sprintf(`{"id":%d,"notice":{`, i)) {
			t.Fatalf("%q", answer)
		}
	}
	interrupt(t, cmd)
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 130 {
		t.Errorf("%v\n%s", err, messages)
	}
	if !strings.Contains(messages.String(), "3 notices read, ") {
		t.Errorf("messages\n%s", messages)
	}
}

// TestInterruptedInChinese holds that Ctrl-C is answered in the language of whoever pressed it.
func TestInterruptedInChinese(t *testing.T) {
	cmd, messages, ask := talking(t, "--lang", "zh")
	ask(`{"text":"一、甲"}`)
	interrupt(t, cmd)
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 130 {
		t.Errorf("%v\n%s", err, messages)
	}
	if said := messages.String(); !strings.Contains(said, "policyx: 已中断\n") || !strings.Contains(said, "读取 1 份通知") {
		t.Errorf("messages\n%s", said)
	}
}

func interrupt(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		_ = cmd.Process.Kill()
		t.Skip("no interrupt here:", err)
	}
}

// TestPanic holds that a panic in one notice is a failure of that notice.
func TestPanic(t *testing.T) {
	messages, err := os.Create(filepath.Join(t.TempDir(), "messages"))
	if err != nil {
		t.Fatal(err)
	}
	defer messages.Close()
	x := &extraction{c: &console{in: os.Stdin, out: messages, err: messages}, flags: &extractFlags{many: batchFlags{jobs: 2}}, many: true}
	tasks := func(yield func(task, int64) bool) {
		for i := range 4 {
			again := yield(func() []outcome {
				var out outcome
				func() {
					out.name, out.unchanged = fmt.Sprint("notice ", i), true
					defer recovered(&out.err)
					if i == 1 {
						panic(fmt.Sprint([]int{}[i]))
					}
				}()
				return []outcome{out}
			}, 1)
			if !again {
				return
			}
		}
	}
	if err := x.end(x.each(t.Context(), 4, tasks, nil)); err != errReported {
		t.Errorf("the run ends with %v", err)
	}
	text, err := os.ReadFile(messages.Name())
	if err != nil {
		t.Fatal(err)
	}
	want := "policyx: notice 1: internal error, please report it with the file: runtime error: index out of range [1] with length 0\npolicyx: 0 notices read, 0 tasks, 3 unchanged, 1 failure, "
	if !strings.HasPrefix(string(text), want) {
		t.Errorf("%s\nwant\n%s", text, want)
	}
}
