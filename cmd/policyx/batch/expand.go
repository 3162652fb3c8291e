package batch

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// ErrNoMatch is a pattern that no file matches.
var ErrNoMatch = message.New("no file matches this pattern")

// Expand returns the files and folders that a name stands for where a shell has not asked: a
// name that is there for itself, one with * ? or [ for what matches it as a [Glob], by name; ** stands for any
// number of folders and matches files alone. What begins with a dot is matched only by a part
// that does. A name without these signs, or with some that make no pattern, stands for itself, whether it is there or not. The
// error is [ErrNoMatch].
func Expand(name string) ([]string, error) {
	if _, err := os.Lstat(name); err == nil || !strings.ContainsAny(name, "*?[") {
		return []string{name}, nil
	}
	root, pattern := splitPattern(filepath.ToSlash(name))
	if _, err := ParseGlob(pattern); err != nil {
		return []string{name}, nil
	}
	e := expansion{parts: strings.Split(pattern, "/"), root: root}
	e.deep = slices.Contains(e.parts, "**")
	_ = fs.WalkDir(os.DirFS(filepath.FromSlash(root)), ".", e.visit) // what cannot be listed matches nothing
	if len(e.found) == 0 {
		return nil, ErrNoMatch
	}
	return e.found, nil
}

// splitPattern cuts a name before the first part that is a pattern.
func splitPattern(name string) (root, pattern string) {
	at := strings.LastIndex(name[:strings.IndexAny(name, "*?[")], "/")
	switch {
	case at < 0:
		return ".", name
	case at == 0:
		return "/", name[1:]
	}
	return name[:at], name[at+1:]
}

type expansion struct {
	root  string
	parts []string
	deep  bool // ** is one of the parts
	found []string
}

func (e *expansion) visit(below string, entry fs.DirEntry, err error) error {
	if err != nil {
		return fs.SkipDir
	}
	if below == "." {
		return nil
	}
	names := strings.Split(below, "/")
	if !e.deep && len(names) > len(e.parts) || e.hides(names) {
		return skipped(entry)
	}
	if matchParts(e.parts, names) && !(e.deep && entry.IsDir()) {
		e.found = append(e.found, filepath.FromSlash(path.Join(e.root, below)))
		return skipped(entry)
	}
	return nil
}

// hides reports whether a name begins with a dot where no part of the pattern does.
func (e *expansion) hides(names []string) bool {
	if !strings.HasPrefix(names[len(names)-1], ".") {
		return false
	}
	return e.deep || !strings.HasPrefix(e.parts[len(names)-1], ".")
}
