package main

import (
	"bytes"
	"cmp"
	"errors"
	"iter"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/record"
	"github.com/policyx/policyx/parser"
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
	var cut error // why the lines ended early
	written := 0
	err = x.each(ctx, 0, x.answers(&cut), func(o outcome) error {
		written++
		_, err := out[0].Write(o.line)
		return err
	})
	if err == nil {
		err = cut
	}
	return x.end(x.finish(out, func() error { return nil }, err, written, false))
}

// answers is a task for each line of standard input. What ends them before their end is in cut.
func (x *extraction) answers(cut *error) iter.Seq2[task, int64] {
	return func(yield func(task, int64) bool) {
		for line, err := range record.Lines(x.c.in) {
			if err != nil {
				*cut = message.Errorf("-: %s", cause(err))
				return
			}
			if !yield(func() []outcome { return []outcome{x.answer(line)} }, int64(len(line.Text))) {
				return
			}
		}
	}
}

// answer extracts the notice of one line.
func (x *extraction) answer(in record.Line) (out outcome) {
	rec, err := record.Parse(in)
	out.name = rec.Name
	if err == nil {
		err = x.fill(rec, &out)
	}
	if err != nil {
		out.err, out.line = err, rec.Failure(err)
	}
	return out
}

// fill extracts the notice of the record and writes the line it gets.
func (x *extraction) fill(rec *record.Record, out *outcome) (err error) {
	defer recovered(&err)
	if out.notice, err = rec.Extract(parser.Options{Engine: x.flags.read.engine, PDFCache: x.flags.read.cache}, x.opts); err != nil {
		return err
	}
	out.kept = x.kept(out.notice, cmp.Or(rec.Place, x.opts.Place))
	text := bytes.NewBufferString("null")
	if out.kept.Notice != nil {
		text.Reset()
		writer := x.newWriter(text, false)
		if err := errors.Join(writer.Write(out.kept.Notice, ""), writer.Close()); err != nil {
			return err
		}
	}
	out.line = rec.Answer(text.Bytes())
	return nil
}
