package record

import (
	"bytes"
	"cmp"
	"errors"
	"strings"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// Extract reads the notice. What the record says of format, issue and place goes before read and opts. An error does not
// repeat the record's name.
func (r *Record) Extract(read parser.Options, opts extract.Options) (*schema.Notice, error) {
	read.Format, read.Encoding = r.format, r.encoding
	doc, err := parser.Parse(r.Name, r.content, read)
	if err != nil {
		said := Reason(r.Name, err)
		if refused := (*source.UnsupportedError)(nil); errors.As(err, &refused) && refused.Wanted != "" {
			said += ": give the bytes of the file as base64"
		}
		return nil, errors.New(said)
	}
	opts.Issued = cmp.Or(r.issued, opts.Issued)
	opts.Place = cmp.Or(r.Place, opts.Place)
	notice, err := extract.Extract(doc, opts)
	if err != nil {
		return nil, errors.New(Reason(r.Name, err))
	}
	return notice, nil
}

// Answer is the line for a notice, of which this is the JSON.
func (r *Record) Answer(notice []byte) []byte {
	return r.line("notice", bytes.TrimSuffix(notice, []byte("\n")))
}

// Failure is the line for a record that could not be read.
func (r *Record) Failure(err error) []byte {
	return r.line("error", quote(message.Cause(err).Error()))
}

// Reason is what is wrong, for a program that says the name of the input beside it.
func Reason(name string, err error) string {
	return strings.TrimPrefix(message.Cause(err).Error(), name+": ")
}
