package render

import (
	"io"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

// xlsxWriter writes the 任务分解台账: a workbook with a sheet of tasks, of departments with
// their tasks, of targets, of indicators by year, and of sources with their diagnostics.
// The tasks go straight out. Targets and sources wait deflated; departments and
// indicators, which put all notices together, are kept in brief until the end.
type xlsxWriter struct {
	book                    *workbook.Book
	lang                    term.Language
	tasks, targets, sources *workbook.Sheet
	departments, byYear     *workbook.Sheet
	duties                  duties
	indicators              []indicatorRow
}

func newXLSX(out io.Writer, lang term.Language) *xlsxWriter {
	sheet := func(name string) string { return term.Value(lang, "sheet", name) }
	b := workbook.New(out, sheet("book"))
	w := &xlsxWriter{book: b, lang: lang}
	w.tasks, w.departments, w.targets, w.byYear, w.sources = b.Add(sheet("tasks")), b.Add(sheet("departments")), b.Add(sheet("targets")), b.Add(sheet("indicators")), b.Add(sheet("sources"))
	w.tasks.Direct, w.departments.Direct, w.byYear.Direct = true, true, true
	w.tasks.Columns = sheetColumns(lang, taskLedger().columns...)
	w.targets.Columns = sheetColumns(lang, targetLedger().columns...)
	w.sources.Columns, w.sources.Grouped = sheetColumns(lang, sourceColumns()...), true
	w.departments.Columns, w.departments.Grouped = sheetColumns(lang, dutyColumns()...), true
	return w
}

func sheetColumns(lang term.Language, columns ...column) []workbook.Column {
	list := make([]workbook.Column, 0, len(columns))
	for _, c := range columns {
		list = append(list, workbook.Column{Title: c.name(lang), Width: c.width})
	}
	return list
}

func (w *xlsxWriter) write(n *schema.Notice, _ string) error {
	if err := w.appendRows(w.tasks, taskLedger(), n); err != nil {
		return err
	}
	if err := w.appendRows(w.targets, targetLedger(), n); err != nil {
		return err
	}
	w.duties.add(n)
	w.indicators = appendIndicators(w.indicators, n)
	return writeSource(w.sources, w.lang, n)
}

// appendRows appends the rows of a notice.
func (w *xlsxWriter) appendRows(s *workbook.Sheet, l ledger, n *schema.Notice) error {
	var err error
	l.rows(n, wordsIn(w.lang), func(row ...cell) {
		if err == nil {
			err = s.Row(0, sheetCells(row)...)
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

func (w *xlsxWriter) close() error {
	if err := w.tasks.Close(); err != nil {
		return err
	}
	if err := w.duties.write(w.departments, w.lang); err != nil {
		return err
	}
	if err := w.departments.Close(); err != nil {
		return err
	}
	if err := writeIndicators(w.byYear, w.lang, w.indicators); err != nil {
		return err
	}
	return w.book.Close()
}
