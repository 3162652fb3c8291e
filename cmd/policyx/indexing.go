package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/correction"
	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/message"
)

// indexing is one run of the verb index.
type indexing struct {
	x      *extraction
	flags  *indexFlags
	cat    *catalog.Catalog  // nil until there is something to put into a new one
	path   string            // of the catalogue
	made   []byte            // what notices depend on besides their input
	known  map[string]string // digests, by place
	seen   map[string]bool   // places that this run looks at
	broken map[string]bool   // files of data of which a notice failed

	waiting []catalog.Entry
	written time.Time // when the last ones were
	tally   catalog.Tally
}

// pause is after how long what waits is written, however little it is: a run that is killed loses no more.
const pause = time.Second

// open opens the catalogue. One that is not there, or is an empty file, may be made later.
func (i *indexing) open(may bool) (err error) {
	info, err := os.Stat(i.path)
	missing := errors.Is(err, os.ErrNotExist)
	switch {
	case may && missing && !isFolder(filepath.Dir(i.path)):
		return about(i.path, message.New("its folder does not exist"))
	case may && (missing || err == nil && info.Mode().IsRegular() && info.Size() == 0):
		return nil
	}
	if i.cat, err = i.flags.catalogueFlags.open(i.path); err != nil {
		return err
	}
	i.known, err = i.cat.Digests()
	return i.flags.explain(i.path, err)
}

func (i *indexing) close() {
	if i.cat != nil {
		i.cat.Close()
	}
}

func (i *indexing) run(names []string) (err error) {
	fixes := i.corrections(names)
	list := batch.Walk(names, i.x.files, filesAt(i.path, i.path+"-journal", fixes), i.x.unlisted)
	if err := i.x.findFixes(fixes, list); err != nil {
		return err
	}
	for _, in := range list {
		i.seen[i.place(in.Name)] = true
	}
	ctx, stop := interruptible()
	defer stop()
	i.written = time.Now()
	err = i.x.each(ctx, len(list), i.tasks(list), i.take)
	if err == nil || errors.Is(err, errInterrupted) || errors.Is(err, errReported) {
		if failed := i.flush(); failed != nil {
			err = failed
		}
	}
	if err == nil && i.cat != nil {
		err = i.tidy()
	}
	if i.flags.quiet {
		return err
	}
	if t := i.tally; i.cat != nil {
		if err := i.sayTwins(); err != nil {
			return err
		}
		i.x.c.say(i.path, "%s added, %d replaced, %d taken out", count(t.Added, "notice"), t.Replaced, t.Removed)
	} else {
		i.x.c.say(i.path, "was not made: there is no notice to put into it")
	}
	return err
}

// sayTwins says which notices do not count.
func (i *indexing) sayTwins() error {
	twins, err := i.cat.Twins()
	if err == nil && len(twins) > 0 {
		i.x.c.say(i.path, "in it more than once, and counted once: %s (%s)", count(len(twins), "notice"), few(twins, namesShown))
	}
	return i.flags.explain(i.path, err)
}

// tidy ends a run that came through.
func (i *indexing) tidy() error {
	if err := i.gone(); err != nil {
		return err
	}
	if t := i.tally; t.Added+t.Replaced+t.Removed > 0 {
		return i.flags.explain(i.path, i.cat.Tidy(t.Replaced+t.Removed > 0))
	}
	return nil
}

// corrections is the folder of the corrections, "" for none.
func (i *indexing) corrections(names []string) string {
	if i.flags.fixes != "" || len(names) != 1 || !isFolder(names[0]) {
		return i.flags.fixes
	}
	folder := filepath.Join(names[0], "data")
	entries, err := os.ReadDir(folder)
	if err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return strings.HasSuffix(e.Name(), correction.Ending) }) {
		return folder
	}
	return ""
}

// place is where an input lies, seen from the catalogue.
func (i *indexing) place(name string) string {
	return placeIn(i.path, name)
}

// placeIn is where a file lies, seen from a catalogue.
func placeIn(catalogue, name string) string {
	whole, err := filepath.Abs(name)
	if err != nil {
		return filepath.ToSlash(name)
	}
	if home, err := filepath.Abs(filepath.Dir(catalogue)); err == nil {
		if below, err := filepath.Rel(home, whole); err == nil {
			whole = below
		}
	}
	return filepath.ToSlash(whole)
}

// tasks are the work on the notices of the inputs: files of data are read notice by notice.
func (i *indexing) tasks(list []batch.Input) iter.Seq2[task, int64] {
	return func(yield func(task, int64) bool) {
		for _, in := range list {
			more := true
			if in.Files == nil && isData(in.Name) {
				more = i.data(in, yield)
			} else {
				more = yield(func() []outcome { return i.read(in) }, in.Size)
			}
			if !more {
				return
			}
		}
	}
}

// read makes the records of an input that holds notices.
func (i *indexing) read(in batch.Input) []outcome {
	place := i.place(in.Name)
	file, err := load(i.x.c, in)
	if err != nil {
		return []outcome{i.failed(in.Name, err)}
	}
	fixed := ""
	if i.x.fixes != nil {
		fixed = i.x.fixes.sum(in)
	}
	digest := i.digest(file.sum(place), fixed)
	if i.fresh(place, digest) {
		return []outcome{{name: in.Name, unchanged: true}}
	}
	all := i.x.noticesIn(in, file)
	whole := true
	for n := range all {
		i.record(&all[n], place, n+1, digest)
		if all[n].err != nil {
			all[n].entries, whole = stale(place, all[n].err), false
		}
	}
	if n := len(all); n > 0 && whole {
		all[n-1].entries = append(all[n-1].entries, catalog.Entry{Path: place, Position: n, Digest: digest})
	}
	return all
}

