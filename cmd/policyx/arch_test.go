package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// foreign are processors that this one or an emulator may run programs of: one of another word
// size, and one that rounds floating-point sums otherwise (a fused multiply and add). An emulator
// is slow, so that the second reads a text, a page and a PDF only.
var foreign = []struct {
	arch   string
	run    [][]string // what a program is run with: nothing, or an emulator
	inputs []string
}{
	{"386", [][]string{{}, {"qemu-i386"}, {"qemu-i386-static"}}, []string{"notices", "formats/page.pdf", "formats/page.docx"}},
	{"arm64", [][]string{{"qemu-aarch64"}, {"qemu-aarch64-static"}}, []string{"notices/label-lines.txt", "notices/page.html", "formats/page.pdf"}},
}

// TestSameBytes holds that a program for another processor prints the same bytes, for text, pages
// and a PDF. It runs where the machine can run linux programs of that processor.
func TestSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds programs for other processors")
	}
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skipf("compared with linux/amd64, not %s/%s", runtime.GOOS, runtime.GOARCH)
	}
	nothing := filepath.Join(t.TempDir(), "nothing.go")
	if err := os.WriteFile(nothing, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, f := range foreign {
		t.Run(f.arch, func(t *testing.T) {
			dir := t.TempDir()
			build(t, f.arch, filepath.Join(dir, "nothing"), nothing)
			with := runner(f.run, filepath.Join(dir, "nothing"))
			if with == nil {
				t.Skipf("this machine runs no linux/%s, nor has it an emulator", f.arch)
			}
			program := filepath.Join(dir, "policyx")
			build(t, f.arch, program, ".")
			args := []string{"extract", "-q", "-f", "jsonl"}
			for _, in := range f.inputs {
				args = append(args, "../../testdata/"+in)
			}
			want, messages := policyx(args...)
			here, err := want.Output()
			if err != nil {
				t.Fatalf("%v\n%s", err, messages)
			}
			there, err := command(with, program, args...).Output()
			if err != nil {
				t.Fatal(err)
			}
			if len(here) == 0 || !bytes.Equal(here, there) {
				t.Errorf("%d bytes on amd64, %d on %s, and they differ", len(here), len(there), f.arch)
			}
		})
	}
}

// runner returns the first way in which the program runs, nil where none does.
func runner(ways [][]string, program string) []string {
	for _, with := range ways {
		if command(with, program).Run() == nil {
			return with
		}
	}
	return nil
}

// command lets no signal preempt the program, which qemu would deliver on a stack that is not the program's.
func command(with []string, program string, args ...string) *exec.Cmd {
	line := append(append(with[:len(with):len(with)], program), args...)
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Env = append(os.Environ(), "GODEBUG=asyncpreemptoff=1")
	return cmd
}

func build(t *testing.T, arch, program, source string) {
	t.Helper()
	build := exec.Command("go", "build", "-o", program, source)
	build.Env = append(os.Environ(), "GOARCH="+arch, "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
