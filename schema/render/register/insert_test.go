package register

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// busy returns a ledger with two rows and much that new ones push down or make longer.
func busy(t *testing.T) []byte {
	return office(t, func(f *excelize.File) {
		const sheet = "Sheet1"
		must := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		must(f.RemoveRow(sheet, 5))
		must(f.SetSheetRow(sheet, "A2", &[]any{"序号", "工作任务", "牵头单位", "配合单位", "完成时限", "截止日期", "得分", "双倍"}))
		for _, row := range []int{3, 4} {
			must(f.SetCellFormula(sheet, fmt.Sprint("H", row), fmt.Sprintf("G%d*$B$10+SUM(G$3:G%[1]d)", row)))
		}
		must(f.SetCellValue(sheet, "B5", "合计"))
		must(f.SetCellFormula(sheet, "G5", "SUM(G3:G4)"))
		must(f.SetCellFormula(sheet, "H5", `COUNTIF(A3:H4,"B10")+G5`))
		must(f.SetCellValue(sheet, "A6", "填表人："))
		must(f.MergeCell(sheet, "A6", "H6"))
		must(f.SetCellValue(sheet, "A9", "系数"))
		must(f.SetSheetRow(sheet, "A10", &[]any{"甲", 2}))
		must(f.SetSheetRow(sheet, "A12", &[]any{"级别", "说明"}))
		must(f.SetSheetRow(sheet, "A13", &[]any{"一", "重点"}))
		must(f.AddTable(sheet, &excelize.Table{Range: "A12:B13", Name: "级别"}))
		must(f.AutoFilter(sheet, "A2:H4", nil))
		list := excelize.NewDataValidation(true)
		list.SetSqref("D3:D4")
		list.SetSqrefDropList("$A$13:$A$13")
		must(f.AddDataValidation(sheet, list))
		red, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FF0000"}})
		must(err)
		must(f.SetConditionalFormat(sheet, "F3:F4", []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "AND(F3<TODAY(),COUNTIF($F$3:$F$4,F3)>$B$10)", Format: &red}}))
		must(f.SetCellHyperLink(sheet, "A6", "Sheet1!A13", "Location"))
		must(f.AddComment(sheet, excelize.Comment{Cell: "A6", Author: "县府办", Paragraph: []excelize.RichTextRun{{Text: "签字"}}}))
		must(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "Sheet1!$A$1:$H$6", Scope: sheet}))
		must(f.SetDefinedName(&excelize.DefinedName{Name: "总分", RefersTo: "Sheet1!$G$5"}))
		must(f.InsertPageBreak(sheet, "A7"))
		must(f.SetCellFormula("说明", "B1", "SUM(Sheet1!G3:G4)+Sheet1!G5+A1"))
		must(f.AddChart(sheet, "J8", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Sheet1!$G$2", Categories: "Sheet1!$B$3:$B$4", Values: "Sheet1!$G$3:$G$4"}}}))
	})
}

// look says what another reader finds of all that is not cells of the table.
func look(t *testing.T, data []byte) string {
	t.Helper()
	var out strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	reopen(t, data, func(f *excelize.File) {
		const sheet = "Sheet1"
		for row := 3; row <= 16; row++ {
			for _, column := range []string{"G", "H"} {
				cell := fmt.Sprint(column, row)
				if formula, _ := f.GetCellFormula(sheet, cell); formula != "" {
					say("%s =%s", cell, formula)
				}
			}
		}
		formula, _ := f.GetCellFormula("说明", "B1")
		say("B1 =%s", formula)
		lists, _ := f.GetDataValidations(sheet)
		for _, l := range lists {
			say("list %s of %s", l.Sqref, strings.TrimPrefix(l.Formula1, "Sheet1!"))
		}
		formats, _ := f.GetConditionalFormats(sheet)
		for area, list := range formats {
			say("format %s %s", area, list[0].Criteria)
		}
		merged, _ := f.GetMergeCells(sheet)
		for _, m := range merged {
			say("merged %s:%s", m.GetStartAxis(), m.GetEndAxis())
		}
		tables, _ := f.GetTables(sheet)
		for _, table := range tables {
			say("table %s", table.Range)
		}
		for _, n := range f.GetDefinedName() {
			say("name %s %s", n.Name, strings.NewReplacer("$", "", "'", "").Replace(n.RefersTo))
		}
		_, link, _ := f.GetCellHyperLink(sheet, "A8")
		say("link %s", strings.TrimPrefix(link, "#"))
		comments, _ := f.GetComments(sheet)
		for _, c := range comments {
			say("comment %s", c.Cell)
		}
	})
	return out.String()
}

