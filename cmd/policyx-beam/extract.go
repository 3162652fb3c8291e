package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/cmd/policyx/record"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render"
)

// Metrics of the namespace: notices, or inputs that are none; and how long an input took.
const (
	namespace    = "policyx"
	read         = "read"
	failed       = "failed"
	tasks        = "tasks"
	milliseconds = "milliseconds"
)

// reading is how a worker reads notices. What it is told travels to workers as JSON.
type reading struct {
	Issued, Place string
	Words         []lexicon.Addition

	opts                extract.Options
	read, failed, tasks beam.Counter
	took                beam.Distribution
}

func (j *job) reading() reading { return reading{Issued: j.issued, Place: j.place, Words: j.words} }

// options are what the reading was told.
func (r *reading) options() (extract.Options, error) {
	opts := extract.Options{Issued: r.Issued, Place: r.Place}
	if len(r.Words) == 0 {
		return opts, nil
	}
	var err error
	opts.Lexicon, err = extract.NewLexicon(r.Words)
	return opts, err
}

// Setup is called once by each worker.
func (r *reading) Setup() (err error) {
	r.read, r.failed, r.tasks = beam.NewCounter(namespace, read), beam.NewCounter(namespace, failed), beam.NewCounter(namespace, tasks)
	r.took = beam.NewDistribution(namespace, milliseconds)
	r.opts, err = r.options()
	return err
}

// outcome is what became of one notice.
type outcome struct {
	name  string
	line  []byte
	tasks int
	err   error
}

// settle counts the outcomes of an input and sends them on.
func (r *reading) settle(ctx context.Context, begin time.Time, all []outcome, emit, dead func([]byte)) {
	r.took.Update(ctx, time.Since(begin).Milliseconds())
	for _, o := range all {
		if o.err != nil {
			r.failed.Inc(ctx, 1)
			var fault *parser.InternalError
			if errors.As(o.err, &fault) {
				log.Errorf(ctx, "%s: %v\n%s", o.name, fault, fault.Stack)
			}
			dead(letter(o.name, o.err))
			continue
		}
		r.read.Inc(ctx, 1)
		r.tasks.Inc(ctx, int64(o.tasks))
		emit(o.line)
	}
}

// letter is the dead letter of an input.
func letter(name string, err error) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if failed := enc.Encode(struct {
		Name  string `json:"name"`
		Error string `json:"error"`
	}{name, record.Reason(name, err)}); failed != nil {
		panic(failed) // two strings always are JSON
	}
	return b.Bytes()
}

// recovered makes a panic the failure of the one notice that caused it.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = parser.NewInternalError(p)
	}
}

// jsonLine is the notice as a line.
func jsonLine(n *schema.Notice) ([]byte, error) {
	var b bytes.Buffer
	w := render.NewWriter(&b, render.JSONLines, render.Options{})
	err := errors.Join(w.Write(n, ""), w.Close())
	return b.Bytes(), err
}

// fileFn reads a file, which may hold several notices.
type fileFn struct{ reading }

func (f *fileFn) ProcessElement(ctx context.Context, name string, emit, dead func([]byte)) {
	begin := time.Now()
	all, err := f.notices(ctx, name)
	if err != nil {
		all = append(all, outcome{name: name, err: err})
	}
	f.settle(ctx, begin, all, emit, dead)
}

func (f *fileFn) notices(ctx context.Context, name string) (all []outcome, err error) {
	defer recovered(&err)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	file, err := fs.OpenRead(ctx, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := batch.ReadAll(file)
	if err != nil {
		return nil, err
	}
	for doc, err := range parser.ParseAll(name, data, parser.Options{}) {
		all = append(all, f.notice(name, doc, err))
	}
	return all, nil
}

// notice is the outcome of a document, or of the failure to read it.
func (f *fileFn) notice(name string, doc *parser.Document, err error) (out outcome) {
	defer recovered(&out.err)
	var member *parser.MemberError
	if errors.As(err, &member) {
		return outcome{name: member.Name, err: member.Err}
	}
	if err != nil {
		return outcome{name: name, err: err}
	}
	out.name = doc.Source.Name
	n, err := extract.Extract(doc, f.opts)
	if err != nil {
		out.err = err
		return out
	}
	out.tasks = len(n.Tasks)
	out.line, out.err = jsonLine(n)
	return out
}

// recordFn reads a line of a file of records.
type recordFn struct{ reading }

func (f *recordFn) ProcessElement(ctx context.Context, file string, line record.Line, emit, dead func([]byte)) {
	begin := time.Now()
	f.settle(ctx, begin, []outcome{f.answer(file, line)}, emit, dead)
}

// answer is the outcome of a record, whose name is FILE:LINE.
func (f *recordFn) answer(file string, line record.Line) (out outcome) {
	defer recovered(&out.err)
	out.name = fmt.Sprintf("%s:%d", file, line.Number)
	rec, err := record.Parse(line)
	var n *schema.Notice
	if err == nil {
		n, err = rec.Extract(parser.Options{}, f.opts)
	}
	if err == nil {
		out.tasks = len(n.Tasks)
		out.line, err = jsonLine(n)
		out.line = rec.Answer(out.line)
	}
	out.err = err
	return out
}
