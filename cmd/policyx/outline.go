package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/schema"
)

type outlineFlags struct {
	read   readFlags
	notice noticeFlags
}

func newOutline(c *console) *cobra.Command {
	var f outlineFlags
	cmd := &cobra.Command{
		Use:   "outline [FILE|-]",
		Short: "Print the numbered headings as a tree, with kinds and task counts",
		Long: `outline prints a line for each numbered heading, indented by its depth: number,
heading, and in brackets what the heading holds and how many tasks stand under it.`,
		Example: `  policyx outline 云溪市养老服务.txt

  一 总体要求 [goals]
  二 重点任务 [tasks, 2 tasks]
    (一) 完善设施 [task, 1 task]
    (二) 培训人员 [task, 1 task]`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	f.read.register(cmd)
	f.read.registerBundle(cmd)
	f.notice.register(cmd)
	return cmd
}

func (f *outlineFlags) run(c *console, cmd *cobra.Command, args []string) error {
	notice, name, err := readNotice(c, cmd, args, &f.read, &f.notice)
	if err != nil {
		return err
	}
	if len(notice.Outline) == 0 {
		c.say(name, "no numbered heading found")
	}
	var b strings.Builder
	c.printOutline(&b, notice.Outline, notice.Tasks, "", int(^uint(0)>>1))
	return printText(c, b.String())
}

// readNotice reads the one notice that args name. What could not be read is reported.
func readNotice(c *console, cmd *cobra.Command, args []string, read *readFlags, about *noticeFlags) (n *schema.Notice, name string, err error) {
	opts, err := about.options(c)
	if err != nil {
		return nil, "", err
	}
	if err := read.check(c); err != nil {
		return nil, "", err
	}
	names, err := inputs(c, cmd, args)
	if err != nil {
		return nil, "", err
	}
	doc, err := read.parse(c, names[0])
	if err != nil {
		return nil, "", c.fail(names[0], err)
	}
	if n, err = extract.Extract(doc, opts); err != nil {
		return nil, "", c.fail(names[0], err)
	}
	return n, names[0], nil
}

// printOutline prints headings whose section ends at end, in code points: a heading
// reaches to the next one beside it.
func (c *console) printOutline(b *strings.Builder, headings []schema.Heading, tasks []schema.Task, indent string, end int) {
	for i, h := range headings {
		stop := end
		if i+1 < len(headings) {
			stop = headings[i+1].Span.Start
		}
		fmt.Fprintf(b, "%s%s [%s", indent, label(h.Number, h.Heading), c.word("HeadingKind", string(h.Kind)))
		if n := tasksWithin(tasks, h.Span.Start, stop); n > 0 {
			fmt.Fprintf(b, ", %s", c.says.Text(count(n, "task")))
		}
		b.WriteString("]\n")
		c.printOutline(b, h.Children, tasks, indent+"  ", stop)
	}
}

// tasksWithin counts the tasks that begin within the stretch.
func tasksWithin(tasks []schema.Task, start, end int) int {
	n := 0
	for _, t := range tasks {
		if start <= t.Span.Start && t.Span.Start < end {
			n++
		}
	}
	return n
}
