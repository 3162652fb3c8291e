package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

type extractFlags struct {
	read    readFlags
	notice  noticeFlags
	many    batchFlags
	view    viewFlags
	filter  filterFlags
	outs    []string // -o
	fixes   string
	records bool
	part    string // --shard
	shard   batch.Shard
	strict  bool
	listing bool // --warnings
	quiet   bool
}

// noticeFlags say what a notice does not say itself.
type noticeFlags struct {
	issued  string
	place   string
	lexicon string
}

func (f *noticeFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.issued, "issued", "", "`DATE` of issue (2022-12-05) of a notice that has none")
	cmd.Flags().StringVar(&f.place, "assume-place", "", "`NAME` of the issuer's place (云溪市) where the notice has none")
	cmd.Flags().StringVar(&f.lexicon, "lexicon", "", "add the words of the YAML `FILE` to the built-in lists (see policyx lexicon)")
	must(cmd.RegisterFlagCompletionFunc("issued", cobra.NoFileCompletions))
	must(cmd.RegisterFlagCompletionFunc("assume-place", cobra.NoFileCompletions))
}

// options checks the flags.
func (f *noticeFlags) options(c *console) (extract.Options, error) {
	if f.issued != "" {
		if _, err := time.Parse(time.DateOnly, f.issued); err != nil {
			return extract.Options{}, misuse("--issued %q: want a date such as 2022-12-05", f.issued)
		}
	}
	words, err := readLexicon(c, f.lexicon)
	return extract.Options{Issued: f.issued, Place: f.place, Lexicon: words}, err
}

