package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema/diff"
)

// TestWrapped holds that a notice says the same when a machine breaks its lines at a width.
func TestWrapped(t *testing.T) {
	for _, path := range []string{"versions/final.txt", "places/yunxi.txt", "versions/unwrapped.txt", "notices/province.txt", "notices/articles.txt"} {
		data, err := os.ReadFile(filepath.Join("../testdata", path))
		if err != nil {
			t.Fatal(err)
		}
		_, want := read(t, filepath.Base(path), data)
		for _, width := range []int{30, 38, 45, 60} {
			_, got := read(t, filepath.Base(path), []byte(wrapped(string(data), width)))
			for _, e := range diff.Of(want, got, diff.Options{}).Entries {
				t.Errorf("%s at %d characters: %s %+v %+v: %+v", path, width, e.Item, e.Old, e.New, e.Changes)
			}
		}
	}
}

// wrapped breaks each line of a text behind as many characters.
func wrapped(text string, width int) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		runes := []rune(strings.TrimRight(line, "\r\n"))
		for ; len(runes) > width; runes = runes[width:] {
			out.WriteString(string(runes[:width]) + "\n")
		}
		out.WriteString(string(runes) + "\n")
	}
	return out.String()
}
