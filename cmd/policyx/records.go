package main

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
)

// runRecords reads a notice from each line of standard input and writes a line for each.
func (x *extraction) runRecords(cmd *cobra.Command, args []string) error {
	if x.format != render.JSONLines && (x.format != render.YAML || cmd.Flags().Changed("format")) { // YAML is what nothing asked for
		return misuse("--records writes JSON Lines, not %s", x.format)
	}
	if len(args) > 1 || len(args) == 1 && args[0] != "-" {
		return misuse("--records reads standard input, no %s", args[0])
	}
	if _, err := inputs(x.c, cmd, args); err != nil {
		return err
	}
	x.format, x.many = render.JSONLines, true
	x.views[0].format = x.format
	out, err := x.openOutputs()
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	lines := &lineReader{in: x.c.in}
	written := 0
	err = x.each(ctx, 0, x.answers(lines), func(o outcome) error {
		written++
		_, err := out[0].Write(o.line)
		return err
	})
	if err == nil {
		err = lines.err
	}
	return x.end(x.finish(out, func() error { return nil }, err, written, false))
}

func (x *extraction) answers(lines *lineReader) iter.Seq2[task, int64] {
	return func(yield func(task, int64) bool) {
		for line := range lines.all() {
			if !yield(func() []outcome { return []outcome{x.answer(line)} }, int64(len(line.text))) {
				return
			}
		}
	}
}

// answer extracts the notice of one line.
func (x *extraction) answer(in inputLine) (out outcome) {
	rec, err := parseRecord(in)
	out.name = rec.name
	if err == nil {
		err = x.fill(rec, &out)
	}
	if err != nil {
		out.err, out.line = err, rec.line("error", quote(cause(err).Error()))
	}
	return out
}

// fill extracts the notice of the record and writes the line it gets.
func (x *extraction) fill(rec record, out *outcome) (err error) {
	defer recovered(&err)
	doc, err := parser.Parse(rec.name, rec.content, parser.Options{Format: rec.format, Encoding: rec.encoding, Engine: x.flags.read.engine, PDFCache: x.flags.read.cache})
	if err != nil {
		message := strings.TrimPrefix(cause(err).Error(), rec.name+": ")
		if refused := (*source.UnsupportedError)(nil); errors.As(err, &refused) && refused.Wanted != "" {
			message += ": give the bytes of the file as base64"
		}
		return errors.New(message)
	}
	opts := x.opts
	opts.Issued = cmp.Or(rec.issued, opts.Issued)
	opts.Place = cmp.Or(rec.place, opts.Place)
	if out.notice, err = extract.Extract(doc, opts); err != nil {
		return errors.New(strings.TrimPrefix(cause(err).Error(), rec.name+": "))
	}
	out.kept = x.kept(out.notice, opts.Place)
	text := bytes.NewBufferString("null")
	if out.kept.Notice != nil {
		text.Reset()
		writer := x.newWriter(text, false)
		if err := errors.Join(writer.Write(out.kept.Notice, ""), writer.Close()); err != nil {
			return err
		}
	}
	out.line = rec.line("notice", bytes.TrimSuffix(text.Bytes(), []byte("\n")))
	return nil
}

// inputLine is a line of standard input.
type inputLine struct {
	number int
	text   []byte
	long   bool // longer than sizeLimit: text is missing
}

// lineReader takes lines from a stream, each as soon as it is there.
type lineReader struct {
	in  io.Reader
	err error // why it ended early
}

func (r *lineReader) all() iter.Seq[inputLine] {
	return func(yield func(inputLine) bool) {
		lines := batch.NewLines(r.in, sizeLimit)
		for n := 1; ; n++ {
			text, err := lines.Next()
			if err == io.EOF {
				return
			}
			long := errors.Is(err, batch.ErrLong)
			if err != nil && !long {
				r.err = message.Errorf("-: %s", cause(err))
				return
			}
			if !yield(inputLine{n, text, long}) {
				return
			}
		}
	}
}
