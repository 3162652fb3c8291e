package batch

import (
	"bytes"
	"errors"
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
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(time.Millisecond) {
		was, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(was, made) {
			err = Write(file, made)
		}
		if errors.Is(err, ErrBusy) && time.Now().Before(deadline) {
			continue // a run beside this one begins as well
		}
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(file)
		if err != nil {
			return nil, err
		}
		return &Stamp{info.ModTime()}, nil
	}
}

// Fresh reports whether the output does not have to be made again.
func (s *Stamp) Fresh(output, input string) bool {
	out, err := os.Stat(output)
	if err != nil || !out.Mode().IsRegular() || out.ModTime().Before(s.since) {
		return false
	}
	in, err := os.Stat(input)
	return err == nil && out.ModTime().After(in.ModTime())
}
