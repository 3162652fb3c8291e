package render

import (
	"io"
	"strconv"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/render/register"
	"github.com/policyx/policyx/schema/term"
)

// templateWriter fills an office's own ledger. It keeps the tasks until the end: which row is whose is known when
// all are there.
type templateWriter struct {
	out    io.Writer
	opts   Options
	rows   []register.Row
	report register.Report
}

func (w *templateWriter) write(n *schema.Notice, _ string) error {
	of := align.Document(n)
	for i := range n.Tasks {
		t := &n.Tasks[i]
		d := t.Departments
		w.rows = append(w.rows, register.Row{Document: of, Key: t.Key, Cells: map[string]string{
			"document": clean(document(n)), "file": clean(n.Source.Name), "number": n.Metadata.DocumentNumber, "title": clean(label(t)), "text": clean(t.Text),
			"lead": clean(names(d, schema.RoleLead)), "support": clean(names(d, schema.RoleSupport)), "responsible": clean(names(d, schema.RoleResponsible)),
			"deadlines": clean(schedule(t)), "due": due(t), "targets": clean(targets(t)), "path": clean(section(t)), "line": strconv.Itoa(t.Span.Line),
		}})
	}
	return nil
}

func (w *templateWriter) close() error {
	word := func(value string) string { return term.Value(w.opts.Lang, "Change", value) }
	words := register.Words{
		Key: term.Field(w.opts.Lang, "Task.key"), Change: term.Value(w.opts.Lang, "column", "change"),
		New: word("new"), Edited: word("edited"), Gone: word("gone"),
		Roles: map[string]string{},
	}
	for _, role := range schema.Roles() {
		words.Roles[string(role)] = term.Value(w.opts.Lang, "Role", string(role)) + colon(w.opts.Lang)
	}
	filled, report, err := register.Fill(w.opts.Template, w.rows, words)
	if err != nil {
		return err
	}
	w.report = report
	_, err = w.out.Write(filled)
	return err
}

// FilledRows returns in how many rows of a ledger that XLSX wrote people have filled their columns, 0 for anything else.
func FilledRows(data []byte) int { return register.Filled(data) }
