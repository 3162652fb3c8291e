package extract_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestNoticeOfEveryNotice holds what comes out of each of the project's notices.
func TestNoticeOfEveryNotice(t *testing.T) {
	for name, data := range notices(t) {
		_, n := read(t, name, data)
		got := yaml(t, n)
		path := filepath.Join("../testdata/golden", name+".yaml")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got; rewrite with -update):\n%s", name, diff)
		}
	}
}

func yaml(t *testing.T, n *schema.Notice) []byte {
	t.Helper()
	var out bytes.Buffer
	w := render.NewWriter(&out, render.YAML, render.Options{})
	if err := w.Write(n, ""); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
