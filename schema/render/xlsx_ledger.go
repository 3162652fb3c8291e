package render

import (
	"strconv"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

// ledgerColumns are the columns of the ledger, by their terms; those behind targets are for people.
func ledgerColumns() []column {
	return []column{
		{"order", "order", 5}, {"document", "document", 24}, {"number", "Metadata.document_number", 16},
		{"title", "task", 22}, {"text", "Task.text", 104},
		{"lead", "lead", 16}, {"support", "support", 20}, {"responsible", "responsible", 20},
		{"deadlines", "deadlines", 14}, {"due", "due", 11}, {"targets", "targets", 26},
		{"leader", "leader", 8}, {"person", "person", 8}, {"contact", "contact", 8},
		{"progress", "progress", 14}, {"status", "status", 9}, {"note", "note", 8},
		{"path", "Task.path", 28}, {"file", "Source.name", 20}, {"line", "line", 8}, {"key", "Task.key", 18},
	}
}

// LedgerKey returns what the row of a task is found by: the notice and the task, each as package align names it.
func LedgerKey(document string, t *schema.Task) string {
	if t.Key == "" {
		return ""
	}
	return document + "-" + t.Key
}

// Statuses returns what the column 完成状态 is chosen from.
func Statuses(lang term.Language) []string {
	var list []string
	for _, t := range term.Terms() {
		if t.Kind == "Status" {
			list = append(list, t.In(lang))
		}
	}
	return list
}

// ledgerSheet adds the sheet that people fill. The columns that say the same in every row of one
// notice, and those for programs, are hidden.
func (w *xlsxWriter) ledgerSheet() *workbook.Sheet {
	s := w.book.Add(w.word("sheet", "book"))
	s.Title, s.Several, s.Direct, s.A3, s.Fixed = w.word("sheet", "book"), w.word("ledger", "page"), true, true, 4
	s.Columns = sheetColumns(w.lang, ledgerColumns()...)
	at := map[string]int{}
	for i, c := range ledgerColumns() {
		at[c.key] = i
	}
	for _, key := range []string{"path", "file", "line", "key"} {
		s.Columns[at[key]].Hidden = true
	}
	s.Columns[at["document"]].Hidden, s.Columns[at["number"]].Hidden = !w.several, !w.several
	for _, key := range []string{"leader", "person", "contact", "progress", "status", "note"} {
		s.Columns[at[key]].ByHand = true
	}
	s.Columns[at["status"]].Choices = Statuses(w.lang)
	cell := func(key string) string { return "$" + workbook.ColumnName(at[key]) + strconv.Itoa(s.First()) }
	s.Marked = []int{at["title"], at["deadlines"], at["due"], at["status"]}
	open := "AND(ISNUMBER(" + cell("due") + ")," + cell("status") + "<>" + workbook.Quote(w.word("Status", "done"))
	s.Rules = []workbook.Rule{
		{Formula: open + "," + cell("due") + "<TODAY())", Mark: workbook.Alarm},
		{Formula: open + "," + cell("due") + ">=TODAY()," + cell("due") + "<=TODAY()+30)", Mark: workbook.Notice},
	}
	return s
}

// writeTasks appends the tasks of a notice to the ledger.
func (w *xlsxWriter) writeTasks(n *schema.Notice) error {
	of := align.Document(n)
	for i := range n.Tasks {
		w.tasks++
		t := &n.Tasks[i]
		d := t.Departments
		cells := sheetCells([]cell{
			count(w.tasks), text(document(n)), text(n.Metadata.DocumentNumber), text(label(t)), text(t.Text),
			text(names(d, schema.RoleLead)), text(names(d, schema.RoleSupport)), text(names(d, schema.RoleResponsible)),
			text(schedule(t)), day(due(t)), text(targets(t)),
			{}, {}, {}, {}, {}, {}, text(section(t)), file(n), line(t.Span), text(LedgerKey(of, t)),
		})
		cells[0] = cells[0].With(workbook.Centred)
		cells[15] = cells[15].With(workbook.Centred)
		if err := w.ledger.Row(cells...); err != nil {
			return err
		}
	}
	return nil
}
