package pdf

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A cache that is damaged is thrown away, one that cannot be changed is not used.
func TestCache(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "wazero-v0-test")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	good, bad, bare := filepath.Join(folder, "good"), filepath.Join(folder, "bad"), filepath.Join(folder, "bare")
	for _, name := range []string{good, bad} {
		if err := os.WriteFile(name, []byte("compiled code"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	(&cache{dir: dir}).seal()
	for name, data := range map[string]string{bad: "compiled c0de", bare: "not sealed"} {
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := openCacheIn(dir)
	if c == nil {
		t.Fatal("no cache")
	}
	if files := c.files(); len(files) != 1 || files[0] != good {
		t.Errorf("kept %v", files)
	}
	c.drop()
	if files := c.files(); len(files) != 0 {
		t.Errorf("still there: %v", files)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if openCacheIn(filepath.Join(file, "below")) != nil {
		t.Error("a folder below a file is a cache")
	}
	if openCache(NoCache) != nil {
		t.Error("none is a cache")
	}
	other := filepath.Join(t.TempDir(), "other")
	if c := openCache(other); c == nil || c.dir != other {
		t.Error("the folder that is named is no cache")
	}
}

// TestSeal holds what a seal sees of a large file: its begin, its end and its length.
func TestSeal(t *testing.T) {
	name := filepath.Join(t.TempDir(), "code")
	whole := make([]byte, 3*sealed)
	sum := func(data []byte) string {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return checksum(name)
	}
	want := sum(whole)
	for at, seen := range map[int]bool{0: true, sealed - 1: true, len(whole) / 2: false, len(whole) - sealed: true, len(whole) - 1: true} {
		changed := slices.Clone(whole)
		changed[at] = 1
		if (sum(changed) != want) != seen {
			t.Errorf("a change at %d: seen %v", at, !seen)
		}
	}
	if sum(whole[1:]) == want {
		t.Error("a byte less is not seen")
	}
}
