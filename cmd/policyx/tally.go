package main

import (
	"strings"
	"time"

	"github.com/policyx/policyx/schema/message"
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
func (t *tally) warnings() message.Text {
	names := strings.Join(t.named, ", ")
	if more := t.warned - len(t.named); more > 0 {
		return message.Sprintf("%d with warnings (%s and %d more)", t.warned, names, more)
	}
	return message.Sprintf("%d with warnings (%s)", t.warned, names)
}

// line is the closing line of a batch.
func (t *tally) line(now time.Time) message.Text {
	line := message.Sprintf("%s read, %s", count(t.read, "notice"), count(t.tasks, "task"))
	if t.unchanged > 0 {
		line = message.Sprintf("%s, %d unchanged", line, t.unchanged)
	}
	if t.warned > 0 {
		line = message.Sprintf("%s, %s", line, t.warnings())
	}
	return message.Sprintf("%s, %s, %s", line, count(t.failures, "failure"), now.Sub(t.started).Round(10*time.Millisecond))
}
