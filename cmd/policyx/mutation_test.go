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
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/render"
)

var (
	mutations = flag.Int("mutations", 2, "how often each text or page is damaged; a Word or OFD file a fifth, a PDF a twentieth as often")
	mutated   = flag.String("mutated", "../../testdata", "the folder whose notices are damaged")
)

// TestMutations damages notices as bad copies are: parts cut out, put twice, moved to another place, line
// breaks put in, bits turned. No damage makes it panic; the same bytes give the same notice twice, and a valid
// one. -mutations and -mutated make it longer ("make mutate").
func TestMutations(t *testing.T) {
	validator, err := jsonschema.NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	runs, read := 0, 0
	err = filepath.WalkDir(*mutated, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		times, text := damages(path)
		if times == 0 {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		seed := fnv.New64a()
		seed.Write([]byte(filepath.Base(path)))
		random := rand.New(rand.NewPCG(seed.Sum64(), 1))
		for i := range times {
			damaged := damage(random, data, text)
			runs++
			fault, whole := tryOut(validator, damaged)
			if whole {
				read++
			}
			if fault != nil {
				t.Errorf("%s, damage %d: %v", path, i, fault)
				keep(t, path, i, damaged)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d damaged notices, %d of them read", runs, read)
	if runs == 0 {
		t.Errorf("no notice in %s", *mutated)
	}
}

// damages is how often the file is damaged, and whether by characters.
func damages(path string) (times int, text bool) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".html", ".htm":
		return *mutations, true
	case ".docx", ".doc", ".wps", ".ofd":
		return (*mutations + 4) / 5, false
	case ".pdf":
		return *mutations / 20, false
	}
	return 0, false
}

// damage returns data with one to four faults. Those of a text stand between characters of UTF-8.
func damage(random *rand.Rand, data []byte, text bool) []byte {
	out := bytes.Clone(data)
	breaks := []string{"\n", "\r\n", "　", "\u00a0", "\u200b", "\x00", "|", "。"}
	for range 1 + random.IntN(4) {
		if len(out) == 0 {
			break
		}
		i, j := random.IntN(len(out)), random.IntN(len(out))
		if i > j {
			i, j = j, i
		}
		if random.IntN(2) == 0 {
			j = min(j, i+1+random.IntN(200)) // a short stretch
		}
		kinds := 5
		if text {
			i, j, kinds = atRune(out, i), atRune(out, j), 6
		}
		part := bytes.Clone(out[i:j])
		switch random.IntN(kinds) {
		case 0: // cut out
			out = append(out[:i:i], out[j:]...)
		case 1: // cut off
			out = out[:j]
		case 2: // put twice
			out = append(out[:j:j], append(part[:min(len(part), 1<<14)], out[j:]...)...)
		case 3: // moved to the end
			out = append(append(out[:i:i], out[j:]...), part...)
		case 4: // turned
			if !text {
				out[i] ^= 1 << random.IntN(8)
				break
			}
			fallthrough
		default: // broken
			out = append(out[:i:i], append([]byte(breaks[random.IntN(len(breaks))]), out[i:]...)...)
		}
	}
	return out
}

// atRune moves a place back to the start of a character.
func atRune(data []byte, i int) int {
	for i > 0 && i < len(data) && data[i]&0xc0 == 0x80 {
		i--
	}
	return i
}

// tryOut reads the notice twice.
func tryOut(validator *jsonschema.Validator, data []byte) (fault error, read bool) {
	first, err := encoded(data)
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
