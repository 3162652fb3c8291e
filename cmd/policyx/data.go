package main

import (
	"io"
	"iter"
	"os"

	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
)

// dataIn yields the notices of a file of data, plain values as package render decodes them, one at a time: a file may be of any
// size. An error is the last it yields; a file without a notice is one.
func dataIn(c *console, name string) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		in := c.in
		if name != "-" {
			file, err := os.Open(name)
			if err != nil {
				yield(nil, err)
				return
			}
			defer file.Close()
			in = file
		}
		if info, err := in.Stat(); err == nil && info.IsDir() {
			yield(nil, errDirectory)
			return
		}
		docs := render.NewDecoder(in)
		for n := 0; ; n++ {
			doc, err := docs.Next()
			switch {
			case err == io.EOF && n > 0:
				return
			case err == io.EOF:
				yield(nil, message.New("holds no notice"))
				return
			case !yield(doc, err) || err != nil:
				return
			}
		}
	}
}
