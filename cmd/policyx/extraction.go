package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/render"
)

// extraction is one run of the verb extract.
type extraction struct {
	c      *console
	flags  *extractFlags
	views  []view // of each -o
	format render.Format
	view   render.Options
	opts   extract.Options
	files  batch.Filter
	keep   *filter.Filter // nil keeps everything
	fixes  *fixes         // nil where there are none
	many   bool           // a batch: say a line at the end, instead of a remark on each notice
	tally  tally
	fit    fitting

	dayless int // times that no calendar of the run has
}

// outcome is what became of one input.
type outcome struct {
	name      string
	notice    *schema.Notice
	kept      filter.Kept // what of it is written
	text      string      // the reading text, for the format that shows it
	line      []byte      // of a record: what is to be written, an error as well
	unchanged bool        // it had its output already
	partial   string      // where what was read is kept, of a notice that was not read whole
	rest      render.Rest // what its file does not hold
	err       error
	several   bool // the input holds other notices besides
	entries   []catalog.Entry
}

// notices reads one input.
func (x *extraction) notices(in batch.Input) []outcome {
	file, err := load(x.c, in)
	if err != nil {
		return []outcome{{name: in.Name, err: err}}
	}
	return x.noticesIn(in, file)
}

// noticesIn reads an input that is loaded: one notice, or those of an archive, each by its own name, as corrected.
func (x *extraction) noticesIn(in batch.Input, file loaded) (all []outcome) {
	name := in.Name
	opts, err := x.flags.read.options()
	if err != nil {
		return []outcome{{name: name, err: err}}
	}
	for doc, err := range file.parseAll(name, opts) {
		all = append(all, x.extracted(name, doc, x.flags.read.blame(err)))
	}
	if x.fixes != nil {
		x.fixes.correct(in, all)
	}
	for i := range all {
		all[i].several = len(all) > 1
		if all[i].err == nil {
			all[i].kept = x.kept(all[i].notice, x.opts.Place)
		}
	}
	return all
}

// extracted is the outcome of a document, or of the failure to read it.
func (x *extraction) extracted(name string, doc *parser.Document, err error) (out outcome) {
	out.name = name
	defer recovered(&out.err)
	var member *parser.MemberError
	switch {
	case errors.As(err, &member):
		out.name, out.err = member.Name, err
		return out
	case err != nil:
		out.err = err
		return out
	}
	out.name = doc.Source.Name
	if out.notice, out.err = extract.Extract(doc, x.opts); out.err != nil {
		return out
	}
	if x.fixes != nil || slices.ContainsFunc(x.views, func(v view) bool { return v.format == render.HTML }) {
		out.text = string(doc.Text)
	}
	return out
}

// kept is what is to be written of a notice, which is from place if it does not say so.
func (x *extraction) kept(n *schema.Notice, place string) filter.Kept {
	if x.keep == nil {
		return filter.Kept{Notice: n}
	}
	return x.keep.Keep(n, place)
}

// recovered makes a panic the failure of the one notice that caused it.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = parser.NewInternalError(p)
	}
}

// newWriter returns a writer in the format of the run.
func (x *extraction) newWriter(out io.Writer, list bool) *render.Writer {
	view := x.view
	view.List = list
	return render.NewWriter(out, x.format, view)
}

// sayRest says what a file does not hold, or not where one would look for it. Times without a day are counted for the end
// of the run.
func (x *extraction) sayRest(name string, rest render.Rest) {
	if rest.Departments > 0 {
		x.c.say(name, "--by department: %s with the most tasks have a sheet, %d more have none", count(render.MaxDepartmentSheets, "department"), rest.Departments)
	}
	if len(rest.Sheets) > 0 {
		x.c.say(name, "more rows than Excel takes in a sheet: they go on in %s", strings.Join(rest.Sheets, ", "))
	}
	x.dayless += rest.Dayless
}

// settle counts the outcome and says what is to be said about it. The error ends the run.
func (x *extraction) settle(out outcome) error {
	failed := out.err != nil
	x.tally.done++
	switch {
	case failed && out.line != nil: // says it itself
	case failed:
		if err := x.c.fail(out.name, out.err); !errors.Is(err, errReported) {
			return err
		}
	case out.unchanged && out.partial != "":
		x.c.say(out.name, "was not read whole before; what was read is in %s", out.partial)
		failed = true
	case out.unchanged:
		x.tally.unchanged++
	default:
		x.tally.read++
		x.tally.tasks += len(out.notice.Tasks)
		x.fit.add(out.notice, out.kept)
		failed = x.remark(out.name, out.notice)
		x.sayRest(out.name, out.rest)
	}
	if failed {
		x.tally.failures++
	}
	if x.c.meter != nil {
		x.c.meter.Update(x.tally.done, x.tally.failures)
	}
	if failed && x.flags.many.failFast || out.err != nil && hopeless(out.err) {
		return errReported
	}
	return nil
}

