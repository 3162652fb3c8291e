package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strings"
)

// jsonSink prints a notice as JSON: on one line, or with two-space indentation.
type jsonSink struct {
	out    *bufio.Writer
	indent bool
	root   int  // how many brackets are open around the notice
	depth  int  // and around the next item
	begun  bool // an item stands before it
	buf    bytes.Buffer
}

func (s *jsonSink) open(key string, kind byte) {
	s.begin(key)
	s.out.WriteByte(kind)
	s.depth++
	s.begun = false
}

func (s *jsonSink) close(kind byte) {
	s.depth--
	s.newline()
	s.out.WriteByte(kind + 2) // ] is two behind [, } two behind {
	s.begun = true
}

func (s *jsonSink) value(key string, line []byte) error {
	s.begin(key)
	if s.indent {
		s.buf.Reset()
		if err := json.Indent(&s.buf, line, strings.Repeat("  ", s.depth), "  "); err != nil {
			return err
		}
		line = s.buf.Bytes()
	}
	_, err := s.out.Write(line)
	return err
}

// begin writes what stands before an item: a comma, the begin of its line and its key.
func (s *jsonSink) begin(key string) {
	if s.depth == s.root {
		return
	}
	if s.begun {
		s.out.WriteByte(',')
	}
	s.begun = true
	s.newline()
	if key == "" {
		return
	}
	s.out.WriteString(`"` + key + `":`)
	if s.indent {
		s.out.WriteByte(' ')
	}
}

func (s *jsonSink) newline() {
	if s.indent {
		s.out.WriteString("\n" + strings.Repeat("  ", s.depth))
	}
}
