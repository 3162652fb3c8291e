package batch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "c.yaml")
	for _, text := range []string{"one, the longer one", "two"} {
		if err := Write("", path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, text)
	}
	alone(t, path)
}

// TestLeftover holds that what a killed run left behind is taken over.
func TestLeftover(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.yaml")
	part := filepath.Join(filepath.Dir(path), ".c.yaml.part")
	if err := os.WriteFile(part, []byte("half of a long text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write("", path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "whole")
	alone(t, path)
}

// TestBusy holds that two runs do not write the same output at once, and that the one that
// was refused breaks nothing.
func TestBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.yaml")
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write("", path, []byte("other")); !errors.Is(err, ErrBusy) {
		t.Errorf("%v, want %v", err, ErrBusy)
	}
	if _, err := f.Write([]byte("mine")); err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "mine")
	alone(t, path)
}

func TestDiscard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.yaml")
	if err := Write("", path, []byte("before")); err != nil {
		t.Fatal(err)
	}
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte("after")); err != nil {
		t.Fatal(err)
	}
	f.Discard()
	holds(t, path, "before")
	alone(t, path)
}

// TestLongName holds that a name as long as a file system allows can be written.
func TestLongName(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("通", 83)+".yaml") // 254 bytes
	if err := Write("", path, []byte("x")); err != nil {
		t.Error(err)
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", path, got, err, want)
	}
}

func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside %s: %v, %v", path, entries, err)
	}
}
