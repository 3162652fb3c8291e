package batch

import (
	"fmt"
	"io"
	"time"

	"github.com/policyx/policyx/schema/message"
)

// Meter shows on a terminal how far a run has come, in one line that it rewrites:
//
//	1200/20000 · 410/s · 46s left · 12 failed
type Meter struct {
	Says func(message.Text) string // nil says it in English

	out    io.Writer
	total  int // 0: not known
	now    func() time.Time
	start  time.Time
	drawn  time.Time
	filled bool
}

// NewMeter returns a meter for so many inputs (0: not known how many) that begins now.
func NewMeter(out io.Writer, total int, now func() time.Time) *Meter {
	return &Meter{out: out, total: total, now: now, start: now()}
}

// Update shows the counts, a few times a second at most.
func (m *Meter) Update(done, failures int) {
	now := m.now()
	if now.Sub(m.drawn) < 200*time.Millisecond {
		return
	}
	m.drawn, m.filled = now, true
	fmt.Fprintf(m.out, "\r\x1b[K%s", m.line(done, failures, now.Sub(m.start)))
}

func (m *Meter) line(done, failures int, took time.Duration) string {
	rate := float64(done) / max(took.Seconds(), 1e-3)
	line := message.Sprintf("%d · %.0f/s", done, rate)
	if m.total > 0 {
		line = message.Sprintf("%d/%d · %.0f/s", done, m.total, rate)
		if done > 0 {
			left := time.Duration(float64(took) / float64(done) * float64(m.total-done))
			line = message.Sprintf("%s · %s left", line, left.Round(time.Second))
		}
	}
	if failures > 0 {
		line = message.Sprintf("%s · %d failed", line, failures)
	}
	if m.Says != nil {
		return m.Says(line)
	}
	return line.String()
}

// Clear removes the line, for a message to stand there or because the run is over.
func (m *Meter) Clear() {
	if m.filled {
		io.WriteString(m.out, "\r\x1b[K")
		m.filled, m.drawn = false, time.Time{}
	}
}
