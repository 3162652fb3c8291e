package csv

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
)

var update = flag.Bool("update", false, "write the tables of testdata/formats anew")

func open(t testing.TB, data string) [][]string {
	t.Helper()
	f, _, err := source.Open("", []byte(data), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(f)
	if err != nil {
		t.Fatal(err)
	}
	return b.Sheets[0].Rows()
}

func TestOpen(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		want       [][]string
	}{
		{"commas", "序号,任务,单位\n1,建站,市民政局\n", [][]string{{"序号", "任务", "单位"}, {"1", "建站", "市民政局"}}},
		{"semicolons", "序号;任务;单位\n1;建站, 扩建;市民政局\n", [][]string{{"序号", "任务", "单位"}, {"1", "建站, 扩建", "市民政局"}}},
		{"tabs", "序号\t任务\t单位\n1\t建站\t市民政局\n", [][]string{{"序号", "任务", "单位"}, {"1", "建站", "市民政局"}}},
		{"quotes", "序号,任务,单位\n1,\"建\"\"站\"\",\n扩建\",市民政局\r\n", [][]string{{"序号", "任务", "单位"}, {"1", "建\"站\",\n扩建", "市民政局"}}},
		{"a quote that is none", "序号,任务,单位\n1,建\"站,市民政局\n", [][]string{{"序号", "任务", "单位"}, {"1", "建\"站", "市民政局"}}},
		{"fields of a form", "云溪市任务清单\n填报单位：市民政局,,填报日期：6月5日\n序号,任务,单位\n1,建站,市民政局\n",
			[][]string{{"云溪市任务清单"}, {"填报单位：市民政局", "", "填报日期：6月5日"}, {"序号", "任务", "单位"}, {"1", "建站", "市民政局"}}},
		{"a title and a note", "云溪市任务清单\n序号,任务,单位\n1,建站,市民政局\n2,扩建,市民政局\n注：下同\n",
			[][]string{{"云溪市任务清单"}, {"序号", "任务", "单位"}, {"1", "建站", "市民政局"}, {"2", "扩建", "市民政局"}, {"注：下同"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := open(t, tt.data); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestRejoined: a comma without quotes in the one column that can hold it cuts nothing; where two can, the row stands as it is.
func TestRejoined(t *testing.T) {
	const head = "序号,任务内容,责任单位,完成时限\n1,建站,市民政局,2026年6月\n2,修路,市住建局,2026年9月\n"
	for row, want := range map[string]string{
		"3,开办食堂,改造驿站。,市民政局,2026年6月":      "3/开办食堂,改造驿站。/市民政局/2026年6月",
		"3,开办食堂,新建步道,修缮河堤,市民政局,2026年6月,": "3/开办食堂,新建步道,修缮河堤/市民政局/2026年6月",
		"3,开办食堂,市民政局,市财政局,2026年6月":       "3/开办食堂/市民政局,市财政局/2026年6月",
		"3,开办食堂,改造驿站,周某,2026年6月":         "3/开办食堂/改造驿站/周某/2026年6月",
		"3,开办食堂,市民政局,2026年6月,2027年6月":    "3/开办食堂/市民政局/2026年6月/2027年6月",
	} {
		b, err := Open(&source.File{Format: source.CSV, Text: head + row + "\n"})
		if err != nil {
			t.Fatal(err)
		}
		rows := b.Sheets[0].Rows()
		if got := strings.Join(rows[len(rows)-1], "/"); got != want {
			t.Errorf("%s: %s, want %s", row, got, want)
		}
	}
}

// TestBroken: a line break without quotes in a cell is none, as long as only a row of the header comes of it.
func TestBroken(t *testing.T) {
	const head = "序号,任务内容,责任单位,完成时限\n"
	for _, tt := range []struct{ name, rows, want string }{
		{"in a text", "1,开办食堂，\n改造驿站。,市民政局,2026年6月\n2,修路。,市住建局,2026年9月\n", "1/开办食堂，\n改造驿站。/市民政局/2026年6月|2/修路。/市住建局/2026年9月"},
		{"twice", "1,开办食堂，\n改造床位，\n修缮步道。,市民政局,2026年6月\n", "1/开办食堂，\n改造床位，\n修缮步道。/市民政局/2026年6月"},
		{"between departments", "1,开办食堂。,市民政局\n市财政局,2026年6月\n", "1/开办食堂。/市民政局\n市财政局/2026年6月"},
		{"short rows and a group", "1,开办食堂。,市民政局\n二、机构服务\n2,修路。,市住建局,2026年9月\n", "1/开办食堂。/市民政局|二、机构服务|2/修路。/市住建局/2026年9月"},
		{"two short rows", "1,开办食堂。\n2,市民政局,2026年6月\n", "1/开办食堂。|2/市民政局/2026年6月"},
		{"no department comes of it", "1,开办食堂。,周某\n吴某,2026年6月\n", "1/开办食堂。/周某|吴某/2026年6月"},
	} {
		b, err := Open(&source.File{Format: source.CSV, Text: head + tt.rows})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range b.Sheets[0].Rows()[1:] {
			got = append(got, strings.Join(row, "/"))
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}

// TestHeads: rows that can be put together again count as whole where a text is told by its look.
func TestHeads(t *testing.T) {
	const head = "序号,任务内容,责任单位,完成时限\n"
	for text, want := range map[string]source.Format{
		head + "1,开办食堂,改造驿站。,市民政局,2026年6月\n2,修路,铺设步道。,市住建局,2026年9月\n":     source.CSV,
		head + "1,开办食堂，\n改造驿站。,市民政局,2026年6月\n2,修路，\n铺设步道。,市住建局,2026年9月\n": source.CSV,
		"序号\t任务内容\t责任单位\n1\t开办食堂，\n改造驿站。\t市民政局\n":                         source.TSV,
		head + "为抓好落实,现就有关事项,通知如下,请各单位,遵照执行。\n一、开办食堂,改造驿站,由市民政局负责。\n":     source.Text,
		"序号\t任务内容\t责任单位\n1\t开办食堂。\t市民政局\n请各单位抓好落实，\n按时报送。\n":              source.Text,
	} {
		f, _, err := source.Open("", []byte(text), source.Options{Heads: Heads})
		if err != nil || f.Format != want {
			t.Errorf("%q is %v (%v), want %s", text, f, err, want)
		}
	}
}

func TestUneven(t *testing.T) {
	f := &source.File{Format: source.CSV, Text: "云溪市任务清单\n序号,任务,单位\n1,建站,\n\"2\",\"扩\n建\"\n3,修路,市住建局,\n4,\"改造,县住建局\n5,建桥,市住建局,年底\n"}
	b, err := Open(f)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range b.Remarks {
		got = append(got, string(d.Code)+d.Message[strings.LastIndex(d.Message, " ("):])
	}
	if want := []string{"table-shape (line 4, 8).", "table-shape (line 7)."}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// GB18030 is what Excel writes for a csv in China.
func TestEncoding(t *testing.T) {
	data := "\xd0\xf2\xba\xc5,\xc8\xce\xce\xf1,\xb5\xa5\xce\xbb\n1,\xbd\xa8\xd5\xbe,\xca\xd0\xc3\xf1\xd5\xfe\xbe\xd6\n"
	if got := open(t, data); got[1][2] != "市民政局" {
		t.Errorf("%q", got)
	}
}

// The tables of testdata/formats are the notice of testdata written as Excel would save
// it; go test ./parser/csv -update writes them anew.
func TestFormats(t *testing.T) {
	data, err := os.ReadFile("../../testdata/notices/task-table.txt")
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := source.Open("", data, source.Options{Format: source.Text})
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := text.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	for ending, comma := range map[string]rune{".csv": ',', ".tsv": '\t'} {
		made := write(t, press.Rows(r), comma)
		path := filepath.Join("../../testdata/formats", "task-table"+ending)
		if *update {
			if err := os.WriteFile(path, made, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(kept, made) {
			t.Errorf("%s is out of date: run go test ./parser/csv -update", path)
		}
	}
}

// write writes rows; what a cell covers is empty.
func write(t testing.TB, rows [][]press.Cell, comma rune) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = comma
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Text)
		}
		if err := w.Write(cells); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return out.Bytes()
}

func FuzzOpen(f *testing.F) {
	for _, s := range []string{"序号,任务,单位\n1,\"建\n站\",市民政局\n", "a;b;c\n\n\"", "序号\t任务\t单位\n\t\t\n", strings.Repeat(",", 300) + "\n1"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, data string, tabs bool) {
		file := &source.File{Format: source.CSV, Text: data}
		if tabs {
			file.Format = source.TSV
		}
		b, err := Open(file)
		if err != nil {
			return
		}
		for _, row := range b.Sheets[0].Rows() {
			for _, c := range row {
				for _, piece := range strings.FieldsFunc(firstLine(c), func(r rune) bool { return strings.ContainsRune(",;\t", r) }) { // a cell may be joined again
					if !strings.Contains(strings.ReplaceAll(data, "\r\n", "\n"), piece) && !strings.Contains(c, `"`) {
						t.Errorf("%q is not in the file", piece)
					}
				}
			}
		}
	})
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
