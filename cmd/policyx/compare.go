package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/compare"
	"github.com/policyx/policyx/schema/render"
)

type compareFlags struct {
	gather  gatherFlags
	find    findingFlags
	compare compare.Options
	rows    string
}

func newCompare(c *console) *cobra.Command {
	var f compareFlags
	cmd := &cobra.Command{
		Use:   "compare A B...",
		Short: "Set several notices beside each other: who sets which value, who has which tasks",
		Long: `compare shows for each indicator that two notices or more have who sets which value by when, with the
place of each; the topics of their tasks as a matrix, with the gaps; and, on a page, charts of both and of the
deadlines.

Indicators belong together where their unit agrees and their names are alike: each value says which words of its
name led there. Topics are phrases that titles of tasks share. docs/compare.md describes both.

A, B … are documents, folders of them, data as extract writes them, and catalogues (see policyx index). The
filters of extract keep the tasks that fit, before they are compared.`,
		Example: `  policyx compare 芜湖.html 安康.pdf 利通.docx
  policyx compare notices/ --indicator 护理型床位
  policyx compare notices.jsonl --topic 助餐 --topic 适老化
  policyx compare 通知.db --place 安徽省 -o 对比.html`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	f.find.register(cmd, render.ComparisonFormats())
	flags := cmd.Flags()
	flags.StringArrayVar(&f.compare.Indicators, "indicator", nil, "only indicators with `TEXT` in a name, also where one notice alone has them; of several, any will do")
	flags.StringArrayVar(&f.compare.Topics, "topic", nil, "only the topic `TEXT`, a phrase of your own; may be given several times")
	flags.BoolVar(&f.compare.Alone, "all", false, "also the indicators that one notice alone has")
	flags.StringVar(&f.rows, "rows", "", fmt.Sprintf("in csv and tsv, a row for each of `WHAT`, one of %s (default %s)", strings.Join(render.ComparisonRows(), ", "), render.ComparisonRows()[0]))
	for _, name := range []string{"indicator", "topic"} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions))
	}
	must(cmd.RegisterFlagCompletionFunc("rows", oneOf(render.ComparisonRows()...)))
	flags.BoolVarP(&f.gather.quiet, "quiet", "q", false, "say nothing but what failed")
	f.gather.register(cmd)
	f.gather.filter.register(cmd)
	f.gather.many.registerReading(cmd)
	f.gather.catalogue.register(cmd)
	return cmd
}

func (f *compareFlags) run(c *console, cmd *cobra.Command, args []string) error {
	format, err := f.check(c)
	if err != nil {
		return err
	}
	g, names, err := f.gather.start(c, cmd, args, f.find.out)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(names, catalog.IsCatalog) && !catalog.Linked() {
		return handOver(c)
	}
	report, err := f.report(c, g, names)
	if err != nil {
		return err
	}
	err = f.find.write(c, func(w io.Writer) error {
		return render.WriteComparison(w, format, report, f.rows, f.find.language(c, format, render.ComparisonFormats()))
	})
	if err == nil && g.tally.failures > 0 {
		err = errReported
	}
	return err
}

// report compares the notices of files, folders and catalogues.
func (f *compareFlags) report(c *console, g *gathering, names []string) (*compare.Report, error) {
	var notices []*schema.Notice
	if err := g.notices(names, func(o outcome) {
		n := *o.kept.Notice
		n.Metadata.Jurisdiction = cmp.Or(n.Metadata.Jurisdiction, g.opts.Place)
		notices = append(notices, &n)
	}); err != nil {
		return nil, err
	}
	if !f.gather.quiet {
		sayTwins(c, notices)
		g.sayHeld()
	}
	if !f.gather.quiet && g.keep != nil && g.fit.all > 0 {
		for _, line := range g.fit.lines() {
			c.say("", "%s", line)
		}
	}
	if len(notices) < 2 {
		if g.tally.failures == 0 {
			return nil, misuse("compare takes two notices or more, not %d", len(notices))
		}
		return nil, errReported
	}
	f.compare.Base, f.compare.Figures, f.compare.Way = extract.Reduce, extract.Figures, way
	return compare.Of(notices, f.compare), nil
}

// way is the length of a word that says how something is done, at the head of a text.
func way(text []rune) int {
	n, _ := lexicon.Ways().Prefix(text)
	return n
}

// sayTwins says which notices are the same as one before.
func sayTwins(c *console, notices []*schema.Notice) {
	type content struct {
		checksum, title string
		characters      int
	} // rows of a workbook share its checksum
	before := map[content]string{}
	for _, n := range notices {
		key := content{n.Source.SHA256, n.Metadata.Title, n.Source.Characters}
		if first, ok := before[key]; ok {
			c.say(n.Source.Name, "is the same notice as %s", first)
			continue
		}
		before[key] = n.Source.Name
	}
}

// check checks the flags of its own.
func (f *compareFlags) check(c *console) (render.Format, error) {
	format, err := f.find.choose(c, render.ComparisonFormats())
	if err != nil {
		return "", err
	}
	if f.rows != "" && !slices.Contains(render.ComparisonRows(), f.rows) {
		return "", misuse("--rows %q: want one of %s", f.rows, strings.Join(render.ComparisonRows(), ", "))
	}
	if f.rows != "" && !format.Delimited() {
		return "", misuse("--rows %s goes with csv and tsv, not with %s", f.rows, format)
	}
	for _, text := range slices.Concat(f.compare.Indicators, f.compare.Topics) {
		if strings.TrimSpace(text) == "" {
			return "", misuse("--indicator and --topic: want a text")
		}
	}
	for _, text := range f.compare.Indicators {
		if !compare.Sought(text) {
			return "", misuse("--indicator %q: want letters or digits", text)
		}
	}
	for _, text := range f.compare.Topics {
		if !compare.Sought(text) {
			return "", misuse("--topic %q: want letters or digits", text)
		}
	}
	return format, nil
}
