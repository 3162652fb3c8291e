package render

import (
	"io"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render/register"
)

// A Writer writes notices one behind the other.
type Writer struct {
	format Format
	enc    encoder
}

// encoder writes the notices of one format.
type encoder interface {
	write(n *schema.Notice, text string) error
	close() error
}

// NewWriter returns a writer of f to out. opts are to be good for f: see
// [Options.Check].
func NewWriter(out io.Writer, f Format, opts Options) *Writer {
	return &Writer{format: f, enc: newEncoder(out, f, opts)}
}

func newEncoder(out io.Writer, f Format, opts Options) encoder {
	switch f {
	case CSV:
		return newCSV(out, ',', opts)
	case TSV:
		return newCSV(out, '\t', opts)
	case XLSX:
		if opts.Template != nil {
			return &templateWriter{out: out, opts: opts}
		}
		return newXLSX(out, opts)
	case ICS:
		return &icsWriter{out: out, lang: opts.Lang, todos: opts.Calendar == CalendarTodo, seen: map[string]bool{}}
	case Markdown:
		return &markdownWriter{out: out, lang: opts.Lang}
	case HTML:
		return newPage(out, opts)
	}
	return newWhole(out, f, opts)
}

// Write appends n, with the reading text that its spans refer to; only HTML shows the
// text. JSON, YAML and CSV go out item by item: a long notice takes no memory as text, and
// the text is not whole where Write fails. XLSX keeps a part of what it is given until
// [Writer.Close], deflated, and HTML all of it; the other formats keep nothing.
func (w *Writer) Write(n *schema.Notice, text string) error {
	if err := w.enc.write(n, text); err != nil {
		return message.Errorf("writing %s as %s: %w", n.Source.Name, w.format, err)
	}
	return nil
}

// Rest is what a file does not hold, or not where one would look for it.
type Rest struct {
	Departments int      // without a sheet of their own: see [MaxDepartmentSheets]
	Sheets      []string // in which tables go on that have more rows than Excel takes in one
	Dayless     int      // times that are no events, since they have no day of their own
}

// Rest returns, after [Writer.Close], what there is to say of the file.
func (w *Writer) Rest() Rest {
	switch enc := w.enc.(type) {
	case *xlsxWriter:
		return enc.rest()
	case *icsWriter:
		return Rest{Dayless: enc.dayless}
	}
	return Rest{}
}

// Filled returns, after [Writer.Close], what became of the rows of [Options.Template].
func (w *Writer) Filled() register.Report {
	if t, ok := w.enc.(*templateWriter); ok {
		return t.report
	}
	return register.Report{}
}

// Close ends the text. It does not close the underlying writer. Without it the text is
// not whole.
func (w *Writer) Close() error { return w.enc.close() }
