package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/policyx/policyx/cmd/policyx/batch"
)

// newManual is for the build only ("make docs"), so it is hidden.
func newManual(*console) *cobra.Command {
	return &cobra.Command{
		Use:    "manual DIR",
		Short:  "Write man pages and shell completions below a folder",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE:   func(cmd *cobra.Command, args []string) error { return writeManual(cmd.Root(), args[0]) },
	}
}

// writeManual writes what belongs below the folder share of an installation.
func writeManual(root *cobra.Command, share string) error {
	for _, verb := range append([]*cobra.Command{root}, root.Commands()...) {
		if verb.Hidden {
			continue
		}
		if err := writeBelow(share, "man/man1/"+pageName(verb)+".1", manPage(verb)); err != nil {
			return err
		}
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

func writeBelow(folder, path string, text []byte) error {
	path = filepath.Join(folder, filepath.FromSlash(path))
	return about(path, batch.Write("", path, text))
}

// pageName is policyx, policyx-extract …
func pageName(verb *cobra.Command) string { return strings.ReplaceAll(verb.CommandPath(), " ", "-") }

// manPage is the help of a verb as a man page (man-pages(7), in the macros of man(7)).
func manPage(verb *cobra.Command) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, ".TH %s 1 \"\" %s \"policyx manual\"\n", quoted(strings.ToUpper(pageName(verb))), quoted("policyx "+version()))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(pageName(verb)), roff(verb.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.nf\n%s\n.fi\n", roff(synopsis(verb)))
	b.WriteString(".SH DESCRIPTION\n")
	paragraphs(&b, verb.Long)
	if !verb.HasParent() {
		b.WriteString(".SH VERBS\n")
		for _, below := range verb.Commands() {
			if !below.Hidden {
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(below.Name()), roff(below.Short))
			}
		}
	}
	options(&b, verb.LocalFlags())
	if verb.HasExample() {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(verb.Example))
	}
	b.WriteString(`.SH EXIT STATUS
.TP
.B 0
all was read
.TP
.B 1
some input could not be read, or \-\-strict found a diagnostic of warning or worse
.TP
.B 2
wrong use
.TP
.B 130
stopped by Ctrl\-C
`)
	seeAlso(&b, verb)
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

func options(b *bytes.Buffer, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	b.WriteString(".SH OPTIONS\n")
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
			usage += " (default: " + flag.DefValue + ")"
		}
		fmt.Fprintf(b, ".TP\n%s\n%s\n", name, roff(usage))
	})
}

func seeAlso(b *bytes.Buffer, verb *cobra.Command) {
	var pages []string
	for _, other := range append([]*cobra.Command{verb.Root()}, verb.Root().Commands()...) {
		if other != verb && !other.Hidden {
			pages = append(pages, "\\fB"+roff(pageName(other))+"\\fR(1)")
		}
	}
	fmt.Fprintf(b, ".SH SEE ALSO\n%s\n", strings.Join(pages, ",\n"))
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
