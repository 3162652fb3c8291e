package main

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
)

type dueFlags struct {
	extractFlags
	catalogueFlags
	find findingFlags
	on   string
	all  bool
}

// plainFormats are those of what is asked of a catalogue, lines for people first.
var plainFormats = []string{"text", "json"}

func newDue(c *console) *cobra.Command {
	var f dueFlags
	cmd := &cobra.Command{
		Use:   "due CATALOGUE",
		Short: "Show which tasks of a catalogue are due",
		Long: `due lists the deadlines of a catalogue (see policyx index) by their last day: overdue, this month, this quarter. Those that
are later, and tasks without a last day, are counted, and listed with --all. The filters are those of extract.

The exit code is 3 when something is overdue, for cron, 0 when nothing is, and 1 when the catalogue could not be read.`,
		Example: `  policyx due 通知.db --department 市民政局
  policyx due 通知.db --on 2025-12-31 --place 云溪市 -f json
  policyx due 通知.db -q || echo 有任务超期`,
		RunE: keeps(c, func(_ *cobra.Command, args []string) error { return f.run(c, args) }),
	}
	cmd.Flags().StringVar(&f.on, "on", "", "the `DATE` that counts as today (2025-12-31)")
	cmd.Flags().BoolVar(&f.all, "all", false, "list what is due later, or has no last day, as well")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "write nothing: the exit code says whether something is overdue")
	must(cmd.RegisterFlagCompletionFunc("on", cobra.NoFileCompletions))
	f.find.register(cmd, plainFormats)
	f.filter.register(cmd)
	f.catalogueFlags.register(cmd)
	return cmd
}

func (f *dueFlags) run(c *console, args []string) error {
	path, err := only(args)
	if err != nil {
		return err
	}
	format, err := f.find.choose(c, plainFormats)
	if err != nil {
		return err
	}
	on := time.Now()
	if f.on != "" {
		if on, err = time.Parse(time.DateOnly, f.on); err != nil {
			return misuse("--on %q: want a date such as 2022-12-05", f.on)
		}
	}
	x, err := f.job(c, extract.Options{})
	if err != nil {
		return err
	}
	cat, err := f.open(path, f.find.out)
	if err != nil {
		return err
	}
	defer cat.Close()
	d := newDiary(on)
	if err := x.ask(cat, func(o outcome) error { d.add(o.kept.Notice, x.keep); return nil }); err != nil {
		return f.explain(path, err)
	}
	if !f.quiet {
		if err := x.sayAsked(cat, f.filter.Query); err != nil {
			return f.explain(path, err)
		}
	}
	d.sort()
	if !f.quiet {
		if err := f.find.write(c, func(out io.Writer) error {
			if string(format) == "json" {
				return writeJSON(out, d)
			}
			return d.print(out, c, f.all)
		}); err != nil {
			return err
		}
	}
	if len(d.Overdue) > 0 {
		return errFound
	}
	return nil
}

// diary holds deadlines by when they are due.
type diary struct {
	On      string  `json:"on"`
	Overdue []entry `json:"overdue"`
	Month   []entry `json:"month"`
	Quarter []entry `json:"quarter"`
	Later   []entry `json:"later"`
	Undated []entry `json:"undated"`

	month, quarter string // their last days
}

// entry is a deadline, or a task without a last day.
type entry struct {
	Day         string              `json:"day,omitempty"`
	Deadline    string              `json:"deadline,omitempty"`
	Place       string              `json:"place,omitempty"`
	ID          string              `json:"id"`
	Task        string              `json:"task"`
	Departments *schema.Departments `json:"departments,omitempty"`
	Notice      string              `json:"notice"`
	Title       string              `json:"title,omitempty"`
	Line        int                 `json:"line"`
}

func newDiary(on time.Time) *diary {
	month := time.Date(on.Year(), on.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	quarter := time.Date(on.Year(), (on.Month()-1)/3*3+4, 0, 0, 0, 0, 0, time.UTC)
	d := &diary{On: on.Format(time.DateOnly), month: month.Format(time.DateOnly), quarter: quarter.Format(time.DateOnly)}
	for _, list := range d.lists() {
		*list = []entry{}
	}
	return d
}

func (d *diary) lists() []*[]entry {
	return []*[]entry{&d.Overdue, &d.Month, &d.Quarter, &d.Later, &d.Undated}
}

// add takes the tasks of a notice, with the deadlines that a filter asks for.
func (d *diary) add(n *schema.Notice, keep *filter.Filter) {
	for i := range n.Tasks {
		t := &n.Tasks[i]
		e := entry{Place: n.Metadata.Jurisdiction, ID: t.ID, Task: titleOf(t), Departments: t.Departments, Notice: n.Source.Name, Title: n.Metadata.Title, Line: t.Span.Line}
		for _, l := range keep.Due(t) {
			at := e
			at.Day, at.Deadline, at.Line = l.End, l.Text, l.Span.Line
			list := d.list(l.End)
			*list = append(*list, at)
		}
		if filter.LastDay(t) == "" {
			if len(t.Deadlines) > 0 {
				e.Deadline = t.Deadlines[0].Text // every year, while a plan lasts
			}
			d.Undated = append(d.Undated, e)
		}
	}
}

// list is where a day belongs.
func (d *diary) list(day string) *[]entry {
	switch {
	case day < d.On:
		return &d.Overdue
	case day <= d.month:
		return &d.Month
	case day <= d.quarter:
		return &d.Quarter
	}
	return &d.Later
}

// sort puts the earliest day first.
func (d *diary) sort() {
	for _, list := range d.lists() {
		slices.SortStableFunc(*list, func(a, b entry) int { return strings.Compare(a.Day, b.Day) })
	}
}

// print writes a heading for each list, with the entries below it.
func (d *diary) print(out io.Writer, c *console, all bool) error {
	headings := []message.Text{
		message.Sprintf("overdue on %s: %s", d.On, counted(d.Overdue)), message.Sprintf("due this month, until %s: %s", d.month, counted(d.Month)), message.Sprintf("due this quarter, until %s: %s", d.quarter, counted(d.Quarter)),
		message.Sprintf("due later: %s", counted(d.Later)), message.Sprintf("without a last day: %s", count(len(d.Undated), "task")),
	}
	lang := c.says.Language()
	header := []string{term.Value(lang, "column", "due"), term.Field(lang, "Deadline.text"), term.Field(lang, "Metadata.jurisdiction"), term.Field(lang, "Task.id"), term.Value(lang, "column", "task"), term.Value(lang, "column", "responsible"), term.Field(lang, "Source.name")}
	for i, list := range d.lists() {
		if _, err := io.WriteString(out, c.says.Text(headings[i])+"\n"); err != nil {
			return err
		}
		if len(*list) == 0 || i > 2 && !all {
			continue
		}
		t := newTable(out, header, 10, 20, 16, 8, 44, 40)
		for _, e := range *list {
			t.row(e.Day, e.Deadline, e.Place, e.ID, e.Task, parties(e.Departments), e.Notice)
		}
		if err := t.end(); err != nil {
			return err
		}
	}
	return nil
}

// counted is how many deadlines of how many tasks a list has.
func counted(list []entry) message.Text {
	type task struct{ notice, id string }
	tasks := map[task]bool{}
	for _, e := range list {
		tasks[task{e.Notice, e.ID}] = true
	}
	if len(list) == 0 {
		return count(0, "deadline")
	}
	return message.Sprintf("%s in %s", count(len(list), "deadline"), count(len(tasks), "task"))
}

// writeJSON writes a value for programs.
func writeJSON(out io.Writer, value any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}
