package batch

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// Targets returns for each input the slash-separated path of its output: the input's place
// with ending instead of its own (a/b.html: a/b.yaml). Where that stands for two inputs
// (a.txt and a.html, or A.txt for a file system that does not tell A from a), each of them
// keeps its whole name (a.txt.yaml, a.html.yaml). The outputs depend on the places alone,
// not on their order. An input that is given twice is an error.
func Targets(inputs []Input, ending string) ([]string, error) {
	targets := make([]string, len(inputs))
	whole := make([]bool, len(inputs))
	for i, in := range inputs {
		targets[i] = stem(in.Rel) + ending
	}
	for again := true; again; { // a whole name may be another's short one: a.html.txt
		again = false
		for _, takers := range rivals(targets) {
			for _, i := range takers {
				if !whole[i] {
					whole[i], again = true, true
					targets[i] = inputs[i].Rel + ending
				}
			}
		}
	}
	return targets, twice(inputs, targets)
}

// rivals returns those that have the same target, or the other's partial one, but for the
// case of letters.
func rivals(targets []string) map[string][]int {
	takers := make(map[string][]int, len(targets))
	for i, t := range targets {
		for _, name := range []string{t, Partial(t)} {
			key := strings.ToLower(name)
			takers[key] = append(takers[key], i)
		}
	}
	for key, some := range takers {
		if len(some) == 1 {
			delete(takers, key)
		}
	}
	return takers
}

func twice(inputs []Input, targets []string) error {
	first := make(map[string]int, len(targets))
	for i, t := range targets {
		if j, taken := first[t]; taken {
			return fmt.Errorf("%s and %s would both be written to %s", inputs[j].Name, inputs[i].Name, t)
		}
		first[t] = i
	}
	return nil
}

// stem is the path without the ending of its name. 关于2.0版的通知 and 2022.12.05 have none.
func stem(rel string) string {
	ext := path.Ext(rel)
	letter := false
	for _, c := range ext[min(1, len(ext)):] {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			letter = true
		case '0' <= c && c <= '9':
		default:
			return rel
		}
	}
	if !letter || len(ext) > 6 || len(ext) == len(path.Base(rel)) {
		return rel
	}
	return rel[:len(rel)-len(ext)]
}

// Partial is the name for what could be made of the output path, when that is not all: of
// a.yaml, a.partial.yaml.
func Partial(path string) string {
	ext := filepath.Ext(path)
	return strings.TrimSuffix(path, ext) + ".partial" + ext
}
