package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/parser"
)

type indexFlags struct {
	extractFlags
	catalogueFlags
	prune bool
	group int
}

func newIndex(c *console) *cobra.Command {
	var f indexFlags
	cmd := &cobra.Command{
		Use:   "index CATALOGUE [FILE|DIR]...",
		Short: "Put notices into a catalogue",
		Long: `index puts notices into a catalogue, a SQLite database for policyx query, sqlite3, DuckDB and pandas alike: docs/catalog.md
shows its tables. A folder stands for all files in it and below. Files that end in json, jsonl, yaml or yml are data as
"policyx extract" writes them, all others are notices.

Run again, it adds what is missing and replaces what has changed: notices whose file or corrections are other than before,
or that were read with other flags or by another version of policyx. A run that was stopped, at whatever moment, goes on
where it was. Notices whose file is gone stay, and are said; --prune takes them out.

Files are known by their place, seen from the catalogue: both may move together.`,
		Example: `  policyx index 通知.db 通知/
  policyx index 通知.db data/*.jsonl 新通知.docx
  policyx index 通知.db 通知/ --fixes 通知/data --prune`,
		RunE: keeps(c, func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) }),
	}
	cmd.Flags().StringVar(&f.fixes, "fixes", "", "put on the corrections that lie in `DIR`, NAME.fix.json (default: the folder data of the one folder that is read, where serve keeps them)")
	must(cmd.MarkFlagDirname("fixes"))
	cmd.Flags().BoolVar(&f.prune, "prune", false, "take out notices whose file is gone")
	cmd.Flags().IntVar(&f.group, "group", 128, "write `N` notices at once")
	must(cmd.Flags().MarkHidden("group")) // of the tests
	f.registerReading(cmd)
	f.catalogueFlags.register(cmd)
	f.many.register(cmd)
	return cmd
}

func (f *indexFlags) run(c *console, cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return misuse("name the CATALOGUE, such as 通知.db, and what to put into it")
	}
	path, names := args[0], args[1:]
	if len(names) == 0 && !f.prune {
		return misuse("name the files or folders to put into %s", path)
	}
	if slices.Contains(names, "-") {
		return misuse("standard input (-) has no place in the catalogue %s", path)
	}
	opts, err := f.notice.options(c)
	if err != nil {
		return err
	}
	if err := f.read.check(c); err != nil {
		return err
	}
	x := &extraction{c: c, flags: &f.extractFlags, opts: opts, many: true}
	if x.files, err = f.many.check(); err != nil {
		return err
	}
	x.files.Bundles, x.files.Leave = f.read.bundle, parser.PageFolder
	if len(names) > 0 {
		if names, err = inputs(c, cmd, names); err != nil {
			return err
		}
	}
	made, err := fingerprint(cmd, f.read.engine)
	if err != nil {
		return err
	}
	i := &indexing{x: x, flags: f, path: path, made: made, seen: map[string]bool{}, broken: map[string]bool{}}
	if err := i.open(len(names) > 0); err != nil {
		return err
	}
	defer i.close()
	return x.end(i.run(names))
}
