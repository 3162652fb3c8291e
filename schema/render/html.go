package render

import (
	"io"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/page"
)

// pageWriter writes one page of all notices: see package page.
type pageWriter struct {
	out  io.Writer
	docs []page.Document
	opts page.Options
}

func newPage(out io.Writer, opts Options) *pageWriter {
	return &pageWriter{out: out, opts: page.Options{Lang: opts.Lang, Family: opts.Family, Party: opts.Party, Remark: remark(opts.Lang)}}
}

func (w *pageWriter) write(n *schema.Notice, text string) error {
	w.docs = append(w.docs, page.Document{Notice: n, Text: text})
	return nil
}

func (w *pageWriter) close() error {
	if len(w.docs) == 0 {
		return nil // nothing was read: an empty file, as in the other formats
	}
	return page.Write(w.out, w.docs, w.opts)
}
