package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// bareProgram is what a Go program costs that does nothing.
const bareProgram = "package main\n\nfunc main() {}\n"

// BenchmarkProcess measures whole processes: processor time, which no other process lengthens, and the most
// memory that they hold. What a small file costs above the bare program is the start of policyx.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	source := filepath.Join(dir, "bare.go")
	if err := os.WriteFile(source, []byte(bareProgram), 0o600); err != nil {
		b.Fatal(err)
	}
	bare, policyx := compiled(b, source), compiled(b, ".")
	notice, err := os.ReadFile("../../testdata/notices/province.txt")
	if err != nil {
		b.Fatal(err)
	}
	long := filepath.Join(dir, "long.txt")
	if err := os.WriteFile(long, bytes.Repeat(notice, 1+(1<<20)/len(notice)), 0o600); err != nil {
		b.Fatal(err)
	}
	for name, args := range map[string][]string{
		"bare":  {bare},
		"small": {policyx, "extract", "../../testdata/notices/flat.txt", "-o", os.DevNull},
		"1MB":   {policyx, "extract", long, "-o", os.DevNull, "-f", "jsonl"},
	} {
		b.Run(name, func(b *testing.B) { benchmarkProcess(b, args) })
	}
}

func benchmarkProcess(b *testing.B, args []string) {
	least, most := time.Duration(1<<62), int64(0)
	for b.Loop() {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
		}
		least = min(least, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
		most = max(most, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	}
	b.ReportMetric(float64(least.Microseconds())/1000, "cpu-ms") // the least of all runs
	b.ReportMetric(float64(most)/1024, "max-MB")
}

// compiled returns a program built from source.
func compiled(b *testing.B, source string) string {
	program := filepath.Join(b.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-ldflags", "-s -w", "-o", program, source).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}
