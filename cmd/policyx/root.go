package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema/term"
	"github.com/policyx/policyx/schema/translation"
)

// run is the whole program: it returns the exit code.
func run(c *console, args []string) (code int) {
	defer func() {
		if p := recover(); p != nil { // of a verb that reads one notice
			code = c.exitCode("policyx", parser.NewInternalError(p))
		}
	}()
	defer c.end()
	c.says = translation.For(spoken(args, os.Getenv, systemLanguage))
	root := newRoot(c)
	root.SetArgs(args)
	if c.says.Language() == term.Chinese {
		speakUsage(root, c.says)
		if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
			translate(root, c.says)
		}
	}
	verb, err := root.ExecuteC()
	return c.exitCode(verb.CommandPath(), err)
}

func newRoot(c *console) *cobra.Command {
	root := &cobra.Command{
		Use:   "policyx",
		Short: "Turn Chinese government notices into structured data",
		Long: `policyx reads Chinese government notices (通知, 方案, 意见 …) and prints who has to do
what by when: tasks, departments, deadlines, targets, indicators and the notice's own
data, each with its place in the text.`,
		Example: `  policyx extract 云溪市养老服务.txt
  policyx extract -f json notice.html | jq '.tasks[].title'
  policyx outline notice.txt`,
		Version:                    version(),
		Args:                       cobra.ArbitraryArgs, // so that an unknown verb gets a message of one line
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 && isThere(args[0]) {
				return takeDragged(c, args)
			}
			if len(args) == 0 && ownWindow() {
				return serveBeside(c)
			}
			if len(args) == 0 {
				cmd.SetOut(c.err)
				if err := cmd.Usage(); err != nil {
					return err
				}
				return misuse("a verb is missing")
			}
			return unknownVerb(cmd, args[0])
		},
	}
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	root.SetVersionTemplate("policyx {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{flagError(err)} })
	root.SetHelpCommand(newHelp())
	registerLanguage(root, &c.lang)
	root.AddCommand(newExtract(c), newConvert(c), newIndex(c), newQuery(c), newDue(c), newStats(c), newFollow(c), newDiff(c), newCompare(c), newServe(c), newMCP(c), newText(c), newOutline(c), newExplain(c), newRules(c), newLexicon(c), newEval(c), newSchema(c), newValidate(c), newManual(c))
	root.InitDefaultCompletionCmd()
	for _, verb := range root.Commands() {
		checkUse(verb)
	}
	return root
}

// checkUse makes wrong arguments to verb, and to the verbs below it, wrong use.
func checkUse(verb *cobra.Command) {
	if rule := verb.Args; rule != nil {
		verb.Args = func(cmd *cobra.Command, args []string) error {
			if err := rule(cmd, args); err != nil {
				return usageError{err}
			}
			return nil
		}
	}
	if !verb.Runnable() {
		verb.RunE = func(*cobra.Command, []string) error { return misuse("a verb of %s is missing", verb.CommandPath()) }
	}
	for _, below := range verb.Commands() {
		checkUse(below)
	}
}

// newHelp is cobra's help verb, but an unknown topic is wrong use.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:     "help [VERB]",
		Short:   "Explain a verb",
		Example: "  policyx help extract",
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, start string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, verb := range cmd.Root().Commands() {
				if strings.HasPrefix(verb.Name(), start) {
					names = append(names, verb.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			topic, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownVerb(cmd.Root(), args[len(args)-1])
			}
			return topic.Help()
		},
	}
}

func unknownVerb(root *cobra.Command, name string) error {
	if near := root.SuggestionsFor(name); len(near) > 0 {
		return misuse("unknown verb %q: did you mean %s?", name, strings.Join(near, " or "))
	}
	return misuse("unknown verb %q", name)
}

// oneOf completes a flag with the given values.
func oneOf(values ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)
}
