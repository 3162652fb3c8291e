package render

import (
	"fmt"
	"io"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

// xlsxWriter writes the 任务分解台账: a workbook with the ledger that people fill, what to check
// first, totals of departments, and their duties, targets, deadlines, indicators and sources as flat rows, a
// sheet each.
// The ledger goes straight out. The flat rows wait deflated; what is put together from all notices is
// kept in brief until the end.
type xlsxWriter struct {
	book    *workbook.Book
	lang    term.Language
	ledger  *workbook.Sheet
	checks  *workbook.Sheet
	totals  *workbook.Sheet
	flat    []flatSheet
	sources *workbook.Sheet

	several bool // there may be more than one notice
	notices int
	tasks   int // rows of the ledger so far
	list    []checkRow
	parties parties
}

// flatSheet is a sheet with the rows of a ledger of its own.
type flatSheet struct {
	sheet *workbook.Sheet
	rows  ledger
}

func newXLSX(out io.Writer, opts Options) *xlsxWriter {
	w := &xlsxWriter{lang: opts.Lang, several: opts.List, parties: parties{whole: opts.By == ByDepartment, known: opts.Party}}
	if w.parties.known == nil {
		w.parties.known = (*schema.Notice).Party
	}
	w.book = workbook.New(out, w.word("sheet", "book"))
	w.book.Footer = w.word("ledger", "footer")
	w.ledger = w.ledgerSheet()
	w.checks, w.totals = w.sheet("checks", checkColumns()), w.sheet("totals", totalColumns())
	w.checks.Direct, w.totals.Direct = true, true
	for _, kind := range []string{"departments", "targets", "deadlines", "indicators"} {
		rows := ledgerOf(kind)
		w.flat = append(w.flat, flatSheet{w.sheet(kind, rows.columns), rows})
	}
	w.sources = w.sheet("sources", sourceColumns())
	return w
}

// SheetNames returns what the sheets are called that XLSX makes beside the ledger, but for those of departments.
func SheetNames(lang term.Language) []string {
	var names []string
	for _, t := range term.Terms() {
		if t.Kind == "sheet" && t.Value != "book" {
			names = append(names, t.In(lang))
		}
	}
	return names
}

func (w *xlsxWriter) word(kind, value string) string { return term.Value(w.lang, kind, value) }

// sheet adds a sheet whose rows are one line high.
func (w *xlsxWriter) sheet(name string, columns []column) *workbook.Sheet {
	s := w.book.Add(w.word("sheet", name))
	s.Compact, s.Columns = true, sheetColumns(w.lang, columns...)
	for i, c := range columns {
		s.Columns[i].Hidden = (c.key == "file" || c.key == "document") && !w.several // the same in every row
	}
	return s
}

func sheetColumns(lang term.Language, columns ...column) []workbook.Column {
	list := make([]workbook.Column, 0, len(columns))
	for _, c := range columns {
		list = append(list, workbook.Column{Title: c.name(lang), Width: c.width})
	}
	return list
}

func (w *xlsxWriter) write(n *schema.Notice, _ string) error {
	w.notices++
	w.ledger.Title = w.title(n)
	first := w.tasks + 1
	if err := w.writeTasks(n); err != nil {
		return err
	}
	for _, f := range w.flat {
		if err := appendRows(f, w.lang, n); err != nil {
			return err
		}
	}
	w.parties.add(n, first)
	w.addChecks(n, first)
	return w.sources.Row(sourceRow(w.lang, n)...)
}

// title returns what the ledger is called as far as the notices are known.
func (w *xlsxWriter) title(n *schema.Notice) string {
	name := n.Metadata.Enclosure
	if name == "" {
		name = n.Metadata.Title
	}
	switch {
	case w.notices > 1:
		return fmt.Sprintf(w.word("ledger", "several"), w.notices)
	case name == "":
		return w.word("sheet", "book")
	}
	return fmt.Sprintf(w.word("ledger", "one"), name)
}

// appendRows appends the rows of a notice.
func appendRows(f flatSheet, lang term.Language, n *schema.Notice) error {
	var err error
	f.rows.rows(n, wordsIn(lang), func(row ...cell) {
		if err == nil {
			err = f.sheet.Row(sheetCells(row)...)
		}
	})
	return err
}

func sheetCells(row []cell) []workbook.Cell {
	cells := make([]workbook.Cell, 0, len(row))
	for _, c := range row {
		switch c.kind {
		case numberCell:
			cells = append(cells, workbook.Number(float64(c.number)))
		case dayCell:
			cells = append(cells, workbook.Day(c.text))
		default:
			cells = append(cells, workbook.Text(clean(c.text)))
		}
	}
	return cells
}

func (w *xlsxWriter) rest() Rest {
	rest := Rest{Sheets: w.book.Further()}
	if w.parties.whole {
		rest.Departments = max(0, len(w.parties.list)-MaxDepartmentSheets)
	}
	return rest
}

func (w *xlsxWriter) close() error {
	for _, end := range []func() error{w.ledger.Close, w.writeChecks, w.checks.Close, w.writeTotals, w.totals.Close, w.writeDepartments} {
		if err := end(); err != nil {
			return err
		}
	}
	return w.book.Close()
}
