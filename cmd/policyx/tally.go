package main

import (
	"fmt"
	"strings"
	"time"
)

// tally counts what became of the inputs.
type tally struct {
	done, read, unchanged, tasks, failures, warned int
	started                                        time.Time

	named []string // the first files with warnings
}

// namesShown is how many files the summary names.
const namesShown = 5

// warn counts a notice with warnings.
func (t *tally) warn(name string) {
	if t.warned++; t.warned <= namesShown {
		t.named = append(t.named, name)
	}
}

// warnings names the files with warnings.
func (t *tally) warnings() string {
	text := strings.Join(t.named, ", ")
	if more := t.warned - len(t.named); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return fmt.Sprintf("%d with warnings (%s)", t.warned, text)
}

// line is the closing line of a batch.
func (t *tally) line(now time.Time) string {
	text := count(t.read, "notice") + " read, " + count(t.tasks, "task")
	if t.unchanged > 0 {
		text += fmt.Sprintf(", %d unchanged", t.unchanged)
	}
	if t.warned > 0 {
		text += ", " + t.warnings()
	}
	return fmt.Sprintf("%s, %s, %s", text, count(t.failures, "failure"), now.Sub(t.started).Round(10*time.Millisecond))
}
