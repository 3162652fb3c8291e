package render

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

// ledger is a table that notices fill, each its rows.
type ledger struct {
	columns []column
	// rows gives add the rows of a notice, which does not keep them.
	rows func(n *schema.Notice, say words, add func(row ...cell))
}

// column is a column's key, what it holds as a term (of the fields where it has a dot, else of the
// columns), and its width in a sheet, in digits.
type column struct {
	key, term string
	width     float64
}

// name returns what the column is called.
func (c column) name(lang term.Language) string {
	if strings.Contains(c.term, ".") {
		return term.Field(lang, c.term)
	}
	return term.Value(lang, "column", c.term)
}

// cell is what stands in a ledger: a text, a number or a day; the zero value is nothing.
type cell struct {
	text   string // a day as 2006-01-02
	number schema.Number
	kind   cellKind
}

type cellKind byte

const (
	textCell cellKind = iota
	numberCell
	dayCell
)

func text(s string) cell         { return cell{text: s} }
func day(iso string) cell        { return cell{text: iso, kind: dayCell} }
func num(n schema.Number) cell   { return cell{number: n, kind: numberCell} }
func count(n int) cell           { return num(schema.Number(n)) }
func has(b bool, say words) cell { return text(say("bool", yes(b))) }
func line(s schema.Span) cell    { return count(s.Line) }
func file(n *schema.Notice) cell { return text(n.Source.Name) }
func maybe(n *schema.Number) cell {
	if n == nil {
		return cell{}
	}
	return num(*n)
}

func yes(b bool) string {
	if b {
		return strconv.FormatBool(b)
	}
	return ""
}

// ledgerOf returns the ledger with a row for each of kind, one of [RowKinds]; "" is tasks.
func ledgerOf(kind string) ledger {
	switch kind {
	case "targets":
		return targetLedger()
	case "departments":
		return departmentLedger()
	case "deadlines":
		return deadlineLedger()
	case "indicators":
		return indicatorLedger()
	}
	return taskLedger()
}

// taskLedger is the 任务分解台账.
func taskLedger() ledger {
	return ledger{
		columns: []column{
			{"file", "Source.name", 20}, {"id", "Task.id", 8}, {"title", "task", 24}, {"text", "Task.text", 64},
			{"lead", "lead", 16}, {"support", "support", 24}, {"responsible", "responsible", 24},
			{"deadlines", "deadlines", 20}, {"due", "due", 12}, {"targets", "targets", 36},
			{"path", "Task.path", 28}, {"line", "line", 8},
		},
		rows: func(n *schema.Notice, _ words, add func(row ...cell)) {
			for i := range n.Tasks {
				t := &n.Tasks[i]
				d := t.Departments
				add(
					file(n), text(t.ID), text(t.Title), text(t.Text),
					text(names(d, schema.RoleLead)), text(names(d, schema.RoleSupport)), text(names(d, schema.RoleResponsible)),
					text(schedule(t)), day(due(t)), text(targets(t)), text(section(t)), line(t.Span),
				)
			}
		},
	}
}

// items calls do for every goal and task with what it is.
func items(n *schema.Notice, do func(of string, t *schema.Task)) {
	for i := range n.Goals {
		do("goal", &n.Goals[i])
	}
	for i := range n.Tasks {
		do("task", &n.Tasks[i])
	}
}
