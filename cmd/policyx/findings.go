package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	tty "golang.org/x/term"

	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
	"github.com/policyx/policyx/schema/term"
)

// errFound ends a verb that found what it looks for, for scripts: exit code 3. It has been said.
var errFound = message.New("something was found")

// findingFlags say as what findings about several notices are written, and where.
type findingFlags struct{ format, out string }

func (f *findingFlags) register(cmd *cobra.Command, formats []string) {
	cmd.Flags().StringVarP(&f.format, "format", "f", "", fmt.Sprintf("write `FORMAT`, one of %s (default: by the ending of -o, else %s)", strings.Join(formats, ", "), formats[0]))
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "write to `FILE`, which is replaced only when all is written")
	must(cmd.RegisterFlagCompletionFunc("format", oneOf(formats...)))
}

// choose returns the format, the first of formats where nothing says another one.
func (f *findingFlags) choose(c *console, formats []string) (render.Format, error) {
	format := render.Format(f.format)
	if ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(f.out)), "."); format == "" && ending != "" {
		if format = render.FormatOf(f.out); ending == "txt" {
			format = render.Format(formats[0])
		}
		if !slices.Contains(formats, string(format)) {
			return "", misuse("-o %s: no format ends in %s: want one of %s (-f chooses whatever the name)", f.out, "."+ending, "."+strings.Join(formats[1:], ", ."))
		}
	}
	if format == "" {
		format = render.Format(formats[0])
	}
	if !slices.Contains(formats, string(format)) {
		return "", misuse("unknown format %q: want %s", format, strings.Join(formats, ", "))
	}
	if format.Binary() && !f.file() && tty.IsTerminal(int(c.out.Fd())) {
		return "", misuse("%s is nothing to show on a terminal: name a file with -o", format)
	}
	return format, nil
}

// file reports whether the findings go to a file.
func (f *findingFlags) file() bool { return f.out != "" && f.out != "-" }

// language is that of what is written: of lines for a terminal that of messages, of a document Chinese unless --lang says another
// one.
func (f *findingFlags) language(c *console, format render.Format, formats []string) term.Language {
	if string(format) == formats[0] {
		return c.says.Language()
	}
	return c.lang.is
}

// write writes the findings whole, or not at all.
func (f *findingFlags) write(c *console, write func(io.Writer) error) error {
	out, err := openOutput(c, f.out, false)
	if err != nil {
		return err
	}
	if err := write(out); err != nil {
		out.discard()
		return err
	}
	return out.commit()
}
