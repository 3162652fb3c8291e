package main

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/message"
)

// runTree writes a file for each notice, at the notice's own place below the folder -o.
func (x *extraction) runTree(cmd *cobra.Command, names []string) error {
	x.many = true
	if slices.Contains(names, "-") {
		return misuse("standard input (-) has no place in the folder %s", x.flags.out())
	}
	folder := filepath.Clean(x.flags.out())
	skip := filesAt(folder)
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && len(skip) > 0 && os.SameFile(info, skip[0]) {
			return misuse("-o %s: is the folder that is read", x.flags.out())
		}
	}
	list := batch.Walk(names, x.files, skip, x.unlisted)
	ending := "." + string(x.format)
	targets, err := batch.Targets(list, batch.Beside(list, folder, ending), ending)
	if err != nil {
		return usageError{err}
	}
	if err := x.sparesAll(folder, list, targets); err != nil {
		return err
	}
	if err := x.findFixes(cmp.Or(x.flags.fixes, folder), list); err != nil {
		return err
	}
	stamp, err := x.stamp(cmd, folder)
	if err != nil {
		return about(folder, err)
	}
	ctx, stop := interruptible()
	defer stop()
	defer stamp.Close()
	own := x.flags.shard.Of(list) // each output has the name that it has where all are read
	list, targets = picked(list, own), picked(targets, own)
	work := func(i int) []outcome { return x.place(stamp, folder, list[i], targets[i]) }
	return x.end(x.each(ctx, len(list), tasksFor(list, work), nil))
}

// picked are the elements of a list at these positions.
func picked[T any](list []T, at []int) []T {
	out := make([]T, len(at))
	for i, from := range at {
		out[i] = list[from]
	}
	return out
}

// stamp marks the folder with what its files are made with.
func (x *extraction) stamp(cmd *cobra.Command, folder string) (*batch.Stamp, error) {
	made, err := fingerprint(cmd, x.flags.read.engine)
	if err != nil {
		return nil, err
	}
	return batch.OpenStamp(folder, ".policyx-"+string(x.format), made)
}

// place makes the outputs of one input: the one file target of a notice, or of an archive with several a file for each, in a
// folder of its name.
func (x *extraction) place(stamp *batch.Stamp, folder string, in batch.Input, target string) []outcome {
	file, err := load(x.c, in)
	if err != nil {
		return []outcome{{name: in.Name, err: err}}
	}
	path, sum := filepath.Join(folder, filepath.FromSlash(target)), file.sum(in.Name)+x.fixes.sum(in)
	if out, fresh := x.fresh(stamp, in.Name, path, sum); fresh {
		return []outcome{out}
	}
	all := x.noticesIn(in, file)
	if len(all) == 1 {
		return []outcome{x.put(stamp, in.Name, folder, path, sum, all[0])}
	}
	var names []string
	for _, out := range all {
		names = append(names, out.name)
	}
	ending := "." + string(x.format)
	targets, err := memberTargets(in, names, ending)
	if err != nil {
		return []outcome{{name: in.Name, err: err}}
	}
	own := filepath.Join(folder, filepath.FromSlash(batch.FolderFor(in.Rel, target, ending)))
	for i, out := range all {
		path := filepath.Join(own, filepath.FromSlash(targets[i]))
		if done, fresh := x.fresh(stamp, out.name, path, sum); fresh && out.err == nil {
			all[i] = done
			continue
		}
		all[i] = x.put(stamp, in.Name, folder, path, sum, out)
	}
	return all
}

// fresh reports whether the output is there already, made of the same input. --force makes it again, and --strict has to look at
// every notice.
func (x *extraction) fresh(stamp *batch.Stamp, name, target, sum string) (outcome, bool) {
	cut := batch.Partial(target)
	switch {
	case x.flags.many.force || x.flags.strict:
		return outcome{}, false
	case stamp.Fresh(target, sum), stamp.Left(target, sum):
		return outcome{name: name, unchanged: true}, true
	case stamp.Fresh(cut, sum):
		return outcome{name: name, unchanged: true, partial: cut}, true
	}
	return outcome{}, false
}

// put writes the output of one notice that the file from holds. What another file gave is replaced with --force alone.
func (x *extraction) put(stamp *batch.Stamp, from, folder, target, sum string, made outcome) (out outcome) {
	if out = made; out.err != nil {
		return out
	}
	if other := stamp.Foreign(target, from); other != "" && !x.flags.many.force {
		out.err = message.Errorf("%s was made of %s: read both in one run, or give -o another folder (--force replaces it)", target, other)
		return out
	}
	if out.kept.Notice == nil {
		out.err = about(target, stamp.Leave(target, sum, from))
		return out
	}
	cut := batch.Partial(target)
	stale := cut // what an earlier version of the notice left
	if !whole(out.notice) {
		target, stale, out.partial = cut, target, cut
	}
	defer recovered(&out.err)
	path, root := target, folder
	if x.flags.many.links {
		root = ""
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
	}
	if out.err = x.refuseFilled(path, view{x.format, x.view}); out.err == nil {
		out.err = stamp.Begin(target)
	}
	if out.err == nil {
		out.err = about(target, batch.Fill(root, path, func(file io.Writer) error {
			writer := x.newWriter(file, false)
			err := errors.Join(writer.Write(out.kept.Notice, out.text), writer.Close())
			out.rest = writer.Rest()
			return err
		}))
	}
	if out.err == nil {
		if err := os.Remove(stale); err != nil && !errors.Is(err, os.ErrNotExist) {
			out.err = about(stale, err)
		}
	}
	if out.err == nil {
		out.err = stamp.Done(target, sum, from)
	}
	return out
}

// hopeless reports whether the next output would meet the same error.
func hopeless(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EROFS)
}