// failed is an input that could not be read.
func (i *indexing) failed(name string, err error) outcome {
	return outcome{name: name, err: err, entries: stale(i.place(name), err)}
}

// stale marks what the catalogue has of an input that could not be read.
func stale(place string, err error) []catalog.Entry {
	return []catalog.Entry{{Path: place, Fault: cause(err).Error()}}
}

// record makes the record of a notice that was read.
func (i *indexing) record(out *outcome, place string, position int, digest string) {
	if out.err != nil {
		return
	}
	r, err := reading.Record(out.notice, i.x.opts.Place, digest)
	out.err = err
	out.entries = []catalog.Entry{{Path: place, Position: position, Record: r}}
}

// nominal is taken for the size of a notice in a file of data.
const nominal = 1 << 16

// data yields the work on each notice of a file of data, and reports whether more is wanted. The last is held back until it is known
// to be that.
func (i *indexing) data(in batch.Input, yield func(task, int64) bool) bool {
	fail := func(err error) bool {
		return yield(func() []outcome { return []outcome{i.failed(in.Name, err)} }, 0)
	}
	sum, err := checksum(in.Name)
	if err != nil {
		return fail(err)
	}
	place, digest := i.place(in.Name), i.digest(sum)
	if i.fresh(place, digest) {
		return yield(func() []outcome { return []outcome{{name: in.Name, unchanged: true}} }, 0)
	}
	validator, err := jsonschema.NewValidator()
	if err != nil {
		return fail(err)
	}
	n := 0
	var last func(end *catalog.Entry) bool
	for doc, err := range dataIn(i.x.c, in.Name) {
		if last != nil && !last(nil) {
			return false
		}
		if err != nil {
			return fail(err)
		}
		n++
		position := n
		last = func(end *catalog.Entry) bool {
			return yield(func() []outcome { return []outcome{i.datum(validator, in.Name, place, position, doc, end)} }, nominal)
		}
	}
	return last(&catalog.Entry{Path: place, Position: n, Digest: digest})
}

// datum makes the record of the n-th notice of a file of data; end is that of the file behind its last.
func (i *indexing) datum(v *jsonschema.Validator, name, place string, n int, doc any, end *catalog.Entry) (out outcome) {
	out.name = name
	defer recovered(&out.err)
	if faults := v.Validate(doc); len(faults) > 0 {
		out.err = message.Errorf("document %d: %v", n, faults[0])
		out.entries = stale(place, out.err)
		return out
	}
	if out.notice, out.err = noticeOf(doc); out.err == nil {
		out.kept = i.x.kept(out.notice, "")
		i.record(&out, place, n, i.digest(fmt.Sprint(doc)))
	}
	if out.err != nil {
		out.entries = stale(place, out.err)
	}
	if end != nil {
		out.entries = append(out.entries, *end)
	}
	return out
}

// digest says what notices were made of.
func (i *indexing) digest(of ...string) string {
	h := sha256.New()
	h.Write(i.made)
	for _, part := range of {
		fmt.Fprintf(h, "%q\n", part)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// fresh reports whether the catalogue has all of an input as it is.
func (i *indexing) fresh(place, digest string) bool {
	return !i.flags.many.force && i.known[place] == digest
}

// take writes what became of an input, with others. A file of data whose notices are not all good has no end.
func (i *indexing) take(out outcome) error {
	if out.err != nil {
		i.broken[out.name] = true
	}
	for _, e := range out.entries {
		if e.Fault != "" && i.cat == nil {
			continue // a new catalogue has nothing of it
		}
		if e.Record != nil || e.Fault != "" || !i.broken[out.name] {
			i.waiting = append(i.waiting, e)
		}
	}
	if len(i.waiting) < i.flags.group && time.Since(i.written) < pause {
		return nil
	}
	return i.flush()
}

// flush writes what waits.
func (i *indexing) flush() error {
	if len(i.waiting) == 0 {
		return nil
	}
	if i.cat == nil {
		var err error
		if i.cat, err = catalog.Create(i.path, reading, i.flags.wait); err != nil {
			return i.flags.explain(i.path, err)
		}
	}
	t, err := i.cat.Write(i.waiting)
	i.waiting, i.written = i.waiting[:0], time.Now()
	i.tally.Add(t)
	return i.flags.explain(i.path, err)
}

// gone says which inputs of the catalogue are there no more, and takes them out where that is asked for.
func (i *indexing) gone() error {
	var lost []string
	for place := range i.known {
		name := filepath.FromSlash(place)
		if !filepath.IsAbs(name) {
			name = filepath.Join(filepath.Dir(i.path), name)
		}
		if _, err := os.Stat(name); !i.seen[place] && errors.Is(err, os.ErrNotExist) {
			lost = append(lost, place)
		}
	}
	slices.Sort(lost)
	switch {
	case len(lost) == 0:
		return nil
	case i.flags.prune:
		removed, err := i.cat.Remove(lost)
		i.tally.Removed += removed
		return i.flags.explain(i.path, err)
	case !i.flags.quiet:
		i.x.c.say(i.path, "%s in it that are there no more: %s (--prune takes out their notices)", count(len(lost), "file"), few(lost, namesShown))
	}
	return nil
}

// few is the first names of a list, so many at most, and how many more there are.
func few(names []string, most int) message.Text {
	shown := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		return message.Sprintf("%s and %d more", shown, more)
	}
	return message.Sprintf("%s", shown)
}
