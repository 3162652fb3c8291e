//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/render"
)

var (
	mutations = flag.Int("mutations", 2, "how often each text or page is damaged; a file of Word, OFD or a workbook and an archive a fifth, a PDF a twentieth as often")
	mutated   = flag.String("mutated", "../../testdata", "the folder whose notices are damaged")
	seed      = flag.Uint64("seed", 1, "another one damages otherwise")
)

// TestMutations damages notices as bad copies are (see damage). No damage makes it panic or take longer than
// maxReading; the same bytes give the same notice twice, a valid one whose spans are true. -mutations, -seed and -mutated
// make it longer ("make mutate").
func TestMutations(t *testing.T) {
	validator, err := jsonschema.NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	runs, whole := 0, 0
	for kind, paths := range specimens(t) {
		times := damages(kind)
		for i, path := range paths {
			data, other := []byte(read(t, path)), []byte(read(t, paths[(i+1)%len(paths)]))
			t.Run(filepath.Base(path), func(t *testing.T) {
				runs += times
				whole += tryAll(t, validator, path, data, other, times)
			})
		}
	}
	t.Logf("%d damaged notices, %d of them read", runs, whole)
	if 2*whole <= runs { // else the faults end at the opening of the files, and nothing behind it is tried
		t.Errorf("%s: of %d damaged notices only %d were read", *mutated, runs, whole)
	}
}

// specimens are the files that are damaged, by kind.
func specimens(t *testing.T) map[string][]string {
	out := map[string][]string{}
	err := filepath.WalkDir(*mutated, func(path string, entry fs.DirEntry, err error) error {
		if kind := strings.ToLower(filepath.Ext(path)); err == nil && !entry.IsDir() && damages(kind) > 0 {
			out[kind] = append(out[kind], path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// tryAll damages one file several times, the same way in every run, and returns how many of the outcomes were read.
func tryAll(t *testing.T, validator *jsonschema.Validator, path string, data, other []byte, times int) (read int) {
	name := fnv.New64a()
	name.Write([]byte(filepath.Base(path)))
	random := rand.New(rand.NewPCG(name.Sum64(), *seed))
	for i := range times {
		damaged := damage(random, strings.ToLower(filepath.Ext(path)), data, other)
		fault, whole := tryOut(validator, damaged)
		if whole {
			read++
		}
		if fault != nil {
			t.Errorf("damage %d: %v", i, fault)
			keep(t, path, i, damaged)
		}
	}
	return read
}

// damages is how often a file of the kind is damaged.
func damages(kind string) int {
	switch {
	case texts[kind]:
		return *mutations
	case kind == ".pdf":
		return (*mutations + 19) / 20
	case inside(kind) != nil, kind == ".rtf", kind == ".rar", kind == ".7z":
		return (*mutations + 4) / 5
	}
	return 0
}

// maxReading is how much processor time one reading of any damaged notice may take.
const maxReading = 5 * time.Second

// tryOut reads the notice twice.
func tryOut(validator *jsonschema.Validator, data []byte) (fault error, read bool) {
	begin := processorTime()
	doc, first, err := encoded(data)
	if took := processorTime() - begin; took > maxReading {
		return fmt.Errorf("one reading took %v", took), err == nil
	}
	_, again, err2 := encoded(data)
	switch {
	case errors.Is(err, parser.ErrInternal):
		return err, false
	case (err == nil) != (err2 == nil) || !bytes.Equal(first, again):
		return fmt.Errorf("two readings differ: %v, %v", err, err2), err == nil
	case err != nil:
		return nil, false
	}
	docs, err := render.Decode(first)
	if err != nil {
		return err, true
	}
	if faults := validator.Validate(docs[0]); len(faults) > 0 {
		return fmt.Errorf("invalid: %v", faults[0]), true
	}
	return untrue(doc, docs[0], ""), true
}

// processorTime is what the process has used so far. The time on the clock says little where others work too.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func encoded(data []byte) (*parser.Document, []byte, error) {
	doc, err := parser.Parse("notice", data, parser.Options{})
	if err != nil {
		return nil, nil, err
	}
	n, err := extract.Extract(doc, extract.Options{})
	if err != nil {
		return nil, nil, err
	}
	out, err := json.Marshal(n)
	return doc, out, err
}

// keep writes a find where it can be looked at.
func keep(t *testing.T, path string, i int, data []byte) {
	file := filepath.Join(os.TempDir(), fmt.Sprintf("mutation-%d-%s", i, filepath.Base(path)))
	if err := os.WriteFile(file, data, 0o666); err == nil {
		t.Logf("kept as %s", file)
	}
}
