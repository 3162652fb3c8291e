package batch

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestExpand(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"n/b.html", "n/a.html", "n/c.txt", "n/.hidden.html", "n/deep/d.html", "n/deep/er/e.html", "x[1].txt", "f.html/in.txt"} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, nil, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for pattern, want := range map[string][]string{
		"n/*.html": {"n/a.html", "n/b.html"}, "n/?.*": {"n/a.html", "n/b.html", "n/c.txt"}, "n/[ac].*": {"n/a.html", "n/c.txt"}, "*/a.html": {"n/a.html"},
		"n/**/*.html": {"n/a.html", "n/b.html", "n/deep/d.html", "n/deep/er/e.html"}, "n/**": {"n/a.html", "n/b.html", "n/c.txt", "n/deep/d.html", "n/deep/er/e.html"},
		"n/d*": {"n/deep"}, "n/.h*": {"n/.hidden.html"}, "*.html": {"f.html"},
		"x[1].txt": {"x[1].txt"}, "missing.txt": {"missing.txt"}, "./n/*.txt": {"n/c.txt"}, "-": {"-"},
		filepath.Join(here, "n", "c.*"): {filepath.Join(here, "n", "c.txt")},
	} {
		for i := range want {
			want[i] = filepath.FromSlash(want[i])
		}
		if got, err := Expand(filepath.FromSlash(pattern)); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v; want %q", pattern, got, err, want)
		}
	}
	for _, pattern := range []string{"n/*.pdf", "nowhere/*", "n/deep/*/*/*"} {
		if got, err := Expand(pattern); !errors.Is(err, ErrNoMatch) {
			t.Errorf("%s: %q, %v", pattern, got, err)
		}
	}
	if got, err := Expand("n/[z-a"); err != nil || !slices.Equal(got, []string{"n/[z-a"}) {
		t.Errorf("a pattern that is none: %q, %v", got, err)
	}
}
