package batch

import (
	"bytes"
	"os"
	"path/filepath"
	"time"
)

// Stamp tells which outputs in a folder are fresh. It is a file there that says what the
// outputs were made with; its time says since when. An output is fresh when it was written
// after its input, and not before the stamp. So nothing has to be kept for each output,
// and a run may be killed at any time.
type Stamp struct{ since time.Time }

// OpenStamp returns the stamp of the folder, which is created where it is missing. When
// the stamp there does not say the same as made, it is replaced, and no output is fresh.
func OpenStamp(folder, name string, made []byte) (*Stamp, error) {
	file := filepath.Join(folder, name)
	info, err := os.Lstat(file)
	same := false
	if err == nil && info.Mode().IsRegular() {
		was, err := os.ReadFile(file)
		same = err == nil && bytes.Equal(was, made)
	}
	if !same {
		if err := Write("", file, made); err != nil {
			return nil, err
		}
	}
	if info, err = os.Lstat(file); err != nil {
		return nil, err
	}
	return &Stamp{info.ModTime()}, nil
}

// Fresh reports whether the output does not have to be made again.
func (s *Stamp) Fresh(output, input string) bool {
	out, err := os.Lstat(output)
	if err != nil || !out.Mode().IsRegular() || out.ModTime().Before(s.since) {
		return false
	}
	in, err := os.Stat(input)
	return err == nil && out.ModTime().After(in.ModTime()) && out.ModTime().After(changed(in))
}
