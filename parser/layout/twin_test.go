package layout_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/html"
	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
)

const notices = "../../testdata/notices/"

// style is a gazette's: a running header, page numbers, margins that change sides.
func style(name string) press.Style {
	return press.Style{Header: "云溪市人民政府公报", Number: "— %d —", Mirror: 12, Wide: strings.HasPrefix(name, "task-table")}
}

// printed sets a notice of testdata on pages.
func printed(t testing.TB, name string, style press.Style) []layout.Page {
	t.Helper()
	data, err := os.ReadFile(notices + name)
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := source.Open(name, data, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	read := text.Read
	if f.Format == source.HTML {
		read = html.Read
	}
	r, _, err := read(f)
	if err != nil {
		t.Fatal(err)
	}
	return press.Print(press.Blocks(r), style)
}

// tasks are the tasks of a notice without spans, as JSON without white space.
func tasks(t *testing.T, name string, data []byte) []string {
	t.Helper()
	n, err := extract.Read(name, data, parser.Options{}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, task := range n.Tasks {
		b, err := json.Marshal(task)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		strip(v)
		b, _ = json.Marshal(v)
		out = append(out, strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, strings.ReplaceAll(string(b), `\n`, "")))
	}
	return out
}

// strip takes the spans out of a JSON value.
func strip(v any) {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "span")
		for _, x := range v {
			strip(x)
		}
	case []any:
		for _, x := range v {
			strip(x)
		}
	}
}

// The same notice as text or page, as PDF and as OFD gives the same tasks.
func TestTwins(t *testing.T) {
	files, err := filepath.Glob(notices + "*")
	if err != nil || len(files) == 0 {
		t.Fatal(err, "no notices")
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			pages := printed(t, name, style(name))
			want := tasks(t, name, data)
			compare(t, "pdf", want, tasks(t, "twin.pdf", press.PDF(pages, press.PDFOptions{})))
			compare(t, "ofd", want, tasks(t, "twin.ofd", press.OFD(pages)))
		})
	}
}

var update = flag.Bool("update", false, "print the fixtures in testdata/formats again")

// The fixtures are kept, so that the program can be tried on them: the same notices as PDF
// and OFD.
func TestFixtures(t *testing.T) {
	for _, name := range []string{"label-lines.txt", "task-table.txt", "indicator-tables.txt", "page.html"} {
		base := "../../testdata/formats/" + strings.TrimSuffix(name, filepath.Ext(name))
		if *update {
			pages := printed(t, name, style(name))
			for file, data := range map[string][]byte{base + ".pdf": press.PDF(pages, press.PDFOptions{}), base + ".ofd": press.OFD(pages)} {
				if err := os.WriteFile(file, data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
		notice, err := os.ReadFile(notices + name)
		if err != nil {
			t.Fatal(err)
		}
		want := tasks(t, name, notice)
		for _, format := range []string{".pdf", ".ofd"} {
			data, err := os.ReadFile(base + format)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, format, want, tasks(t, base+format, data))
		}
	}
}

func compare(t *testing.T, format string, want, got []string) {
	t.Helper()
	if len(want) != len(got) {
		t.Errorf("%s: %d tasks, want %d", format, len(got), len(want))
	}
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			t.Errorf("%s: task %d is\n%s\nwant\n%s", format, i+1, got[i], want[i])
			return
		}
	}
}
