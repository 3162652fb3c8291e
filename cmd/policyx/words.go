package main

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/schema"
)

// describe puts a diagnostic in one line: "line 30: warning: unknown-place: …".
func describe(d schema.Diagnostic) string {
	text := fmt.Sprintf("%s: %s: %s", d.Severity, d.Code, d.Message)
	if d.Span != nil {
		text = fmt.Sprintf("line %d: %s", d.Span.Line, text)
	}
	return text
}

// count is "1 task", "2 tasks".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// label is a heading or task as a line: number and title with one space between.
func label(number, title string) string {
	return strings.TrimSpace(number + " " + strings.Join(strings.Fields(title), " "))
}
