package batch

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
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
	made map[string]made // by output
}

// made is what an output was made of.
type made struct {
	sum   string // of the input; "-" while the output is being made
	input string // its path from the folder; "" where the stamp does not say
}

// OpenStamp returns the stamp of the folder, which is created where it is missing. When
// the stamp there does not say the same as with, it is replaced: no output is fresh then, and what each was made of is kept. Of
// programs that start at once with the same, one makes the stamp and all of them write to it.
func OpenStamp(folder, name string, with []byte) (*Stamp, error) {
	path := filepath.Join(folder, name)
	head := append(bytes.Clone(with), "\n\n"...)
	lines, same := bytes.CutPrefix(stampAt(path), head)
	if !same {
		var err error
		if lines, err = renew(path, head); err != nil {
			return nil, err
		}
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|noFollow, 0)
	if err != nil {
		return nil, err
	}
	return &Stamp{folder: folder, file: file, made: readStamp(string(lines))}, nil
}

// renew replaces the stamp, unless another program has made it what it is to be, and returns its lines.
func renew(path string, head []byte) ([]byte, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	f, err := await(path)
	if err != nil {
		return nil, err
	}
	was := stampAt(path)
	if lines, same := bytes.CutPrefix(was, head); same {
		f.Discard()
		return lines, nil
	}
	_, old, _ := bytes.Cut(was, []byte("\n\n"))
	lines := stale(readStamp(string(old)))
	if _, err := f.Write(append(head, lines...)); err != nil {
		f.Discard()
		return nil, err
	}
	return lines, f.Commit()
}

// stampAt is what the stamp says; nil where there is none.
func stampAt(path string) []byte {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return text
}

// readStamp reads the lines of a stamp: a checksum, or - for an output that is being made, and
// the output and its input in quotes. A line that a killed run left unfinished says nothing.
func readStamp(lines string) map[string]made {
	all := map[string]made{}
	for line := range strings.Lines(lines) {
		sum, quoted, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		first, err := strconv.QuotedPrefix(quoted)
		if err != nil {
			continue
		}
		output, _ := strconv.Unquote(first)
		input, err := strconv.Unquote(strings.TrimPrefix(quoted[len(first):], " "))
		if err == nil {
			all[output] = made{sum, input}
		}
	}
	return all
}

// stale returns the lines of a stamp whose outputs are fresh no more.
func stale(all map[string]made) (lines []byte) {
	for _, output := range slices.Sorted(maps.Keys(all)) {
		if strings.HasSuffix(all[output].sum, left) {
			continue // it was made of nothing
		}
		lines = fmt.Appendf(lines, "\n- %q %q", output, all[output].input)
	}
	return lines
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
	same := s.made[s.key(output)].sum == sum
	s.mu.Unlock()
	info, err := os.Lstat(output)
	return same && err == nil && info.Mode().IsRegular()
}

// Foreign returns the name of the other file that the output was made of; "" where it was made of this input, or where
// that file is gone.
func (s *Stamp) Foreign(output, input string) string {
	s.mu.Lock()
	was := s.made[s.key(output)].input
	s.mu.Unlock()
	if was == "" || was == s.from(input) {
		return ""
	}
	if was = filepath.FromSlash(was); !filepath.IsAbs(was) {
		was = filepath.Join(s.folder, was)
	}
	there, err := os.Stat(was)
	if err != nil {
		return ""
	}
	if _, err := os.Lstat(output); err != nil {
		return ""
	}
	if own, err := os.Stat(input); err == nil && os.SameFile(there, own) {
		return ""
	}
	return was
}

// Begin says that the output is about to be made: it is fresh no more.
func (s *Stamp) Begin(output string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.made[s.key(output)]
	if was.sum == "" || was.sum == "-" {
		return nil
	}
	return s.add(output, made{"-", was.input})
}

// Done says that the output was made of the input of that name and with that checksum.
func (s *Stamp) Done(output, sum, input string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.add(output, made{sum, s.from(input)})
}

// Left reports whether the input with that checksum was given no output.
func (s *Stamp) Left(output, sum string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.made[s.key(output)].sum == sum+left
}

// Leave says that the input gets no output; one that was made of it before is removed, what
// someone else put there is not.
func (s *Stamp) Leave(output, sum, input string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if was := s.made[s.key(output)]; was.input != "" && was.input == s.from(input) && !strings.HasSuffix(was.sum, left) {
		for _, name := range []string{output, Partial(output)} {
			if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return s.add(output, made{sum + left, s.from(input)})
}

// left stands behind the checksum of an input without output.
const left = "-left"

// Close ends the use of the stamp.
func (s *Stamp) Close() error { return s.file.Close() }

// add begins with a line end: the line before may be unfinished.
func (s *Stamp) add(output string, of made) error {
	key := s.key(output)
	s.made[key] = of
	_, err := fmt.Fprintf(s.file, "\n%s %q %q", of.sum, key, of.input)
	return err
}

// from is the input as the stamp names it, wherever the program is started: its path from the folder; the whole path
// where there is no way from one to the other.
func (s *Stamp) from(input string) string {
	folder, err := filepath.Abs(s.folder)
	if err != nil {
		return filepath.ToSlash(input)
	}
	path, err := filepath.Abs(input)
	if err != nil {
		return filepath.ToSlash(input)
	}
	if rel, err := filepath.Rel(folder, path); err == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}

// key is the output as the stamp names it.
func (s *Stamp) key(output string) string {
	rel, err := filepath.Rel(s.folder, output)
	if err != nil {
		return output
	}
	return filepath.ToSlash(rel)
}
