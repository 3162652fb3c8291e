package tool

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// Folders are those whose files may be read, with all below them, and nothing else.
type Folders struct {
	real  []string // whole paths without links
	shown []string // as they were given
}

// OpenFolders returns the folders; none is the current one.
func OpenFolders(names []string) (*Folders, error) {
	if len(names) == 0 {
		names = []string{"."}
	}
	f := &Folders{shown: names}
	for _, name := range names {
		real, err := realPath(name)
		if err != nil {
			return nil, message.Errorf("%s: %w", name, message.Cause(err))
		}
		if info, err := os.Stat(real); err != nil || !info.IsDir() {
			return nil, message.Errorf("%s: want a folder", name)
		}
		f.real = append(f.real, real)
	}
	return f, nil
}

// Find returns the path of a file or folder: a name below one of the folders, the first that has it, or a whole path. What is
// outside of all of them, also by .. or by a link, is an error, as is what is neither file nor folder: a pipe would be waited for.
func (f *Folders) Find(name string) (string, error) {
	if name == "" {
		return "", message.Errorf("name a file below %s", f)
	}
	tries := []string{name}
	if !filepath.IsAbs(name) {
		tries = nil
		for _, folder := range f.real {
			tries = append(tries, filepath.Join(folder, name))
		}
	}
	outside := false
	for _, path := range tries {
		real, err := realPath(path)
		switch {
		case !f.holds(filepath.Clean(path)) && (err != nil || !f.holds(real)):
			outside = true // whether it is there or not is not told
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return "", message.Errorf("%s: %w", name, message.Cause(err))
		case !f.holds(real):
			outside = true
		default:
			return plain(name, real)
		}
	}
	if outside {
		return "", message.Errorf("%s: lies outside of the folders that may be read: %s", name, f)
	}
	return "", message.Errorf("%s: is not there, below %s", name, f)
}

// String names the folders.
func (f *Folders) String() string { return strings.Join(f.shown, ", ") }

// holds reports whether a whole path is one of the folders or lies below one.
func (f *Folders) holds(path string) bool {
	for _, folder := range f.real {
		if rel, err := filepath.Rel(folder, path); err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	return false
}

func plain(name, path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", message.Errorf("%s: %w", name, message.Cause(err))
	}
	if !info.Mode().IsRegular() && !info.IsDir() {
		return "", message.Errorf("%s: is neither a file nor a folder", name)
	}
	return path, nil
}

// realPath is the whole path without links.
func realPath(name string) (string, error) {
	whole, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(whole)
}

// Name is what Find takes for a path that it has found, or one below: the path from the folder that it lies in, or the path itself where an
// earlier folder has a file of that name.
func (f *Folders) Name(path string) string {
	for _, folder := range f.real {
		rel, err := filepath.Rel(folder, path)
		if err != nil || !filepath.IsLocal(rel) {
			continue
		}
		if again, err := f.Find(rel); err == nil && again == path {
			return filepath.ToSlash(rel)
		}
	}
	return path
}
