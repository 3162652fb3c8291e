package text

import (
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestTooManyCells holds that what a bound of cells cuts is said once, as an error.
func TestTooManyCells(t *testing.T) {
	r := &reader{cells: mostCells - 3}
	cells := make([]cell, 2)
	for n, want := range []bool{true, false, false} {
		if got := r.room(cells); got != want {
			t.Errorf("table %d: room is %v", n, got)
		}
	}
	if len(r.diagnostics) != 1 || r.diagnostics[0].Severity != schema.Error {
		t.Errorf("%v", r.diagnostics)
	}
	r.cut(make([]cell, flatCells-1))
	if len(r.diagnostics) != 1 {
		t.Error("a table within the bound is whole")
	}
	if r.cut(make([]cell, flatCells)); len(r.diagnostics) != 2 || r.diagnostics[1].Code != schema.TableShape {
		t.Errorf("%v", r.diagnostics)
	}
}
