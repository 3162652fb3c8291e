package batch

import (
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Beside returns the places of what lies in the folders of inputs and is none of them, hidden
// files left out and / behind a folder: an output that is named with regard to it (see
// [Targets]) has the same name whichever inputs a run is given. Where the outputs below
// folder would lie among their inputs, files with the ending of an output are taken for
// such. What cannot be listed has nothing beside it.
func Beside(inputs []Input, folder, ending string) []string {
	given := make(map[string]bool, len(inputs))
	for _, in := range inputs {
		given[in.Rel] = true
	}
	listed := map[string]bool{}
	var places []string
	for _, in := range inputs {
		dir, rel := filepath.Dir(in.Name), path.Dir(in.Rel)
		if listed[dir] {
			continue
		}
		listed[dir] = true
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		among := sameFolder(dir, filepath.Join(folder, filepath.FromSlash(rel)))
		for _, entry := range entries {
			place := path.Join(rel, entry.Name())
			if given[place] || strings.HasPrefix(entry.Name(), ".") || among && strings.HasSuffix(place, ending) {
				continue
			}
			given[place] = true // two folders may be read into one
			if entry.IsDir() {
				place += "/"
			}
			places = append(places, place)
		}
	}
	return places
}

func sameFolder(a, b string) bool {
	here, err := os.Stat(a)
	if err != nil {
		return false
	}
	there, err := os.Stat(b)
	return err == nil && os.SameFile(here, there)
}
