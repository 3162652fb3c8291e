package main

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"path/filepath"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema/message"
)

// bundleLimit bounds the files of one folder.
const bundleLimit = 2 * batch.SizeLimit

// loaded is what an input holds: bytes, or with --bundle the files of a folder.
type loaded struct {
	data  []byte
	files []parser.File // nil for a file
}

// load reads a file, or the files of a folder.
func load(c *console, in batch.Input) (out loaded, err error) {
	if in.Files == nil {
		out.data, err = readInput(c, in.Name)
		return out, err
	}
	left := bundleLimit
	for _, f := range in.Files {
		data, err := readInput(c, f.Name)
		if err != nil {
			return out, about(f.Name, err)
		}
		if left -= len(data); left < 0 {
			return out, message.Errorf("holds more than %d MiB: name the files that belong to the notice", bundleLimit>>20)
		}
		out.files = append(out.files, parser.File{Name: filepath.Base(f.Name), Data: data})
	}
	return out, nil
}

// folderInput is the folder as one input.
func folderInput(name string) (batch.Input, error) {
	failed := batch.ErrNothing
	filter := batch.Filter{Bundles: true, Leave: parser.PageFolder}
	for _, in := range batch.Walk([]string{name}, filter, nil, func(_ string, err error) { failed = err }) {
		if filepath.Clean(in.Name) == filepath.Clean(name) {
			return in, nil
		}
	}
	return batch.Input{}, failed
}

// parse reads the one notice.
func (c loaded) parse(name string, opts parser.Options) (*parser.Document, error) {
	if c.files != nil {
		return parser.ParseBundle(name, c.files, opts)
	}
	return parser.Parse(name, c.data, opts)
}

// parseAll reads every notice.
func (c loaded) parseAll(name string, opts parser.Options) iter.Seq2[*parser.Document, error] {
	if c.files == nil {
		return parser.ParseAll(name, c.data, opts)
	}
	return func(yield func(*parser.Document, error) bool) { yield(c.parse(name, opts)) }
}

// sum is the checksum of an input that is called name.
func (c loaded) sum(name string) string {
	data := c.data
	for _, f := range c.files {
		data = fmt.Appendf(data, "%x  %s\n", sha256.Sum256(f.Data), f.Name)
	}
	return batch.Sum(name, data)
}
