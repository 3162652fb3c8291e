package render

import (
	"io"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
)

// xlsxWriter writes the 任务分解台账: a workbook with a sheet of tasks, of departments with
// their tasks, of targets, of indicators by year, and of sources with their diagnostics.
// The tasks go straight out. Targets and sources wait deflated; departments and
// indicators, which put all notices together, are kept in brief until the end.
type xlsxWriter struct {
	book                    *workbook.Book
	tasks, targets, sources *workbook.Sheet
	departments, byYear     *workbook.Sheet
	duties                  duties
	indicators              []indicatorRow
}

func newXLSX(out io.Writer) *xlsxWriter {
	b := workbook.New(out, "任务分解台账")
	w := &xlsxWriter{book: b}
	w.tasks, w.departments, w.targets, w.byYear, w.sources = b.Add("任务"), b.Add("部门"), b.Add("目标"), b.Add("指标"), b.Add("来源")
	w.tasks.Direct, w.departments.Direct, w.byYear.Direct = true, true, true
	w.tasks.Columns = sheetColumns(taskLedger().columns)
	w.targets.Columns = sheetColumns(targetLedger().columns)
	w.sources.Columns, w.sources.Grouped = sheetColumns(sourceColumns()), true
	w.departments.Columns, w.departments.Grouped = sheetColumns(dutyColumns()), true
	return w
}

func sheetColumns(columns []column) []workbook.Column {
	list := make([]workbook.Column, 0, len(columns))
	for _, c := range columns {
		list = append(list, workbook.Column{Title: c.zh, Width: c.width})
	}
	return list
}

func (w *xlsxWriter) write(n *schema.Notice, _ string) error {
	if err := appendRows(w.tasks, taskLedger(), n); err != nil {
		return err
	}
	if err := appendRows(w.targets, targetLedger(), n); err != nil {
		return err
	}
	w.duties.add(n)
	w.indicators = appendIndicators(w.indicators, n)
	return writeSource(w.sources, n)
}

// appendRows appends the rows of a notice.
func appendRows(s *workbook.Sheet, l ledger, n *schema.Notice) error {
	var err error
	l.rows(n, chinese, func(row ...cell) {
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
	if err := w.duties.write(w.departments); err != nil {
		return err
	}
	if err := w.departments.Close(); err != nil {
		return err
	}
	if err := writeIndicators(w.byYear, w.indicators); err != nil {
		return err
	}
	return w.book.Close()
}
