package render

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/check"
	"github.com/policyx/policyx/schema/render/workbook"
)

// checkRow is a thing to look at, kept in brief.
type checkRow struct {
	weight, order        int // order: the row of the ledger, 0 for none
	page, line           int
	document, file       string
	key, why, task, said string
}

func checkColumns() []column {
	return []column{
		{"severity", "Diagnostic.severity", 8}, {"why", "why", 18}, {"message", "Diagnostic.message", 52},
		{"order", "order", 6}, {"task", "task", 32}, {"document", "document", 28}, {"line", "line", 7}, {"page", "page", 5}, {"file", "Source.name", 20},
	}
}

// addChecks keeps what there is to look at in a notice whose first task stands in row first of the ledger.
func (w *xlsxWriter) addChecks(n *schema.Notice, first int) {
	of, title, file := align.Document(n), strings.Clone(document(n)), strings.Clone(n.Source.Name)
	for _, item := range check.List(n) {
		row := checkRow{weight: item.Weight, document: title, file: file}
		at := -1
		switch {
		case item.Diagnostic != nil:
			d := n.Diagnostics[*item.Diagnostic]
			row.why, row.said = w.word("Code", string(d.Code)), remark(w.lang)(d)
			if d.Span != nil {
				at = taskAt(n.Tasks, d.Span.Start)
				row.line, row.page = d.Span.Line, d.Span.Page
			}
		case item.Task != nil:
			at = *item.Task
			t := &n.Tasks[at]
			row.why, row.line, row.page = w.word("Check", string(item.Kind)), t.Span.Line, t.Span.Page
			if item.Deadline != nil {
				l := t.Deadlines[*item.Deadline]
				row.said, row.line, row.page = strings.Clone(l.Text), l.Span.Line, l.Span.Page
			}
		}
		if at >= 0 {
			t := &n.Tasks[at]
			row.order, row.key, row.task = first+at, LedgerKey(of, t), strings.Clone(label(t))
		}
		w.list = append(w.list, row)
	}
}

// taskAt returns the task that a place of the text lies in, -1 for none.
func taskAt(tasks []schema.Task, start int) int {
	i, found := slices.BinarySearchFunc(tasks, start, func(t schema.Task, at int) int { return cmp.Compare(t.Span.Start, at) })
	if !found {
		i--
	}
	if i >= 0 && start < tasks[i].Span.End {
		return i
	}
	return -1
}

// writeChecks fills the sheet: the gravest first, each with a link to its task.
func (w *xlsxWriter) writeChecks() error {
	slices.SortStableFunc(w.list, func(a, b checkRow) int { return cmp.Compare(b.weight, a.weight) })
	if further := w.book.Further(); len(further) > 0 {
		said := fmt.Sprintf(w.word("ledger", "further"), strings.Join(further, "、"))
		if err := w.checks.Row(sheetCells([]cell{text(w.word("Severity", string(schema.Warning))), text(w.word("Check", "further")), text(said)})...); err != nil {
			return err
		}
	}
	for i, r := range w.list {
		cells := sheetCells([]cell{text(w.gravity(r.weight)), text(r.why), text(r.said), {}, text(r.task), text(r.document), place(r.line), place(r.page), text(r.file)})
		cells[0] = cells[0].With(workbook.Centred)
		if r.order > 0 {
			cells[3] = w.rowLink(r, i)
		}
		if err := w.checks.Row(cells...); err != nil {
			return err
		}
	}
	return nil
}

// rowLink leads to the row of a task, which is found by its key wherever sorting has put it. Looking up takes
// a pass over the ledger, so only the gravest have one.
func (w *xlsxWriter) rowLink(r checkRow, i int) workbook.Cell {
	const most = 2000
	shown := strconv.Itoa(r.order)
	if r.key == "" || i >= most {
		return workbook.Number(float64(r.order)).With(workbook.Centred)
	}
	sheet, columns := "'"+w.ledger.Page(r.order)+"'!", ledgerColumns()
	key := workbook.ColumnName(len(columns) - 1)
	return workbook.Formula(fmt.Sprintf("HYPERLINK(%s&MATCH(%s,%s$%s:$%s,0),%s)",
		workbook.Quote("#"+sheet+"A"), workbook.Quote(r.key), sheet, key, key, workbook.Quote(shown)), shown)
}

// gravity says how grave a weight of package check is.
func (w *xlsxWriter) gravity(weight int) string {
	switch {
	case weight >= 100:
		return w.word("Severity", string(schema.Error))
	case weight >= 40:
		return w.word("Severity", string(schema.Warning))
	}
	return w.word("Severity", string(schema.Info))
}

func place(n int) cell {
	if n == 0 {
		return cell{}
	}
	return count(n)
}
