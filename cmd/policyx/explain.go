package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract"
)

type explainFlags struct {
	read   readFlags
	notice noticeFlags
	task   string
	at     string
	text   string
}

func newExplain(c *console) *cobra.Command {
	var f explainFlags
	cmd := &cobra.Command{
		Use:   "explain [FILE|-] [--task ID | --at LINE[:COLUMN]]",
		Short: "Print the rule behind each value, and the candidates that lost",
		Long: `explain prints, task by task, each value with the rule that made it, the text it
stood on and the candidates that lost to it. "policyx rules" lists the rules.

To see why something was not found, name the place (--at, as policyx text counts lines
and code points) or give a sentence of your own (--text). Printed are the fields that
the line ended in, the tokens as the rules saw them, what was found, and every candidate
that was not taken, with the reason. With a column, only the sentence there. In the
tokens, what stands in ‹› holds no time and no amount: a title, a document's number, a
department.`,
		Example: `  policyx explain 云溪市养老服务.txt --task 2.1

  2.1 完善设施
    deadline by ../2025-12-31
      text  到2025年底前 (line 12, 301-309)
      rule  when/by-end
      lost  到2025年, when/by-to: a longer or earlier rule was taken

  policyx explain --text '2025年底前，建成站点3个。（市民政局负责）'
  policyx explain 云溪市养老服务.txt --at 12:30`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	cmd.Flags().StringVar(&f.task, "task", "", "explain only the task with this `ID`")
	cmd.Flags().StringVar(&f.at, "at", "", "explain the line or sentence at `LINE[:COLUMN]` of the reading text")
	cmd.Flags().StringVar(&f.text, "text", "", "explain `TEXT`, read as a notice of its own")
	for _, name := range []string{"task", "at", "text"} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions))
	}
	f.read.register(cmd)
	f.read.registerBundle(cmd)
	f.notice.register(cmd)
	return cmd
}

func (f *explainFlags) run(c *console, cmd *cobra.Command, args []string) error {
	opts, err := f.notice.options(c)
	if err != nil {
		return err
	}
	if err := f.read.check(c); err != nil {
		return err
	}
	flags := cmd.Flags()
	switch {
	case f.task != "" && f.at != "" || flags.Changed("text") && f.task+f.at != "":
		return misuse("--task, --at and --text are of no use together")
	case flags.Changed("text"):
		return f.explainText(c, args, opts)
	}
	line, column, err := f.place()
	if err != nil {
		return err
	}
	names, err := inputs(c, cmd, args)
	if err != nil {
		return err
	}
	doc, err := f.read.parse(c, names[0])
	if err != nil {
		return c.fail(names[0], err)
	}
	var b strings.Builder
	if line > 0 {
		found, ok := extract.ExplainLine(doc, opts, line, column)
		if !ok {
			return misuse("%s: --at %s: the reading text has no such place", names[0], f.at)
		}
		c.printLine(&b, found)
		return printText(c, b.String())
	}
	found := false
	for _, item := range extract.Explain(doc, opts).Items {
		if f.task == "" || item.Task == f.task {
			c.printItem(&b, item)
			found = true
		}
	}
	if f.task != "" && !found {
		return misuse("%s: no task with the id %q", names[0], f.task)
	}
	return printText(c, b.String())
}

func (c *console) printItem(b *strings.Builder, item extract.ExplainedItem) {
	fmt.Fprintln(b, label(item.Task, item.Title))
	for _, v := range item.Values {
		c.printValue(b, v)
	}
}

func (c *console) printValue(b *strings.Builder, v extract.ExplainedValue) {
	fmt.Fprintf(b, "  %s %s\n", c.says.Phrase(v.Kind), oneLine(c.says.Text(v.Value)))
	fmt.Fprintln(b, c.says.Sprintf("    text  %s (line %d, %d-%d)", oneLine(v.Text), v.Span.Line, v.Span.Start, v.Span.End))
	fmt.Fprintln(b, c.says.Sprintf("    rule  %s", v.Rule))
	for _, l := range v.Lost {
		fmt.Fprintln(b, c.says.Sprintf("    lost  %s", c.loser(l)))
	}
}

func (c *console) loser(l extract.ExplainedLoser) string {
	return c.says.Sprintf("%s, %s: %s", oneLine(strings.TrimSpace(l.Text+" "+l.Value)), l.Rule, c.says.Phrase(l.Why))
}
