package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
	"github.com/policyx/policyx/schema/translation"
)

// Options say how notices are written. The zero value writes one notice, whole.
type Options struct {
	// List makes several notices one text: YAML documents set apart by ---, or a JSON
	// array. In XLSX it shows the columns that are the same for all tasks of one notice. The
	// other formats are the same either way.
	List bool
	// Rows is what a row of CSV and TSV stands for: one of [RowKinds], "" for tasks.
	Rows string
	// Lang is the language of what views for people name; "" is Chinese. English CSV goes by
	// the keys of the fields and the schema's own values, for programs.
	Lang term.Language
	// By adds a sheet of its own to XLSX for each of what it names: [ByDepartment]; "" for none.
	By string
	// Family names the work that a department does, whatever its place, level and abbreviation, so that
	// HTML can show the offices of one work together; nil: it does not.
	Family func(department string) string
	// Party returns what a department is known by over notices, so that XLSX and HTML count it once, however it is
	// written; nil: [schema.Notice.Party].
	Party func(n *schema.Notice, d schema.Department) string
	// NoBOM leaves out the byte order mark of CSV and TSV, by which Excel knows that they are UTF-8.
	NoBOM bool
	// Calendar is what a deadline is in ICS: [CalendarEvent] ("" too) or [CalendarTodo].
	Calendar string
	// Template is a workbook that XLSX fills instead of making one: see package register. What people
	// wrote in it stays.
	Template []byte
	// Without lists the parts of a notice, of [Parts], that YAML, JSON and JSON Lines
	// leave out.
	Without []string
}

// RowKinds returns what a row of CSV can stand for.
func RowKinds() []string {
	return []string{"tasks", "targets", "departments", "deadlines", "indicators"}
}

// ByDepartment is the value of [Options.By].
const ByDepartment = "department"

// The values of [Options.Calendar]. An event is shown by every calendar and has alarms; a to-do can be ticked off, and
// there is one for what has no day as well.
const (
	CalendarEvent = "event"
	CalendarTodo  = "todo"
)

// Calendars returns the values of [Options.Calendar].
func Calendars() []string { return []string{CalendarEvent, CalendarTodo} }

// Parts returns the parts of a notice that can be left out.
func Parts() []string { return []string{"tables", "outline"} }

// Check reports what is wrong with the options, or that f has no use for one of them.
func (o Options) Check(f Format) error {
	if err := among("rows", o.Rows, RowKinds()); err != nil {
		return err
	}
	if err := among("by", o.By, []string{ByDepartment}); err != nil {
		return err
	}
	if err := among("lang", string(o.Lang), languages()); err != nil {
		return err
	}
	if err := among("ics", o.Calendar, Calendars()); err != nil {
		return err
	}
	for _, part := range o.Without {
		if err := among("without", part, Parts()); err != nil {
			return err
		}
	}
	switch {
	case o.Rows != "" && !f.Delimited():
		return message.Errorf("rows %s goes with csv and tsv, not with %s", o.Rows, f)
	case o.Calendar != "" && f != ICS:
		return message.Errorf("ics %s goes with ics, not with %s", o.Calendar, f)
	case o.NoBOM && !f.Delimited():
		return message.Errorf("no-bom goes with csv and tsv, not with %s", f)
	case o.By != "" && f != XLSX:
		return message.Errorf("by %s goes with xlsx, not with %s", o.By, f)
	case o.Template != nil && (f != XLSX || o.By != ""):
		return message.New("template goes with xlsx alone")
	case len(o.Without) > 0 && !f.Whole():
		return message.Errorf("without %s goes with yaml, json and jsonl, not with %s", strings.Join(o.Without, ","), f)
	}
	return nil
}

// CheckAll is [Options.Check] for several formats of the same notices: each option has to be good for one of
// them.
func (o Options) CheckAll(formats []Format) error {
	rest := o
	for _, f := range formats {
		used := o.For(f)
		if used.Rows != "" {
			rest.Rows = ""
		}
		if used.By != "" {
			rest.By = ""
		}
		if used.Calendar != "" {
			rest.Calendar = ""
		}
		if used.Without != nil {
			rest.Without = nil
		}
		rest.NoBOM = rest.NoBOM && !used.NoBOM
		if err := used.Check(f); err != nil {
			return err
		}
	}
	return rest.Check(formats[0])
}

// For returns the options that f has a use for.
func (o Options) For(f Format) Options {
	if !f.Delimited() {
		o.Rows, o.NoBOM = "", false
	}
	if f != XLSX {
		o.By = ""
	}
	if f != ICS {
		o.Calendar = ""
	}
	if !f.Whole() {
		o.Without = nil
	}
	return o
}

func languages() []string {
	var tags []string
	for _, l := range term.Languages() {
		tags = append(tags, string(l))
	}
	return tags
}

func among(name, value string, values []string) error {
	if value != "" && !slices.Contains(values, value) {
		return message.Errorf("%s %q: want %s", name, value, strings.Join(values, ", "))
	}
	return nil
}

// remark says a diagnostic in the language of a view.
func remark(lang term.Language) func(schema.Diagnostic) string {
	return translation.For(cmp.Or(lang, term.Chinese)).Diagnostic
}