// whole reports whether nothing of the notice was given up: no diagnostic is an error.
func whole(n *schema.Notice) bool {
	return !slices.ContainsFunc(n.Diagnostics, func(d schema.Diagnostic) bool { return d.Severity == schema.Error })
}

// remark says what the reader of a notice's data has to know, and returns whether the
// notice counts as a failure: it was not read whole, or --strict objects to it.
func (x *extraction) remark(name string, n *schema.Notice) (failed bool) {
	strict, quiet := x.flags.strict, x.flags.quiet
	warnings := 0
	if x.flags.listing {
		x.c.list(name, n.Diagnostics)
		quiet = true
	}
	for _, d := range n.Diagnostics {
		if !d.Severity.AtLeast(schema.Warning) {
			continue
		}
		warnings++
		grave := d.Severity == schema.Error || d.Code == schema.StaleCorrection // what a person said is missing
		if (strict && !quiet || grave) && !x.flags.listing {
			x.c.say(name, "%s", x.c.describe(d))
		}
	}
	if warnings > 0 {
		x.tally.warn(name)
	}
	failed = strict && warnings > 0 || !whole(n)
	if quiet || x.many {
		return failed
	}
	if len(n.Tasks) == 0 {
		x.c.say(name, "no task found")
	}
	if warnings > 0 && !strict {
		x.c.say(name, "%s, see diagnostics (or use --strict)", count(warnings, "warning"))
	}
	return failed
}

// task is the work on one input, which may hold several notices.
type task func() []outcome

// each does the tasks, gives the outcomes to emit (nil: nobody) and settles them, in order. It shows
// a meter where someone looks. The error is the one that ended the run early.
func (x *extraction) each(ctx context.Context, total int, tasks iter.Seq2[task, int64], emit func(outcome) error) error {
	x.tally.started = time.Now()
	x.showMeter(total)
	err := batch.Run(ctx, x.flags.many.limits(), tasks, task.do, func(all []outcome) error {
		for _, out := range all {
			if emit != nil {
				if err := emit(out); err != nil {
					return err
				}
			}
			if err := x.settle(out); err != nil {
				return err
			}
		}
		return nil
	})
	if x.c.meter != nil {
		x.c.meter.Clear()
	}
	if err != nil && errors.Is(err, context.Cause(ctx)) {
		err = errInterrupted
	}
	return err
}

func (t task) do() []outcome { return t() }

// tasksFor is a task for each input.
func tasksFor(list []batch.Input, work func(i int) []outcome) iter.Seq2[task, int64] {
	return func(yield func(task, int64) bool) {
		for i, in := range list {
			if !yield(func() []outcome { return work(i) }, in.Size) {
				return
			}
		}
	}
}

// showMeter shows progress on a terminal to which no data go.
func (x *extraction) showMeter(total int) {
	busy := (x.flags.out() == "" || x.flags.out() == "-") && term.IsTerminal(int(x.c.out.Fd()))
	if x.many && !x.flags.quiet && !busy && term.IsTerminal(int(x.c.err.Fd())) {
		x.c.meter = batch.NewMeter(x.c.err, total, time.Now)
		x.c.meter.Says = x.c.says.Text
	}
}

// end is what the verb returns after a run that ended with err: errors are said before the
// closing line, which is the last.
func (x *extraction) end(err error) error {
	if err != nil && !errors.Is(err, errReported) {
		var use usageError
		if !x.many || errors.As(err, &use) || errors.Is(err, syscall.EPIPE) {
			return err
		}
		x.c.say("", "%s", cause(err))
	}
	if err == nil && x.tally.failures > 0 {
		err = errReported
	}
	if x.dayless > 0 && !x.flags.quiet {
		x.c.say("", "%s without a day left out of the calendar: --ics todo takes them", count(x.dayless, "deadline"))
	}
	if x.keep != nil && x.fit.all > 0 && !x.flags.quiet {
		for _, line := range x.fit.lines() {
			x.c.say("", "%s", line)
		}
	}
	if x.many && !x.flags.quiet {
		x.c.say("", "%s", x.tally.line(time.Now()))
	}
	if err != nil && !errors.Is(err, errInterrupted) {
		err = errReported
	}
	return err
}
