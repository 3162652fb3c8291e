package main

import (
	"context"
	"errors"
	"os"

	"github.com/policyx/policyx/cmd/policyx/batch"
)

// runStream writes all notices to one output, in the order of the input. Several is a run that may read more than the names
// say.
func (x *extraction) runStream(names []string, several bool) error {
	x.many = several
	ctx := context.Background()
	if several || len(names) > 1 {
		interrupted, stop := interruptible()
		defer stop()
		ctx = interrupted
	}
	for _, name := range x.flags.outs {
		if err := spares(name, names, x.files); err != nil {
			return err
		}
	}
	list := batch.Walk(names, x.files, filesAt(append(x.flags.outs, x.flags.view.template)...), x.unlisted)
	if err := x.findFixes(x.flags.fixes, list); err != nil {
		return err
	}
	list = picked(list, x.flags.shard.Of(list))
	out, err := x.openOutputs()
	if err != nil {
		return err
	}
	written, cut := 0, false // cut: it is one notice, which was not read whole
	work := func(i int) []outcome { return x.notices(list[i]) }
	err = x.each(ctx, len(list), tasksFor(list, work), func(o outcome) error {
		if o.err != nil {
			return nil
		}
		written++
		if !whole(o.notice) && len(list) == 1 && !several {
			cut = true
		}
		if o.kept.Notice == nil {
			return nil
		}
		return out.write(o, o.several || several || len(names) > 1)
	})
	if err == nil && cut {
		err = errReported
	}
	close := func() error { return x.close(out, several || len(names) > 1) }
	return x.end(x.finish(out, close, err, written, len(names) == 1 && !several))
}

// finish makes the output final as far as it is one: whole, or what is finished of it when
// the run was stopped.
func (x *extraction) finish(out outputs, close func() error, err error, written int, single bool) error {
	stopped := errors.Is(err, errInterrupted) || errors.Is(err, errReported)
	if written == 0 && (single || err != nil) || err != nil && !stopped {
		out.discard()
		return err
	}
	if failed := close(); failed != nil {
		out.discard()
		return failed
	}
	if err == nil {
		return out.commit()
	}
	name, failed := out.commitPart()
	if failed != nil {
		return failed
	}
	if name != "" {
		x.c.say("", "stopped: %s so far in %s", count(written, "notice"), name)
	}
	return err
}

// unlisted counts and says what could not be listed.
func (x *extraction) unlisted(name string, err error) {
	x.tally.failures++
	x.c.say(name, "%s", cause(err))
}

// filesAt returns the files or folders that are there, which are not to be read as inputs.
func filesAt(names ...string) (there []os.FileInfo) {
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			there = append(there, info)
		}
	}
	return there
}
