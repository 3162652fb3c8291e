package catalog

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// FuzzOpen holds that a file that stands where a catalogue is looked for is read or refused, in one line, wherever a byte of it
// is another one: at says which, and by what.
func FuzzOpen(f *testing.F) {
	whole := filepath.Join(f.TempDir(), "whole.db")
	c, err := Create(whole, plain, time.Second)
	if err != nil {
		f.Fatal(err)
	}
	if _, err := c.Write(append(entries(f, "a", "1", notice(1)), entries(f, "b", "2", notice(2))...)); err != nil {
		f.Fatal(err)
	}
	if err := c.Close(); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(whole)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte("SQLite"), uint32(0))
	f.Add(uint32(16), []byte{0x02, 0x00}, uint32(0))
	f.Add(uint32(100), []byte{0x0d}, uint32(0))
	f.Add(uint32(4096), []byte{0xff, 0xff, 0xff, 0xff}, uint32(0))
	f.Add(uint32(0), []byte{}, uint32(100))
	added := entries(f, "c", "3", notice(3))
	f.Fuzz(func(t *testing.T, at uint32, by []byte, cut uint32) {
		damaged := append([]byte(nil), data...)
		copy(damaged[int(at)%len(damaged):], by)
		damaged = damaged[:len(damaged)-int(cut)%len(damaged)]
		path := filepath.Join(t.TempDir(), "damaged.db")
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := Open(path, plain, 0)
		told(t, err)
		if err != nil {
			return
		}
		defer c.Close()
		for found, err := range c.Find(Question{Contains: []string{"养老"}}) {
			if told(t, err); err == nil && found.Notice == nil {
				t.Error("a notice is nil, without an error")
			}
		}
		_, err = c.Chains(8)
		told(t, err)
		_, err = c.Write(added)
		told(t, err)
	})
}

func told(t *testing.T, err error) {
	t.Helper()
	if err != nil && strings.ContainsAny(err.Error(), "\n\r\x1b") {
		t.Errorf("the error is not one line: %q", err)
	}
}
