package batch

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// Stamp tells which outputs in a folder are fresh. It is a file there that says what all
// outputs were made with and, a line each, which input each was made of. An output is fresh
// when the input is the same, byte for byte: no time and no size is asked. The file only
// grows, line by line, so that a run may be killed at any time and others may use the
// folder at once: an output whose line is missing is made again. Safe for concurrent use.
type Stamp struct {
	folder string
	file   *os.File

	mu   sync.Mutex
	made map[string]string // by output, the checksum of its input
}

// OpenStamp returns the stamp of the folder, which is created where it is missing. When
// the stamp there does not say the same as made, it is replaced, and no output is fresh.
func OpenStamp(folder, name string, made []byte) (*Stamp, error) {
	path := filepath.Join(folder, name)
	head := append(bytes.Clone(made), "\n\n"...)
	var lines []byte
	same := false
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() {
		was, err := os.ReadFile(path)
		lines, same = bytes.CutPrefix(was, head)
		same = same && err == nil
	}
	if !same {
		lines = nil
		if err := Write("", path, head); err != nil {
			return nil, err
		}
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|noFollow, 0)
	if err != nil {
		return nil, err
	}
	return &Stamp{folder: folder, file: file, made: readStamp(string(lines))}, nil
}

// readStamp reads the lines of a stamp: a checksum, or - for an output that is being made, and
// the output in quotes. A line that a killed run left unfinished says nothing.
func readStamp(lines string) map[string]string {
	made := map[string]string{}
	for line := range strings.Lines(lines) {
		sum, quoted, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if output, err := strconv.Unquote(quoted); err == nil {
			made[output] = sum
		}
	}
	return made
}

// Sum is the checksum of an input, by the name that its output may show.
func Sum(name string, input []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", name)
	h.Write(input)
	return fmt.Sprintf("%x", h.Sum(nil))
}

// Fresh reports whether the output was made of the input with that checksum.
func (s *Stamp) Fresh(output, sum string) bool {
	s.mu.Lock()
	same := s.made[s.key(output)] == sum
	s.mu.Unlock()
	info, err := os.Lstat(output)
	return same && err == nil && info.Mode().IsRegular()
}

// Begin says that the output is about to be made: it is fresh no more.
func (s *Stamp) Begin(output string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if sum := s.made[s.key(output)]; sum == "" || sum == "-" {
		return nil
	}
	return s.add(output, "-")
}

// Done says that the output was made of the input with that checksum.
func (s *Stamp) Done(output, sum string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.add(output, sum)
}

// Close ends the use of the stamp.
func (s *Stamp) Close() error { return s.file.Close() }

// add begins with a line end: the line before may be unfinished.
func (s *Stamp) add(output, sum string) error {
	key := s.key(output)
	s.made[key] = sum
	_, err := fmt.Fprintf(s.file, "\n%s %q", sum, key)
	return err
}

// key is the output as the stamp names it.
func (s *Stamp) key(output string) string {
	rel, err := filepath.Rel(s.folder, output)
	if err != nil {
		return output
	}
	return filepath.ToSlash(rel)
}