const pushed = `G7 =SUM(G3:G6)
H3 =G3*$B$12+SUM(G$3:G3)
H4 =G4*$B$12+SUM(G$3:G4)
H5 =G5*$B$12+SUM(G$3:G5)
H6 =G6*$B$12+SUM(G$3:G6)
H7 =COUNTIF(A3:H6,"B10")+G7
B1 =SUM(Sheet1!G3:G6)+Sheet1!G7+A1
list D3:D6 of $A$15:$A$15
format F3:F6 AND(F3<TODAY(),COUNTIF($F$3:$F$6,F3)>$B$12)
merged A1:H1
merged A8:H8
table A14:B15
name _xlnm.Print_Area Sheet1!A1:H8
name 总分 Sheet1!G7
name _xlnm._FilterDatabase Sheet1!A2:J6
link Sheet1!A15
comment A8
`

// sorted returns the lines of a text in order.
func sorted(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i := range lines {
		for j := i; j > 0 && lines[j] < lines[j-1]; j-- {
			lines[j], lines[j-1] = lines[j-1], lines[j]
		}
	}
	return strings.Join(lines, "\n")
}

// TestNewRowsPush holds that new rows move and stretch all around them, as Excel's do.
func TestNewRowsPush(t *testing.T) {
	out, report := fill(t, busy(t), tasks("修桥", "铺路", "植树", "建校"))
	if report.Fresh != 4 {
		t.Errorf("%+v", report)
	}
	if got := look(t, out); sorted(got) != sorted(pushed) {
		t.Errorf("got\n%s\nwant\n%s", sorted(got), sorted(pushed))
	}
	for part, want := range map[string][]string{
		"xl/worksheets/sheet1.xml": {`<autoFilter ref="A2:J6"`, `<brk id="8"`},
		"xl/charts/chart1.xml":     {"Sheet1!$G$3:$G$6", "Sheet1!$B$3:$B$6", "Sheet1!$G$2<"},
		"xl/drawings/drawing1.xml": {"<xdr:row>9</xdr:row>"},
		"xl/workbook.xml":          {`fullCalcOnLoad="1"`},
	} {
		a, err := openArchive(out)
		if err != nil {
			t.Fatal(err)
		}
		text, err := a.read(part)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(string(text), w) {
				t.Errorf("%s has no %s", part, w)
			}
		}
	}
	again, _ := fill(t, out, tasks("修桥", "铺路", "植树", "建校"))
	if !bytes.Equal(out, again) {
		t.Error("made again, the ledger differs")
	}
}

