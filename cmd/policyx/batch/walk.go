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

// Input is one file to read, or a folder whose files are read as one.
type Input struct {
	Name string // to open it by, and to call it by in messages: the folder as given, and the path below it
	Rel  string // its slash-separated place in a tree of outputs, never outside that tree
	Size int64  // in bytes, as far as known

	// Files are the files that lie in the folder, by name, where [Filter.Bundles] makes it one input; nil for a file.
	Files []Input
}

// ErrNothing is a folder in which the filter leaves no file.
var ErrNothing = message.New("no file to read in this folder")

// ErrSpecial is something in a folder that is left out: reading it could wait for ever, or do something.
var ErrSpecial = message.New("is a pipe, a socket or a device, and is not read in a folder")

// Walk returns the files that names stand for: a folder for the files in it and below, by name,
// anything else for itself, whether it exists or not.
//
// In folders, hidden files and folders are left out, what the filter excludes or does not include,
// the files and folders of skip (an output that lies there), and links to folders. What cannot be listed, links out of the
// folder, and what is no file at all, such as a pipe, are given to fail, with their names.
func Walk(names []string, filter Filter, skip []fs.FileInfo, fail func(name string, err error)) []Input {
	var inputs []Input
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			in := Input{Name: name, Rel: within(name)}
			if err == nil {
				in.Size = info.Size()
			}
			inputs = append(inputs, in)
			continue
		}
		w := &walker{root: name, filter: filter, skip: skip, fail: fail}
		if len(names) > 1 {
			w.rel = within(name)
		}
		w.walk()
		if filter.Bundles {
			w.found = bundled(w.found, name)
		}
		if len(w.found) == 0 && !w.failed {
			fail(name, ErrNothing)
		}
		inputs = append(inputs, w.found...)
	}
	return inputs
}

// within is the place of a name in a tree of outputs: the path as given, without what leads
// out of the tree (/data/a.txt and ../data/a.txt lie at data/a.txt).
func within(name string) string {
	clean := filepath.ToSlash(filepath.Clean(name)[len(filepath.VolumeName(name)):])
	for strings.HasPrefix(clean, "../") {
		clean = clean[len("../"):]
	}
	clean = strings.TrimPrefix(clean, "/")
	if clean == "." || clean == ".." {
		return ""
	}
	return clean
}

type walker struct {
	root, rel string
	filter    Filter
	skip      []fs.FileInfo
	fail      func(string, error)
	found     []Input
	failed    bool
}

func (w *walker) walk() {
	// The function returns no error but SkipDir, so that one bad folder does not end the walk.
	_ = fs.WalkDir(os.DirFS(w.root), ".", func(below string, entry fs.DirEntry, err error) error {
		if err != nil {
			w.failed = true
			w.fail(filepath.Join(w.root, filepath.FromSlash(below)), err)
			return nil
		}
		return w.visit(below, entry)
	})
}

func (w *walker) visit(below string, entry fs.DirEntry) error {
	if below == "." {
		return nil
	}
	if strings.HasPrefix(entry.Name(), ".") || w.filter.excludes(below) || entry.IsDir() && w.leaves(below) {
		return skipped(entry)
	}
	if !entry.IsDir() && !w.filter.includes(below) {
		return nil
	}
	name := filepath.Join(w.root, filepath.FromSlash(below))
	if entry.Type()&fs.ModeSymlink != 0 && !w.filter.Links && w.leadsOut(name) {
		w.failed = true
		w.fail(name, ErrLink)
		return nil
	}
	info, err := os.Stat(name) // of the file that a link leads to
	if err != nil {
		info, err = os.Lstat(name) // a link that leads nowhere is a file that cannot be read
	}
	if err != nil || w.skips(info) {
		return skipped(entry)
	}
	switch {
	case info.Mode().IsRegular(), info.Mode()&fs.ModeSymlink != 0:
		w.found = append(w.found, Input{Name: name, Rel: path.Join(w.rel, below), Size: info.Size()})
	case !info.IsDir():
		w.failed = true
		w.fail(name, ErrSpecial)
	}
	return nil
}

// leaves reports whether the filter leaves the folder out for what lies beside it.
func (w *walker) leaves(below string) bool {
	if w.filter.Leave == nil {
		return false
	}
	entries, err := os.ReadDir(filepath.Join(w.root, filepath.FromSlash(path.Dir(below))))
	if err != nil {
		return false
	}
	var beside []string
	for _, e := range entries {
		beside = append(beside, e.Name())
	}
	return w.filter.Leave(path.Base(below), beside)
}

// bundled makes one input of the files of each folder, by name. The place of root itself, which may have
// none in the tree, is its name.
func bundled(files []Input, root string) (out []Input) {
	at := map[string]int{}
	for _, f := range files {
		dir := filepath.Dir(f.Name)
		i, known := at[dir]
		if !known {
			i, at[dir] = len(out), len(out)
			rel := path.Dir(f.Rel)
			if rel == "." {
				rel = "notice"
				if whole, err := filepath.Abs(root); err == nil && within(filepath.Base(whole)) != "" {
					rel = filepath.Base(whole)
				}
			}
			out = append(out, Input{Name: dir, Rel: rel})
		}
		out[i].Files = append(out[i].Files, f)
		out[i].Size += f.Size
	}
	slices.SortFunc(out, func(a, b Input) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// leadsOut reports whether a link leads to a file that does not lie in the folder.
func (w *walker) leadsOut(link string) bool {
	there, err := filepath.EvalSymlinks(link)
	if err != nil {
		return false // it leads nowhere
	}
	if info, err := os.Stat(there); err != nil || info.IsDir() {
		return false // is never entered
	}
	root, err := filepath.EvalSymlinks(w.root)
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(root, there)
	return err != nil || !filepath.IsLocal(rel)
}

func (w *walker) skips(info fs.FileInfo) bool {
	for _, s := range w.skip {
		if os.SameFile(s, info) {
			return true
		}
	}
	return false
}

// skipped is what a walk returns to go on behind the entry.
func skipped(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}
