package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestFullDisk holds that a disk which fills up leaves whole files, and one message that says so.
func TestFullDisk(t *testing.T) {
	disk := smallDisk(t)
	in := manyNotices(t, 40)
	cmd, messages := policyx("extract", in, "-o", filepath.Join(disk, "out"))
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v\n%s", err, messages)
	}
	lines := strings.Split(strings.TrimSpace(messages.String()), "\n")
	if len(lines) != 2 || !strings.HasSuffix(lines[0], ": no space left on device") || !strings.Contains(lines[1], " 1 failure, ") {
		t.Errorf("messages\n%s", messages)
	}
	whole := filepath.Join(t.TempDir(), "whole")
	cmd, messages = policyx("extract", in, "-o", whole)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	want, got := tree(t, whole), tree(t, filepath.Join(disk, "out"))
	for name, text := range got {
		if text != want[name] {
			t.Errorf("%s has %d bytes, want %d", name, len(text), len(want[name]))
		}
	}
	if len(got) < 2 || len(got) == len(want) {
		t.Errorf("%d of %d files fit", len(got), len(want))
	}

	if err := os.RemoveAll(filepath.Join(disk, "out")); err != nil {
		t.Fatal(err)
	}
	cmd, messages = policyx("extract", in, "-o", filepath.Join(disk, "all.jsonl"))
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != 1 || !strings.Contains(messages.String(), "all.jsonl: no space left on device\n") {
		t.Errorf("%v\n%s", err, messages)
	}
	if left := tree(t, disk); len(left) != 0 {
		t.Errorf("left over: %d files", len(left))
	}
}

// smallDisk mounts a file system of 400 KB, where this process may.
func smallDisk(t *testing.T) string {
	t.Helper()
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("a small disk can be mounted by root on Linux only; /dev/full is in batch.txtar")
	}
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=400k", "none", disk).CombinedOutput(); err != nil {
		t.Skipf("no small disk here: %v %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", disk).CombinedOutput(); err != nil {
			t.Errorf("%v %s", err, out)
		}
	})
	return disk
}
