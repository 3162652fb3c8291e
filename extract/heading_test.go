package extract

import "testing"

// TestHeadingRows holds that each row takes its example, before the rows below it, and no
// row its near miss.
func TestHeadingRows(t *testing.T) {
	for _, r := range headingRules {
		if got := headingOf(r.Example); got == nil || got.ID != r.ID {
			t.Errorf("%s: its example %s is taken by %v", r.ID, r.Example, got)
		}
		if got := headingOf(r.NearMiss); got != nil {
			t.Errorf("%s: its near miss %s is taken by %s", r.ID, r.NearMiss, got.ID)
		}
	}
}
