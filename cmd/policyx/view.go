package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	tty "golang.org/x/term"

	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
)

// viewFlags say as what notices are written.
type viewFlags struct {
	format, rows, by string
	calendar         string // --ics
	bare             bool   // --no-bom
	template         string
	workbook         []byte // what the template holds
	without          []string
	tabular          bool // a table is one of the formats, and the default
}

// tableFormat is the format of people at a terminal, which is no file's.
const tableFormat = "table"

// toTable takes the choice of a table, and reports it.
func (f *viewFlags) toTable(outs []string) bool {
	if f.format != tableFormat && (f.format != "" || len(outs) > 0) {
		return false
	}
	f.format = ""
	return true
}

func (f *viewFlags) register(cmd *cobra.Command) {
	flags, formats := cmd.Flags(), render.Formats()
	usage := fmt.Sprintf("write `FORMAT`, one of %s (default: by the ending of -o, else yaml)", strings.Join(formats, ", "))
	if f.tabular {
		usage = fmt.Sprintf("write `FORMAT`, one of table, %s (default: by the ending of -o, else table)", strings.Join(formats, ", "))
		formats = append(formats, tableFormat)
	}
	flags.StringVarP(&f.format, "format", "f", "", usage)
	flags.StringVar(&f.rows, "rows", "", fmt.Sprintf("in csv and tsv, a row for each of `WHAT`, one of %s (default tasks)", strings.Join(render.RowKinds(), ", ")))
	flags.BoolVar(&f.bare, "no-bom", false, "write csv and tsv without the byte order mark by which Excel knows UTF-8")
	flags.StringVar(&f.calendar, "ics", "", "in ics, make of each deadline an `ENTRY`: event (default), with alarms 7 days and 1 day before, or todo")
	flags.StringSliceVar(&f.without, "without", nil, fmt.Sprintf("leave out `PARTS` of yaml, json and jsonl: %s", strings.Join(render.Parts(), ", ")))
	flags.StringVar(&f.by, "by", "", "in xlsx, add a sheet for each `WHAT`: department")
	flags.StringVar(&f.template, "template", "", "fill the workbook `FILE` (xlsx) instead of making one; what people wrote in it stays, FILE.bak is how it was before")
	must(cmd.RegisterFlagCompletionFunc("by", oneOf(render.ByDepartment)))
	must(cmd.RegisterFlagCompletionFunc("ics", oneOf(render.Calendars()...)))
	must(cmd.RegisterFlagCompletionFunc("format", oneOf(formats...)))
	must(cmd.RegisterFlagCompletionFunc("rows", oneOf(render.RowKinds()...)))
	must(cmd.RegisterFlagCompletionFunc("without", oneOf(render.Parts()...)))
}

// endings are the names of the formats as endings.
func endings() []string {
	list := render.Formats()
	for i := range list {
		list[i] = "." + list[i]
	}
	return list
}

// view is as what notices are written.
type view struct {
	format  render.Format
	options render.Options
}

// checkAll checks the flags for the values of -o. Several name a file each, with an ending that says its
// format, and each takes of the options what it has a use for.
func (f *viewFlags) checkAll(c *console, outs []string) ([]view, error) {
	if len(outs) < 2 {
		format, options, err := f.check(c, strings.Join(outs, ""))
		return []view{{format, options}}, err
	}
	if f.format != "" {
		return nil, misuse("-f %s: several -o have the formats of their endings", f.format)
	}
	var views []view
	var all []render.Format
	for i, out := range outs {
		format := render.FormatOf(out)
		if format == "" || isFolder(out) || slices.Contains(outs[:i], out) {
			return nil, misuse("-o %s: several -o want different files, each with one of the endings %s", out, strings.Join(endings(), ", "))
		}
		views = append(views, view{format, f.options(c).For(format)})
		all = append(all, format)
	}
	if err := f.options(c).CheckAll(all); err != nil {
		return nil, misuse("--%v", err)
	}
	return views, nil
}

// options are what the flags say.
func (f *viewFlags) options(c *console) render.Options {
	return render.Options{Rows: f.rows, By: f.by, Template: f.workbook, Lang: c.lang.is, NoBOM: f.bare, Calendar: f.calendar, Without: f.without, Family: filter.Family, Party: filter.Party}
}

// check checks the flags, with out the value of -o.
func (f *viewFlags) check(c *console, out string) (render.Format, render.Options, error) {
	opts := f.options(c)
	format := render.FormatOf(out)
	if ending := filepath.Ext(out); format == "" && f.format == "" && len(ending) > 1 && !isFolder(out) {
		return "", opts, misuse("-o %s: no format ends in %s: want one of %s (-f chooses whatever the name)", out, ending, strings.Join(endings(), ", "))
	}
	if f.format != "" {
		var err error
		if format, err = render.ParseFormat(f.format); err != nil {
			if f.tabular {
				err = message.Errorf("unknown format %q: want %s", f.format, strings.Join(append([]string{tableFormat}, render.Formats()...), ", "))
			}
			return "", opts, usageError{err}
		}
	}
	if format == "" {
		format = render.YAML
	}
	if err := opts.Check(format); err != nil {
		return "", opts, misuse("--%v", err)
	}
	if format.Binary() && (out == "" || out == "-") && tty.IsTerminal(int(c.out.Fd())) {
		return "", opts, misuse("%s is nothing to show on a terminal: name a file with -o", format)
	}
	return format, opts, nil
}
