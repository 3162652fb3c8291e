package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"github.com/policyx/policyx/schema/message"
)

// Decode returns the notices of data, which is YAML (one document or several), JSON
// (an object or an array) or JSON Lines, told apart by the first character. Each is a
// plain value as encoding/json decodes it, with numbers as json.Number. Where data breaks
// off or is malformed, the notices before that place come with the error, which names
// the line.
func Decode(data []byte) ([]any, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	start := bytes.TrimLeft(data, " \t\r\n")
	if len(start) > 0 && (start[0] == '{' || start[0] == '[') {
		return decodeJSON(data)
	}
	return decodeYAML(data)
}

// A Decoder reads the notices of a stream one at a time, so that memory holds one, whatever
// the size of the stream. It takes what [Decode] takes.
type Decoder struct {
	in    *bufio.Reader
	lines *lineCounter
	json  *json.Decoder // nil for YAML
	list  bool          // within a JSON array
	read  int           // lines of YAML before the document at hand
	ended bool
}

// NewDecoder returns a decoder of in.
func NewDecoder(in io.Reader) *Decoder {
	d := &Decoder{in: bufio.NewReaderSize(in, 1<<16)}
	if lead, _ := d.in.Peek(3); string(lead) == "\ufeff" {
		d.in.Discard(3)
	}
	for n := 1; ; n++ {
		lead, err := d.in.Peek(n)
		if err != nil {
			break // empty, or nothing but white space in the buffer
		}
		if c := lead[n-1]; c == '{' || c == '[' {
			d.lines = &lineCounter{in: d.in}
			d.json = json.NewDecoder(d.lines)
			d.json.UseNumber()
			break
		} else if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			break
		}
	}
	return d
}

// Next returns the next notice as [Decode] would, or io.EOF behind the last one. Behind another
// error there is nothing more to read.
func (d *Decoder) Next() (any, error) {
	if d.json == nil {
		return d.nextYAML()
	}
	for {
		if d.list && !d.json.More() {
			if _, err := d.json.Token(); err != nil {
				return nil, d.broken(err)
			}
			d.list = false
		}
		if !d.list && d.opens() {
			if _, err := d.json.Token(); err != nil {
				return nil, d.broken(err)
			}
			d.list = true
			continue
		}
		var doc any
		err := d.json.Decode(&doc)
		if err == io.EOF && !d.list {
			return nil, io.EOF
		}
		if err != nil {
			return nil, d.broken(err)
		}
		return doc, nil
	}
}

// opens reports whether the next value is an array.
func (d *Decoder) opens() bool {
	d.json.More() // fills the buffer up to the next value
	rest, _ := io.ReadAll(io.LimitReader(d.json.Buffered(), 1<<12))
	return bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte("["))
}

func (d *Decoder) broken(err error) error {
	offset := d.json.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		offset = max(offset, syntax.Offset)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return message.New("the JSON ends in the middle of a value")
	}
	return &lineError{d.lines.at(offset), err}
}

// nextYAML takes the lines up to the next document.
func (d *Decoder) nextYAML() (any, error) {
	for !d.ended {
		var text []byte
		lines := 0
		for {
			line, err := d.in.ReadBytes('\n')
			starts := bytes.HasPrefix(line, []byte("---")) && len(bytes.TrimSpace(line)) == 3
			if err != nil && err != io.EOF {
				return nil, err
			}
			if !starts {
				text = append(text, line...)
			}
			lines++
			if err == io.EOF {
				d.ended = true
			}
			if starts || d.ended {
				break
			}
		}
		docs, err := decodeYAML(text)
		if err != nil {
			d.ended = true
			return nil, shifted(err, d.read)
		}
		d.read += lines
		if len(docs) > 0 {
			return docs[0], nil
		}
	}
	return nil, io.EOF
}

// lineError is what is wrong in a line, from 1.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return e.Text().String() }

func (e *lineError) Text() message.Text { return message.Sprintf("line %d: %w", e.line, e.err) }

func (e *lineError) Unwrap() error { return e.err }

// shifted adds the lines before a document to the line that an error names.
func shifted(err error, lines int) error {
	if at, ok := err.(*lineError); ok {
		at.line += lines
	}
	return err
}

// lineCounter remembers where the lines of what went through it begin.
type lineCounter struct {
	in   io.Reader
	pos  int64
	ends []int64
}

func (c *lineCounter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			c.ends = append(c.ends, c.pos+int64(i))
		}
	}
	c.pos += int64(n)
	return n, err
}

// at returns the line of an offset, from 1.
func (c *lineCounter) at(offset int64) int {
	n, _ := slices.BinarySearch(c.ends, offset)
	return n + 1
}

func decodeJSON(data []byte) ([]any, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var docs []any
	for {
		var doc any
		err := dec.Decode(&doc)
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return docs, malformed(data, dec.InputOffset(), err)
		}
		if list, ok := doc.([]any); ok {
			docs = append(docs, list...)
			continue
		}
		docs = append(docs, doc)
	}
}

// malformed names the line that err happened on; offset is where the value began.
func malformed(data []byte, offset int64, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		offset = max(offset, syntax.Offset)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return message.New("the JSON ends in the middle of a value")
	}
	line := 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
	return &lineError{line, err}
}
