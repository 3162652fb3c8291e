package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/render"
)

// spares reports an output file that is one of the inputs as wrong use. A file in a folder that is
// read may be an earlier output there; where its ending is that of an input, it may be a notice.
func spares(out string, names []string, filter batch.Filter) error {
	info, err := os.Stat(out)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	filter.Bundles = false
	for _, in := range batch.Walk(names, filter, nil, func(string, error) {}) {
		there, err := os.Stat(in.Name)
		if err != nil || !os.SameFile(info, there) {
			continue
		}
		given := false
		for _, name := range names {
			given = given || name == in.Name
		}
		if f := render.FormatOf(out); given || f == "" || f == render.HTML || f == render.Markdown {
			return misuse("-o %s: is an input, which is never overwritten", out)
		}
	}
	return nil
}

// sparesAll is spares for a folder of outputs.
func (x *extraction) sparesAll(folder string, list []batch.Input, targets []string) error {
	byName := map[string][]string{}
	for _, in := range list {
		base := strings.ToLower(filepath.Base(in.Name))
		byName[base] = append(byName[base], in.Name)
	}
	for _, target := range targets {
		for _, path := range []string{target, batch.Partial(target)} {
			rivals := byName[strings.ToLower(filepath.Base(filepath.FromSlash(path)))]
			if len(rivals) == 0 {
				continue
			}
			path = filepath.Join(folder, filepath.FromSlash(path))
			info, err := os.Stat(path)
			if err != nil {
				continue
			}
			for _, name := range rivals {
				if there, err := os.Stat(name); err == nil && os.SameFile(info, there) {
					return misuse("-o %s: %s is an input, which is never overwritten", x.flags.out(), path)
				}
			}
		}
	}
	return nil
}
