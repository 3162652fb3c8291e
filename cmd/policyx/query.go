package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/term"
)

type queryFlags struct {
	extractFlags
	catalogueFlags
}

func newQuery(c *console) *cobra.Command {
	var f queryFlags
	cmd := &cobra.Command{
		Use:   "query CATALOGUE",
		Short: "Find tasks in a catalogue",
		Long: `query writes the notices of a catalogue (see policyx index) with the tasks that fit all filters, as "policyx extract"
does; without -f and -o, as a table of the tasks. The filters are those of extract. What it writes as yaml, json or jsonl can
be converted, and put into another catalogue.`,
		Example: `  policyx query 通知.db --department 市民政局 --role lead --due-before 2025年底
  policyx query 通知.db --place 安徽省 --contains 助餐 -o 台账.xlsx
  policyx query 通知.db --having targets -f csv --rows targets`,
		RunE: keeps(c, func(_ *cobra.Command, args []string) error { return f.run(c, args) }),
	}
	f.view.tabular = true
	f.view.register(cmd)
	cmd.Flags().StringArrayVarP(&f.outs, "output", "o", nil, "write to `FILE`, which is replaced only when all is written; several get the same notices, each in the format of its ending")
	cmd.Flags().BoolVar(&f.many.force, "force", false, "make a ledger anew in which people have written")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "say nothing but what failed")
	f.filter.register(cmd)
	f.catalogueFlags.register(cmd)
	return cmd
}

// only is the one argument of a verb that asks a catalogue.
func only(args []string) (string, error) {
	if len(args) != 1 {
		return "", misuse("name one CATALOGUE, such as 通知.db")
	}
	return args[0], nil
}

func (f *queryFlags) run(c *console, args []string) error {
	path, err := only(args)
	if err != nil {
		return err
	}
	shown := f.view.toTable(f.outs)
	if shown && len(f.outs) > 0 {
		return misuse("-f %s: goes to standard output, not to %s", tableFormat, f.outs[0])
	}
	x, err := f.job(c, extract.Options{})
	if err != nil {
		return err
	}
	cat, err := f.open(path, f.outs...)
	if err != nil {
		return err
	}
	defer cat.Close()
	if shown {
		err := x.showTasks(cat)
		if err == nil && !f.quiet {
			err = x.sayAsked(cat, f.filter.Query)
		}
		return x.end(f.explain(path, err))
	}
	out, err := x.openOutputs()
	if err != nil {
		return err
	}
	written := 0
	err = x.ask(cat, func(o outcome) error {
		written++
		return out.write(o, true)
	})
	if err == nil && !f.quiet {
		err = x.sayAsked(cat, f.filter.Query)
	}
	return x.end(x.finish(out, func() error { return x.close(out, true) }, f.explain(path, err), written, false))
}

// ask gives emit each notice of a catalogue with a task that fits, and counts.
func (x *extraction) ask(cat *catalog.Catalog, emit func(outcome) error) error {
	for found, err := range cat.Find(x.question()) {
		if err != nil {
			return err
		}
		if home := &found.Notice.Metadata.Jurisdiction; *home == "" {
			*home = found.Place // that --assume-place gave it
		}
		o := outcome{name: found.Notice.Source.Name, notice: found.Notice, kept: x.kept(found.Notice, found.Place)}
		if o.kept.Notice == nil {
			continue
		}
		x.fit.notices++
		x.fit.tasks += len(o.kept.Notice.Tasks)
		if found.Stale {
			x.fit.addOld(found.Input, len(o.kept.Notice.Tasks))
		}
		if err := emit(o); err != nil {
			return err
		}
	}
	size, err := cat.Size()
	x.fit.all, x.fit.allTasks, x.fit.twins = size.Notices, size.Tasks, size.Twins
	return err
}

// question is what a catalogue is asked before the filter looks.
func (x *extraction) question() (q catalog.Question) {
	if x.keep != nil {
		c := x.keep.Clues()
		q = catalog.Question{Roles: c.Roles, Before: c.Before, After: c.After, Places: c.Places, Contains: c.Contains}
		for _, d := range c.Departments {
			q.Departments = append(q.Departments, catalog.Department(d))
		}
	}
	return q
}

// showTasks prints a line for each task that fits.
func (x *extraction) showTasks(cat *catalog.Catalog) error {
	lang := x.c.lang.is
	header := []string{term.Field(lang, "Metadata.jurisdiction"), term.Field(lang, "Task.id"), term.Value(lang, "column", "task"), term.Value(lang, "column", "due"), term.Value(lang, "column", "responsible"), term.Field(lang, "Source.name")}
	due := 10
	if x.keep.Dated() {
		due = 22 // two days
	}
	t := newTable(x.c.screen(), header, 16, 8, 44, due, 40)
	err := x.ask(cat, func(o outcome) error {
		for i := range o.kept.Notice.Tasks {
			task := &o.kept.Notice.Tasks[i]
			t.row(o.notice.Metadata.Jurisdiction, task.ID, titleOf(task), x.days(task), parties(task.Departments), o.name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return t.end()
}

// days is the last day of a task; where days are asked for, those of its deadlines that fit.
func (x *extraction) days(t *schema.Task) string {
	if !x.keep.Dated() {
		return filter.LastDay(t)
	}
	var days []string
	for _, d := range x.keep.Due(t) {
		days = append(days, d.End)
	}
	slices.Sort(days)
	return strings.Join(days, "、")
}

// titleOf is the title of a task, else its text.
func titleOf(t *schema.Task) string {
	if t.Title != "" {
		return t.Title
	}
	return t.Text
}

// parties names the departments of a task, those that lead first.
func parties(d *schema.Departments) string {
	var names []string
	for _, dep := range d.All() {
		names = append(names, dep.Name)
	}
	return strings.Join(names, "、")
}
