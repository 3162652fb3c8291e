package render

import (
	"io"
	"reflect"
	"slices"

	"github.com/policyx/policyx/schema"
)

// wholeWriter writes all that a notice has: YAML, JSON, JSON Lines.
type wholeWriter struct {
	outlet
	format  Format
	opts    Options
	written int
}

func newWhole(out io.Writer, f Format, opts Options) *wholeWriter {
	return &wholeWriter{outlet: outlet{out: out, buf: make([]byte, 0, pieceSize+pieceSize/4)}, format: f, opts: opts}
}

func (w *wholeWriter) write(n *schema.Notice, _ string) error {
	w.buf = append(w.buf, w.before()...)
	s, v := noticeShape(), reflect.ValueOf(without(withLists(n), w.opts.Without)).Elem()
	switch {
	case w.format == YAML:
		(&yamlWriter{outlet: &w.outlet}).object(s, v, 0, 0)
	case w.inList():
		(&jsonWriter{outlet: &w.outlet, pretty: true, depth: 1}).value(s, v)
	default:
		(&jsonWriter{outlet: &w.outlet, pretty: w.format == JSON}).value(s, v)
		w.buf = append(w.buf, '\n')
	}
	w.written++
	return w.flush()
}

// inList reports whether the notices are the items of one list.
func (w *wholeWriter) inList() bool { return w.format == JSON && w.opts.List }

// before is what stands before a notice.
func (w *wholeWriter) before() string {
	switch {
	case w.inList() && w.written == 0:
		return "[\n  "
	case w.inList():
		return ",\n  "
	case w.format == YAML && w.written > 0:
		return "---\n"
	}
	return ""
}

// close ends the list.
func (w *wholeWriter) close() error {
	switch {
	case !w.inList():
		return nil
	case w.written == 0:
		w.buf = append(w.buf, "[]\n"...)
	default:
		w.buf = append(w.buf, "\n]\n"...)
	}
	return w.flush()
}

// withLists makes sure that the two lists that are always there are not null.
func withLists(n *schema.Notice) *schema.Notice {
	if n.Tasks != nil && n.Diagnostics != nil {
		return n
	}
	whole := *n
	if whole.Tasks == nil {
		whole.Tasks = []schema.Task{}
	}
	if whole.Diagnostics == nil {
		whole.Diagnostics = []schema.Diagnostic{}
	}
	return &whole
}

// without returns n without the parts.
func without(n *schema.Notice, parts []string) *schema.Notice {
	if len(parts) == 0 {
		return n
	}
	rest := *n
	if slices.Contains(parts, "tables") {
		rest.Tables = nil
	}
	if slices.Contains(parts, "outline") {
		rest.Outline = nil
	}
	return &rest
}
