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
	mutations = flag.Int("mutations", 2, "how often each text or page is damaged; a Word or OFD file a fifth, a PDF a twentieth as often")
	mutated   = flag.String("mutated", "../../testdata", "the folder whose notices are damaged")
)

// TestMutations damages notices as bad copies are (see damage). No damage makes it panic or take longer than
// maxReading; the same bytes give the same notice twice, and a valid one. -mutations and -mutated make it longer
// ("make mutate").
func TestMutations(t *testing.T) {
	validator, err := jsonschema.NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	runs, read := 0, 0
	err = filepath.WalkDir(*mutated, func(path string, entry fs.DirEntry, err error) error {
		times := damages(path)
		if err != nil || entry.IsDir() || times == 0 {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			runs += times
			read += tryAll(t, validator, path, data, times)
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d damaged notices, %d of them read", runs, read)
	if 2*read <= runs { // else the faults end at the opening of the files, and nothing behind it is tried
		t.Errorf("%s: of %d damaged notices only %d were read", *mutated, runs, read)
	}
}

// tryAll damages one file several times, the same way in every run, and returns how many of the outcomes were read.
func tryAll(t *testing.T, validator *jsonschema.Validator, path string, data []byte, times int) (read int) {
	seed := fnv.New64a()
	seed.Write([]byte(filepath.Base(path)))
	random := rand.New(rand.NewPCG(seed.Sum64(), 1))
	for i := range times {
		damaged := damage(random, path, data)
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

// damages is how often the file is damaged.
func damages(path string) int {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".html", ".htm":
		return *mutations
	case ".docx", ".doc", ".wps", ".rtf", ".ofd":
		return (*mutations + 4) / 5
	case ".pdf":
		return (*mutations + 19) / 20
	}
	return 0
}

// maxReading is how much processor time one reading of any damaged notice may take.
const maxReading = 5 * time.Second

// tryOut reads the notice twice.
func tryOut(validator *jsonschema.Validator, data []byte) (fault error, read bool) {
	begin := processorTime()
	first, err := encoded(data)
	if took := processorTime() - begin; took > maxReading {
		return fmt.Errorf("one reading took %v", took), err == nil
	}
	again, err2 := encoded(data)
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
	return nil, true
}

// processorTime is what the process has used so far. The time on the clock says little where others work too.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func encoded(data []byte) ([]byte, error) {
	n, err := extract.Read("notice", data, parser.Options{}, extract.Options{})
	if err != nil {
		return nil, err
	}
	return json.Marshal(n)
}

// keep writes a find where it can be looked at.
func keep(t *testing.T, path string, i int, data []byte) {
	file := filepath.Join(os.TempDir(), fmt.Sprintf("mutation-%d-%s", i, filepath.Base(path)))
	if err := os.WriteFile(file, data, 0o666); err == nil {
		t.Logf("kept as %s", file)
	}
}
