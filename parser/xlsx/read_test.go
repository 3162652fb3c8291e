package xlsx

import (
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

var update = flag.Bool("update", false, "write the workbook of testdata/formats anew")

func open(t testing.TB, data []byte) *sheet.Book {
	t.Helper()
	b, err := Open(&source.File{Format: source.XLSX, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// reading is the text of a workbook and what was said about it.
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

const styles = `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>` +
	`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="4"/><xf numFmtId="176"/><xf numFmtId="57"/></cellXfs>`

func TestCells(t *testing.T) {
	for _, tt := range []struct{ name, cell, want string }{
		{"shared string", `<c t="s"><v>1</v></c>`, "建站"},
		{"runs without a phonetic guide", `<c t="s"><v>2</v></c>`, "扩建站"},
		{"no such string", `<c t="s"><v>7</v></c>`, ""},
		{"inline", `<c t="inlineStr"><is><t>甲</t></is></c>`, "甲"},
		{"result of a formula", `<c t="str"><f>A1</f><v>乙</v></c>`, "乙"},
		{"number of a formula", `<c><f>ROW()-1</f><v>3</v></c>`, "3"},
		{"escaped", `<c t="str"><v>甲_x000A_乙_x4E</v></c>`, "甲\n乙_x4E"},
		{"yes", `<c t="b"><v>1</v></c>`, ""},
		{"failed", `<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`, ""},
		{"date", `<c s="1"><v>45930</v></c>`, "2025/9/30"},
		{"percent", `<c s="2"><v>0.85</v></c>`, "85%"},
		{"grouped", `<c s="3"><v>1234.5</v></c>`, "1,234.50"},
		{"custom", `<c s="4"><v>45930</v></c>`, "2025年9月"},
		{"of Chinese editions", `<c s="5"><v>45930</v></c>`, "2025年9月"},
		{"written out", `<c t="d"><v>2025-09-30T00:00:00</v></c>`, "2025/9/30"},
		{"no style", `<c s="99"><v>0.85</v></c>`, "0.85"},
		{"no number", `<c><v>约三成</v></c>`, "约三成"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := open(t, parts{sheet: `<sheetData><row>` + tt.cell + `</row></sheetData>`, styles: styles,
				strings: `<si><t>序号</t></si><si><t>建站</t></si><si><r><t>扩建</t></r><r><t>站</t></r><rPh><t>かん</t></rPh></si>`}.build(t))
			got := ""
			if rows := b.Sheets[0].Rows(); len(rows) > 0 {
				got = rows[0][0]
			}
			if got != tt.want || (b.Logical == 1) != (tt.name == "yes" || tt.name == "failed") {
				t.Errorf("%q, want %q; %d errors and truth values", got, tt.want, b.Logical)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	b := open(t, parts{sheet: `<dimension ref="A1:XFD1048576"/><sheetData><row r="3"><c r="B3" t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row><row><c r="A4" t="str"><v>丙</v></c><c r="XFE4" t="str"><v>丁</v></c></row></sheetData>`}.build(t))
	if got, want := b.Sheets[0].Rows(), [][]string{{"", "甲", "乙"}, {"丙", "丁"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for name, want := range map[string][2]int{"A1": {0, 0}, "$AB$12": {11, 27}, "XFD1048576": {lastRow, lastColumn}} {
		if row, col, ok := place(name); !ok || [2]int{row, col} != want {
			t.Errorf("%s: %d %d %v", name, row, col, ok)
		}
	}
	for _, name := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A-1", "A1B"} {
		if row, col, ok := place(name); ok {
			t.Errorf("%s: %d %d", name, row, col)
		}
	}
}

func TestHidden(t *testing.T) {
	p := parts{sheet: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>` +
		`<row r="1"><c r="A1" t="str"><v>序号</v></c><c r="B1" t="str"><v>密</v></c><c r="C1" t="str"><v>任务</v></c></row>` +
		`<row r="2" hidden="1"><c r="A2" t="str"><v>1</v></c><c r="C2" t="str"><v>旧</v></c></row>` +
		`<row r="3"><c r="A3" t="str"><v>2</v></c><c r="C3" t="str"><v>新</v></c></row></sheetData>`}
	text, said := reading(t, open(t, p.build(t)))
	if text != "序号 | 任务\n2 | 新\n" || !strings.Contains(said, "rows and columns were left out (2)") {
		t.Errorf("%q, said %q", text, said)
	}
	p = parts{sheet: grid([]string{"序号", "任务"}, []string{"1", "建站"}), book: `<sheets><sheet name="旧" state="veryHidden" r:id="rId1"/></sheets>`}
	if text, said := reading(t, open(t, p.build(t))); text != "序号 | 任务\n1 | 建站\n" || !strings.Contains(said, "Hidden sheets were left out (1)") {
		t.Errorf("%q, said %q", text, said)
	}
	for _, p := range []parts{
		{sheet: `<sheetData/>`, book: `<sheets><sheet name="旧" state="hidden" r:id="rId1"/></sheets>`},
		{sheet: `<sheetData><row r="1"><c t="str"><v>任务</v></c></row><row r="2" hidden="1"><c t="str"><v>建站</v></c></row></sheetData>`},
	} {
		if _, _, err := sheet.Read(open(t, p.build(t))); !errors.Is(err, sheet.ErrHidden) {
			t.Errorf("nothing to be seen: %v", err)
		}
	}
	p = parts{sheet: `<sheetData><row><c t="str"><v>序号</v></c><c><f>ROW()</f></c></row></sheetData>`}
	if _, said := reading(t, open(t, p.build(t))); !strings.Contains(said, "Formulas without a stored result were read as empty cells (1)") {
		t.Errorf("said %q", said)
	}
}

// TestLost: cells whose texts are not in the table of strings are said to be lost.
func TestLost(t *testing.T) {
	p := parts{sheet: `<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>`, strings: `<si><t>建站</t></si>`}
	if text, said := reading(t, open(t, p.build(t))); text != "建站\n" || !strings.Contains(said, "texts the file does not hold were read as empty (1)") {
		t.Errorf("%q, said %q", text, said)
	}
}

// TestZeroHeight: a sheet whose empty rows are hidden (ECMA-376, 18.3.1.81) shows those that stand in the file.
func TestZeroHeight(t *testing.T) {
	p := parts{sheet: `<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData>` +
		`<row r="1"><c r="A1" t="str"><v>序号</v></c><c r="B1" t="str"><v>任务</v></c></row>` +
		`<row r="3" hidden="1"><c r="A3" t="str"><v>1</v></c><c r="B3" t="str"><v>旧</v></c></row>` +
		`<row r="4" hidden="0"><c r="A4" t="str"><v>2</v></c><c r="B4" t="str"><v>新</v></c></row></sheetData>`}
	if text, said := reading(t, open(t, p.build(t))); text != "序号 | 任务\n2 | 新\n" || !strings.Contains(said, "rows and columns were left out (1)") {
		t.Errorf("%q, said %q", text, said)
	}
}

func TestFrom1904(t *testing.T) {
	b := open(t, parts{book: `<workbookPr date1904="1"/>`, styles: styles, sheet: `<sheetData><row><c s="1"><v>44468</v></c></row></sheetData>`}.build(t))
	if got := b.Sheets[0].Rows()[0][0]; got != "2025/9/30" {
		t.Errorf("%q", got)
	}
}

const spreadsheetML = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="e" ss:Parent="d"/><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles>
<Worksheet ss:Name="任务"><Table ss:ExpandedColumnCount="16384"><Column ss:Index="4" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">云溪市任务清单</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">序号</Data></Cell><Cell><Data ss:Type="String">任<B xmlns="http://www.w3.org/TR/REC-html40">务</B></Data></Cell><Cell><Data ss:Type="String">时限</Data></Cell><Cell><Data ss:Type="String">密</Data></Cell></Row>
<Row><Cell ss:MergeDown="1"><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="String">建站</Data></Cell><Cell ss:StyleID="e"><Data ss:Type="DateTime">2025-09-30T00:00:00.000</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">扩建</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.85</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="Number">2</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVisible</Visible></WorksheetOptions></Worksheet>
<Worksheet ss:Name="旧"><Table><Row><Cell><Data ss:Type="String">旧</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`

func TestSpreadsheetML(t *testing.T) {
	f, _, err := source.Open("", []byte(spreadsheetML), source.Options{})
	if err != nil || f.Format != source.SpreadsheetML {
		t.Fatal(f, err)
	}
	b, err := OpenXML(f)
	if err != nil {
		t.Fatal(err)
	}
	text, said := reading(t, b)
	if want := "云溪市任务清单\n序号 | 任务 | 时限\n1 | 建站 | 2025/9/30\n扩建 | 85%\n"; text != want || !strings.Contains(said, "sheets were left out (1)") || !strings.Contains(said, "rows and columns were left out (2)") {
		t.Errorf("%q, said %q", text, said)
	}
	for _, data := range []string{"", "<Workbook>", `<a xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`, spreadsheetML[:900]} {
		if b, err := OpenXML(&source.File{Text: data}); err == nil {
			t.Errorf("%.40q: %+v", data, b)
		}
	}
}

func TestRefuses(t *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want error
		text string
	}{
		{"no archive", []byte("PK\x03\x04"), nil, "is a damaged workbook"},
		{"another archive", pack(t, 0, map[string]string{"notice.txt": "通知"}), ErrNotWorkbook, "no workbook part"},
		{"binary", pack(t, 0, map[string]string{"_rels/.rels": `<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>`}), source.ErrUnsupported, "xlsb"},
		{"a sheet without a part", parts{book: `<sheets><sheet name="附表" r:id="rId9"/></sheets>`}.build(t), errMissing, "附表: is missing"},
		{"broken sheet", parts{sheet: "<sheetData><row>"}.build(t), nil, "xl/worksheets/sheet1.xml"},
		{"doctype", parts{sheet: `<!DOCTYPE x>`}.build(t), nil, "document type"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(&source.File{Data: tt.data})
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.text)
			}
		})
	}
}

// The workbook of testdata/formats is the notice of testdata written by another implementation;
// go test ./parser/xlsx -update writes it anew.
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
	made := byExcelize(t, press.Rows(r))
	path := filepath.Join("../../testdata/formats", "task-table.xlsx")
	if *update {
		if err := os.WriteFile(path, made, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := reading(t, open(t, kept))
	if want, _ := reading(t, open(t, made)); got != want {
		t.Errorf("%s is out of date: run go test ./parser/xlsx -update", path)
	}
}
