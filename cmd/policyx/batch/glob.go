package batch

import (
	"path"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// Glob is a pattern for files: * and ? stand for characters of one name, [a-z] for one of
// them, ** for any number of folders. Without a slash it is held against the name alone
// (*.html), else against the path below the folder that is read (2024/**/*.html).
type Glob struct {
	parts []string
	whole bool // against the whole path
}

// ParseGlob returns the glob that pattern stands for.
func ParseGlob(pattern string) (Glob, error) {
	trimmed := strings.TrimSuffix(strings.TrimPrefix(pattern, "/"), "/")
	if _, err := path.Match(trimmed, ""); err != nil || trimmed == "" {
		return Glob{}, message.Errorf("%q: not a pattern such as *.html or 2024/**", pattern)
	}
	return Glob{strings.Split(trimmed, "/"), strings.Contains(strings.TrimSuffix(pattern, "/"), "/")}, nil
}

// Match reports whether the glob matches the slash-separated path.
func (g Glob) Match(name string) bool {
	if !g.whole {
		ok, _ := path.Match(g.parts[0], path.Base(name))
		return ok
	}
	return matchParts(g.parts, strings.Split(name, "/"))
}

// matchParts takes time in proportion to the product of both lengths: at[i] says whether the
// pattern read so far can end before the i-th name.
func matchParts(pattern, names []string) bool {
	at := make([]bool, len(names)+1)
	at[0] = true
	for _, part := range pattern {
		next := make([]bool, len(names)+1)
		for i, reached := range at {
			switch {
			case part == "**":
				next[i] = reached || i > 0 && next[i-1]
			case reached && i < len(names):
				next[i+1], _ = path.Match(part, names[i])
			}
		}
		at = next
	}
	return at[len(names)]
}

// Filter decides which of a folder's files are read.
type Filter struct {
	Include []Glob // none: all
	Exclude []Glob // of a folder: with all that is in it
	Links   bool   // follow links to files out of the folder
	Bundles bool   // the files that lie in one folder are one input

	// Leave reports whether a folder is left out for the names beside it; nil leaves none out.
	Leave func(folder string, beside []string) bool
}

func (f Filter) includes(name string) bool { return len(f.Include) == 0 || anyMatch(f.Include, name) }
func (f Filter) excludes(name string) bool { return anyMatch(f.Exclude, name) }

func anyMatch(globs []Glob, name string) bool {
	for _, g := range globs {
		if g.Match(name) {
			return true
		}
	}
	return false
}
