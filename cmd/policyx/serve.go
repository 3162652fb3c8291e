package main

import (
	"errors"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/cmd/policyx/desk"
	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema/render"
)

type serveFlags struct {
	read   readFlags
	notice noticeFlags
	quiet  bool // opens no browser
}

func newServe(c *console) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve [FOLDER]",
		Short: "Check and correct the notices of a folder in the browser",
		Long: `serve opens a page in the browser that shows the notices of a folder (the one it is started
in, where none is named): drop files into it, look over what was extracted, correct it, filter
the tasks of all notices, and take away ledgers and calendars.

It answers this machine alone, under an address that nobody else knows. Nothing is sent anywhere,
and nothing but the folder is written: dropped files go into it, corrections into its folder data,
where "policyx extract FOLDER -o FOLDER/data/" finds them. Everything is written as soon as it is
done. Closing the page ends the program, and so does Ctrl-C.`,
		Example: `  policyx serve 通知
  policyx serve --no-browser 通知`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return f.run(c, append(args, ".")[0]) },
	}
	cmd.Flags().BoolVar(&f.quiet, "no-browser", false, "print the address and open no browser")
	f.read.register(cmd)
	f.notice.register(cmd)
	return cmd
}

const (
	patience = 5 * time.Second // how long the program stays without a page: one that is loaded again is gone for a moment
	interval = 2 * time.Second // how often the folder is looked at
)

func (f *serveFlags) run(c *console, folder string) error {
	if !isFolder(folder) {
		return misuse("serve %s: want a folder", folder)
	}
	opts, err := f.notice.options(c)
	if err != nil {
		return err
	}
	if err := f.read.check(c); err != nil {
		return err
	}
	release, err := batch.Hold(folder)
	if errors.Is(err, batch.ErrHeld) {
		return misuse("%s is open in another window: go on there, or close it first", folder)
	}
	if err != nil {
		return about(folder, err)
	}
	defer release()
	x := &extraction{c: c, flags: &extractFlags{read: f.read, notice: f.notice}, views: []view{{format: render.HTML}}, opts: opts, files: batch.Filter{Leave: parser.PageFolder}}
	ctx, stop := interruptible()
	defer stop()
	err = desk.Serve(ctx, desk.Options{
		Folder: folder, Source: &shelf{x: x, folder: folder, said: make(map[string]bool)},
		View: render.Options{Lang: c.lang.is, Family: filter.Family, Party: filter.Party}, Patience: patience, Interval: interval,
		Open: func(address string) {
			f.open(c, folder, address)
			if err := batch.Writable(folder); err != nil {
				c.say(folder, "nothing can be saved here, only looked at: %s", unnamed(cause(err), folder))
			}
		},
	})
	if err == nil {
		c.say("", "closed; everything is saved in %s", folder)
	}
	return err
}

// open shows the page.
func (f *serveFlags) open(c *console, folder, address string) {
	c.say("", "%s is open at %s (close the page or press Ctrl-C to end)", folder, address)
	if f.quiet {
		return
	}
	if browse(address) != nil {
		c.say("", "no browser was opened: open the address yourself")
	}
}

// shelf is the folder that is served.
type shelf struct {
	x      *extraction
	folder string
	fixes  *fixes
	said   map[string]bool // what could not be listed is said once
}

// List returns the files in the folder, but for what lies in its data.
func (s *shelf) List() []batch.Input {
	data := filepath.Join(s.folder, desk.DataFolder)
	list := batch.Walk([]string{s.folder}, s.x.files, filesAt(data), s.unlisted)
	s.fixes, _ = fixesIn(data, list) // fails where an input is given twice, which one folder does not
	return list
}

func (s *shelf) unlisted(name string, err error) {
	if !errors.Is(err, batch.ErrNothing) && !s.said[name] { // an empty folder is one to drop files into
		s.said[name] = true
		s.x.c.say(name, "%s", cause(err))
	}
}

// Read extracts the notices of a file.
func (s *shelf) Read(in batch.Input) (out []desk.Reading) {
	all := s.x.notices(in)
	var names []string
	for _, o := range all {
		names = append(names, o.name)
	}
	for i, o := range all {
		r := desk.Reading{Name: s.inside(o.name), Notice: o.notice, Text: o.text, Err: o.err}
		if r.Err == nil {
			r.Fixes, r.Err = s.fixes.place(in, names, i)
		}
		if r.Err != nil {
			r.Err = unnamed(cause(r.Err), o.name)
		}
		out = append(out, r)
	}
	return out
}

// inside is the slash-separated name of a file in the folder.
func (s *shelf) inside(name string) string {
	rel, err := filepath.Rel(s.folder, name)
	if err != nil {
		return name
	}
	return filepath.ToSlash(rel)
}
