package extract_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// TestTwins holds that a notice says the same in every format: the documents of
// testdata/formats are notices of testdata in other formats. Spans and white space are
// those of each format's own reading text.
func TestTwins(t *testing.T) {
	paths, err := filepath.Glob("../testdata/formats/*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no documents", err)
	}
	for _, path := range paths {
		name, _, _ := strings.Cut(filepath.Base(path), ".")
		twins, _ := filepath.Glob("../testdata/notices/" + name + ".*")
		if len(twins) != 1 {
			t.Errorf("%s is the twin of %q", path, twins)
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			doc, got := readFile(t, path)
			_, want := readFile(t, twins[0])
			if faults := spanFaults(doc, got); len(faults) > 0 {
				t.Errorf("%d faults in spans, first: %s", len(faults), faults[0])
			}
			same := cmp.Options{
				cmpopts.EquateEmpty(),
				cmp.Transformer("text", func(s string) string { return strings.Join(strings.Fields(s), "") }),
				cmp.FilterPath(func(p cmp.Path) bool {
					return p.Last().Type() == reflect.TypeFor[schema.Span]() || p.Last().Type() == reflect.TypeFor[*schema.Span]()
				}, cmp.Ignore()),
			}
			if diff := cmp.Diff(want.Tasks, got.Tasks, same); diff != "" {
				t.Errorf("tasks (-%s +%s):\n%s", filepath.Base(twins[0]), filepath.Base(path), diff)
			}
			if diff := cmp.Diff(want.Goals, got.Goals, same); diff != "" {
				t.Errorf("goals:\n%s", diff)
			}
			if diff := cmp.Diff(want.Indicators, got.Indicators, same); diff != "" {
				t.Errorf("indicators:\n%s", diff)
			}
			if len(got.Tasks)+len(got.Indicators) == 0 {
				t.Error("nothing found in either")
			}
		})
	}
}

func readFile(t *testing.T, path string) (*parser.Document, *schema.Notice) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, filepath.Base(path), data)
}
