package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/correction"
	"github.com/policyx/policyx/schema/jsonschema"
)

type convertFlags struct {
	view   viewFlags
	filter filterFlags
	outs   []string // -o
	quiet  bool
}

func newConvert(c *console) *cobra.Command {
	var f convertFlags
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
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	f.view.register(cmd)
	cmd.Flags().StringArrayVarP(&f.outs, "output", "o", nil, "write to `FILE`, which is replaced only when all is written; several get the same notices, each in the format of its ending")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "say nothing but what failed")
	f.filter.register(cmd)
	return cmd
}

func (f *convertFlags) run(c *console, cmd *cobra.Command, args []string) error {
	for _, name := range f.outs {
		if isFolder(name) {
			return misuse("-o %s: is a folder; convert writes one file of all notices", name)
		}
	}
	views, err := f.view.checkAll(c, f.outs)
	if err != nil {
		return err
	}
	names, err := inputs(c, cmd, args)
	if err != nil {
		return err
	}
	x := &extraction{c: c, flags: &extractFlags{outs: f.outs, quiet: f.quiet}, views: views}
	if x.keep, err = f.filter.filter(nil); err != nil {
		return err
	}
	validator, err := jsonschema.NewValidator()
	if err != nil {
		return err
	}
	folders := slices.ContainsFunc(names, isFolder)
	list := batch.Walk(names, dataFiles(), filesAt(f.outs...), x.unlisted)
	for _, name := range f.outs {
		if err := spares(name, names, dataFiles()); err != nil {
			return err
		}
	}
	out, err := x.openOutputs()
	if err != nil {
		return err
	}
	conv := conversion{x: x, validator: validator, out: out, list: folders || len(names) > 1}
	for _, in := range list {
		if err = conv.file(in.Name); err != nil {
			break
		}
	}
	if err == nil {
		err = conv.flush()
	}
	close := func() error { return out.close(conv.list) }
	return x.end(x.finish(out, close, err, conv.written, !conv.list))
}

// dataFiles are what a folder of data holds.
func dataFiles() batch.Filter {
	var f batch.Filter
	for _, pattern := range []string{"*.json", "*.jsonl", "*.ndjson", "*.yaml", "*.yml"} {
		glob, err := batch.ParseGlob(pattern)
		must(err)
		f.Include = append(f.Include, glob)
	}
	corrections, err := batch.ParseGlob("*" + correction.Ending)
	must(err)
	f.Exclude = append(f.Exclude, corrections)
	return f
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
	for doc, err := range dataIn(v.x.c, name) {
		o := outcome{name: name, err: err}
		if err == nil {
			o = v.read(name, doc)
		}
		if o.err != nil || o.notice == nil {
			if o.err != nil {
				v.x.c.fail(name, o.err)
			}
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

// read is the notice that a document stands for; without one, its faults have been said.
func (v *conversion) read(name string, doc any) (out outcome) {
	out.name = name
	faults := v.validator.Validate(doc)
	for _, fault := range faults {
		v.x.c.say(name, "%s", v.x.c.says.Phrase(fault.String()))
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
