package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
	"github.com/policyx/policyx/schema/term"
)

// readTemplate reads the workbook of --template. Without -o it is the output too.
func (f *extractFlags) readTemplate() error {
	path := f.view.template
	if path == "" {
		return nil
	}
	if len(f.outs) > 1 {
		return misuse("--template fills one file: give -o once, and make other files in a run of their own")
	}
	if f.records {
		return misuse("--template goes with notices, not with --records")
	}
	if len(f.outs) == 0 {
		f.outs = []string{path}
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return about(path, err)
	case !info.Mode().IsRegular():
		return about(path, message.New("is no file"))
	case info.Size() > batch.SizeLimit:
		return about(path, batch.ErrSize)
	}
	if err := inUse(f.out()); err != nil {
		return err
	}
	f.view.workbook, err = os.ReadFile(path)
	return about(path, err)
}

// inUse reports a workbook that is open in another program, which would write over what is written here: the program
// leaves a file beside it, or lets nobody else write.
func inUse(path string) error {
	if path == "" || path == "-" {
		return nil
	}
	folder, name := filepath.Split(path)
	for _, lock := range []string{"~$" + name, ".~lock." + name + "#"} { // Excel and WPS; LibreOffice
		if _, err := os.Lstat(filepath.Join(folder, lock)); err == nil {
			return about(path, message.Errorf("is open in another program (%s lies beside it): close it there first", lock))
		}
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return about(path, message.Errorf("cannot be written, close it where it is open: %w", err))
	}
	return file.Close()
}

// refuseFilled reports a ledger in which people have written, before it is made anew without what they wrote.
func (x *extraction) refuseFilled(path string, as view) error {
	if as.format != render.XLSX || as.options.Template != nil || x.flags.many.force || path == "" || path == "-" {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > batch.SizeLimit {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return about(path, err)
	}
	if n := render.FilledRows(data); n > 0 {
		return about(path, message.Errorf("people have filled %s of it: --template keeps what they wrote, --force makes it anew", count(n, "row")))
	}
	return nil
}

// keepBefore copies a file that is about to be replaced to NAME.bak. It returns the name of the copy, "" where there is
// nothing to keep.
func keepBefore(path string) (string, error) {
	if path == "" || path == "-" {
		return "", nil
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", about(path, err)
	}
	backup := path + ".bak"
	file, err := batch.Create(backup)
	if err != nil {
		return "", about(backup, err)
	}
	if _, err := file.Write(data); err != nil {
		file.Discard()
		return "", about(backup, err)
	}
	return backup, about(backup, file.Commit())
}

// sayWritten says of each file what it does not hold, and of a ledger that was filled what became of its rows; the file
// as it was is kept before it is replaced.
func (x *extraction) sayWritten(out outputs) error {
	for _, s := range out {
		if s.empty() {
			continue
		}
		x.sayRest(s.name, s.open(false).Rest())
		if s.view.options.Template == nil {
			continue
		}
		backup, err := keepBefore(s.name)
		if err != nil {
			return err
		}
		if x.flags.quiet {
			continue
		}
		x.sayFilled(s)
		if backup != "" {
			x.c.say(s.name, "as it was before: %s", backup)
		}
	}
	return nil
}

// sayFilled says what became of the rows of an office's ledger, what it has no column for, and which sheets that this program once
// made beside it are left behind.
func (x *extraction) sayFilled(s *sink) {
	r := s.open(false).Filled()
	x.c.say(s.name, "sheet %s: %s as before, %d edited, %d new, %d no longer in the text", r.Sheet, count(r.Same, "task"), r.Edited, r.Fresh, r.Gone)
	for _, l := range r.Lacks {
		column, tasks := term.Value(s.view.options.Lang, "column", l.Kind), count(l.Tasks, "task")
		if l.In == "" {
			x.c.say(s.name, "no column for %s: left out of %s", column, tasks)
		} else {
			x.c.say(s.name, "no column for %s: in %s it stands under %s", column, tasks, l.In)
		}
	}
	old := slices.DeleteFunc(r.Others, func(name string) bool { return !slices.Contains(render.SheetNames(s.view.options.Lang), name) })
	if len(old) > 0 && r.Edited+r.Fresh+r.Gone > 0 {
		x.c.say(s.name, "other sheets (%s) are as they were: a ledger made anew has them as the notice is now", strings.Join(old, ", "))
	}
}
