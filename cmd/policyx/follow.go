package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/term"
)

type followFlags struct {
	catalogueFlags
	find  findingFlags
	tasks bool
}

func newFollow(c *console) *cobra.Command {
	var f followFlags
	cmd := &cobra.Command{
		Use:   "follow CATALOGUE NOTICE",
		Short: "Show which notices a notice carries out, up to the top, and which carry it out",
		Long: `follow shows which notices of a catalogue (see policyx index) a notice carries out, these again, and so on up to the top,
and which carry it out. A notice carries out one that it names by number or title and that is of a higher level, or earlier on the
same. NOTICE is a document number, a title or a part of one, or a file in the catalogue.

With --tasks, the tasks of the notice stand beside those that they carry out: the ones that are most alike in title, text and headings.`,
		Example: `  policyx follow 通知.db 云政发〔2024〕3号
  policyx follow 通知.db 关于发展养老服务的意见 --tasks`,
		RunE: keeps(c, func(_ *cobra.Command, args []string) error { return f.run(c, args) }),
	}
	cmd.Flags().BoolVar(&f.tasks, "tasks", false, "show the tasks beside those that they carry out")
	f.find.register(cmd, plainFormats)
	f.catalogueFlags.register(cmd)
	return cmd
}

func (f *followFlags) run(c *console, args []string) error {
	if len(args) != 2 || strings.TrimSpace(args[1]) == "" {
		return misuse("name a CATALOGUE and a NOTICE in it, by number, title or file")
	}
	format, err := f.find.choose(c, plainFormats)
	if err != nil {
		return err
	}
	cat, err := f.open(args[0], f.find.out)
	if err != nil {
		return err
	}
	defer cat.Close()
	named, err := cat.Named(args[1], placeIn(args[0], args[1]))
	if err != nil {
		return f.explain(args[0], err)
	}
	switch {
	case len(named) == 0:
		return about(args[0], misuse("no notice in it is called %s", args[1]))
	case len(named) > 1:
		if err := printChoice(c, named); err != nil {
			return err
		}
		return about(args[0], misuse("%s in it are called %s: name one by its number or file", count(len(named), "notice"), args[1]))
	}
	t, err := f.follow(cat, named[0])
	if err != nil {
		return f.explain(args[0], err)
	}
	if old := t.stale(); old != nil {
		sayStale(c, old)
	}
	return f.find.write(c, func(out io.Writer) error {
		if string(format) == "json" {
			return writeJSON(out, []*trail{t})
		}
		return t.print(out, c)
	})
}

// choiceShown is how many notices are listed to choose one of.
const choiceShown = 20

// printChoice lists notices of which one is to be named.
func printChoice(c *console, named []catalog.Ref) error {
	for _, ref := range named[:min(len(named), choiceShown)] {
		if err := printRef(c.err, 1, ref); err != nil {
			return err
		}
	}
	return nil
}

// trail is a notice with those above it and below it.
type trail struct {
	Notice       catalog.Ref   `json:"notice"`
	CarriesOut   []*step       `json:"carries_out"`
	Cites        []string      `json:"cites,omitempty"` // of a notice that carries out none of the catalogue
	CarriedOutBy []catalog.Ref `json:"carried_out_by"`
	Tasks        []beside      `json:"tasks,omitempty"`
}

// step is a notice that another one carries out. One that stands in the trail already has nothing above it once more.
type step struct {
	catalog.Ref
	CarriesOut []*step `json:"carries_out,omitempty"`
}

// beside is a task, and the one above that it carries out.
type beside struct {
	Task     taskRef  `json:"task"`
	Above    *taskRef `json:"above,omitempty"`
	Likeness float64  `json:"likeness,omitempty"`
}

type taskRef struct {
	Notice string `json:"notice"`
	ID     string `json:"id"`
	Title  string `json:"title"`
	Line   int    `json:"line"`
}

func (f *followFlags) follow(cat *catalog.Catalog, ref catalog.Ref) (t *trail, err error) {
	t = &trail{Notice: ref}
	if t.CarriesOut, err = climb(cat, ref.ID, map[int64]bool{ref.ID: true}); err != nil {
		return nil, err
	}
	if t.CarriedOutBy, err = cat.CarriedOutBy(ref.ID); err != nil {
		return nil, err
	}
	if len(t.CarriesOut) == 0 {
		if t.Cites, err = cat.Cites(ref.ID); err != nil {
			return nil, err
		}
	}
	if f.tasks {
		t.Tasks, err = sideBySide(cat, ref, t.CarriesOut)
	}
	return t, err
}

