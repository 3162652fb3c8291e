package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// archive writes the archive of a platform: a zip for Windows, else a tar.gz, all in one folder.
func (r *release) archive(p platform, programs, share []file) error {
	papers, err := r.papers(p)
	if err != nil {
		return err
	}
	folder := "policyx-" + r.version + "-" + p.name()
	write, ending := r.tar, ".tar.gz"
	if p.os == "windows" {
		write, ending = r.zip, ".zip"
	}
	var files []file
	for _, list := range [][]file{programs, papers, share} {
		for _, f := range list {
			files = append(files, file{folder + "/" + f.name, f.mode, f.content})
		}
	}
	var out bytes.Buffer
	if err := write(&out, files); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.out, folder+ending), out.Bytes(), 0o666)
}

func (r *release) tar(out io.Writer, files []file) error {
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(packed)
	for _, f := range files {
		head := &tar.Header{Name: f.name, Mode: int64(f.mode), Size: int64(len(f.content)), ModTime: r.date, Format: tar.FormatPAX}
		if err := archive.WriteHeader(head); err != nil {
			return err
		}
		if _, err := archive.Write(f.content); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return err
	}
	return packed.Close()
}

func (r *release) zip(out io.Writer, files []file) error {
	archive := zip.NewWriter(out)
	for _, f := range files {
		head := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: r.date}
		head.SetMode(f.mode)
		w, err := archive.CreateHeader(head)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.content); err != nil {
			return err
		}
	}
	return archive.Close()
}

// sums writes the checksums of all that was made, as sha256sum does.
func (r *release) sums() error {
	made, err := os.ReadDir(r.out)
	if err != nil {
		return err
	}
	var list bytes.Buffer
	for _, entry := range made {
		content, err := os.ReadFile(filepath.Join(r.out, entry.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(content), entry.Name())
	}
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), list.Bytes(), 0o666)
}
