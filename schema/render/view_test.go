package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/term"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// fiction returns the notices of testdata: an ordinary one, and one full of what a
// format could take for something else.
func fiction(t *testing.T) []*schema.Notice {
	t.Helper()
	data, err := os.ReadFile("testdata/notices.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var notices []*schema.Notice
	for line := range strings.Lines(string(data)) {
		n := new(schema.Notice)
		if err := json.Unmarshal([]byte(line), n); err != nil {
			t.Fatal(err)
		}
		align.Keys(n)
		notices = append(notices, n)
	}
	return notices
}

// render writes notices with options.
func render(t interface{ Fatal(...any) }, f Format, opts Options, notices ...*schema.Notice) []byte {
	if err := opts.Check(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := NewWriter(&out, f, opts)
	for _, n := range notices {
		if err := w.Write(n, ""); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestGolden holds every view of the notices in testdata to the bytes.
func TestGolden(t *testing.T) {
	notices := fiction(t)
	golden := func(name string, got []byte) {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs; see it with -update and a diff. Got\n%s", path, got)
		}
	}
	for _, rows := range RowKinds() {
		for _, lang := range term.Languages() {
			golden(rows+"."+string(lang)+".csv", render(t, CSV, Options{Rows: rows, Lang: lang}, notices...))
		}
	}
	for lang, suffix := range map[term.Language]string{"": "", term.English: ".en"} {
		opts := Options{Lang: lang}
		golden("notices"+suffix+".ics", render(t, ICS, opts, notices...))
		golden("notices"+suffix+".todo.ics", render(t, ICS, Options{Lang: lang, Calendar: CalendarTodo}, notices...))
		golden("notices"+suffix+".md", render(t, Markdown, opts, notices...))
		golden("notices"+suffix+".xlsx.txt", dump(t, render(t, XLSX, Options{Lang: lang, List: true}, notices...)))
	}
}

// TestTSV holds what tells TSV and CSV without a mark from CSV.
func TestTSV(t *testing.T) {
	n := &schema.Notice{Source: schema.Source{Name: "a,b"}, Tasks: []schema.Task{{ID: "1", Title: "甲\t乙", Text: "“丙”\n\"丁\""}}}
	want := "file\tid\ttitle\ttext\tlead\tsupport\tresponsible\tdeadlines\tdue\ttargets\tpath\tline\r\n" +
		"a,b\t1\t\"甲\t乙\"\t\"“丙”\n\"\"丁\"\"\"\t\t\t\t\t\t\t\t0\r\n"
	opts := Options{Lang: term.English, NoBOM: true}
	if got := string(render(t, TSV, opts, n)); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := string(render(t, TSV, Options{Lang: term.English}, n)); got != "\ufeff"+want {
		t.Errorf("with a mark: %q", got)
	}
	if got := string(render(t, CSV, opts, n)); !strings.Contains(got, "\"a,b\",1,甲\t乙,") {
		t.Errorf("as CSV: %q", got)
	}
}

// dump prints a workbook as another module reads it: each sheet, a cell a line, by what
// it shows, with its number where that is another.
func dump(t *testing.T, data []byte) []byte {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out bytes.Buffer
	for _, sheet := range f.GetSheetList() {
		shown, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "== %s: %d rows\n", sheet, len(shown))
		for r, row := range shown {
			for c, value := range row {
				if value == "" {
					continue
				}
				name, _ := excelize.CoordinatesToCellName(c+1, r+1)
				fmt.Fprintf(&out, "%s %q", name, value)
				if raw[r][c] != value {
					fmt.Fprintf(&out, " = %s", raw[r][c])
				}
				out.WriteByte('\n')
			}
		}
	}
	return out.Bytes()
}

// TestSameBytes holds that a view depends on nothing but the notices.
func TestSameBytes(t *testing.T) {
	notices := fiction(t)
	for _, name := range Formats() {
		f := Format(name)
		if !bytes.Equal(render(t, f, Options{List: true}, notices...), render(t, f, Options{List: true}, notices...)) {
			t.Errorf("%s: the same notices give other bytes", f)
		}
	}
}

// TestNoNotice holds what each format makes of nothing.
func TestNoNotice(t *testing.T) {
	for f, want := range map[Format]string{
		YAML: "", JSON: "[]\n", JSONLines: "", Markdown: "",
		CSV: "\ufeff源文件,编号,任务,内容,牵头单位,配合单位,责任单位,完成时限,截止日期,量化目标,所属部分,出处行\r\n",
		ICS: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//policyx//policyx//ZH\r\nCALSCALE:GREGORIAN\r\nX-WR-CALNAME:任务时限\r\nEND:VCALENDAR\r\n",
	} {
		if got := string(render(t, f, Options{List: true})); got != want {
			t.Errorf("%s: %q, want %q", f, got, want)
		}
	}
	if got := string(dump(t, render(t, XLSX, Options{}))); strings.Count(got, ": 1 rows") != 7 || strings.Count(got, ": 2 rows") != 1 {
		t.Errorf("a ledger with title and header, and seven sheets with a header each are wanted:\n%s", got)
	}
}

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]Format{
		"a.yaml": YAML, "b/a.YML": YAML, "a.json": JSON, "a.jsonl": JSONLines, "a.ndjson": JSONLines, "台账.xlsx": XLSX, "a.b.csv": CSV, "a.tsv": TSV, "a.ics": ICS,
		"a.md": Markdown, "a.markdown": Markdown, "a.txt": "", "csv": "", "": "", "-": "", "dir.csv/": "", "a.": "",
	} {
		if got := FormatOf(path); got != want {
			t.Errorf("FormatOf(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestOptionsCheckAll(t *testing.T) {
	for _, tt := range []struct {
		opts    Options
		formats []Format
		want    string
	}{
		{Options{Rows: "targets", By: ByDepartment, NoBOM: true, Calendar: CalendarTodo, Without: []string{"tables"}}, []Format{XLSX, CSV, JSON, ICS}, ""},
		{Options{Rows: "targets"}, []Format{XLSX, HTML}, "rows targets goes with csv and tsv, not with xlsx"},
		{Options{Rows: "target"}, []Format{XLSX, CSV}, `rows "target": want tasks, targets, departments, deadlines, indicators`},
		{Options{NoBOM: true}, []Format{JSON, YAML}, "no-bom goes with csv and tsv, not with json"},
	} {
		got := ""
		if err := tt.opts.CheckAll(tt.formats); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%+v for %v: %q, want %q", tt.opts, tt.formats, got, tt.want)
		}
	}
}

func TestOptionsCheck(t *testing.T) {
	for _, tt := range []struct {
		opts Options
		f    Format
		want string
	}{
		{Options{}, YAML, ""},
		{Options{Rows: "tasks", Lang: term.English}, CSV, ""},
		{Options{Without: []string{"tables", "outline"}}, JSONLines, ""},
		{Options{Rows: "rows"}, CSV, `rows "rows": want tasks, targets, departments, deadlines, indicators`},
		{Options{Lang: "de"}, CSV, `lang "de": want zh, en`},
		{Options{Without: []string{"tasks"}}, JSON, `without "tasks": want tables, outline`},
		{Options{By: ByDepartment}, XLSX, ""},
		{Options{By: "place"}, XLSX, `by "place": want department`},
		{Options{By: ByDepartment}, CSV, "by department goes with xlsx, not with csv"},
		{Options{Rows: "targets"}, XLSX, "rows targets goes with csv and tsv, not with xlsx"},
		{Options{Rows: "targets", NoBOM: true}, TSV, ""},
		{Options{Calendar: "todo"}, ICS, ""},
		{Options{Calendar: "todo"}, CSV, "ics todo goes with ics, not with csv"},
		{Options{Calendar: "journal"}, ICS, `ics "journal": want event, todo`},
		{Options{NoBOM: true}, JSON, "no-bom goes with csv and tsv, not with json"},
		{Options{Without: []string{"tables"}}, Markdown, "without tables goes with yaml, json and jsonl, not with md"},
	} {
		got := ""
		if err := tt.opts.Check(tt.f); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%+v for %s: %q, want %q", tt.opts, tt.f, got, tt.want)
		}
	}
}
