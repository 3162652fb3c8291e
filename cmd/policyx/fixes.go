package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/correction"
)

// fixes are the corrections that lie in a folder, each beside the data of its notice or where these would lie.
type fixes struct {
	folder string
	places map[string]dataPlace // by the name of an input
	owns   map[string]bool      // the folders of archives
}

// dataPlace is where the data of an input lie, slash-separated below the folder.
type dataPlace struct {
	file string // of its one notice, without ending
	own  string // the folder for several
}

// dataEnding is the ending of the data that corrections are named after.
const dataEnding = ".json"

// anyFixes matches files of corrections, which are never notices or data.
const anyFixes = "*" + correction.Ending

// fixesIn returns the corrections of the inputs that lie in the folder.
func fixesIn(folder string, list []batch.Input) (*fixes, error) {
	targets, err := batch.Targets(list, batch.Beside(list, folder, dataEnding), dataEnding)
	if err != nil {
		return nil, usageError{err}
	}
	f := &fixes{folder: folder, places: make(map[string]dataPlace, len(list)), owns: make(map[string]bool, len(list))}
	for i, in := range list {
		own := batch.FolderFor(in.Rel, targets[i], dataEnding)
		f.places[in.Name] = dataPlace{strings.TrimSuffix(targets[i], dataEnding), own}
		f.owns[own] = true
	}
	return f, nil
}

// fixesFor is where the corrections of data lie, of which the place is given without ending.
func fixesFor(place string) string {
	return path.Join(path.Dir(place), batch.Fit(path.Base(place), correction.Ending))
}

// place returns where the corrections of a notice lie, slash-separated: of the one notice of an input, or of one of several, by
// their names.
func (f *fixes) place(in batch.Input, names []string, i int) (string, error) {
	if len(names) == 1 {
		return fixesFor(f.places[in.Name].file), nil
	}
	targets, err := memberTargets(in, names, dataEnding)
	if err != nil {
		return "", err
	}
	return path.Join(f.places[in.Name].own, fixesFor(strings.TrimSuffix(targets[i], dataEnding))), nil
}

// memberTargets are the places of what an archive holds, in the folder of its name.
func memberTargets(in batch.Input, names []string, ending string) ([]string, error) {
	var members []batch.Input
	for _, name := range names {
		members = append(members, batch.Input{Name: name, Rel: strings.TrimPrefix(name, in.Name+"/")})
	}
	return batch.Targets(members, nil, ending)
}

// read returns the corrections at a place; nil where there are none. The error names the file.
func (f *fixes) read(place string) (*correction.File, error) {
	name := filepath.Join(f.folder, filepath.FromSlash(place))
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, about(name, err)
	}
	file, err := correction.Decode(data)
	return file, about(name, err)
}

// sum is a checksum of all corrections of an input, "" where there are none.
func (f *fixes) sum(in batch.Input) string {
	place := f.places[in.Name]
	var all []byte
	for _, name := range append(f.below(place.own), fixesFor(place.file)) {
		if data, err := os.ReadFile(filepath.Join(f.folder, filepath.FromSlash(name))); err == nil {
			all = fmt.Appendf(all, "%x", sha256.Sum256(data))
		}
	}
	return string(all)
}

// below returns the places of the files of corrections in a folder and below it, by name.
func (f *fixes) below(dir string) (places []string) {
	_ = fs.WalkDir(os.DirFS(f.folder), dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(name, correction.Ending) {
			places = append(places, name)
		}
		return nil
	})
	return places
}

// correct puts the corrections of an input on its notices. A file of corrections that cannot be read fails its notice: data that
// lack what a person said would look as if they had it.
func (f *fixes) correct(in batch.Input, all []outcome) {
	var names []string
	for _, out := range all {
		names = append(names, out.name)
	}
	for i := range all {
		if all[i].err != nil {
			continue
		}
		place, err := f.place(in, names, i)
		var file *correction.File
		if err == nil {
			file, err = f.read(place)
		}
		switch {
		case err != nil:
			all[i].err = err
		case file != nil:
			all[i].notice = file.On(all[i].notice, []rune(all[i].text))
		}
	}
}

// findFixes looks for the corrections of the inputs in a folder; "" is none. Those of no input are said.
func (x *extraction) findFixes(folder string, list []batch.Input) (err error) {
	if folder == "" {
		return nil
	}
	if x.flags.fixes != "" && !isFolder(folder) {
		return misuse("--fixes %s: want a folder with files of corrections (NAME.fix.json)", folder)
	}
	if x.fixes, err = fixesIn(folder, list); err != nil {
		return err
	}
	if !x.many {
		return nil // the others were not to be read
	}
	for _, name := range x.fixes.strays() {
		x.c.say(name, "belongs to no notice that is read: the file is named like the notice's data")
	}
	return nil
}

// strays returns the files of corrections in the folder that belong to none of the inputs, by name.
func (f *fixes) strays() (names []string) {
	known := make(map[string]bool, len(f.places))
	for _, place := range f.places {
		known[fixesFor(place.file)] = true
	}
	for _, place := range f.below(".") {
		dir := path.Dir(place)
		for dir != "." && !f.owns[dir] {
			dir = path.Dir(dir)
		}
		if dir == "." && !known[place] {
			names = append(names, filepath.Join(f.folder, filepath.FromSlash(place)))
		}
	}
	return names
}
