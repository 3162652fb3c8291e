package render

import (
	"math"
	"reflect"
	"strings"
)

// How many code points, about, a value may take on one line.
const (
	noLine   = 0   // only what is empty stands on one
	flowLine = 240 // leaf objects, lists of strings
	anyLine  = math.MaxInt
)

// yamlWriter prints values as a block-style YAML document with spans, other leaf objects and
// short lists of strings on one line. Keys are those of the contract and need no quotes.
type yamlWriter struct{ *outlet }

// object prints the fields of v in block style. The first field stands at column first
// already written, the others are indented by indent.
func (w *yamlWriter) object(s *shape, v reflect.Value, first, indent int) {
	for i := range s.fields {
		f := &s.fields[i]
		inner, item, ok := f.in(v)
		if !ok {
			continue
		}
		w.indent(first)
		first = indent
		w.buf = append(append(w.buf, f.name...), ':')
		switch {
		case w.line(inner, item, indent+2, f.line(inner)):
		case inner.kind == reflect.Struct:
			w.buf = append(w.buf, '\n')
			w.object(inner, item, indent+2, indent+2)
		default:
			w.buf = append(w.buf, '\n')
			w.list(f, inner.elem, item, indent+2)
		}
	}
}

// list prints the items of the field f in block style.
func (w *yamlWriter) list(f *field, s *shape, v reflect.Value, indent int) {
	limit := flowLine
	switch {
	case f.name == "tasks" || f.name == "goals":
		limit = noLine
	case s.kind == reflect.Slice: // a row of a table
		limit = anyLine
	}
	for i := range v.Len() {
		item := v.Index(i)
		w.indent(indent)
		w.buf = append(w.buf, '-')
		if !w.line(s, item, indent+2, limit) {
			w.buf = append(w.buf, ' ')
			w.object(s, item, 0, indent+2)
		}
		w.pass()
	}
}

// line returns the limit of a field whose value has the shape s.
func (f *field) line(s *shape) int {
	switch {
	case s.kind == reflect.Struct && (f.name == "normalized" || f.name == "coverage" || s.fields[0].name == "start"): // a span
		return anyLine
	case s.kind == reflect.Slice && s.elem.kind == reflect.String:
		return flowLine
	}
	return noLine
}

// line prints v behind a space and ends the line: a scalar, or what stands on one line within
// the limit. Of anything else it prints nothing and returns false. indent is where the lines of
// a literal block begin.
func (w *yamlWriter) line(s *shape, v reflect.Value, indent, limit int) bool {
	begin := len(w.buf)
	w.buf = append(w.buf, ' ')
	if s.kind == reflect.String {
		w.text(v.String(), indent)
	} else if _, ok := w.flow(s, v, limit); !ok && !s.scalar(v) {
		w.buf = w.buf[:begin]
		return false
	}
	w.buf = append(w.buf, '\n')
	return true
}

// text prints a string in block context.
func (w *yamlWriter) text(s string, indent int) {
	s = valid(s)
	if found, _ := look(s); isLiteral(s, found) {
		w.literal(s, indent)
	} else {
		w.str(s, found, false)
	}
}

// flow prints v with brackets around it and returns about how many code points it takes. It breaks off
// with false where that is more than the limit, or where v holds what needs lines of its own.
func (w *yamlWriter) flow(s *shape, v reflect.Value, limit int) (width int, ok bool) {
	switch {
	case s.kind == reflect.String:
		text := valid(v.String())
		found, n := look(text)
		w.str(text, found, true)
		width = 2 + n
	case s.scalar(v):
		begin := len(w.buf)
		w.bare(s, v)
		width = 2 + len(w.buf) - begin
	case s.kind == reflect.Slice:
		return w.flowList(s.elem, v, limit)
	default:
		return w.flowObject(s, v, limit)
	}
	return width, width <= limit
}

func (w *yamlWriter) flowList(s *shape, v reflect.Value, limit int) (width int, ok bool) {
	w.buf = append(w.buf, '[')
	for i := range v.Len() {
		w.comma(i == 0)
		n, ok := w.flow(s, v.Index(i), limit-width)
		if width += n + 2; !ok || width > limit {
			return width, false
		}
	}
	w.buf = append(w.buf, ']')
	return width, true
}

func (w *yamlWriter) flowObject(s *shape, v reflect.Value, limit int) (width int, ok bool) {
	w.buf = append(w.buf, '{')
	for i := range s.fields {
		f := &s.fields[i]
		inner, item, ok := f.in(v)
		if !ok {
			continue
		}
		w.comma(width == 0)
		w.buf = append(append(w.buf, f.name...), ": "...)
		within := anyLine
		if !inner.scalar(item) {
			within = f.line(inner)
		}
		n, ok := w.flow(inner, item, within)
		if width += n + len(f.name) + 2; !ok || width > limit || within == flowLine {
			return width, false
		}
	}
	w.buf = append(w.buf, '}')
	return width, true
}

func (w *yamlWriter) comma(first bool) {
	if !first {
		w.buf = append(w.buf, ", "...)
	}
}

// literal prints a text of several lines as a block; the line feed behind it is the caller's.
func (w *yamlWriter) literal(s string, indent int) {
	body, ended := strings.CutSuffix(s, "\n")
	w.buf = append(w.buf, '|')
	if !ended {
		w.buf = append(w.buf, '-')
	}
	for line := range strings.SplitSeq(body, "\n") {
		w.buf = append(w.buf, '\n')
		if line != "" {
			w.indent(indent)
			w.buf = append(w.buf, line...)
		}
	}
}
