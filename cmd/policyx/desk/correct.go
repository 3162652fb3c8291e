package desk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/correction"
	"github.com/policyx/policyx/schema/message"
)

var (
	errUnknown = message.New("this notice is not in the folder any more")
	errOthers  = message.New("the corrections of this notice were changed in another window or by another program; they were read again, and this last one was not saved: look at the notice, then make it again")
)

// correct writes the corrections of a notice where they belong, whole or not at all. since is the version of the desk of which
// the page knows the notice; the one of which it knows it by then is returned. Earlier corrections that do not fit the notice any more stay in the file;
// nil takes the file away. Corrections that the page does not know, or that are in the file and not on the desk, are never written over: they are
// read again instead (errOthers), or left where that is not possible.
func (d *desk) correct(id string, fixes *correction.File, since int) (version int, err error) {
	d.mu.Lock()
	defer d.crowd.ring()
	defer d.mu.Unlock()
	all := d.all()
	at := slices.IndexFunc(all, func(s *sheet) bool { return s.id == id && s.Err == nil })
	if at < 0 {
		return 0, errUnknown
	}
	s := all[at]
	there, err := d.fixesAt(s.Fixes)
	if err != nil {
		return 0, err
	}
	if !there.Equal(s.fixes) {
		d.change(s, there, nil)
	}
	if s.revised > since {
		return 0, errOthers
	}
	if fixes != nil && s.fixes != nil {
		fixes.Keep(s.fixes, s.stale)
	}
	if fixes != nil && fixes.Empty() {
		fixes = nil
	}
	if err := d.write(s.Fixes, fixes); err != nil {
		return 0, message.Errorf("%s: %w", s.place(), message.Cause(err))
	}
	current := s.version <= since
	d.change(s, fixes, nil)
	if current {
		return d.version, nil
	}
	return since, nil // the notice itself was read again: the page will ask for it
}

// change puts corrections on a notice of the desk, which has another version by then.
func (d *desk) change(s *sheet, fixes *correction.File, broken error) {
	s.correct(fixes, broken)
	d.version++
	s.version, s.revised = d.version, d.version
}

// place is where the corrections of a notice lie, slash-separated below the folder.
func (s *sheet) place() string { return DataFolder + "/" + s.Fixes }

func (d *desk) fileOf(place string) string {
	return filepath.Join(d.folder, DataFolder, filepath.FromSlash(place))
}

func (d *desk) write(place string, fixes *correction.File) error {
	if fixes == nil {
		if err := os.Remove(d.fileOf(place)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	data, err := fixes.Encode()
	if err != nil {
		return err
	}
	return batch.Write(d.folder, d.fileOf(place), data)
}

// fixesAt reads corrections; nil where there are none, be it that something else is in the way of their folder.
func (d *desk) fixesAt(place string) (*correction.File, error) {
	data, err := os.ReadFile(d.fileOf(place))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil, nil
	}
	var fixes *correction.File
	if err == nil {
		fixes, err = correction.Decode(data)
	}
	if err != nil {
		return nil, message.Errorf("%s: %w", DataFolder+"/"+place, message.Cause(err))
	}
	return fixes, nil
}
