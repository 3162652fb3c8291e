package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/policyx/policyx/schema/translation"
)

// translate puts the help of a verb, and of those below it, into the language of the catalogue.
func translate(verb *cobra.Command, says translation.Translator) {
	verb.Short = says.Phrase(verb.Short)
	paragraphs := strings.Split(strings.TrimSpace(verb.Long), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = says.Phrase(p)
	}
	verb.Long = strings.Join(paragraphs, "\n\n")
	verb.InitDefaultHelpFlag()
	verb.InitDefaultVersionFlag()
	for _, flags := range []*pflag.FlagSet{verb.Flags(), verb.PersistentFlags()} {
		flags.VisitAll(func(flag *pflag.Flag) {
			flag.Usage = says.Phrase(flag.Usage)
			flag.DefValue = says.Phrase(flag.DefValue)
		})
	}
	for _, below := range verb.Commands() {
		translate(below, says)
	}
}

// speakUsage has help and usage said in Chinese, when they are asked for.
func speakUsage(root *cobra.Command, says translation.Translator) {
	help := root.HelpFunc()
	root.SetHelpFunc(func(verb *cobra.Command, args []string) {
		translate(root, says)
		help(verb, args)
	})
	root.SetUsageFunc(func(verb *cobra.Command) error {
		translate(root, says)
		_, err := io.WriteString(verb.OutOrStderr(), usage(verb, says))
		return err
	})
}

// usage is how a verb is called, in the order that cobra has.
func usage(verb *cobra.Command, says translation.Translator) string {
	var b strings.Builder
	section := func(title, text string) {
		if text = strings.TrimRight(text, " \n"); text != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", title, text)
		}
	}
	lines := ""
	if verb.Runnable() {
		lines = "  " + strings.Replace(verb.UseLine(), "[flags]", says.Sprintf("[flags]"), 1) + "\n"
	}
	var verbs strings.Builder
	for _, below := range verb.Commands() {
		if below.IsAvailableCommand() || below.Name() == "help" {
			fmt.Fprintf(&verbs, "  %-*s %s\n", below.NamePadding(), below.Name(), below.Short)
		}
	}
	if verbs.Len() > 0 {
		lines += "  " + verb.CommandPath() + " " + says.Sprintf("[command]") + "\n"
	}
	fmt.Fprintf(&b, "%s\n%s", says.Sprintf("Usage:"), lines)
	section(says.Sprintf("Examples:"), verb.Example)
	section(says.Sprintf("Available Commands:"), verbs.String())
	section(says.Sprintf("Flags:"), defaults(verb.LocalFlags(), says))
	section(says.Sprintf("Global Flags:"), defaults(verb.InheritedFlags(), says))
	if verbs.Len() > 0 {
		fmt.Fprintf(&b, "\n%s\n", says.Sprintf("Use \"%s [command] --help\" for more information about a command.", verb.CommandPath()))
	}
	return b.String()
}

// defaults are the usages of flags, with their defaults in the language of the catalogue.
func defaults(flags *pflag.FlagSet, says translation.Translator) string {
	var b strings.Builder
	for line := range strings.Lines(flags.FlagUsages()) {
		if text, value, ok := strings.Cut(line, " (default "); ok {
			line = text + says.Sprintf(" (default: %s)", strings.TrimSuffix(strings.TrimRight(value, "\n"), ")")) + "\n"
		}
		b.WriteString(line)
	}
	return b.String()
}
