package main

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// bundled are the licences of what lies in a module but is not written there: the PDF reader as it was compiled.
//
//go:embed bundled
var bundled embed.FS

// notice writes NOTICE: what the programs of all platforms are linked with, and its licences.
func (r *release) notice([]string) error {
	work, err := os.MkdirTemp("", "notice-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	var programs []file
	for _, p := range []platform{{"linux", "amd64"}, {"windows", "amd64"}, {"darwin", "arm64"}} { // what differs goes by the system
		built, err := r.build(p, filepath.Join(work, p.name()))
		if err != nil {
			return err
		}
		programs = append(programs, built...)
	}
	list, _, err := r.modules(programs)
	if err != nil {
		return err
	}
	text, err := noticeOf(list)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.root, "NOTICE"), text, 0o666)
}

const preface = `policyx is licensed under the Apache License, Version 2.0 (LICENSE). Its programs are linked with the
modules below, whose licences follow; the standard library of Go is under the licence of golang.org/x/text.
This file is made by "make notice".

`

func noticeOf(list []module) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(preface)
	for _, m := range list {
		fmt.Fprintf(&out, "%s %s: %s\n", m.Path, m.Version, m.licence)
	}
	type paper struct {
		of   []string
		text string
	}
	var papers []paper
	add := func(of string, content []byte) {
		text := strings.TrimSpace(strings.ReplaceAll(string(content), "\r\n", "\n"))
		if i := slices.IndexFunc(papers, func(p paper) bool { return p.text == text }); i >= 0 {
			papers[i].of = append(papers[i].of, of)
			return
		}
		papers = append(papers, paper{[]string{of}, text})
	}
	for _, m := range list {
		for _, text := range m.texts {
			add(m.Path, text.content)
		}
	}
	inside, err := bundled.ReadDir("bundled")
	if err != nil {
		return nil, err
	}
	for _, entry := range inside {
		content, err := bundled.ReadFile("bundled/" + entry.Name())
		if err != nil {
			return nil, err
		}
		add(strings.TrimSuffix(entry.Name(), ".txt")+", in pdfium.wasm of github.com/klippa-app/go-pdfium", content)
	}
	for _, p := range papers {
		fmt.Fprintf(&out, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 80), strings.Join(p.of, "\n"), p.text)
	}
	return out.Bytes(), nil
}
