package main

import (
	"fmt"
	"time"
)

// tally counts what became of the inputs.
type tally struct {
	done, read, unchanged, tasks, failures, warned int
	started                                        time.Time
}

// line is the closing line of a batch.
func (t *tally) line(now time.Time) string {
	text := count(t.read, "notice") + " read, " + count(t.tasks, "task")
	if t.unchanged > 0 {
		text += fmt.Sprintf(", %d unchanged", t.unchanged)
	}
	if t.warned > 0 {
		text += fmt.Sprintf(", %d with warnings", t.warned)
	}
	return fmt.Sprintf("%s, %s, %s", text, count(t.failures, "failure"), now.Sub(t.started).Round(10*time.Millisecond))
}
