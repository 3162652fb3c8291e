package pdf

import (
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tetratelabs/wazero"
)

// cache is the folder that keeps the compiled module from one run to the next. wazero
// checks the code in it but not the tables before and behind the code, so each file has a seal of
// its own, and a file without a fitting seal is thrown away before anyone reads it.
type cache struct {
	dir      string
	compiled wazero.CompilationCache
	sealed   map[string]bool // files whose seals fit
}

const (
	sealSuffix = ".crc"
	sealed     = 1 << 20 // bytes at either end of a file that its seal is of; the tables take a tenth of that
)

// NoCache is the value of [Options.Cache] for none.
const NoCache = "none"

// openCache returns the cache in dir, "" being the user's cache folder; nil where there is to be none, or
// where it can be neither trusted nor changed.
func openCache(dir string) *cache {
	switch dir {
	case NoCache:
		return nil
	case "":
		base, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(base, "policyx", "pdf")
	}
	return openCacheIn(dir)
}

func openCacheIn(dir string) *cache {
	c := &cache{dir: dir, sealed: map[string]bool{}}
	for _, name := range c.files() {
		if c.fits(name) {
			c.sealed[name] = true
		} else if os.Remove(name) != nil {
			return nil
		}
	}
	if len(c.sealed) == 0 && !writable(dir) {
		return nil
	}
	var err error
	if c.compiled, err = wazero.NewCompilationCacheWithDir(dir); err != nil {
		return nil
	}
	return c
}

// files are the compiled modules in the folder.
func (c *cache) files() (out []string) {
	all, _ := filepath.Glob(filepath.Join(c.dir, "wazero-*", "*"))
	for _, name := range all {
		if !strings.HasSuffix(name, sealSuffix) && !strings.HasSuffix(name, ".tmp") {
			out = append(out, name)
		}
	}
	return out
}

// seal writes the seals of new files. One that cannot be written is no matter: its file will be thrown away.
func (c *cache) seal() {
	for _, name := range c.files() {
		if c.sealed[name] {
			continue
		}
		if sum := checksum(name); sum != "" {
			_ = os.WriteFile(name+sealSuffix, []byte(sum), 0o600)
		}
	}
}

// drop forgets what the cache holds.
func (c *cache) drop() {
	for _, name := range c.files() {
		_ = os.Remove(name)
	}
}

func (c *cache) fits(name string) bool {
	seal, err := os.ReadFile(name + sealSuffix)
	return err == nil && len(seal) > 0 && string(seal) == checksum(name)
}

// checksum is that of a file's length, begin and end; "" for one that cannot be read.
func checksum(name string) string {
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return ""
	}
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	for _, from := range []int64{0, max(0, info.Size()-sealed)} {
		if _, err := io.Copy(sum, io.NewSectionReader(file, from, sealed)); err != nil {
			return ""
		}
	}
	return fmt.Sprintf("%d %08x\n", info.Size(), sum.Sum32())
}

func writable(dir string) bool {
	if os.MkdirAll(dir, 0o700) != nil {
		return false
	}
	f, err := os.CreateTemp(dir, "probe-*.tmp")
	if err != nil {
		return false
	}
	_ = f.Close()
	return os.Remove(f.Name()) == nil
}
