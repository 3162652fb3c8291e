package main

import (
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
)

// describe puts a diagnostic in one line: "line 30: warning: unknown-place: …".
func (c *console) describe(d schema.Diagnostic) string {
	text := c.says.Sprintf("%s: %s: %s", c.word("Severity", string(d.Severity)), d.Code, c.says.Diagnostic(d))
	if d.Span != nil {
		text = c.says.Sprintf("line %d: %s", d.Span.Line, text)
	}
	return text
}

// word is what a value of the schema is called in messages: in English its own name.
func (c *console) word(kind, value string) string {
	if c.says.Language() == term.English {
		return value
	}
	return term.Value(term.Chinese, kind, value)
}

// count is "1 task", "2 tasks".
func count(n int, noun string) message.Text {
	if n == 1 {
		return message.Sprintf("1 " + noun)
	}
	return message.Sprintf("%d "+noun+"s", n)
}

// label is a heading or task as a line: number and title with one space between.
func label(number, title string) string {
	return strings.TrimSpace(number + " " + strings.Join(strings.Fields(title), " "))
}
