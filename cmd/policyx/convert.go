package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/schema/jsonschema"
)

func newConvert(c *console) *cobra.Command {
	var f extractFlags
	cmd := &cobra.Command{
		Use:   "convert [FILE|DIR|-]...",
		Short: "Write extracted data in another format",
		Long: `convert reads YAML, JSON or JSON Lines as "policyx extract" writes them, or the page saves them, and
writes them in any format of extract, all or the tasks that the filters keep. A folder stands for
all such files in it and below.

What breaks the schema is listed as "policyx validate" does, and left out; the exit code is then 1.
A page made of data has the values without the text around them, which data do not hold.`,
		Example: `  policyx convert data/ -o 台账.xlsx
  policyx convert notices.jsonl --department 市民政局 --due-before 2024年底 -f csv
  policyx convert notice.json -o notice.yaml -o 日历.ics`,
		RunE: func(cmd *cobra.Command, args []string) error { return convert(c, &f, cmd, args) },
	}
	f.view.register(cmd)
	cmd.Flags().StringArrayVarP(&f.outs, "output", "o", nil, "write to `FILE`, which is replaced only when all is written; several get the same notices, each in the format of its ending")
	cmd.Flags().BoolVar(&f.many.force, "force", false, "make a ledger anew in which people have written")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "say nothing but what failed")
	f.filter.register(cmd)
	return cmd
}

func convert(c *console, f *extractFlags, cmd *cobra.Command, args []string) error {
	for _, name := range f.outs {
		if isFolder(name) {
			return misuse("-o %s: is a folder; convert writes one file of all notices", name)
		}
	}
	x, err := f.job(c, extract.Options{})
	if err != nil {
		return err
	}
	names, err := inputs(c, cmd, args)
	if err != nil {
		return err
	}
	if x.files, err = dataFiles(); err != nil {
		return err
	}
	validator, err := jsonschema.NewValidator()
	if err != nil {
		return err
	}
	for _, name := range f.outs {
		if err := spares(name, names, x.files); err != nil {
			return err
		}
	}
	list := batch.Walk(names, x.files, filesAt(f.outs...), x.unlisted)
	out, err := x.openOutputs()
	if err != nil {
		return err
	}
	conv := conversion{x: x, validator: validator, out: out, list: len(names) > 1 || slices.ContainsFunc(names, isFolder)}
	for _, in := range list {
		if err = conv.file(in.Name); err != nil {
			break
		}
	}
	if err == nil {
		err = conv.flush()
	}
	return x.end(x.finish(out, func() error { return x.close(out, conv.list) }, err, conv.written, !conv.list))
}

// dataFiles are what a folder of data holds.
func dataFiles() (f batch.Filter, err error) {
	if f.Include, err = globs("", []string{"*.json", "*.jsonl", "*.ndjson", "*.yaml", "*.yml"}); err == nil {
		f.Exclude, err = globs("", []string{anyFixes})
	}
	return f, err
}

// conversion is one run of the verb convert. It holds one notice back until it is known whether it is the only one.
type conversion struct {
	x         *extraction
	validator *jsonschema.Validator
	out       outputs
	list      bool
	held      *outcome
	written   int
}

// file converts the notices of one file. The error is one of writing.
func (v *conversion) file(name string) error {
	n := 0
	for doc, err := range dataIn(v.x.c, name) {
		n++
		o := outcome{name: name, err: err}
		if err == nil {
			o = v.read(name, n, doc)
		}
		if o.err != nil {
			v.x.c.fail(name, o.err)
		}
		if o.notice == nil {
			v.x.tally.failures++
			continue
		}
		v.x.tally.read++
		v.x.fit.add(o.notice, o.kept)
		if v.written++; v.written > 1 {
			v.list = true
		}
		if err := v.flush(); err != nil {
			return err
		}
		v.held = &o
	}
	return nil
}

// read is the notice that the n-th document stands for; without one, its faults have been said.
func (v *conversion) read(name string, n int, doc any) (out outcome) {
	out.name = name
	faults := v.validator.Validate(doc)
	for _, fault := range faults {
		sayFault(v.x.c, name, n, n > 1, fault)
	}
	if len(faults) > 0 {
		return out
	}
	if out.notice, out.err = noticeOf(doc); out.err == nil {
		out.kept = v.x.kept(out.notice, "")
	}
	return out
}

// flush writes what is held back.
func (v *conversion) flush() error {
	o := v.held
	v.held = nil
	if o == nil || o.kept.Notice == nil {
		return nil
	}
	return v.out.write(*o, v.list)
}