// TestNewRowsPushSavedElsewhere is the same with the file as LibreOffice saves it, whose XML has ways of its own.
func TestNewRowsPushSavedElsewhere(t *testing.T) {
	saved, err := os.ReadFile("testdata/libreoffice.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	out, _ := fill(t, saved, tasks("修桥", "铺路", "植树", "建校"))
	if got := look(t, out); sorted(got) != sorted(pushed) {
		t.Errorf("got\n%s\nwant\n%s", sorted(got), sorted(pushed))
	}
}

// TestRewrite holds which parts of a formula are references.
func TestRewrite(t *testing.T) {
	m := insertion{sheet: "台账", header: 2, first: 3, after: 4, by: 2}
	for _, tt := range []struct{ formula, want string }{
		{"A4+A5+$B$9", "A4+A7+$B$11"},
		{"SUM(A3:A4)", "SUM(A3:A6)"},   // a total grows
		{"SUM(A3:A10)", "SUM(A3:A12)"}, // what spans grows
		{"SUM(C4:F4)", "SUM(C4:F4)"},   // a row's sum does not
		{"SUM(A:A)+SUM(2:4)+SUM(5:6)", "SUM(A:A)+SUM(2:4)+SUM(7:8)"},
		{`IF(A9="A9",LOG10(5),"说""A9""")`, `IF(A11="A9",LOG10(5),"说""A9""")`},
		{"台账!A9+'台账'!$A$9+Sheet2!A9+'别 的'!A9", "台账!A11+'台账'!$A$11+Sheet2!A9+'别 的'!A9"},
		{"[1]台账!A9+'[1]台账'!A9+SUM(甲:台账!A9)", "[1]台账!A9+'[1]台账'!A9+SUM(甲:台账!A9)"},
		{"级别[A9]+级别[[#All],[A9]]+A1B9+总分9", "级别[A9]+级别[[#All],[A9]]+A1B9+总分9"},
		{"A1048576", "A1048576"},
	} {
		if got := m.formula(tt.formula, true, always); got != tt.want {
			t.Errorf("%s becomes %s, want %s", tt.formula, got, tt.want)
		}
	}
	for _, tt := range []struct{ formula, want string }{{"A4+$A4+A$4+$A$4", "A6+$A6+A$4+$A$4"}, {"SUM(A$3:A4)", "SUM(A$3:A6)"}, {"Sheet2!A4", "Sheet2!A6"}} {
		if got := copied(tt.formula, 2, 0); got != tt.want {
			t.Errorf("%s copied is %s, want %s", tt.formula, got, tt.want)
		}
	}
}

// TestSharedFormulas holds that a formula written once for many cells is right in each after rows were put in.
func TestSharedFormulas(t *testing.T) {
	s, err := readSheet(&archive{}, []byte(`<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="2"><c r="B2"><f t="shared" ref="B2:B4" si="0">A2+A$5</f><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="B4"><f si="0" t="shared"/></c></row></sheetData></worksheet>`))
	if err != nil {
		t.Fatal(err)
	}
	out, err := insertion{sheet: "台账", header: 1, first: 2, after: 3, by: 1}.into(s, true)
	want := `<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="2"><c r="B2"><f>A2+A$6</f><v>1</v></c></row><row r="3"><c r="B3"><f>A3+A$6</f><v>2</v></c></row><row r="4"><c r="B4"><f>A4+A$6</f></c></row><row r="5"><c r="B5"><f>A5+A$6</f></c></row></sheetData></worksheet>`
	if err != nil || string(out) != want {
		t.Errorf("%s, %v, want %s", out, err, want)
	}
}

// TestNoRoom holds what rows cannot be put into.
func TestNoRoom(t *testing.T) {
	for what, row := range map[string]string{
		"array formula": `<row r="3"><c r="B3"><f t="array" ref="B3:B9">A3:A9</f></c></row>`,
		"data table":    `<row r="8"><c r="B8"><f t="dataTable" ref="B8:B9" r1="A1"/></c></row>`,
		"end":           `<row r="1048576"/>`,
	} {
		s, err := readSheet(&archive{}, []byte(`<worksheet><sheetData>`+row+`</sheetData></worksheet>`))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := (insertion{sheet: "台账", header: 2, first: 3, after: 3, by: 1}).into(s, true); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestHeaderAlone holds that the cells of a ledger with nothing but a header, and a signature some rows below, look like a table's.
func TestHeaderAlone(t *testing.T) {
	f := excelize.NewFile()
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}, Border: []excelize.Border{{Type: "left", Style: 1, Color: "000000"}, {Type: "bottom", Style: 1, Color: "000000"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		f.SetSheetRow("Sheet1", "A1", &[]any{"序号", "工作任务", "牵头单位", "截止日期", "责任人"}), f.SetCellStyle("Sheet1", "A1", "E1", head), f.SetCellValue("Sheet1", "A4", "填表人："),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	out, _ := fill(t, data.Bytes(), tasks("修桥", "铺路", "植树"))
	expect(t, out,
		"序号|工作任务|牵头单位|截止日期|责任人|变动|任务标识",
		"1|修桥。修桥修桥修桥。|县住建局；配合：县财政局|45992|||abc123-key修桥",
		"2|铺路。铺路铺路铺路。|县住建局；配合：县财政局|45993|||abc123-key铺路",
		"3|植树。植树植树植树。|县住建局；配合：县财政局|45994|||abc123-key植树",
		"填表人：",
	)
	reopen(t, out, func(f *excelize.File) {
		for _, cell := range []string{"A2", "B3", "D4"} {
			id, err := f.GetCellStyle("Sheet1", cell)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil || len(style.Border) != 2 || style.Font.Bold || style.Fill.Pattern != 0 || !style.Alignment.WrapText || (style.NumFmt == 14) != (cell == "D4") {
				t.Errorf("%s: %+v, %v", cell, style, err)
			}
		}
	})
}

// TestTableGrows holds that a ledger that is a table of Excel's has the new rows, and the new columns, within it.
func TestTableGrows(t *testing.T) {
	data := office(t, func(f *excelize.File) {
		for _, err := range []error{f.AddTable("Sheet1", &excelize.Table{Range: "A2:H4", Name: "台账"}), f.SetCellFormula("说明", "B1", "COUNTA(台账[工作任务])")} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	out, _ := fill(t, data, tasks("修桥", "铺路", "植树"))
	a, err := openArchive(out)
	if err != nil {
		t.Fatal(err)
	}
	text, err := a.read("xl/tables/table1.xml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{` ref="A2:J5"`, `<autoFilter ref="A2:J5"`, `<tableColumns count="10">`, `<tableColumn id="9" name="变动"/><tableColumn id="10" name="任务标识"/></tableColumns>`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the table has no %s: %s", want, text)
		}
	}
}
