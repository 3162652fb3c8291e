package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/message"
)

// output is where a verb's data go: standard output, or a file that appears whole or not at all.
type output struct {
	io.Writer
	name   string      // "" for standard output
	device *os.File    // a device or a pipe, which stays what it is
	file   *batch.File // a regular file
}

// openOutput returns the output for -o path, "" and "-" being standard output. A file is
// written under another name in the same folder until [output.commit].
func openOutput(c *console, path string, links bool) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: c.screen()}, nil
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, message.Errorf("%s: is a directory, not a file", path)
	}
	if err == nil && !info.Mode().IsRegular() {
		device, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &output{Writer: device, name: path, device: device}, err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil && links {
		path = real
	}
	file, err := batch.Create(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = message.New("its folder does not exist")
	}
	if err != nil {
		return nil, about(path, err)
	}
	return &output{Writer: file, name: path, file: file}, nil
}

// Write names the file where writing goes wrong.
func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil && o.name != "" {
		err = about(o.name, err)
	}
	return n, err
}

// commit makes what was written final.
func (o *output) commit() error {
	switch {
	case o.device != nil:
		return o.device.Close()
	case o.file != nil:
		return about(o.name, o.file.Commit())
	}
	return nil
}

// commitPart keeps what was written of an unfinished file, as NAME.partial.ENDING beside it. The
// name is "" where there is no file.
func (o *output) commitPart() (name string, err error) {
	if o.file == nil {
		return "", o.commit()
	}
	name = batch.Partial(o.name)
	return name, about(name, o.file.CommitAs(filepath.Base(name)))
}

// discard leaves an existing file as it was.
func (o *output) discard() {
	if o.device != nil {
		o.device.Close()
	}
	if o.file != nil {
		o.file.Discard()
	}
}

// about puts the name before the cause of err, once.
func about(name string, err error) error {
	if err == nil {
		return nil
	}
	return &fileError{name, err}
}

// fileError is an error that has to do with one file.
type fileError struct {
	name string
	err  error
}

func (e *fileError) Error() string { return e.Text().String() }

// Text is the name and the cause.
func (e *fileError) Text() message.Text { return message.Sprintf("%s: %w", e.name, cause(e.err)) }

func (e *fileError) Unwrap() error { return e.err }

// printText writes text to standard output in one go.
func printText(c *console, text string) error {
	_, err := io.WriteString(c.screen(), text)
	return err
}
