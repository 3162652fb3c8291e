package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// TestSameBytes386 holds that a program of another word size prints the same bytes, for
// text, pages and a PDF. It runs where the machine can run linux/386, by itself or with an emulator.
func TestSameBytes386(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds a program for linux/386")
	}
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skipf("linux/386 does not run on %s/%s", runtime.GOOS, runtime.GOARCH)
	}
	dir := t.TempDir()
	nothing := filepath.Join(dir, "nothing.go")
	if err := os.WriteFile(nothing, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	build386(t, filepath.Join(dir, "nothing"), nothing)
	with := runner386(filepath.Join(dir, "nothing"))
	if with == nil {
		t.Skip("this machine runs no linux/386, nor has it qemu-i386")
	}
	program := filepath.Join(dir, "policyx-386")
	build386(t, program, ".")
	args := []string{"extract", "-q", "-f", "jsonl", "../../testdata/notices", "../../testdata/formats/page.pdf", "../../testdata/formats/page.docx"}
	want, messages := policyx(args...)
	amd64, err := want.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	i386, err := command386(with, program, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	if len(amd64) == 0 || !bytes.Equal(amd64, i386) {
		t.Errorf("%d bytes on amd64, %d on 386, and they differ", len(amd64), len(i386))
	}
}

// runner386 returns what a linux/386 program has to be run with: nothing, an emulator; nil where neither runs it.
func runner386(program string) []string {
	for _, with := range [][]string{{}, {"qemu-i386"}, {"qemu-i386-static"}} {
		if command386(with, program).Run() == nil {
			return with
		}
	}
	return nil
}

// command386 lets no signal preempt the program, which qemu would deliver on a stack that is not the program's.
func command386(with []string, program string, args ...string) *exec.Cmd {
	line := append(append(with[:len(with):len(with)], program), args...)
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Env = append(os.Environ(), "GODEBUG=asyncpreemptoff=1")
	return cmd
}

func build386(t *testing.T, program, source string) {
	t.Helper()
	build := exec.Command("go", "build", "-o", program, source)
	build.Env = append(os.Environ(), "GOARCH=386", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
