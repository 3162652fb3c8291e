package batch

import (
	"reflect"
	"strings"
	"testing"
)

// FuzzStamp holds that the lines of a stamp, which a killed run or a person may have changed, are read or left out, and that
// those which say what is stale read back.
func FuzzStamp(f *testing.F) {
	f.Add("\n0123 \"通知.yaml\" \"通知.txt\"\n- \"b.yaml\" \"../b.txt\"\n")
	f.Add("0123 \"a\"")
	f.Add("0123 `a` 'b'\n0123 \"\\xff\" \"\\u2028\"")
	f.Add("- \"a\" \"b")
	f.Fuzz(func(t *testing.T, lines string) {
		all := readStamp(lines)
		want := map[string]made{}
		for output, of := range all {
			if !strings.HasSuffix(of.sum, left) {
				want[output] = made{"-", of.input}
			}
		}
		if again := readStamp(string(stale(all))); !reflect.DeepEqual(again, want) {
			t.Errorf("%q reads back as %q, want %q", lines, again, want)
		}
	})
}
