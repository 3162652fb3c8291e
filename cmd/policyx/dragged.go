package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
)

// takeDragged makes a page and a ledger of files and folders that someone has dragged onto the program, beside the first of them,
// and says where. What lies there and is not of policyx stays; a ledger in which people have written is filled anew, with what they
// wrote.
func takeDragged(c *console, paths []string) error {
	c.linger = true
	stem, err := stemOf(paths)
	if err != nil {
		return err
	}
	page, ledger := free(stem, ".html", isPage), free(stem, ".xlsx", isFilled)
	filled := isThere(ledger)
	if filled {
		err = errors.Join(extractTo(c, paths, "-o", page), extractTo(c, paths, "-q", "--template", ledger))
	} else {
		err = extractTo(c, paths, "-o", page, "-o", ledger)
	}
	if isThere(page) && isThere(ledger) && (err == nil || errors.Is(err, errReported)) {
		c.say("", "the page to check and correct is %s", page)
		if filled {
			c.say("", "the ledger is %s: what people wrote in it is kept, and what is new in it is marked", ledger)
		} else {
			c.say("", "the ledger is %s", ledger)
		}
	}
	return err
}

func extractTo(c *console, paths []string, flags ...string) error {
	extract := newExtract(c)
	extract.SilenceErrors, extract.SilenceUsage = true, true
	extract.SetArgs(append(append(flags, "--"), paths...))
	return extract.Execute()
}

// isThere reports a file or folder, which is meant where no verb has its name.
func isThere(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// serveBeside opens the folder of notices next to the program, for who starts it without a command line: what else lies there, as in a
// folder of downloads, is not read.
func serveBeside(c *console) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	folder := filepath.Join(filepath.Dir(program), c.says.Text(message.Sprintf("notices to check")))
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return about(folder, err)
	}
	return (&serveFlags{}).run(c, folder)
}

// stemOf is the path of the first, without the ending of a file: what is made of a folder lies beside it. Of several files it says
// how many they are.
func stemOf(paths []string) (string, error) {
	first, err := filepath.Abs(paths[0])
	if err != nil {
		return "", err
	}
	stem := first
	if !isFolder(first) {
		stem = strings.TrimSuffix(first, filepath.Ext(first))
	}
	if filepath.Dir(first) == first { // a whole drive
		stem = filepath.Join(first, "policyx")
	}
	if len(paths) > 1 {
		stem += fmt.Sprintf("等%d份", len(paths))
	}
	return stem, nil
}

// free is the first name, with a number where that is needed, that no file has, or one that may be made again.
func free(stem, ending string, again func(path string) bool) string {
	path := stem + ending
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) || again(path) {
			return path
		}
		path = fmt.Sprintf("%s (%d)%s", stem, n, ending)
	}
}

// isPage reports a page that policyx wrote.
func isPage(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 1<<10)
	n, _ := io.ReadFull(file, head)
	return bytes.Contains(head[:n], []byte(`<meta name="generator" content="policyx">`))
}

// isFilled reports a ledger of policyx in which people have written.
func isFilled(path string) bool {
	data, err := os.ReadFile(path)
	return err == nil && render.FilledRows(data) > 0
}
