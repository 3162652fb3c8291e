package render

import (
	"bytes"
	"encoding/json"
	"reflect"
	"unicode/utf8"
)

// jsonWriter prints values as encoding/json does without escapes for HTML: on one line, or with
// two-space indentation.
type jsonWriter struct {
	*outlet
	pretty bool
	depth  int // how many brackets are open
}

// value prints v, which has the shape s.
func (w *jsonWriter) value(s *shape, v reflect.Value) {
	switch {
	case s.kind == reflect.String:
		w.str(v.String())
	case s.scalar(v):
		w.bare(s, v)
	case s.kind == reflect.Slice:
		w.list(s.elem, v)
	default:
		w.object(s, v)
	}
}

func (w *jsonWriter) list(item *shape, v reflect.Value) {
	w.buf = append(w.buf, '[')
	w.depth++
	for i := range v.Len() {
		w.begin(i == 0)
		w.value(item, v.Index(i))
		w.pass()
	}
	w.end(v.Len() == 0, ']')
}

func (w *jsonWriter) object(s *shape, v reflect.Value) {
	w.buf = append(w.buf, '{')
	w.depth++
	none := true
	for i := range s.fields {
		f := &s.fields[i]
		inner, item, ok := f.in(v)
		if !ok {
			continue
		}
		w.begin(none)
		none = false
		w.buf = append(w.buf, f.key...)
		if w.pretty {
			w.buf = append(w.buf, ' ')
		}
		w.value(inner, item)
	}
	w.end(none, '}')
}

// begin prints what stands before an item.
func (w *jsonWriter) begin(first bool) {
	if !first {
		w.buf = append(w.buf, ',')
	}
	w.newline()
}

// end closes a bracket.
func (w *jsonWriter) end(none bool, bracket byte) {
	w.depth--
	if !none {
		w.newline()
	}
	w.buf = append(w.buf, bracket)
}

func (w *jsonWriter) newline() {
	if w.pretty {
		w.buf = append(w.buf, '\n')
		w.indent(2 * w.depth)
	}
}

// str prints a string, in one pass over it. What no notice holds but a damaged one is left to encoding/json.
func (w *jsonWriter) str(s string) {
	begin, from := len(w.buf), 0
	w.buf = append(w.buf, '"')
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c > '\\' && c < utf8.RuneSelf || c >= ' ' && c < '\\' && c != '"':
			i++
		case c > 0xE2 && c < 0xED && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80: // most of the text
			i += 3
		case c == '\n':
			w.buf = append(append(w.buf, s[from:i]...), `\n`...)
			i++
			from = i
		case c == '"' || c == '\\':
			w.buf = append(append(w.buf, s[from:i]...), '\\', c)
			i++
			from = i
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r < ' ' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError && size == 1 {
				w.buf = w.buf[:begin]
				w.rare(s)
				return
			}
			i += size
		}
	}
	w.buf = append(append(w.buf, s[from:]...), '"')
}

func (w *jsonWriter) rare(s string) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false) // Chinese and < > & as they are
	w.fail(enc.Encode(s))
	w.buf = append(w.buf, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...)
}
