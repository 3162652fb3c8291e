package batch

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is a file that appears under its name only when it is whole. Until [File.Commit]
// it is written as .NAME.part in the same folder; a program that is killed leaves that
// behind, and the next one that makes the same file takes it over.
type File struct {
	*os.File
	path string // to rename to
	part string
}

// ErrBusy is an output that another program is making at this moment.
var ErrBusy = errors.New("is being written by another run")

// Create begins the file. One that it replaces keeps its permissions; a link stays a link.
func Create(path string) (*File, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := fs.FileMode(0o666)
	info, err := os.Stat(path)
	if err == nil {
		mode = info.Mode().Perm()
	}
	f := &File{path: path, part: filepath.Join(filepath.Dir(path), partName(filepath.Base(path)))}
	if f.File, err = openPart(f.part, mode); err != nil {
		return nil, err
	}
	if info != nil {
		err = f.Chmod(mode) // the umask does not count for what is there already
	}
	if err == nil {
		err = f.Truncate(0)
	}
	if err != nil {
		f.Discard()
		return nil, err
	}
	return f, nil
}

// partName keeps within the 255 bytes that file systems allow, which a title of 80 Chinese
// characters reaches.
func partName(base string) string {
	if len(base) > 240 {
		h := fnv.New64a()
		h.Write([]byte(base))
		base = fmt.Sprintf("%s.%016x", strings.ToValidUTF8(base[:200], ""), h.Sum64())
	}
	return "." + base + ".part"
}

// openPart opens the file for this program alone.
func openPart(part string, mode fs.FileMode) (*os.File, error) {
	for {
		file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE, mode)
		if err != nil {
			return nil, err
		}
		if err := lock(file); err != nil {
			file.Close()
			return nil, ErrBusy
		}
		if inPlace(file, part) {
			return file, nil
		}
		file.Close() // another program renamed it in between
	}
}

func inPlace(file *os.File, part string) bool {
	mine, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(part)
	return err == nil && os.SameFile(mine, there)
}

// Commit makes what was written final.
func (f *File) Commit() error {
	return f.commit(f.path)
}

// CommitAs makes what was written final under another name in the same folder.
func (f *File) CommitAs(name string) error {
	return f.commit(filepath.Join(filepath.Dir(f.path), name))
}

// commit renames before it closes: the lock ends with the file.
func (f *File) commit(path string) error {
	err := os.Rename(f.part, path)
	if err != nil {
		os.Remove(f.part)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return nil
}

// Discard leaves an existing file as it was.
func (f *File) Discard() {
	os.Remove(f.part)
	f.Close()
}

// Write creates the file with the given content and the folders above it.
func Write(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := Create(path)
	if err != nil {
		return err
	}
	if _, err := f.File.Write(content); err != nil {
		f.Discard()
		return err
	}
	return f.Commit()
}
