package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// write writes the lines to n files, PREFIX-00001-of-0000N.jsonl to PREFIX-0000N-of-0000N.jsonl, in no order. Each of them
// is written, without lines as well: what an earlier run left there would be taken for this one's.
func write(s beam.Scope, prefix string, n int, lines beam.PCollection) {
	every := make([]int, n)
	for i := range every {
		every[i] = i
	}
	sharded := beam.ParDo(s, &shardFn{n}, lines)
	sharded = beam.Flatten(s, sharded, beam.ParDo(s, nothing, beam.CreateList(s, every)))
	// Prism 2.77.0 waits for steps that give nothing on by spinning, which starves them of the processor.
	beam.Reshuffle(s, beam.ParDo(s, &writeFn{prefix, n}, beam.GroupByKey(s, sharded)))
}

// nothing is for a shard that may have no line.
func nothing(shard int) (int, []byte) { return shard, nil }

// shardFn says which shard a line goes to: the same one, however often it is asked.
type shardFn struct{ Count int }

func (f *shardFn) ProcessElement(line []byte) (shard int, same []byte) {
	sum := fnv.New32a()
	sum.Write(line)
	return int(sum.Sum32() % uint32(f.Count)), line
}

// writeFn writes a shard.
type writeFn struct {
	Prefix string
	Count  int
}

// ProcessElement fills a file of a name that no other attempt uses, renames it, and returns its name. Of two attempts the
// last one counts: both have the same lines.
func (f *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*[]byte) bool) (name string, err error) {
	name = fmt.Sprintf("%s-%05d-of-%05d.jsonl", f.Prefix, shard+1, f.Count)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return name, err
	}
	defer fs.Close()
	part := name + ".part-" + rand.Text()
	if err = fill(ctx, fs, part, lines); err == nil {
		err = filesystem.Rename(ctx, fs, part, name)
	}
	if remover, ok := fs.(filesystem.Remover); ok && err != nil {
		err = errors.Join(err, remover.Remove(ctx, part))
	}
	return name, err
}

func fill(ctx context.Context, fs filesystem.Interface, name string, lines func(*[]byte) bool) error {
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<16)
	var line []byte
	for err == nil && lines(&line) {
		_, err = out.Write(line)
	}
	return errors.Join(err, out.Flush(), file.Close())
}
