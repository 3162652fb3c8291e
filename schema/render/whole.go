package render

import (
	"fmt"
	"io"
	"slices"

	"github.com/policyx/policyx/schema"
)

// wholeWriter writes all that a notice has: YAML, JSON, JSON Lines.
type wholeWriter struct {
	out     io.Writer
	format  Format
	opts    Options
	written int
}

func (w *wholeWriter) write(n *schema.Notice, _ string) error {
	text, err := w.encode(without(withLists(n), w.opts.Without))
	if err != nil {
		return err
	}
	if _, err := w.out.Write(text); err != nil {
		return err
	}
	w.written++
	return nil
}

// close ends the list.
func (w *wholeWriter) close() error {
	if w.format != JSON || !w.opts.List {
		return nil
	}
	end := "\n]\n"
	if w.written == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(w.out, end)
	return err
}

func (w *wholeWriter) encode(n *schema.Notice) ([]byte, error) {
	switch w.format {
	case YAML:
		return encodeYAML(n, w.written > 0)
	case JSON:
		return encodeJSON(n, w.opts.List, w.written == 0)
	case JSONLines:
		return encodeLine(n)
	}
	return nil, fmt.Errorf("unknown format %q", w.format)
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
