package main

import (
	"context"
	"errors"
	"os"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/render"
)

// runStream writes all notices to one output, in the order of the input.
func (x *extraction) runStream(names []string, folders bool) error {
	x.many = folders
	ctx := context.Background()
	if folders || len(names) > 1 {
		interrupted, stop := interruptible()
		defer stop()
		ctx = interrupted
	}
	if err := spares(x.flags.out, names, x.files); err != nil {
		return err
	}
	out, err := openOutput(x.c, x.flags.out, x.flags.many.links)
	if err != nil {
		return err
	}
	list := batch.Walk(names, x.files, filesAt(x.flags.out), x.unlisted)
	var writer *render.Writer // is made when it is known whether there are several notices
	open := func(several bool) *render.Writer {
		if writer == nil {
			writer = x.newWriter(out, several || folders || len(names) > 1)
		}
		return writer
	}
	written, shown, cut := 0, 0, false // cut: it is one notice, which was not read whole
	work := func(i int) []outcome { return x.notices(list[i]) }
	err = x.each(ctx, len(list), tasksFor(list, work), func(o outcome) error {
		if o.err != nil {
			return nil
		}
		written++
		if !whole(o.notice) && len(list) == 1 && !folders {
			cut = true
		}
		if o.kept.Notice == nil {
			return nil
		}
		shown++
		return open(o.several).Write(o.kept.Notice, o.text)
	})
	if err == nil && cut {
		err = errReported
	}
	single := len(names) == 1 && !folders
	if x.format == render.HTML && shown == 0 {
		written, single = 0, true // a page needs a notice
	}
	end := func() error {
		defer func() { x.sayLeft(x.flags.out, open(false).Left()) }()
		return open(false).Close()
	}
	return x.end(x.finish(out, end, err, written, single))
}

// finish makes the output final as far as it is one: whole, or what is finished of it when
// the run was stopped.
func (x *extraction) finish(out *output, close func() error, err error, written int, single bool) error {
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

// filesAt returns the file or folder that is there, which is not to be read as an input.
func filesAt(name string) []os.FileInfo {
	info, err := os.Stat(name)
	if err != nil {
		return nil
	}
	return []os.FileInfo{info}
}
