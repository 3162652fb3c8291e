package record

import (
	"errors"
	"io"
	"iter"

	"github.com/policyx/policyx/cmd/policyx/batch"
)

// Line is a line of a file of records.
type Line struct {
	Number int // from 1
	Text   []byte
	Long   bool // longer than [batch.SizeLimit]: Text is missing
}

// Lines reads lines, each as soon as it is there. An error is the last of them.
func Lines(in io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		lines := batch.NewLines(in, batch.SizeLimit)
		for n := 1; ; n++ {
			text, err := lines.Next()
			if err == io.EOF {
				return
			}
			long := errors.Is(err, batch.ErrLong)
			if err != nil && !long {
				yield(Line{}, err)
				return
			}
			if !yield(Line{n, text, long}, nil) {
				return
			}
		}
	}
}
