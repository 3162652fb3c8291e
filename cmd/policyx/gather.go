package main

import (
	"bytes"
	"context"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/jsonschema"
)

// gatherFlags say how notices are read by the verbs that put several beside each other.
type gatherFlags struct {
	read   readFlags
	notice noticeFlags
	many   batchFlags
	filter filterFlags
	quiet  bool

	catalogue catalogueFlags
}

func (f *gatherFlags) register(cmd *cobra.Command) {
	f.read.register(cmd)
	f.read.registerBundle(cmd)
	f.notice.register(cmd)
}

// gathering reads notices whatever they lie in: documents, data as extract writes them, catalogues.
type gathering struct {
	*extraction
	validator *jsonschema.Validator
	catalogue *catalogueFlags
}

// start is the run that the flags ask for, and the inputs that args name. What is found goes to out, "" for standard output, which is
// none of them.
func (f *gatherFlags) start(c *console, cmd *cobra.Command, args []string, out string) (g *gathering, names []string, err error) {
	if g, err = f.gathering(c); err != nil {
		return nil, nil, err
	}
	if names, err = inputs(c, cmd, args); err != nil {
		return nil, nil, err
	}
	if out != "" {
		err = spares(out, names, g.files)
	}
	return g, names, err
}

// gathering is the run that the flags ask for.
func (f *gatherFlags) gathering(c *console) (*gathering, error) {
	opts, err := f.notice.options(c)
	if err != nil {
		return nil, err
	}
	if err := f.read.check(c); err != nil {
		return nil, err
	}
	if f.many.jobs == 0 {
		f.many.jobs = 1
	}
	g := &gathering{extraction: &extraction{c: c, opts: opts}, catalogue: &f.catalogue}
	g.flags = &extractFlags{read: f.read, notice: f.notice, many: f.many, quiet: true}
	if g.keep, err = f.filter.filter(opts.Lexicon.Words()); err != nil {
		return nil, err
	}
	if g.files, err = f.many.check(); err != nil {
		return nil, err
	}
	g.files.Bundles, g.files.Leave = f.read.bundle, parser.PageFolder
	g.validator, err = jsonschema.NewValidator()
	return g, err
}

// notices gives take each notice of the files, folders and catalogues, in their order. What cannot be read is said and counted.
func (g *gathering) notices(names []string, take func(outcome)) error {
	for len(names) > 0 {
		n := slices.IndexFunc(names, catalog.IsCatalog)
		switch n {
		case 0:
			if err := g.catalogued(names[0], take); err != nil {
				return err
			}
			names = names[1:]
			continue
		case -1:
			n = len(names)
		}
		if err := g.filed(names[:n], take); err != nil {
			return err
		}
		names = names[n:]
	}
	return nil
}

// catalogued gives take each notice of a catalogue that fits.
func (g *gathering) catalogued(name string, take func(outcome)) error {
	cat, err := g.catalogue.open(name)
	if err != nil {
		return err
	}
	defer cat.Close()
	before := g.fit
	err = g.ask(cat, func(o outcome) error {
		take(o)
		return nil
	})
	g.fit.all, g.fit.allTasks, g.fit.twins = g.fit.all+before.all, g.fit.allTasks+before.allTasks, g.fit.twins+before.twins
	return g.catalogue.explain(name, err)
}

// filed gives take each notice of files and folders.
func (g *gathering) filed(names []string, take func(outcome)) error {
	ctx := context.Background()
	if len(names) > 1 || slices.ContainsFunc(names, isFolder) {
		interrupted, stop := interruptible()
		defer stop()
		ctx = interrupted
	}
	list := batch.Walk(names, g.files, nil, g.unlisted)
	work := func(i int) []outcome {
		in := list[i]
		if isData(in.Name) {
			return g.data(in.Name, dataIn(g.c, in.Name))
		}
		if in.Name != "-" || in.Files != nil {
			return g.extraction.notices(in)
		}
		file, err := load(g.c, in)
		switch {
		case err != nil:
			return []outcome{{name: in.Name, err: err}}
		case g.flags.read.from == "" && holdsData(file.data):
			return g.data(in.Name, documents(bytes.NewReader(file.data)))
		}
		return g.noticesIn(in, file)
	}
	return g.each(ctx, len(list), tasksFor(list, work), func(o outcome) error {
		if o.err == nil && o.kept.Notice != nil {
			take(o)
		}
		return nil
	})
}

// isData reports a file of data by its ending.
func isData(name string) bool {
	return slices.Contains([]string{".json", ".jsonl", ".ndjson", ".yaml", ".yml"}, strings.ToLower(filepath.Ext(name)))
}

// data reads the notices among documents of data.
func (g *gathering) data(name string, docs iter.Seq2[any, error]) (all []outcome) {
	conv := conversion{x: g.extraction, validator: g.validator}
	n := 0
	for doc, err := range docs {
		n++
		o := outcome{name: name, err: err}
		if err == nil {
			o = conv.read(name, n, doc)
		}
		if o.err == nil && o.notice == nil { // its faults have been said
			o.err, o.line = errReported, []byte{}
		}
		all = append(all, o)
	}
	return all
}
