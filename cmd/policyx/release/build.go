package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// platform is what a release is made for, in Go's words.
type platform struct{ os, arch string }

var platforms = []platform{
	{"linux", "amd64"}, {"linux", "arm64"}, {"linux", "386"}, {"linux", "loong64"},
	{"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"},
}

func (p platform) String() string { return p.os + "/" + p.arch }

func (p platform) name() string { return p.os + "-" + p.arch }

// file is a file of the release.
type file struct {
	name    string // slash-separated
	mode    fs.FileMode
	content []byte
}

// linked are the programs, each with the tags it is built with.
var linked = []struct{ name, tags string }{{"policyx", ""}, {"policyx-catalog", "sqlite"}}

// build builds the programs for a platform.
func (r *release) build(p platform, dir string) ([]file, error) {
	var programs []file
	for _, program := range linked {
		name := program.name
		if p.os == "windows" {
			name += ".exe"
		}
		at := filepath.Join(dir, name)
		build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-tags", program.tags, "-ldflags", "-s -w -buildid= -X main.release="+r.version, "-o", at, "./cmd/policyx")
		build.Dir = r.root
		build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOOS="+p.os, "GOARCH="+p.arch, "GO386=", "GOAMD64=", "GOARM64=")
		if said, err := build.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("go build: %w\n%s", err, said)
		}
		content, err := os.ReadFile(at)
		if err != nil {
			return nil, err
		}
		programs = append(programs, file{name, 0o755, content})
	}
	return programs, nil
}

// share makes the man pages and completions with the program of this machine.
func (r *release) share(dir string) ([]file, error) {
	programs, err := r.build(platform{runtime.GOOS, runtime.GOARCH}, dir)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(dir, "share")
	manual := exec.Command(filepath.Join(dir, programs[0].name), "manual", out)
	if said, err := manual.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("policyx manual: %w\n%s", err, said)
	}
	return tree(out, "share")
}

// tree returns the files below dir, in order, with names that begin with as.
func tree(dir, as string) ([]file, error) {
	var files []file
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path)
		files = append(files, file{as + "/" + filepath.ToSlash(rel), 0o644, content})
		return err
	})
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, err
}

// papers are the files of the sources that every archive holds.
var papers = []string{"README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "NOTICE"}

// papers returns them for a platform.
func (r *release) papers(p platform) ([]file, error) {
	var files []file
	for _, name := range papers {
		content, err := os.ReadFile(filepath.Join(r.root, name))
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, 0o644, content})
	}
	docs, err := tree(filepath.Join(r.root, "docs"), "docs")
	if err != nil {
		return nil, err
	}
	files = append(files, docs...)
	if p.os == "linux" {
		container, err := os.ReadFile(filepath.Join(r.root, "cmd", "policyx", "release", "Containerfile"))
		return append(files, file{"Containerfile", 0o644, container}), err
	}
	if p.os != "windows" {
		return files, nil
	}
	script, err := os.ReadFile(filepath.Join(r.root, "cmd", "policyx", "windows", "policyx-check.cmd"))
	lines := strings.ReplaceAll(string(script), "\n", "\r\n") // as the command interpreter of Windows wants them
	return append(files, file{"policyx-check.cmd", 0o644, []byte(lines)}), err
}
