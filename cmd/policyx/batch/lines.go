package batch

import (
	"bufio"
	"bytes"
	"io"

	"github.com/policyx/policyx/schema/message"
)

// ErrLong is a line that is longer than the limit. The lines behind it can be read.
var ErrLong = message.New("line is too long")

// Lines reads lines of bounded length, each as soon as its end is there.
type Lines struct {
	in    *bufio.Reader
	limit int
}

// NewLines returns a reader of lines with up to limit bytes.
func NewLines(in io.Reader, limit int) *Lines {
	return &Lines{bufio.NewReaderSize(in, 1<<16), limit}
}

// Next returns the next line without its end, in memory of its own, or io.EOF behind the last one.
func (l *Lines) Next() ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := l.in.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(line) > l.limit+1 {
			long, line = true, nil
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil && (err != io.EOF || len(line) == 0 && !long) {
			return nil, err
		}
		line = bytes.TrimSuffix(line, []byte("\n"))
		if long || len(line) > l.limit {
			return nil, ErrLong
		}
		return line, nil
	}
}
