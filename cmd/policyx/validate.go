package main

import (
	"cmp"
	"github.com/spf13/cobra"

	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/message"
)

type validateFlags struct{ quiet bool }

func newValidate(c *console) *cobra.Command {
	var f validateFlags
	cmd := &cobra.Command{
		Use:   "validate [FILE|-]...",
		Short: "Check extracted data against the schema",
		Long: `validate reads YAML, JSON or JSON Lines as "policyx extract" writes them and lists
every fault with its path, a line each: what breaks the schema, and what a schema cannot
say (empty spans, ids that stand twice, a deadline that ends before it starts).
The exit code is 1 when there is any.`,
		Example: `  policyx validate notices.yaml
  policyx extract -f jsonl notices/*.txt | policyx validate -

  policyx: notices.yaml: /tasks/3/deadlines/0/end: "2023-13-01" is no date such as 2022-12-05`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(c, cmd, args) },
	}
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "say nothing about files without fault")
	return cmd
}

func (f *validateFlags) run(c *console, cmd *cobra.Command, args []string) error {
	names, err := inputs(c, cmd, args)
	if err != nil {
		return err
	}
	validator, err := jsonschema.NewValidator()
	if err != nil {
		return err
	}
	failed := false
	for _, name := range names {
		n, ok := validateFile(c, validator, name)
		if ok && !f.quiet {
			c.say(name, "%s, no fault", count(n, "notice"))
		}
		failed = failed || !ok
	}
	if failed {
		return errReported
	}
	return nil
}

// validateFile lists the faults of one file and returns how many notices it holds.
func validateFile(c *console, v *jsonschema.Validator, name string) (notices int, ok bool) {
	ok = true
	var first []jsonschema.Fault // said when it is known whether others follow
	say := func(n int, faults []jsonschema.Fault) {
		for _, fault := range faults {
			ok = false
			sayFault(c, name, n, notices > 1, fault)
		}
	}
	for doc, err := range dataIn(c, name) {
		if err != nil {
			say(1, first)
			c.fail(name, err)
			return notices, false
		}
		if notices++; notices == 1 {
			first = v.Validate(doc)
			continue
		}
		say(1, first)
		first = nil
		say(notices, v.Validate(doc))
	}
	say(1, first)
	return notices, ok
}

// sayFault says a fault of the n-th document of a file, with the number where the file has several.
func sayFault(c *console, name string, n int, several bool, fault jsonschema.Fault) {
	text := message.Sprintf("%s: %s", cmp.Or(fault.Path, "/"), c.says.Phrase(fault.Message))
	if several {
		text = message.Sprintf("document %d: %s", n, text)
	}
	c.say(name, "%s", text)
}
