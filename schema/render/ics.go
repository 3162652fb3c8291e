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

// icsWriter writes the times of goals and tasks as one calendar of all-day to-dos
// (iCalendar, RFC 5545), a VTODO for each deadline; the same time named twice in a task
// is one.
type icsWriter struct {
	out   io.Writer
	lang  term.Language
	began bool
}

func (w *icsWriter) write(n *schema.Notice, _ string) error {
	c := w.begin()
	items(n, func(of string, t *schema.Task) {
		seen := make(map[string]bool)
		for i := range t.Deadlines {
			d := &t.Deadlines[i]
			times := timesOf(d, known(n))
			if when := fmt.Sprint(d.Relation, d.Value, times); !seen[when] {
				seen[when] = true
				c.todo(n, of, t, d, times)
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

// todo appends the to-do of one deadline.
func (c *calendar) todo(n *schema.Notice, of string, t *schema.Task, d *schema.Deadline, times []property) {
	c.line("BEGIN", "VTODO")
	c.line("UID", uid(n, of, t, d))
	c.line("DTSTAMP", stamp(known(n)))
	for _, p := range times {
		c.line(p.name, p.value)
	}
	c.line("SUMMARY", escape(label(t)))
	c.line("DESCRIPTION", escape(c.describe(n, of, t, d)))
	if list := c.categories(of, t); list != "" {
		c.line("CATEGORIES", list)
	}
	c.line("STATUS", "NEEDS-ACTION")
	c.line("END", "VTODO")
}

// uid returns an identifier that a deadline keeps as long as the notice's bytes and the
// place of the deadline in its text are the same, so that importing a calendar again
// changes its to-dos and adds none.
func uid(n *schema.Notice, of string, t *schema.Task, d *schema.Deadline) string {
	source := n.Source.SHA256
	if source == "" {
		source = n.Source.Name
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%d", source, of, t.ID, d.Span.Start))
	return hex.EncodeToString(sum[:16])
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
	m := n.Metadata
	title := m.Title
	if title == "" {
		title = m.Enclosure
	}
	if title != "" {
		title = "《" + strings.NewReplacer("《", "〈", "》", "〉").Replace(title) + "》" // GB/T 15834: inner marks are single
	}
	if m.DocumentNumber != "" {
		title += "（" + m.DocumentNumber + "）"
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
