package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
)

// runTree writes a file for each notice, at the notice's own place below the folder -o.
func (x *extraction) runTree(cmd *cobra.Command, names []string) error {
	x.many = true
	if slices.Contains(names, "-") {
		return misuse("standard input (-) has no place in the folder %s", x.flags.out)
	}
	folder := filepath.Clean(x.flags.out)
	skip := filesAt(folder)
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && len(skip) > 0 && os.SameFile(info, skip[0]) {
			return misuse("-o %s: is the folder that is read", x.flags.out)
		}
	}
	list := batch.Walk(names, x.filter, skip, x.unlisted)
	ending := "." + string(x.format)
	targets, err := batch.Targets(list, batch.Beside(list, folder, ending), ending)
	if err != nil {
		return usageError{err}
	}
	if err := x.sparesAll(folder, list, targets); err != nil {
		return err
	}
	stamp, err := x.stamp(cmd, folder)
	if err != nil {
		return about(folder, err)
	}
	ctx, stop := interruptible()
	defer stop()
	defer stamp.Close()
	work := func(i int) outcome {
		return x.place(stamp, folder, list[i].Name, filepath.Join(folder, filepath.FromSlash(targets[i])))
	}
	return x.end(x.each(ctx, len(list), tasksFor(list, work), nil))
}

// stamp marks the folder with what its files are made with.
func (x *extraction) stamp(cmd *cobra.Command, folder string) (*batch.Stamp, error) {
	made, err := fingerprint(cmd)
	if err != nil {
		return nil, err
	}
	return batch.OpenStamp(folder, ".policyx-"+string(x.format), made)
}

// place makes the output of one notice, unless it is fresh. --force makes it again, and
// --strict has to look at every notice.
func (x *extraction) place(stamp *batch.Stamp, folder, name, target string) (out outcome) {
	data, err := readInput(x.c, name)
	if err != nil {
		return outcome{name: name, err: err}
	}
	cut, sum := batch.Partial(target), batch.Sum(name, data)
	if !x.flags.many.force && !x.flags.strict {
		if stamp.Fresh(target, sum) {
			return outcome{name: name, unchanged: true}
		}
		if stamp.Fresh(cut, sum) {
			return outcome{name: name, unchanged: true, partial: cut}
		}
	}
	if out = x.noticeIn(name, data); out.err != nil {
		return out
	}
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
	if out.err = stamp.Begin(target); out.err == nil {
		out.err = about(target, batch.Fill(root, path, func(file io.Writer) error {
			writer := x.newWriter(file, false)
			return errors.Join(writer.Write(out.notice, out.text), writer.Close())
		}))
	}
	if out.err == nil {
		if err := os.Remove(stale); err != nil && !errors.Is(err, os.ErrNotExist) {
			out.err = about(stale, err)
		}
	}
	if out.err == nil {
		out.err = stamp.Done(target, sum)
	}
	return out
}

// hopeless reports whether the next output would meet the same error.
func hopeless(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EROFS)
}
