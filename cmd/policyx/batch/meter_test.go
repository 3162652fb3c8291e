package batch

import (
	"strings"
	"testing"
	"time"
)

func TestMeter(t *testing.T) {
	now := time.Date(2024, 3, 18, 0, 0, 0, 0, time.UTC)
	var out strings.Builder
	m := NewMeter(&out, 1000, func() time.Time { return now })
	now = now.Add(2 * time.Second)
	m.Update(200, 0)
	now = now.Add(time.Millisecond)
	m.Update(201, 0) // too soon
	m.Clear()
	m.Clear() // nothing there
	now = now.Add(2*time.Second - time.Millisecond)
	m.Update(500, 3)
	want := "\r\x1b[K200/1000 · 100/s · 8s left\r\x1b[K\r\x1b[K500/1000 · 125/s · 4s left · 3 failed"
	if out.String() != want {
		t.Errorf("%q\nwant\n%q", out.String(), want)
	}
	out.Reset()
	m = NewMeter(&out, 0, func() time.Time { return now })
	now = now.Add(time.Second)
	m.Update(10, 0)
	if want := "\r\x1b[K10 · 10/s"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}
