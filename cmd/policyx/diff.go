package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/diff"
	"github.com/policyx/policyx/schema/render"
)

type diffFlags struct {
	gather gatherFlags
	find   findingFlags
}

func newDiff(c *console) *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what changed between two versions of a notice",
		Long: `diff compares a draft with its final text, last year's notice with this year's, or the State
Council's with the province's: tasks that were added, dropped, reworded, moved, merged or split; departments
and their roles; deadlines that were put off or brought forward; targets that were raised or lowered; the
notice's own data and its indicators. Each change has the lines of both sides. docs/compare.md says what
counts as a change.

A task with another number, a department by its short name, a time or an amount in other words (3000元, 0.3万元),
another format, spaces and punctuation are no change. Documents that are cited are compared by title and number;
what else stands outside of tasks, goals and indicators (preambles, definitions) is not compared.

OLD and NEW are documents in any format, or data as extract writes them, of one notice each.
The exit code is 0 when nothing changed, 3 when something did, and 1 when one of them could not be read.`,
		Example: `  policyx diff 征求意见稿.docx 印发稿.pdf
  policyx diff 2023.html 2024.html -o 对照.html
  policyx diff -f json old.json new.json | jq '.changes[] | select(.item == "task")'`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	f.find.register(cmd, render.ChangeFormats())
	cmd.Flags().BoolVarP(&f.gather.quiet, "quiet", "q", false, "write nothing but to the file of -o: the exit code says whether something changed")
	f.gather.register(cmd)
	return cmd
}

func (f *diffFlags) run(c *console, cmd *cobra.Command, args []string) error {
	format, err := f.find.choose(c, render.ChangeFormats())
	if err != nil {
		return err
	}
	g, names, err := f.gather.start(c, cmd, args, f.find.out)
	if err != nil {
		return err
	}
	if len(names) != 2 {
		return misuse("diff takes two notices, not %d", len(names))
	}
	report, err := g.changes(names[0], names[1])
	if err != nil {
		return err
	}
	report.Old.Name, report.New.Name = names[0], names[1] // data knows the document that it was made of
	if !f.gather.quiet || f.find.file() {
		err := f.find.write(c, func(w io.Writer) error {
			return render.WriteChanges(w, format, report, f.find.language(c, format, render.ChangeFormats()))
		})
		if err != nil {
			return err
		}
	}
	switch {
	case g.tally.failures > 0: // one was not read whole, which has been said
		return errReported
	case !report.Same():
		return errFound
	}
	return nil
}

// changes is what changed from one notice to another.
func (g *gathering) changes(oldName, newName string) (*diff.Report, error) {
	old, err := g.one(oldName)
	if err != nil {
		return nil, err
	}
	new, err := g.one(newName)
	if err != nil {
		return nil, err
	}
	return diff.Of(old, new, diff.Options{Office: filter.Office, Duty: filter.Family}), nil
}

// one returns the one notice of an input.
func (g *gathering) one(name string) (n *schema.Notice, err error) {
	if catalog.IsCatalog(name) {
		return nil, misuse("%s is a catalogue: diff takes one notice: name the file of one that is in it (source.name in policyx query %[1]s -f json)", name)
	}
	found := 0
	if err := g.notices([]string{name}, func(o outcome) { n, found = o.notice, found+1 }); err != nil {
		return nil, err
	}
	switch {
	case found > 1:
		return nil, misuse("%s holds %d notices: diff takes one", name, found)
	case n == nil && g.tally.failures == 0:
		return nil, about(name, batch.ErrNothing)
	case n == nil:
		return nil, errReported
	}
	return n, nil
}
