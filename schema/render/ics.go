package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

// icsWriter writes the times of goals and tasks as one calendar (iCalendar, RFC 5545): a VEVENT
// of one day for each deadline, since few calendars show to-dos, or a VTODO. The same time named
// twice in a task is one, and so is that of a notice which comes in two files.
type icsWriter struct {
	out   io.Writer
	lang  term.Language
	todos bool
	began bool
	seen  map[string]bool // identifiers

	dayless int // times left out: see [Rest]
}

func (w *icsWriter) write(n *schema.Notice, _ string) error {
	c := w.begin()
	items(n, func(of string, t *schema.Task) {
		for i := range t.Deadlines {
			d := &t.Deadlines[i]
			e := entry{notice: n, of: of, task: t, deadline: d, times: timesOf(d, known(n))}
			if id := e.uid(); !w.seen[id] {
				w.seen[id] = true
				if !c.add(e, w.todos) {
					w.dayless++
				}
			}
		}
	})
	_, err := w.out.Write(c.text)
	return err
}

func (w *icsWriter) close() error {
	c := w.begin()
	c.line("END", "VCALENDAR")
	_, err := w.out.Write(c.text)
	return err
}

// begin returns the head of the calendar where it has not been written yet.
func (w *icsWriter) begin() *calendar {
	c := &calendar{lang: w.lang}
	if w.began {
		return c
	}
	w.began = true
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//policyx//policyx//ZH")
	c.line("CALSCALE", "GREGORIAN")
	c.line("X-WR-CALNAME", term.Value(w.lang, "section", "calendar"))
	return c
}

// entry is a deadline in a calendar.
type entry struct {
	notice   *schema.Notice
	of       string // what has the deadline: task or goal
	task     *schema.Task
	deadline *schema.Deadline
	times    []property // of its to-do
}

// when is the same for times of a task that are the same.
func (e entry) when() string { return fmt.Sprint(e.deadline.Relation, e.deadline.Value, e.times) }

// add appends an entry as a to-do or an event. What has no day of its own, such as work that goes
// on (持续实施), is no event: it returns false.
func (c *calendar) add(e entry, todo bool) bool {
	kind, times := "VTODO", e.times
	if !todo {
		kind, times = "VEVENT", eventOf(e.times)
		if times == nil {
			return false
		}
	}
	c.line("BEGIN", kind)
	c.line("UID", e.uid())
	c.line("DTSTAMP", stamp(known(e.notice)))
	for _, p := range times {
		c.line(p.name, p.value)
	}
	summary := escape(label(e.task))
	c.line("SUMMARY", summary)
	c.line("DESCRIPTION", escape(c.describe(e.notice, e.of, e.task, e.deadline)))
	if list := c.categories(e.of, e.task); list != "" {
		c.line("CATEGORIES", list)
	}
	if todo {
		c.line("STATUS", "NEEDS-ACTION")
	} else {
		c.line("TRANSP", "TRANSPARENT") // it takes nobody's time
		c.alarm(summary, "-P6DT15H")
		c.alarm(summary, "-PT15H")
	}
	c.line("END", kind)
	return true
}

// alarm appends an alarm so long before the day begins: at nine in the morning, 7 days and 1 day before.
func (c *calendar) alarm(summary, trigger string) {
	c.line("BEGIN", "VALARM")
	c.line("ACTION", "DISPLAY")
	c.line("DESCRIPTION", summary)
	c.line("TRIGGER", trigger)
	c.line("END", "VALARM")
}

// uid returns an identifier that a deadline keeps in whatever edition of the notice the task (by
// its key) has this time, so that importing a calendar again changes its entries and adds none.
func (e entry) uid() string {
	n, task := e.notice, e.task.Key
	if task == "" {
		task = e.task.ID
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%s", identity(n), e.of, task, e.when()))
	return hex.EncodeToString(sum[:16])
}

// identity is what a notice is known by: its number, else its title and issuer, else its bytes.
func identity(n *schema.Notice) string {
	m := n.Metadata
	switch {
	case m.DocumentNumber != "":
		return m.DocumentNumber
	case m.Title+m.Enclosure != "":
		return m.Title + "\n" + m.Enclosure + "\n" + m.Issuer
	case n.Source.SHA256 != "":
		return n.Source.SHA256
	}
	return n.Source.Name
}

// known returns the day on which the notice's to-dos came into being: of issue, else of
// publication, else of effect; "" where none is known.
func known(n *schema.Notice) string {
	for _, day := range []string{n.Metadata.Issued, n.Metadata.Published, n.Metadata.Effective} {
		if isDay(day) {
			return day
		}
	}
	return ""
}

// stamp returns DTSTAMP, when the to-do was made. It has to be the same in every run, so
// it is the notice's day, and 1970 for a notice without one: never the clock's.
func stamp(day string) string {
	if day == "" {
		day = "1970-01-01"
	}
	return compact(day) + "T000000Z"
}

// describe returns what the to-do is about, in lines.
func (c *calendar) describe(n *schema.Notice, of string, t *schema.Task, d *schema.Deadline) string {
	var out strings.Builder
	if t.Text != "" {
		out.WriteString(t.Text + "\n\n")
	}
	add := func(name, value string) {
		if value != "" {
			out.WriteString(column{term: name}.name(c.lang) + colon(c.lang) + value + "\n")
		}
	}
	time := d.Text
	if d.Tentative {
		time += "（" + term.Field(c.lang, "Deadline.tentative") + "）"
	}
	add("deadlines", time)
	add("lead", names(t.Departments, schema.RoleLead))
	add("support", names(t.Departments, schema.RoleSupport))
	add("responsible", names(t.Departments, schema.RoleResponsible))
	add("targets", targets(t))
	add("Task.path", section(t))
	add("notice", origin(n))
	at := fmt.Sprintf(term.Value(c.lang, "section", "place"), d.Span.Line, term.Value(c.lang, "Item", of), t.ID)
	add("origin", n.Source.Name+" "+at)
	return strings.TrimSuffix(out.String(), "\n")
}

// origin returns 《title》（number）.
func origin(n *schema.Notice) string {
	title := titled(n)
	if title != "" {
		title = "《" + strings.NewReplacer("《", "〈", "》", "〉").Replace(title) + "》" // GB/T 15834: inner marks are single
	}
	if number := n.Metadata.DocumentNumber; number != "" {
		title += "（" + number + "）"
	}
	return title
}

// categories returns the departments that lead, else those that answer, each a category
// to filter by; a goal has its own.
func (c *calendar) categories(of string, t *schema.Task) string {
	var list []string
	if of == "goal" {
		list = append(list, escape(term.Value(c.lang, "Item", of)))
	}
	parties := t.Departments.In(schema.RoleLead)
	if len(parties) == 0 {
		parties = t.Departments.In(schema.RoleResponsible)
	}
	for _, p := range parties {
		list = append(list, escape(p.Name))
	}
	return strings.Join(list, ",")
}
