package main

import (
	"bytes"
	"cmp"
	"debug/buildinfo"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// module is a module that the programs are linked with.
type module struct {
	debug.Module
	licence string // SPDX expression
	texts   []file // its licences and notices
}

// modules returns what programs are linked with, in order, and the version of Go that built them.
func (r *release) modules(programs []file) (list []module, toolchain string, err error) {
	seen := make(map[string]bool)
	for _, program := range programs {
		info, err := buildinfo.Read(bytes.NewReader(program.content))
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w", program.name, err)
		}
		toolchain = info.GoVersion
		for _, dep := range info.Deps {
			if seen[dep.Path] {
				continue
			}
			seen[dep.Path] = true
			m := module{Module: *dep}
			if m.texts, err = r.texts(dep); err != nil {
				return nil, "", err
			}
			if m.licence, err = licenceOf(m.texts); err != nil {
				return nil, "", fmt.Errorf("%s: %w", dep.Path, err)
			}
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return list, toolchain, nil
}

// texts returns what a module says of its licence.
func (r *release) texts(dep *debug.Module) ([]file, error) {
	list := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", dep.Path)
	list.Dir = r.root
	dir, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list -m %s: %w", dep.Path, err)
	}
	entries, err := os.ReadDir(strings.TrimSpace(string(dir)))
	if err != nil {
		return nil, err
	}
	var texts []file
	for _, entry := range entries {
		stem := strings.ToUpper(entry.Name())
		if !entry.Type().IsRegular() || !slices.ContainsFunc([]string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS"}, func(word string) bool { return strings.HasPrefix(stem, word) }) {
			continue
		}
		content, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), entry.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, file{name: entry.Name(), content: content})
	}
	return texts, nil
}

// licenceOf returns the licences that texts hold; one that is not known is an error, so that a person looks at it.
func licenceOf(texts []file) (string, error) {
	var ids []string
	for _, text := range texts {
		if strings.HasPrefix(text.name, "PATENTS") {
			continue // a promise beside the licence: SPDX has no name for it
		}
		for _, match := range licensecheck.Scan(text.content).Match {
			if !match.IsURL && !slices.Contains(ids, match.ID) {
				ids = append(ids, match.ID)
			}
		}
	}
	if len(ids) == 0 {
		return "", errors.New("no licence is known in its files")
	}
	slices.Sort(ids)
	return strings.Join(ids, " AND "), nil
}
