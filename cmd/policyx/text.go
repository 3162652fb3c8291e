package main

import "github.com/spf13/cobra"

type textFlags struct{ read readFlags }

func newText(c *console) *cobra.Command {
	var f textFlags
	cmd := &cobra.Command{
		Use:   "text [FILE|-]",
		Short: "Print the reading text that all spans refer to",
		Long: `text prints what policyx reads of a notice, without adding or dropping a character:
start and end of a span count its code points, line counts its lines.`,
		Example: `  policyx text notice.html | sed -n 30p
  policyx text notice.html | python3 -c 'import sys; print(sys.stdin.read()[512:640])'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	f.read.register(cmd)
	f.read.registerBundle(cmd)
	return cmd
}

func (f *textFlags) run(c *console, cmd *cobra.Command, args []string) error {
	if err := f.read.check(c); err != nil {
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
	return printText(c, string(doc.Text))
}
