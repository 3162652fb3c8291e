package main

import (
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	beamregister "github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/policyx/policyx/cmd/policyx/record"
)

// register makes known to Beam what it carries to workers, by name.
func register() {
	beamregister.DoFn3x1[context.Context, string, func(string), error](&matchFn{})
	beamregister.DoFn3x1[context.Context, string, func(string, record.Line), error](&linesFn{})
	beamregister.DoFn4x0[context.Context, string, func([]byte), func([]byte)](&fileFn{})
	beamregister.DoFn5x0[context.Context, string, record.Line, func([]byte), func([]byte)](&recordFn{})
	beamregister.DoFn1x2[[]byte, int, []byte](&shardFn{})
	beamregister.DoFn3x2[context.Context, int, func(*[]byte) bool, string, error](&writeFn{})
	beamregister.Function1x2[int, int, []byte](nothing)
	beamregister.Emitter1[string]()
	beamregister.Emitter1[[]byte]()
	beamregister.Emitter2[string, record.Line]()
	beamregister.Iter1[[]byte]()
}

// build puts the pipeline together.
func (j *job) build(s beam.Scope) {
	var lines, dead beam.PCollection
	if j.input != "" {
		lines, dead = beam.ParDo2(s, &fileFn{j.reading()}, match(s, j.input))
	} else {
		records := beam.Reshuffle(s, beam.ParDo(s, &linesFn{}, match(s, j.records)))
		lines, dead = beam.ParDo2(s, &recordFn{j.reading()}, records)
	}
	write(s.Scope("output"), j.output, j.shards, lines)
	write(s.Scope("dead letters"), j.dead, 1, dead)
}

// match returns the names of the files that match, each for whichever worker is free.
func match(s beam.Scope, glob string) beam.PCollection {
	return beam.Reshuffle(s, beam.ParDo(s, &matchFn{}, beam.Create(s, glob)))
}

// matchFn names files. That of Beam asks for size and age of each as well, one by one.
type matchFn struct{}

func (*matchFn) ProcessElement(ctx context.Context, glob string, emit func(string)) error {
	fs, err := filesystem.New(ctx, glob)
	if err != nil {
		return err
	}
	defer fs.Close()
	names, err := fs.List(ctx, glob)
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("no file matches %s", glob)
	}
	for _, name := range names {
		emit(name)
	}
	return err
}

// linesFn takes a file of records apart.
type linesFn struct{}

func (*linesFn) ProcessElement(ctx context.Context, name string, emit func(string, record.Line)) error {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenRead(ctx, name)
	if err != nil {
		return err
	}
	defer file.Close()
	for line, err := range record.Lines(file) {
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		emit(name, line)
	}
	return nil
}
