package render

import (
	"bufio"
	"io"
	"slices"

	"github.com/policyx/policyx/schema"
)

// wholeWriter writes all that a notice has: YAML, JSON, JSON Lines.
type wholeWriter struct {
	out     *bufio.Writer
	format  Format
	opts    Options
	written int
}

func newWhole(out io.Writer, f Format, opts Options) *wholeWriter {
	return &wholeWriter{out: bufio.NewWriterSize(out, 1<<16), format: f, opts: opts}
}

func (w *wholeWriter) write(n *schema.Notice, _ string) error {
	w.out.WriteString(w.before())
	if err := tell(w.sink(), without(withLists(n), w.opts.Without)); err != nil {
		return err
	}
	if w.format != YAML && !w.inList() {
		w.out.WriteByte('\n')
	}
	w.written++
	return w.out.Flush()
}

func (w *wholeWriter) sink() sink {
	if w.format == YAML {
		return &yamlSink{out: w.out}
	}
	root := 0
	if w.inList() {
		root = 1
	}
	return &jsonSink{out: w.out, indent: w.format == JSON, root: root, depth: root}
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
		w.out.WriteString("[]\n")
	default:
		w.out.WriteString("\n]\n")
	}
	return w.out.Flush()
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
