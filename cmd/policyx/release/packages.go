package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/goreleaser/nfpm/v2"
	_ "github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
	_ "github.com/goreleaser/nfpm/v2/rpm"
)

// packages writes the packages for Debian and Fedora of a Linux platform, and those of their kin.
func (r *release) packages(p platform, programs, share []file) error {
	if p.os != "linux" {
		return nil
	}
	list := slices.Clone(share)
	for _, program := range programs {
		list = append(list, file{"bin/" + program.name, program.mode, program.content})
	}
	for _, name := range []string{"LICENSE", "NOTICE"} {
		content, err := os.ReadFile(filepath.Join(r.root, name))
		if err != nil {
			return err
		}
		list = append(list, file{"share/doc/policyx/" + name, 0o644, content})
	}
	for _, kind := range []string{"deb", "rpm"} {
		if err := r.packageOf(kind, p, list); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
	}
	return nil
}

func (r *release) packageOf(kind string, p platform, list []file) error {
	dir, err := os.MkdirTemp("", "package-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	info := nfpm.WithDefaults(&nfpm.Info{
		Name: "policyx", Arch: p.arch, Platform: p.os, Version: r.version, MTime: r.date, Section: "text", Priority: "optional",
		Maintainer: "policyx", License: "Apache-2.0", Description: "extract tasks, departments, deadlines and targets from Chinese government notices",
	})
	info.RPM.BuildHost = "policyx"
	for i, f := range list {
		source := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(source, f.content, 0o600); err != nil {
			return err
		}
		info.Contents = append(info.Contents, &files.Content{
			Source: source, Destination: path.Join("/usr", f.name), FileInfo: &files.ContentFileInfo{Mode: fs.FileMode(f.mode), MTime: r.date, Owner: "root", Group: "root"},
		})
	}
	if err := nfpm.PrepareForPackager(info, kind); err != nil {
		return err
	}
	packager, err := nfpm.Get(kind)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := packager.Package(info, &out); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.out, packager.ConventionalFileName(info)), out.Bytes(), 0o666)
}