func newExtract(c *console) *cobra.Command {
	var f extractFlags
	cmd := &cobra.Command{
		Use:   "extract [FILE|DIR|-]...",
		Short: "Print what notices say as data, or as a ledger of tasks",
		Long: `extract prints one object for each notice: its metadata, outline, goals, tasks with
departments, deadlines and targets, indicators, tables, and diagnostics on what was
repaired, guessed or not understood. "policyx schema" describes every field.

Several notices come as YAML documents, a JSON array or a line each, in the order of the
input. One that cannot be read does not stop the others; the exit code is then 1.

For people there are views of the same: csv and xlsx are the ledger of tasks (任务分解台账),
ics is a calendar of its times, md a document. Several notices make one of each.

A folder stands for all files in it and below, hidden ones left out. With a folder as -o
(one that is there, a name that ends in /, or a name without ending when a folder is
read), each notice gets a file there at its own place: a/b.html becomes a/b.yaml, or
a/b.html.yaml where a/b.txt would become the same. The name of a single folder is left
out. Run again, it makes only what is missing or was made of another input, by another
version or with other flags (--force makes all).

With --template, the office's own ledger is filled: its sheet and columns are found by their headers, its rows by a key in a
hidden column. What people wrote in columns of theirs stays when it is made again; a row whose task is gone is
marked, never dropped. Columns that the notice fills are made anew. Without -o the file itself is replaced. A ledger as -o
in which people have written is not made over without --template.

An archive (zip, rar, 7z) or a mail (eml) is one notice of a main file and its attachments
(附件1 …, 1. …, or what the main file lists), or several, each called ARCHIVE/FILE. With
--bundle, so are the files that lie in one folder: each folder with files is one notice.

--department, --role, --due-before, --due-after, --place, --contains and --having keep the
tasks that fit all of them, in every format; a notice in which none does is left out. Goals
and indicators have to fit as well; outline, tables and diagnostics stay those of the whole
notice. 卫健委, 卫生健康委员会 and 卫健局 are the same department, a merged one (教体局) answers
for each of its parts (教育局), and a bracket behind a name counts too.

With --shard I/N, one of several machines or processes reads its part of the files; all are given the same files and
flags, and may write to the same folder. docs/cluster.md shows it with Slurm and GNU parallel.

With --records, notices come from another program as a JSON object a line:
  {"id": …, "text" or "html" or "base64": …, "issued": …, "place": …, …}
and leave as a line each, in order: {"id": …, …, "notice": {…}}, or "error" instead of
"notice", or null for a notice in which no task fits. Other fields are passed through; a field that holds the content is not.`,
		Example: `  policyx extract 云溪市养老服务.txt
  policyx extract -f json notice.html | jq -r '.tasks[] | [.id, .title] | @tsv'
  policyx extract notices --include '*.html' -f jsonl -o notices.jsonl
  policyx extract notices -o data/
  policyx extract --bundle notices -o data/
  policyx extract 云溪市养老服务.txt -o 台账.xlsx
  policyx extract 云溪市养老服务.txt --template 本单位台账.xlsx
  policyx extract -f csv --rows deadlines notices -o deadlines.csv
  policyx extract notices --department 市民政局 --due-before 2024年6月底 -o 台账.xlsx
  policyx extract --issued 2024-03-18 --assume-place 青禾县 - <notice.txt
  policyx extract notices -o data/ --shard 2/8
  policyx extract --records <pages.jsonl >notices.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	f.view.register(cmd)
	cmd.Flags().StringArrayVarP(&f.outs, "output", "o", nil, "write to `FILE`, which is replaced only when all is written, or to a folder; several files get the same notices, each in the format of its ending")
	cmd.Flags().StringVar(&f.fixes, "fixes", "", "put on the corrections that lie in `DIR`, NAME.fix.json (default: the folder of -o)")
	must(cmd.MarkFlagDirname("fixes"))
	cmd.Flags().BoolVar(&f.records, "records", false, "read JSON Lines from standard input, write a line for each")
	cmd.Flags().StringVar(&f.part, "shard", "", "read only part `I/N` of all files, such as 2/8: parts 1/N to N/N have as many each, and together all")
	must(cmd.RegisterFlagCompletionFunc("shard", cobra.NoFileCompletions))
	f.registerReading(cmd)
	f.filter.register(cmd)
	f.many.register(cmd)
	return cmd
}

// registerReading registers how notices are read, and what is said of them.
func (f *extractFlags) registerReading(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.strict, "strict", false, "exit with 1 on a diagnostic of warning or worse")
	cmd.Flags().BoolVar(&f.listing, "warnings", false, "print each diagnostic on standard error, as FILE:LINE: severity code: message")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "say nothing but what failed")
	f.read.register(cmd)
	f.read.registerBundle(cmd)
	f.read.registerRows(cmd)
	f.notice.register(cmd)
}

// job is the run that the flags ask for.
func (f *extractFlags) job(c *console, opts extract.Options) (*extraction, error) {
	if err := f.readTemplate(); err != nil {
		return nil, err
	}
	views, err := f.view.checkAll(c, f.outs)
	if err != nil {
		return nil, err
	}
	keep, err := f.filter.filter(opts.Lexicon.Words())
	if f.view.workbook != nil && keep != nil {
		return nil, misuse("--template takes all tasks of a notice: one that is left out would count as gone")
	}
	return &extraction{c: c, flags: f, views: views, format: views[0].format, view: views[0].options, opts: opts, keep: keep}, err
}

func (f *extractFlags) run(c *console, cmd *cobra.Command, args []string) error {
	opts, err := f.notice.options(c)
	if err != nil {
		return err
	}
	if err := f.read.check(c); err != nil {
		return err
	}
	job, err := f.job(c, opts)
	if err != nil {
		return err
	}
	if job.files, err = f.many.check(); err != nil {
		return err
	}
	job.files.Bundles, job.files.Leave = f.read.bundle, parser.PageFolder
	if f.records && len(f.outs) > 1 {
		return misuse("--records writes to one output, not to %s", strings.Join(f.outs, ", "))
	}
	if f.records && f.fixes != "" {
		return misuse("--fixes goes with notices that are files, not with --records")
	}
	if f.shard, err = f.checkShard(cmd, args); err != nil {
		return err
	}
	if f.records {
		return job.runRecords(cmd, args)
	}
	names, err := inputs(c, cmd, args)
	if err != nil {
		return err
	}
	folders := slices.ContainsFunc(names, isFolder)
	if f.toFolder(folders) {
		if f.view.workbook != nil {
			return misuse("--template fills one file, not those of a folder")
		}
		return job.runTree(cmd, names)
	}
	return job.runStream(names, folders || f.shard.Count > 0)
}

// checkShard returns the part of the files that is to be read; without --shard, all of it.
func (f *extractFlags) checkShard(cmd *cobra.Command, args []string) (s batch.Shard, err error) {
	switch {
	case !cmd.Flags().Changed("shard"):
		return s, nil
	case f.records:
		return s, misuse("--shard splits files; records are split by their lines, as with parallel --pipe")
	case len(args) == 0 || slices.Contains(args, "-"):
		return s, misuse("--shard splits files, not standard input (-): name files or folders")
	case f.view.template != "":
		return s, misuse("--template fills a ledger from all files, not from a part: leave out --shard")
	}
	if s, err = batch.ParseShard(f.part); err != nil {
		return s, misuse("--shard %v", err)
	}
	return s, nil
}

// out is the value of -o, the first of several.
func (f *extractFlags) out() string {
	if len(f.outs) == 0 {
		return ""
	}
	return f.outs[0]
}

// toFolder reports whether -o names a folder, which there may not be yet.
func (f *extractFlags) toFolder(folders bool) bool {
	out := f.out()
	if out == "" || out == "-" {
		return false
	}
	if info, err := os.Stat(out); err == nil {
		return info.IsDir()
	}
	return os.IsPathSeparator(out[len(out)-1]) || folders && filepath.Ext(out) == ""
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
