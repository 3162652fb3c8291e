package render

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/check"
)

// TestCSVReadsBack holds that another reader finds the cells of the ledger, that each row
// has all of them, and that none begins as a formula.
func TestCSVReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		notices := rapid.SliceOfN(rapid.Custom(anyNotice), 0, 2).Draw(t, "notices")
		opts := Options{Rows: rapid.SampledFrom(RowKinds()).Draw(t, "rows"), Lang: "en"}
		data := render(t, CSV, opts, notices...)
		body, marked := bytes.CutPrefix(data, []byte("\ufeff"))
		if !marked || !utf8.Valid(data) || !bytes.HasSuffix(data, []byte("\r\n")) {
			t.Fatalf("no mark, broken text or no line end: %q", data)
		}
		got, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		table := ledgerOf(opts.Rows)
		var header []string
		for _, c := range table.columns {
			header = append(header, c.key)
		}
		want := [][]string{header}
		for _, n := range notices {
			table.rows(n, func(_, value string) string { return value }, func(row ...cell) {
				var cells []string
				for _, c := range row {
					cells = append(cells, plain(c))
				}
				want = append(want, cells)
			})
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("\n got %q\nwant %q", got, want)
		}
		for _, row := range got {
			for i, s := range row {
				if s != "" && strings.ContainsRune("=+@\t\r", rune(s[0])) || strings.HasPrefix(s, "-") && !strings.Contains(table.columns[i].key, "value") {
					t.Fatalf("%s is %q, which is a formula", table.columns[i].key, s)
				}
			}
		}
	})
}

// plain is what CSV says of a cell.
func plain(c cell) string {
	if c.kind == numberCell {
		return c.number.String()
	}
	return inert(clean(c.text))
}

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "甲": "甲", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\t=1": "'\t=1", "\r=1": "'\n=1", "＝1": "'＝1", " =1": "' =1", "\u00a0-1": "'\u00a0-1",
		"'": "'", "1-2": "1-2", " 甲": " 甲", "1=1": "1=1",
	} {
		if got := inert(clean(in)); got != want {
			t.Errorf("inert(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestXLSXReadsBack holds that another reader opens the workbook and finds a row for each
// task, target, source and thing to check.
func TestXLSXReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNotice(t)
		f, err := excelize.OpenReader(bytes.NewReader(render(t, XLSX, Options{}, n)))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		goals := 0
		items(n, func(_ string, t *schema.Task) { goals += len(t.Targets) })
		for sheet, want := range map[string]int{"任务分解台账": len(n.Tasks) + 1, "目标": goals, "来源": 1, "先核对": len(check.List(n))} {
			rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
			if err != nil || len(rows) > want+1 { // rows that are empty at the end are not counted
				t.Fatalf("%s has %d rows, want %d, %v", sheet, len(rows), want+1, err)
			}
			if sheet != "任务分解台账" {
				continue
			}
			for i := range n.Tasks {
				if got, err := f.GetCellValue(sheet, "E"+itoa(i+3), excelize.Options{RawCellValue: true}); err != nil || got != clean(n.Tasks[i].Text) {
					t.Fatalf("text of task %d is %q, want %q, %v", i, got, n.Tasks[i].Text, err)
				}
			}
		}
	})
}

func itoa(n int) string { return schema.Number(n).String() }

// TestMarkdownKeepsItsShape holds that whatever a notice says, each line of a table has
// the cells of its header, and nothing in it is markup.
func TestMarkdownKeepsItsShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(render(t, Markdown, Options{}, anyNotice(t)))
		cells := 0
		for line := range strings.Lines(text) {
			bare := strings.NewReplacer(`\\`, "", `\|`, "", "<br>", "").Replace(strings.TrimSuffix(line, "\n"))
			switch {
			case bare == "" || strings.HasPrefix(bare, "#"):
				cells = 0
			case !strings.HasPrefix(bare, "| ") || !strings.HasSuffix(bare, "|"):
				t.Fatalf("%q is no row of a table", line)
			case cells == 0:
				cells = strings.Count(bare, "|")
			case strings.Count(bare, "|") != cells:
				t.Fatalf("%q has %d cells, want %d", line, strings.Count(bare, "|")-1, cells-1)
			}
			if strings.ContainsAny(bare, "<>") {
				t.Fatalf("%q holds markup", line)
			}
		}
	})
}

// TestWithout holds that a part left out is all that is left out.
func TestWithout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNotice(t)
		for _, f := range []Format{YAML, JSON, JSONLines} {
			want := decodeOne(t, render(t, f, Options{}, n)).(map[string]any)
			delete(want, "tables")
			if got := decodeOne(t, render(t, f, Options{Without: []string{"tables"}}, n)); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s without tables\n got %v\nwant %v", f, got, want)
			}
			delete(want, "outline")
			if got := decodeOne(t, render(t, f, Options{Without: []string{"tables", "outline"}}, n)); !reflect.DeepEqual(got, any(want)) {
				t.Fatalf("%s without both\n got %v\nwant %v", f, got, want)
			}
		}
	})
}
