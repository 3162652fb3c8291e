package main

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
)

// dataIn yields the notices of a file of data, plain values as package render decodes them, one at a time: a file may be of any
// size. An error is the last it yields; a file without a notice is one.
func dataIn(c *console, name string) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		in := c.in
		if name != "-" {
			if catalog.IsCatalog(name) {
				yield(nil, errCatalogue)
				return
			}
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
		documents(in)(yield)
	}
}

// holdsData reports whether bytes are data as extract writes them: a first document with a source.
func holdsData(data []byte) bool {
	doc, err := render.NewDecoder(bytes.NewReader(data)).Next()
	if list, ok := doc.([]any); ok && len(list) > 0 {
		doc = list[0]
	}
	object, ok := doc.(map[string]any)
	_, sourced := object["source"].(map[string]any)
	return err == nil && ok && sourced
}

// documents yields the documents of data, as dataIn does.
func documents(in io.Reader) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		docs := render.NewDecoder(in)
		for n := 0; ; n++ {
			doc, err := docs.Next()
			switch {
			case err == io.EOF && n > 0:
				return
			case err == io.EOF:
				yield(nil, message.New("holds no notice"))
				return
			}
			if _, object := doc.(map[string]any); err == nil && !object {
				err = message.New("holds no data that policyx wrote: a notice itself goes to extract")
			}
			if !yield(doc, err) || err != nil {
				return
			}
		}
	}
}

// noticeOf is the notice that a plain value stands for.
func noticeOf(doc any) (*schema.Notice, error) {
	data, err := json.Marshal(doc)
	var n *schema.Notice
	if err == nil {
		err = json.Unmarshal(data, &n)
	}
	if err != nil || n == nil {
		return nil, message.Errorf("is no notice: %v", err)
	}
	if slices.ContainsFunc(n.Tasks, func(t schema.Task) bool { return t.Key == "" }) {
		align.Keys(n) // of before there were keys
	}
	return n, nil
}
