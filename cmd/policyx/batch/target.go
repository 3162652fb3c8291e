package batch

import (
	"fmt"
	"hash/fnv"
	"path"
	"path/filepath"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// Targets returns for each input the slash-separated path of its output: the input's place
// with ending instead of its own (a/b.html: a/b.yaml). Where that stands for two files
// (a.txt and a.html, or A.txt for a file system that does not tell A from a), or is a folder
// of the tree, each of them keeps its whole name (a.txt.yaml, a.html.yaml); where that is
// taken as well (A.txt and a.txt), a checksum of its place stands behind it. Files and
// folders (dir/) beside the inputs count as if they were read, so that runs which share the
// inputs of a folder agree. The outputs depend on the places alone, not on their order, and
// no name is longer than file systems allow. An input that is given twice is an error.
func Targets(inputs []Input, beside []string, ending string) ([]string, error) {
	if err := twice(inputs, ending); err != nil {
		return nil, err
	}
	var rels []string
	for _, in := range inputs {
		rels = append(rels, in.Rel)
	}
	folders := foldersOf(inputs)
	for _, place := range beside {
		if dir, ok := strings.CutSuffix(place, "/"); ok {
			folders[strings.ToLower(dir)] = true
		} else {
			rels = append(rels, place)
		}
	}
	return apart(rels, folders, ending)[:len(inputs)], nil
}

// apart gives each place the shortest name that no other one and no folder takes.
func apart(rels []string, folders map[string]bool, ending string) []string {
	targets := make([]string, len(rels))
	level := make([]int, len(rels))
	for i, rel := range rels {
		targets[i] = target(rel, ending, 0)
	}
	for {
		crowded := map[int]bool{} // a whole name may be another's short one: a.html.txt
		for key, takers := range byName(targets) {
			if len(takers) == 1 && !folders[key] {
				continue
			}
			least := levels
			for _, i := range takers {
				least = min(least, level[i])
			}
			for _, i := range takers {
				if level[i] == least && least < levels-1 {
					crowded[i] = true
				}
			}
		}
		if len(crowded) == 0 {
			return targets
		}
		for i := range crowded {
			level[i]++
			targets[i] = target(rels[i], ending, level[i])
		}
	}
}

// FolderFor returns the folder for the outputs of what an archive at place rel holds, whose own output would be target: it has the
// archive's whole name (a.zip), with the checksum that target has where another name is the same but for case.
func FolderFor(rel, target, ending string) string {
	if name := strings.TrimSuffix(target, ending); strings.HasPrefix(path.Base(name), path.Base(rel)+".") {
		return name
	}
	return rel
}

// levels is how many names there are for an output, from the short one to one that nothing else has.
const levels = 3

func target(rel, ending string, level int) string {
	name := path.Base(rel)
	switch level {
	case 0:
		name = stem(name)
	case 2:
		name += "." + sum(rel)
	}
	return path.Join(path.Dir(rel), Fit(name, ending))
}

// foldersOf are the folders of a tree, in lower case.
func foldersOf(inputs []Input) map[string]bool {
	folders := map[string]bool{}
	for _, in := range inputs {
		for dir := path.Dir(in.Rel); dir != "." && dir != "/"; dir = path.Dir(dir) {
			folders[strings.ToLower(dir)] = true
		}
	}
	return folders
}

// byName returns who takes a name, as a whole output or as a partial one, but for the case of letters.
func byName(targets []string) map[string][]int {
	takers := make(map[string][]int, len(targets))
	for i, t := range targets {
		for _, name := range []string{t, Partial(t)} {
			key := strings.ToLower(name)
			takers[key] = append(takers[key], i)
		}
	}
	return takers
}

func twice(inputs []Input, ending string) error {
	first := make(map[string]string, len(inputs))
	for _, in := range inputs {
		if name, taken := first[in.Rel]; taken {
			return message.Errorf("%s and %s would both be written to %s", name, in.Name, target(in.Rel, ending, 0))
		}
		first[in.Rel] = in.Name
	}
	return nil
}

// stem is a name without its ending. 关于2.0版的通知 and 2022.12.05 have none.
func stem(name string) string {
	ext := path.Ext(name)
	letter := false
	for _, c := range ext[min(1, len(ext)):] {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			letter = true
		case '0' <= c && c <= '9':
		default:
			return name
		}
	}
	if !letter || len(ext) > 6 || len(ext) == len(name) {
		return name
	}
	return name[:len(name)-len(ext)]
}

// Partial is the name for what could be made of the output path, when that is not all: of
// a.yaml, a.partial.yaml.
func Partial(path string) string {
	dir, name := filepath.Split(path)
	ext := filepath.Ext(name)
	return dir + Fit(strings.TrimSuffix(name, ext), ".partial"+ext)
}

// longestName is what file systems allow for a name, in bytes. 84 Chinese characters and an ending reach it.
const longestName = 255

// Fit joins name and ending. A name that is too long is cut, and a checksum of it tells it from others.
func Fit(name, ending string) string {
	if len(name)+len(ending) <= longestName {
		return name + ending
	}
	ending = "." + sum(name) + ending
	return strings.ToValidUTF8(name[:max(0, longestName-len(ending))], "") + ending
}

// sum is the checksum that tells names apart.
func sum(name string) string {
	h := fnv.New64a()
	h.Write([]byte(name))
	return fmt.Sprintf("%016x", h.Sum64())
}
