package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/term"
	"github.com/policyx/policyx/schema/translation"
)

// newManual is for the build only ("make docs"), so it is hidden.
func newManual(c *console) *cobra.Command {
	return &cobra.Command{
		Use:    "manual DIR",
		Short:  "Write man pages and shell completions below a folder",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE:   func(cmd *cobra.Command, args []string) error { return writeManual(c, cmd.Root(), args[0]) },
	}
}

// writeManual writes what belongs below the folder share of an installation.
func writeManual(c *console, root *cobra.Command, share string) error {
	if err := writePages(root, share, "man/man1/", translation.For(term.English)); err != nil {
		return err
	}
	chinese := newRoot(&console{in: c.in, out: c.out, err: c.err})
	translate(chinese, translation.For(term.Chinese))
	if err := writePages(chinese, share, "man/zh_CN/man1/", translation.For(term.Chinese)); err != nil {
		return err
	}
	for path, generate := range map[string]func(*bytes.Buffer) error{
		"bash-completion/completions/policyx":    func(b *bytes.Buffer) error { return root.GenBashCompletionV2(b, true) },
		"zsh/site-functions/_policyx":            func(b *bytes.Buffer) error { return root.GenZshCompletion(b) },
		"fish/vendor_completions.d/policyx.fish": func(b *bytes.Buffer) error { return root.GenFishCompletion(b, true) },
	} {
		var b bytes.Buffer
		if err := generate(&b); err != nil {
			return err
		}
		if err := writeBelow(share, path, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// writePages writes the page of each verb.
func writePages(root *cobra.Command, share, folder string, says translation.Translator) error {
	for _, verb := range append([]*cobra.Command{root}, root.Commands()...) {
		if verb.Hidden {
			continue
		}
		if err := writeBelow(share, folder+pageName(verb)+".1", manPage(verb, says)); err != nil {
			return err
		}
	}
	return nil
}

func writeBelow(folder, path string, text []byte) error {
	path = filepath.Join(folder, filepath.FromSlash(path))
	return about(path, batch.Write("", path, text))
}

// pageName is policyx, policyx-extract …
func pageName(verb *cobra.Command) string { return strings.ReplaceAll(verb.CommandPath(), " ", "-") }

// manPage is the help of a verb as a man page (man-pages(7), in the macros of man(7)).
func manPage(verb *cobra.Command, says translation.Translator) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, ".TH %s 1 \"\" %s \"policyx manual\"\n", quoted(strings.ToUpper(pageName(verb))), quoted("policyx "+version()))
	fmt.Fprintf(&b, ".SH %s\n%s \\- %s\n", says.Sprintf("NAME"), roff(pageName(verb)), roff(verb.Short))
	fmt.Fprintf(&b, ".SH %s\n.nf\n%s\n.fi\n", says.Sprintf("SYNOPSIS"), roff(synopsis(verb)))
	fmt.Fprintf(&b, ".SH %s\n", says.Sprintf("DESCRIPTION"))
	paragraphs(&b, verb.Long)
	if !verb.HasParent() {
		fmt.Fprintf(&b, ".SH %s\n", says.Sprintf("VERBS"))
		for _, below := range verb.Commands() {
			if !below.Hidden {
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(below.Name()), roff(below.Short))
			}
		}
	}
	options(&b, verb.LocalFlags(), says)
	if verb.HasExample() {
		fmt.Fprintf(&b, ".SH %s\n.nf\n%s\n.fi\n", says.Sprintf("EXAMPLES"), roff(verb.Example))
	}
	fmt.Fprintf(&b, ".SH %s\n", says.Sprintf("EXIT STATUS"))
	for _, status := range []struct{ code, meaning string }{
		{"0", says.Sprintf("all was read")},
		{"1", says.Sprintf("some input could not be read, or --strict found a diagnostic of warning or worse")},
		{"2", says.Sprintf("wrong use")},
		{"130", says.Sprintf("stopped by Ctrl-C")},
	} {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", status.code, roff(status.meaning))
	}
	seeAlso(&b, verb, says)
	return b.Bytes()
}

func synopsis(verb *cobra.Command) string {
	if verb.HasParent() {
		return verb.UseLine()
	}
	return "policyx VERB [flags] [FILE|-]..."
}

// paragraphs sets text, in which an indented line stays as it is.
func paragraphs(b *bytes.Buffer, text string) {
	for _, paragraph := range strings.Split(text, "\n\n") {
		b.WriteString(".PP\n")
		indented := false
		for line := range strings.SplitSeq(paragraph, "\n") {
			if is := strings.HasPrefix(line, " "); is != indented {
				indented = is
				b.WriteString(map[bool]string{true: ".nf\n", false: ".fi\n"}[is])
			}
			b.WriteString(roff(line) + "\n")
		}
		if indented {
			b.WriteString(".fi\n")
		}
	}
}

func options(b *bytes.Buffer, flags *pflag.FlagSet, says translation.Translator) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, ".SH %s\n", says.Sprintf("OPTIONS"))
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Hidden {
			return
		}
		name := "\\fB" + roff("--"+flag.Name) + "\\fR"
		if flag.Shorthand != "" {
			name = "\\fB" + roff("-"+flag.Shorthand) + "\\fR, " + name
		}
		value, usage := pflag.UnquoteUsage(flag)
		if value != "" {
			name += " \\fI" + roff(value) + "\\fR"
		}
		if flag.DefValue != "" && flag.DefValue != "false" && flag.DefValue != "[]" {
			usage += says.Sprintf(" (default: %s)", flag.DefValue)
		}
		fmt.Fprintf(b, ".TP\n%s\n%s\n", name, roff(usage))
	})
}

func seeAlso(b *bytes.Buffer, verb *cobra.Command, says translation.Translator) {
	var pages []string
	for _, other := range append([]*cobra.Command{verb.Root()}, verb.Root().Commands()...) {
		if other != verb && !other.Hidden {
			pages = append(pages, "\\fB"+roff(pageName(other))+"\\fR(1)")
		}
	}
	fmt.Fprintf(b, ".SH %s\n%s\n", says.Sprintf("SEE ALSO"), strings.Join(pages, ",\n"))
}

// roff keeps the formatter from taking characters of text as its own.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func quoted(text string) string { return `"` + strings.ReplaceAll(roff(text), `"`, `\(dq`) + `"` }
