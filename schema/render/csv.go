package render

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

// csvWriter writes a ledger as CSV (RFC 4180), or TSV with the same quotes, that Excel opens
// right: UTF-8 with a byte order mark, rows ended by CR LF, lines within a cell by LF.
type csvWriter struct {
	out   *bufio.Writer
	table ledger
	lang  term.Language
	comma byte // between cells
	bare  bool // no byte order mark
	began bool
	row   []byte
}

func newCSV(out io.Writer, comma byte, opts Options) *csvWriter {
	return &csvWriter{out: bufio.NewWriterSize(out, 1<<16), table: ledgerOf(opts.Rows), lang: opts.Lang, comma: comma, bare: opts.NoBOM}
}

func (w *csvWriter) write(n *schema.Notice, _ string) error {
	say := wordsIn(w.lang)
	if w.keys() {
		say = ownWords
	}
	w.begin()
	w.table.rows(n, say, w.add)
	return w.out.Flush()
}

// keys reports whether the columns go by their keys and the values are the schema's own: English
// CSV is for programs.
func (w *csvWriter) keys() bool { return w.lang == term.English }

func (w *csvWriter) close() error {
	w.begin()
	return w.out.Flush()
}

// begin writes the header row where it has not been written yet.
func (w *csvWriter) begin() {
	if w.began {
		return
	}
	w.began = true
	if !w.bare {
		w.out.WriteString("\ufeff")
	}
	header := make([]cell, len(w.table.columns))
	for i, c := range w.table.columns {
		header[i] = text(c.name(w.lang))
		if w.keys() {
			header[i] = text(c.key)
		}
	}
	w.add(header...)
}

// add writes a row. An error waits in w.out until it is flushed.
func (w *csvWriter) add(row ...cell) {
	w.row = w.row[:0]
	for i, c := range row {
		if i > 0 {
			w.row = append(w.row, w.comma)
		}
		w.row = c.appendCSV(w.row, w.comma)
	}
	w.out.Write(append(w.row, "\r\n"...))
}

// appendCSV appends c as a field of a row whose fields are set apart by comma.
func (c cell) appendCSV(out []byte, comma byte) []byte {
	s := c.number.String()
	if c.kind != numberCell {
		s = inert(clean(c.text))
	}
	if !strings.ContainsAny(s, "\"\n\r") && strings.IndexByte(s, comma) < 0 {
		return append(out, s...)
	}
	out = append(out, '"')
	out = append(out, strings.ReplaceAll(s, `"`, `""`)...)
	return append(out, '"')
}

// inert keeps a spreadsheet from taking a text for a formula: one that begins as a
// formula can, full-width signs included, gets an apostrophe before it. What begins with
// spaces is looked at behind them.
func inert(s string) string {
	begin := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\t' && r != '\n' || r == '\ufeff' })
	if first, size := utf8.DecodeRuneInString(begin); size > 0 && strings.ContainsRune("=+-@\t\n＝＋－＠", first) {
		return "'" + s
	}
	return s
}

// clean returns s with lines ended by LF and without what XML, calendars and terminals
// cannot carry: control characters and broken UTF-8 show as U+FFFD.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r) || r == 0xfffe || r == 0xffff:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
