package tool

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// tree is a folder with files in and beside the folder "in" that may be read.
func tree(t *testing.T) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"in/a.txt", "in/2024/b.txt", "in/..c/d.txt", "in2/e.txt", "secret.txt"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFind(t *testing.T) {
	root := tree(t)
	t.Chdir(root)
	folders, err := OpenFolders([]string{"in"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"a.txt": "in/a.txt", "2024/b.txt": "in/2024/b.txt", "2024/../a.txt": "in/a.txt", ".": "in", "2024": "in/2024",
		"..c/d.txt": "in/..c/d.txt", filepath.Join(root, "in", "a.txt"): "in/a.txt",
	} {
		if got, err := folders.Find(name); err != nil || got != filepath.Join(root, want) {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	const outside, missing = "lies outside of the folders that may be read: in", "is not there, below in"
	for name, want := range map[string]string{
		"../secret.txt": outside, "2024/../../secret.txt": outside, "../in2/e.txt": outside, "../nothing": outside, filepath.Join(root, "secret.txt"): outside,
		root: outside, filepath.Join(root, "in2"): outside, "..": outside, "/nowhere/at/all": outside,
		"nothing.txt": missing, "2024/a.txt": missing, "in/a.txt": missing, "-": missing, filepath.Join(root, "in", "x"): missing, "": "name a file below in",
	} {
		if got, err := folders.Find(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %s, %v; want %s", name, got, err, want)
		}
	}
}

// TestFindLink: a link within the folders is a name like any other, one that leads out is none, at whatever place of the path.
func TestFindLink(t *testing.T) {
	root := tree(t)
	for link, to := range map[string]string{"in/own": "2024", "in/out": "../in2", "in/file": "../secret.txt", "in/far": root, "in/dead": "nothing", "in/loop": "loop", "start": "in"} {
		if err := os.Symlink(to, filepath.Join(root, link)); err != nil {
			t.Skip(err)
		}
	}
	folders, err := OpenFolders([]string{filepath.Join(root, "start")})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"own/b.txt", filepath.Join(root, "start", "a.txt"), filepath.Join(root, "in", "a.txt")} {
		if _, err := folders.Find(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"out", "out/e.txt", "file", "far", "far/in2/e.txt", "far/secret.txt", "dead", "loop", "own/../../secret.txt"} {
		if got, err := folders.Find(name); err == nil {
			t.Errorf("%s leads to %s", name, got)
		}
	}
}

// TestFindDevice: what is waited for when it is opened is no file.
func TestFindDevice(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("devices are no files there")
	}
	folders, err := OpenFolders([]string{"/dev"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := folders.Find("null"); err == nil || !strings.Contains(err.Error(), "is neither a file nor a folder") {
		t.Error(err)
	}
}

func TestOpenFolders(t *testing.T) {
	root := tree(t)
	t.Chdir(filepath.Join(root, "in"))
	folders, err := OpenFolders(nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := folders.Find("a.txt"); err != nil || got != filepath.Join(root, "in", "a.txt") {
		t.Errorf("the current folder: %s, %v", got, err)
	}
	both, err := OpenFolders([]string{"../in2", "2024"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"e.txt", "b.txt"} {
		if _, err := both.Find(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []string{"a.txt", "nothing"} {
		if _, err := OpenFolders([]string{bad}); err == nil {
			t.Errorf("%s is taken for a folder", bad)
		}
	}
}
