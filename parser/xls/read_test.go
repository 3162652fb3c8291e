package xls

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
)

var update = flag.Bool("update", false, "write the workbooks of testdata/formats anew")

func open(t testing.TB, data []byte) *sheet.Book {
	t.Helper()
	b, err := Open(&source.File{Format: source.XLS, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func reading(t testing.TB, b *sheet.Book) (string, string) {
	t.Helper()
	r, remarks, err := sheet.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, d := range remarks {
		said = append(said, d.Message)
	}
	return string(r.Text), strings.Join(said, " ")
}

func TestCells(t *testing.T) {
	formats := []string{`yyyy"年"m"月"`, "0%", "#,##0.00"}
	for _, tt := range []struct {
		name string
		is   value
		want []string
	}{
		{"shared string", value{is: "建站"}, []string{"建站"}},
		{"its own string", value{is: inline("扩建")}, []string{"扩建"}},
		{"number", value{is: 12.5}, []string{"12.5"}},
		{"date", value{style: 1, is: 45930.0}, []string{"2025年9月"}},
		{"whole number of 30 bits", value{style: 2, is: uint32(85<<2 | 3)}, []string{"85%"}},
		{"part of a double", value{is: uint32(0x40290000)}, []string{"12.5"}},
		{"below zero", value{is: uint32(0xFFFFFFF6)}, []string{"-3"}},
		{"several in one record", value{style: 3, is: packed{5<<2 | 2, 123450<<2 | 3}}, []string{"5.00", "1,234.50"}},
		{"yes", value{is: true}, nil},
		{"failed", value{is: failure(0x07)}, nil},
		{"number of a formula", value{style: 3, is: formula{1234.5}}, []string{"1,234.50"}},
		{"text of a formula", value{is: formula{"市民政局"}}, []string{"市民政局"}},
		{"truth of a formula", value{is: formula{false}}, nil},
		{"no such style", value{style: 99, is: 0.85}, []string{"0.85"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := open(t, file{formats: formats, sheets: []tableau{{name: "表", cells: []value{tt.is}}}}.build())
			got := b.Sheets[0].Rows()
			if tt.want == nil && len(got) == 0 && b.Logical == 1 {
				return
			}
			if len(got) != 1 || !reflect.DeepEqual(got[0], tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
	b := open(t, file{from1904: true, formats: formats, sheets: []tableau{{cells: []value{{style: 1, is: 44468.0}}}}}.build())
	if got := b.Sheets[0].Rows()[0][0]; got != "2025年9月" {
		t.Errorf("from 1904: %q", got)
	}
}

// TestLongStrings: the table of strings goes on over records, wherever the break falls.
func TestLongStrings(t *testing.T) {
	for shift := range 12 {
		var cells []value
		var want [][]string
		for i := range 40 {
			s := strings.Repeat("x", shift) + strings.Repeat("改造老旧管网abc", 60) + strings.Repeat("q", 200)
			cells, want = append(cells, value{row: i, is: s + string(rune('一'+i))}), append(want, []string{s + string(rune('一'+i))})
		}
		cells = append(cells, value{row: 40, is: strings.Repeat("latin only ", 2000)})
		want = append(want, []string{strings.Repeat("latin only ", 2000)})
		if got := open(t, file{sheets: []tableau{{cells: cells}}}.build()).Sheets[0].Rows(); !reflect.DeepEqual(got, want) {
			for i := range got {
				if got[i][0] != want[i][0] {
					t.Fatalf("shift %d row %d: %q", shift, i, got[i][0])
				}
			}
			t.Fatalf("shift %d: %d rows", shift, len(got))
		}
	}
}

func TestSheets(t *testing.T) {
	f := file{sheets: []tableau{
		{name: "重点任务", rows: []int{2}, columns: []int{1}, merges: [][4]int{{0, 0, 0, 2}},
			cells: []value{{is: "云溪市重点任务清单"}, {row: 1, is: "序号"}, {row: 1, col: 1, is: "密"}, {row: 1, col: 2, is: "任务"}, {row: 2, is: "旧"}, {row: 3, is: 1.0}, {row: 3, col: 2, is: "建站"}}},
		{name: "旧", state: 1, cells: []value{{is: "不"}}},
		{name: "更旧", state: 2, cells: []value{{is: "也不"}}},
		{name: "图", kind: 2},
		{name: "民生实事", cells: []value{{is: "序号2"}, {col: 1, is: "事项2"}, {row: 1, is: 2.0}, {row: 1, col: 1, is: "扩建"}}},
	}}
	text, said := reading(t, open(t, f.build()))
	want := "重点任务\n云溪市重点任务清单\n序号 | 任务\n1 | 建站\n民生实事\n序号2 | 事项2\n2 | 扩建\n"
	if text != want || !strings.Contains(said, "Hidden sheets were left out (2)") || !strings.Contains(said, "rows and columns were left out (2)") {
		t.Errorf("%q, said %q", text, said)
	}
}

// TestOld reads a workbook of Excel 95, whose strings are in a code page.
// TestLost: what a cell shows and the file does not hold is said to be missing.
func TestLost(t *testing.T) {
	stream := file{sheets: []tableau{{cells: []value{{is: inline("建站")}, {row: 1, is: "扩建"}, {row: 2, is: formula{"改造"}}, {row: 3, is: formula{2.0}}}}}}.stream()
	for _, kind := range []int{recSST, recString} { // become records that nobody reads
		at := bytes.LastIndex(stream, le16(kind))
		stream[at+1] = 0x7F
	}
	text, said := reading(t, open(t, press.Compound(map[string][]byte{"Workbook": stream})))
	if text != "建站\n2\n" {
		t.Errorf("%q", text)
	}
	for _, want := range []string{"texts the file does not hold were read as empty (1)", "without a stored result were read as empty cells (1)"} {
		if !strings.Contains(said, want) {
			t.Errorf("said %q, want %q", said, want)
		}
	}
}

func TestOld(t *testing.T) {
	f := file{old: true, formats: []string{"0%"}, sheets: []tableau{{name: "Sheet1", cells: []value{{is: inline("\xd0\xf2\xba\xc5")}, {col: 1, style: 1, is: 0.85}}}}}
	if got := open(t, f.build()).Sheets[0].Rows(); !reflect.DeepEqual(got, [][]string{{"序号", "85%"}}) {
		t.Errorf("%q", got)
	}
	f.sheets[0].cells[0].is = inline("\xd0\xf2\xff\xff\xba\xc5")
	if text, said := reading(t, open(t, f.build())); !strings.Contains(text, "\ufffd") || !strings.Contains(said, "no characters of their code page") {
		t.Errorf("%q, said %q", text, said)
	}
}

func TestRefuses(t *testing.T) {
	simple := file{sheets: []tableau{{cells: []value{{is: "甲"}}}}}
	whole := simple.stream()
	locked := simple
	locked.flags = record(recFilePass, make([]byte, 6))
	for _, tt := range []struct {
		name string
		data []byte
		want error
		text string
	}{
		{"no OLE2", []byte("任务"), nil, "is a damaged workbook: no OLE2 header"},
		{"encrypted", locked.build(), source.ErrEncrypted, "password"},
		{"another document", press.Compound(map[string][]byte{"Contents": nil}), source.ErrUnsupported, "OLE2"},
		{"another begin", press.Compound(map[string][]byte{"Workbook": nil}), errBegin, "does not begin"},
		{"Excel 4", press.Compound(map[string][]byte{"Book": record(recBOF, le16(0x0400, 5))}), ErrOld, "Excel 4"},
		{"sheet nowhere", press.Compound(map[string][]byte{"Workbook": bytes.Join([][]byte{record(recBOF, le16(versionBIFF8, 5)), record(recBoundSheet, le32(1<<30), []byte{0, 0, 0, 0}), record(recEOF)}, nil)}), errTruncated, "breaks off"},
		{"sheet without an end", press.Compound(map[string][]byte{"Workbook": whole[:len(whole)-len(record(recEOF))]}), errTruncated, "breaks off"},
		{"header only", simple.build()[:512], nil, "damaged"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(&source.File{Data: tt.data})
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.text)
			}
		})
	}
}

// The workbooks of testdata/formats are the notice of testdata written as Excel 97 and WPS
// would keep it; go test ./parser/xls -update writes them anew.
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
	made := fromRows(press.Rows(r))
	for _, ending := range []string{".xls", ".et"} {
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
			t.Errorf("%s is out of date: run go test ./parser/xls -update", path)
		}
	}
}
