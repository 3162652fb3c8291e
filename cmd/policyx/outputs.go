package main

import (
	"errors"
	"strings"

	"github.com/policyx/policyx/schema/render"
)

// outputs are where the same notices go, each in a format of its own. None is final before all of
// them are written.
type outputs []*sink

// sink is an output with the writer of its format.
type sink struct {
	*output
	view   view
	writer *render.Writer // is made when it is known whether there are several notices
	shown  bool           // a notice was written
}

// openOutputs opens what the flags name. A ledger in which people have written is none of them.
func (x *extraction) openOutputs() (all outputs, err error) {
	names := x.flags.outs
	if len(names) == 0 {
		names = []string{""}
	}
	for i, name := range names {
		if err := x.refuseFilled(name, x.views[i]); err != nil {
			all.discard()
			return nil, err
		}
		out, err := openOutput(x.c, name, x.flags.many.links)
		if err != nil {
			all.discard()
			return nil, err
		}
		all = append(all, &sink{output: out, view: x.views[i]})
	}
	return all, nil
}

// open returns the writer.
func (s *sink) open(list bool) *render.Writer {
	if s.writer == nil {
		options := s.view.options
		options.List = list
		s.writer = render.NewWriter(s.output, s.view.format, options)
	}
	return s.writer
}

// write writes what is kept of a notice everywhere.
func (all outputs) write(o outcome, list bool) error {
	for _, s := range all {
		s.shown = true
		if err := s.open(list).Write(o.kept.Notice, o.text); err != nil {
			return err
		}
	}
	return nil
}

// empty reports a page without notices, which is none.
func (s *sink) empty() bool { return s.view.format == render.HTML && !s.shown }

// close ends the texts.
func (all outputs) close(list bool) error {
	for _, s := range all {
		if s.empty() {
			continue
		}
		if err := s.open(list).Close(); err != nil {
			return err
		}
	}
	return nil
}

// close ends the texts and says what there is to say of them.
func (x *extraction) close(out outputs, list bool) error {
	if err := out.close(list); err != nil {
		if x.flags.view.template != "" {
			err = about(x.flags.view.template, err)
		}
		return err
	}
	return x.sayWritten(out)
}

// commit makes what was written final.
func (all outputs) commit() error {
	var failed error
	for _, s := range all {
		if s.empty() {
			s.discard()
			continue
		}
		failed = errors.Join(failed, s.output.commit())
	}
	return failed
}

// commitPart keeps what was written of unfinished files, and returns their names.
func (all outputs) commitPart() (string, error) {
	var names []string
	for _, s := range all {
		if s.empty() {
			s.discard()
			continue
		}
		name, err := s.output.commitPart()
		if err != nil {
			return "", err
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", "), nil
}

// discard leaves existing files as they were.
func (all outputs) discard() {
	for _, s := range all {
		s.output.discard()
	}
}
