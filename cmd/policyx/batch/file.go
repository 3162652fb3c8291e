package batch

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/policyx/policyx/schema/message"
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
var ErrBusy = message.New("is being written by another run")

// ErrLink is an output that would be written through a link, or an input that a link in a
// folder leads out of it for.
var ErrLink = message.New("is a link: --follow-links goes where it leads")

// Create begins the file. One that it replaces keeps its permissions. A link is not
// written through: [ErrLink].
func Create(path string) (*File, error) {
	mode := fs.FileMode(0o666)
	info, err := os.Lstat(path)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, ErrLink
	}
	if err == nil {
		mode = info.Mode().Perm()
	}
	f := &File{path: path, part: filepath.Join(filepath.Dir(path), Fit("."+filepath.Base(path), ".part"))}
	if f.File, err = openPart(f.part, mode); err != nil {
		return nil, err
	}
	if info != nil {
		err = f.Chmod(mode) // the umask does not count for what is there already
	}
	if err != nil {
		f.Discard()
		return nil, err
	}
	return f, nil
}

// openPart makes the file for this program alone. What stands there is never opened to be written:
// a link or a pipe could lead anywhere, a name with a second link is another file's as well.
func openPart(part string, mode fs.FileMode) (*os.File, error) {
	for range 100 { // others may come and go in between
		file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil {
			if lock(file) == nil && inPlace(file, part) {
				return file, nil
			}
			file.Close() // another program took it for a leftover
			return nil, ErrBusy
		}
		if errors.Is(err, fs.ErrExist) {
			err = clearPart(part)
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, ErrBusy
}

// clearPart removes what a program that was killed left, or someone put there.
func clearPart(part string) error {
	info, err := os.Lstat(part)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return os.Remove(part)
	}
	file, err := os.OpenFile(part, os.O_RDONLY|noFollow, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	if lock(file) != nil {
		return ErrBusy
	}
	if !inPlace(file, part) {
		return nil
	}
	if !locks {
		file.Close()
	}
	return os.Remove(part)
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

// commit renames before it closes, as the lock ends with the file; where there is no lock it closes first: Windows
// renames and removes no file that is open.
func (f *File) commit(path string) error {
	if !locks {
		if err := f.Close(); err != nil {
			os.Remove(f.part)
			return err
		}
	}
	err := os.Rename(f.part, path)
	if err != nil {
		os.Remove(f.part)
	}
	if locks {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	return err
}

// Discard leaves an existing file as it was.
func (f *File) Discard() {
	if !locks {
		f.Close()
	}
	os.Remove(f.part)
	f.Close()
}

// Writable is why no file can be made in the folder; nothing is left there.
func Writable(folder string) error {
	f, err := Create(filepath.Join(folder, ".policyx"))
	if err == nil {
		f.Discard()
	}
	return err
}

// Write is [Fill] with content that is at hand.
func Write(root, path string, content []byte) error {
	return Fill(root, path, func(out io.Writer) error {
		_, err := out.Write(content)
		return err
	})
}

// Fill creates the file with what fill writes and the folders above it, of which none
// below root may be a link ([ErrLink]); "" checks none. It waits for another program that
// makes the same file at this moment.
func Fill(root, path string, fill func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	if root != "" {
		for dir := filepath.Dir(path); len(dir) > len(root); dir = filepath.Dir(dir) {
			if info, err := os.Lstat(dir); err != nil || info.Mode()&fs.ModeSymlink != 0 {
				return errors.Join(err, ErrLink)
			}
		}
	}
	f, err := await(path)
	if err != nil {
		return err
	}
	done := false
	defer func() {
		if !done { // fill panicked as well
			f.Discard()
		}
	}()
	out := bufio.NewWriterSize(f.File, 1<<16)
	if err := errors.Join(fill(out), out.Flush()); err != nil {
		return err
	}
	done = true
	return f.Commit()
}

// await is [Create], but waits for another program that makes the same file at this moment.
func await(path string) (*File, error) {
	f, err := Create(path)
	for deadline := time.Now().Add(patience); errors.Is(err, ErrBusy) && time.Now().Before(deadline); f, err = Create(path) {
		time.Sleep(time.Millisecond)
	}
	return f, err
}

// patience is how long another program may take for a file whose notice it has read.
const patience = 3 * time.Second