// climb returns what a notice carries out, up to the top.
func climb(cat *catalog.Catalog, id int64, seen map[int64]bool) ([]*step, error) {
	above, err := cat.CarriesOut(id)
	if err != nil {
		return nil, err
	}
	steps := []*step{}
	for _, ref := range above {
		s := &step{Ref: ref}
		steps = append(steps, s)
		if seen[ref.ID] {
			continue
		}
		seen[ref.ID] = true
		if s.CarriesOut, err = climb(cat, ref.ID, seen); err != nil {
			return nil, err
		}
	}
	return steps, nil
}

// sideBySide pairs the tasks of a notice with those of the notices right above it, each with the one that is most alike.
func sideBySide(cat *catalog.Catalog, ref catalog.Ref, above []*step) (list []beside, err error) {
	own, err := cat.Notice(ref.ID)
	if err != nil {
		return nil, err
	}
	for i := range own.Notice.Tasks {
		list = append(list, beside{Task: refOf(own.Notice, i)})
	}
	for _, s := range above {
		upper, err := cat.Notice(s.ID)
		if err != nil {
			return nil, err
		}
		for _, p := range align.Match(align.Items(upper.Notice.Tasks), align.Items(own.Notice.Tasks)) {
			if p.Old != align.None && p.New != align.None && p.Likeness > list[p.New].Likeness {
				task := refOf(upper.Notice, p.Old)
				list[p.New].Above, list[p.New].Likeness = &task, p.Likeness
			}
		}
	}
	return list, nil
}

func refOf(n *schema.Notice, i int) taskRef {
	t := &n.Tasks[i]
	return taskRef{Notice: n.Source.Name, ID: t.ID, Title: titleOf(t), Line: t.Span.Line}
}

func (t *trail) print(out io.Writer, c *console) error {
	if err := printRef(out, 0, t.Notice); err != nil {
		return err
	}
	if err := t.printNothing(out, c); err != nil {
		return err
	}
	if err := section(out, c.says.Sprintf("carries out:"), len(t.CarriesOut)); err != nil {
		return err
	}
	if err := printSteps(out, 2, t.CarriesOut); err != nil {
		return err
	}
	if err := section(out, c.says.Sprintf("is carried out by:"), len(t.CarriedOutBy)); err != nil {
		return err
	}
	for _, ref := range t.CarriedOutBy {
		if err := printRef(out, 2, ref); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(t.Tasks, func(b beside) bool { return b.Above != nil }) {
		return nil
	}
	table := newTable(out, []string{term.Value(c.says.Language(), "column", "task"), c.says.Sprintf("carries out")}, 50)
	for _, b := range t.Tasks {
		above := "-"
		if b.Above != nil {
			above = b.Above.ID + " " + b.Above.Title + "  " + b.Above.Notice
		}
		table.row(b.Task.ID+" "+b.Task.Title, above)
	}
	return table.end()
}

// printNothing says of a notice that carries out none of the catalogue what it cites.
func (t *trail) printNothing(out io.Writer, c *console) error {
	var lines []string
	switch {
	case len(t.CarriesOut) > 0:
		return nil
	case len(t.Cites) == 0:
		lines = []string{"  " + c.says.Sprintf("carries out no notice of the catalogue, and cites none")}
	default:
		lines = []string{"  " + c.says.Sprintf("carries out no notice of the catalogue; it cites:")}
		for _, cited := range t.Cites {
			lines = append(lines, "    "+oneLine(cited))
		}
	}
	_, err := io.WriteString(out, strings.Join(lines, "\n")+"\n")
	return err
}

// stale are the names of the notices of a trail whose file could not be read since.
func (t *trail) stale() (names []string) {
	add := func(r catalog.Ref) {
		if r.Stale && !slices.Contains(names, r.Name) {
			names = append(names, r.Name)
		}
	}
	var climb func(steps []*step)
	climb = func(steps []*step) {
		for _, s := range steps {
			add(s.Ref)
			climb(s.CarriesOut)
		}
	}
	add(t.Notice)
	climb(t.CarriesOut)
	for _, ref := range t.CarriedOutBy {
		add(ref)
	}
	return names
}

// section writes the heading of a list that is not empty.
func section(out io.Writer, heading string, entries int) error {
	if entries == 0 {
		return nil
	}
	_, err := io.WriteString(out, "  "+heading+"\n")
	return err
}

func printSteps(out io.Writer, depth int, steps []*step) error {
	for _, s := range steps {
		if err := printRef(out, depth, s.Ref); err != nil {
			return err
		}
		if err := printSteps(out, depth+1, s.CarriesOut); err != nil {
			return err
		}
	}
	return nil
}
