package register

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var words = Words{
	Key: "任务标识", Change: "变动", New: "新增", Edited: "有修改", Gone: "原文已无此项",
	Roles: map[string]string{"lead": "牵头：", "responsible": "责任：", "support": "配合："},
}

// office returns a ledger as an office has it: a title over merged cells, a header, empty rows, a line of signature, another
// sheet, and a column of its own.
func office(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	const sheet = "Sheet1"
	bold, _ := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	day, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetCellValue(sheet, "A1", "青石县重点工作台账"))
	must(f.MergeCell(sheet, "A1", "H1"))
	must(f.SetSheetRow(sheet, "A2", &[]any{"序号", "工作任务", "牵头单位", "配合单位", "完成时限", "截止日期", "责任人", "办结情况"}))
	must(f.SetCellStyle(sheet, "A2", "H2", bold))
	for row := 3; row <= 4; row++ {
		must(f.SetCellValue(sheet, fmt.Sprint("A", row), row-2))
		must(f.SetCellStyle(sheet, fmt.Sprint("F", row), fmt.Sprint("F", row), day))
		must(f.SetCellStyle(sheet, fmt.Sprint("H", row), fmt.Sprint("H", row), bold))
	}
	must(f.SetCellValue(sheet, "A5", "填表人：　　　　日期："))
	must(f.MergeCell(sheet, "A5", "H5"))
	must(f.SetColWidth(sheet, "A", "XFD", 12))
	if _, err := f.NewSheet("说明"); err != nil {
		t.Fatal(err)
	}
	must(f.SetCellValue("说明", "A1", "每月25日前报送"))
	if fill != nil {
		fill(f)
	}
	var out bytes.Buffer
	must(f.Write(&out))
	return out.Bytes()
}

func tasks(titles ...string) []Row {
	var rows []Row
	for i, title := range titles {
		rows = append(rows, Row{Document: "abc123", Key: fmt.Sprintf("key%s", title), Cells: map[string]string{
			"title": title, "text": strings.Repeat(title, 3) + "。", "lead": "县住建局", "support": "县财政局", "deadlines": "2025年底前", "due": fmt.Sprintf("2025-12-%02d", i+1),
		}})
	}
	return rows
}

func fill(t *testing.T, data []byte, rows []Row) ([]byte, Report) {
	t.Helper()
	out, report, err := Fill(data, rows, words)
	if err != nil {
		t.Fatal(err)
	}
	return out, report
}

// reopen returns the workbook as another program sees it, and saves it as one does: excelize writes all parts anew.
func reopen(t *testing.T, data []byte, edit func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	edit(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func shown(t *testing.T, data []byte) []string {
	t.Helper()
	var lines []string
	reopen(t, data, func(f *excelize.File) {
		rows, err := f.GetRows("Sheet1", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			lines = append(lines, strings.Join(r, "|"))
		}
	})
	return lines
}

func expect(t *testing.T, data []byte, want ...string) {
	t.Helper()
	if got := shown(t, data); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const header = "序号|工作任务|牵头单位|配合单位|完成时限|截止日期|责任人|办结情况|变动|任务标识"

func TestFillsTheOfficesOwn(t *testing.T) {
	out, report := fill(t, office(t, nil), tasks("修桥", "铺路", "植树"))
	expect(t, out,
		"青石县重点工作台账",
		header,
		"1|修桥。修桥修桥修桥。|县住建局|县财政局|2025年底前|45992||||abc123-key修桥",
		"2|铺路。铺路铺路铺路。|县住建局|县财政局|2025年底前|45993||||abc123-key铺路",
		"3|植树。植树植树植树。|县住建局|县财政局|2025年底前|45994||||abc123-key植树",
		"填表人：　　　　日期：",
	)
	if want := (Report{Sheet: "Sheet1", Fresh: 3, Others: []string{"说明"}}); !reflect.DeepEqual(report, want) {
		t.Errorf("%+v, want %+v", report, want)
	}
	reopen(t, out, func(f *excelize.File) {
		if shown, err := f.GetColVisible("Sheet1", "J"); err != nil || shown {
			t.Errorf("the column of keys is shown: %v, %v", shown, err)
		}
		merged, err := f.GetMergeCells("Sheet1")
		if err != nil || len(merged) != 2 || merged[1].GetStartAxis()+":"+merged[1].GetEndAxis() != "A6:H6" {
			t.Errorf("merged %v, %v", merged, err)
		}
		a, _ := f.GetCellStyle("Sheet1", "H4")
		if b, err := f.GetCellStyle("Sheet1", "H5"); err != nil || a != b || a == 0 {
			t.Errorf("the new row looks like %d, the one before like %d, %v", b, a, err)
		}
	})
}

// TestKeepsWhatPeopleWrote is the life of a ledger: filled, written in, sorted and saved by another program, and made
// again of an amended notice.
func TestKeepsWhatPeopleWrote(t *testing.T) {
	out, _ := fill(t, office(t, nil), tasks("修桥", "铺路", "植树"))
	out = reopen(t, out, func(f *excelize.File) {
		for cell, text := range map[string]string{"G3": "张三", "H3": "已开工", "G4": "李四", "G5": "王五", "H5": "完成"} {
			if err := f.SetCellValue("Sheet1", cell, text); err != nil {
				t.Fatal(err)
			}
		}
	})
	amended := tasks("修桥", "加快植树", "建校") // 铺路 is gone, 植树 reworded, 建校 new
	amended[1].Cells["text"] = "植树植树植树。"
	out, report := fill(t, out, amended)
	expect(t, out,
		"青石县重点工作台账",
		header,
		"1|修桥。修桥修桥修桥。|县住建局|县财政局|2025年底前|45992|张三|已开工||abc123-key修桥",
		"2|铺路。铺路铺路铺路。|县住建局|县财政局|2025年底前|45993|李四||原文已无此项|abc123-key铺路",
		"3|加快植树。植树植树植树。|县住建局|县财政局|2025年底前|45993|王五|完成|有修改|abc123-key加快植树",
		"4|建校。建校建校建校。|县住建局|县财政局|2025年底前|45994|||新增|abc123-key建校",
		"填表人：　　　　日期：",
	)
	if want := (Report{Sheet: "Sheet1", Same: 1, Edited: 1, Fresh: 1, Gone: 1, Others: []string{"说明"}}); !reflect.DeepEqual(report, want) {
		t.Errorf("%+v, want %+v", report, want)
	}
}

// TestSameAgain holds that nothing new changes nothing, to the byte.
func TestSameAgain(t *testing.T) {
	once, _ := fill(t, office(t, nil), tasks("修桥", "铺路", "植树"))
	twice, report := fill(t, once, tasks("修桥", "铺路", "植树"))
	if !bytes.Equal(once, twice) || report.Same != 3 {
		t.Errorf("made again, the ledger differs: %+v", report)
	}
}

// TestMovedIsNotEdited holds that a task which stands elsewhere in the notice now is no other one.
func TestMovedIsNotEdited(t *testing.T) {
	data := headed(t, "文件", "工作任务", "牵头单位", "所属部分", "源文件", "出处行")
	rows := tasks("修桥", "铺路")
	rows[0].Cells["line"] = "3"
	out, _ := fill(t, data, rows)
	for _, r := range rows {
		r.Cells["line"], r.Cells["path"], r.Cells["file"], r.Cells["document"] = "8", "二、重点任务", "新.txt", "通知"
	}
	out, report := fill(t, out, rows)
	if report.Same != 2 || report.Edited != 0 {
		t.Errorf("%+v", report)
	}
	if got := shown(t, out)[1]; got != "通知|修桥。修桥修桥修桥。|县住建局；配合：县财政局|二、重点任务|新.txt|8||abc123-key修桥" {
		t.Errorf("row %q", got)
	}
}

// TestOtherPartsStay holds that every part but the sheet is the same, byte for byte.
func TestOtherPartsStay(t *testing.T) {
	before := office(t, nil)
	after, _ := fill(t, before, tasks("修桥", "铺路", "植树"))
	parts := func(data []byte) map[string]string {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		m := map[string]string{}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			m[f.Name] = string(text)
		}
		return m
	}
	old, new := parts(before), parts(after)
	if len(old) != len(new) {
		t.Fatalf("%d parts, were %d", len(new), len(old))
	}
	for name := range old {
		if changed := old[name] != new[name]; changed != (name == "xl/worksheets/sheet1.xml") {
			t.Errorf("%s changed: %v", name, changed)
		}
	}
}

// TestOtherNotices holds that the rows of another notice, and the office's own, are left alone; a notice that has got a
// number since is the same one.
func TestOtherNotices(t *testing.T) {
	out, _ := fill(t, office(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "B3", "办理建议提案") }), tasks("修桥"))
	other := tasks("建校")
	other[0].Document = "def456"
	out, report := fill(t, out, other)
	if report.Gone != 0 || report.Fresh != 1 {
		t.Errorf("%+v", report)
	}
	numbered := tasks("修桥")
	numbered[0].Document = "ghi789"
	out, report = fill(t, out, numbered)
	if report.Gone != 0 || report.Fresh != 0 {
		t.Errorf("a notice with a number now: %+v", report)
	}
	if got := shown(t, out); !strings.HasPrefix(got[2], "1|办理建议提案") || !strings.HasSuffix(got[3], "ghi789-key修桥") || !strings.HasSuffix(got[4], "新增|def456-key建校") {
		t.Errorf("%q", got)
	}
}

// TestFormulasStay holds that a formula of the office's is not overwritten.
func TestFormulasStay(t *testing.T) {
	out, _ := fill(t, office(t, nil), tasks("修桥", "铺路"))
	out = reopen(t, out, func(f *excelize.File) {
		if err := f.SetCellFormula("Sheet1", "C3", `UPPER("局")`); err != nil {
			t.Fatal(err)
		}
	})
	amended := tasks("修桥", "铺路")
	amended[0].Cells["lead"] = "县交通局"
	out, _ = fill(t, out, amended)
	reopen(t, out, func(f *excelize.File) {
		if formula, err := f.GetCellFormula("Sheet1", "C3"); err != nil || formula != `UPPER("局")` {
			t.Errorf("formula %q, %v", formula, err)
		}
	})
}

func TestRefuses(t *testing.T) {
	empty := excelize.NewFile()
	var data bytes.Buffer
	if err := empty.Write(&data); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		data []byte
		want error
	}{{data.Bytes(), ErrNoHeader}, {[]byte("no archive"), ErrNoWorkbook}} {
		if _, _, err := Fill(tt.data, tasks("修桥"), words); !errors.Is(err, tt.want) {
			t.Errorf("%v, want %v", err, tt.want)
		}
	}
}

func TestFilled(t *testing.T) {
	out, _ := fill(t, office(t, nil), tasks("修桥", "铺路"))
	if n := Filled(out); n != 0 {
		t.Errorf("%d rows filled, want none", n)
	}
	out = reopen(t, out, func(f *excelize.File) { f.SetCellValue("Sheet1", "G4", "李四") })
	if n := Filled(out); n != 1 {
		t.Errorf("%d rows filled, want 1", n)
	}
	if n := Filled([]byte("no archive")); n != 0 {
		t.Errorf("%d rows filled of no workbook", n)
	}
}

// TestHeaders holds that each header says one thing.
func TestHeaders(t *testing.T) {
	seen := map[string]bool{}
	for row := range strings.Lines(table) {
		if row[0] == '#' {
			continue
		}
		for _, h := range strings.Fields(row)[1:] {
			if seen[h] {
				t.Errorf("%s stands twice", h)
			}
			seen[h] = true
		}
	}
	for header, want := range map[string]string{"工作\n任务": "title", "牵头单位（责任领导）": "lead", "责任人": "", "责任领导": "", "备注": "", "": ""} {
		if got := kindOf(header); got != want {
			t.Errorf("%q holds %q, want %q", header, got, want)
		}
	}
}

func FuzzFill(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>任务</t></is></c><c t="inlineStr"><is><t>牵头单位</t></is></c><c t="inlineStr"><is><t>文号</t></is></c></row><row/></sheetData></worksheet>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := readSheet(&archive{zip: new(zip.Reader), dates: map[int]bool{}}, data)
		if err != nil {
			return
		}
		if l, ok := find(s); ok {
			g := newFilling(s, l, words, stretch{})
			g.match(tasks("修桥"))
			g.write()
			m := insertion{sheet: "台账", header: g.rows[g.header].number, first: g.rows[g.header].number + 1, after: g.rows[g.end].number, by: 2}
			if moved, err := m.into(g.sheet, true); err == nil {
				if _, err := readSheet(&archive{}, moved); err != nil {
					t.Fatalf("%v: %s", err, moved)
				}
			}
		}
	})
}

// FuzzBook holds that a workbook is filled or refused, whatever its parts say, and that what is filled can be filled again with
// no change.
func FuzzBook(f *testing.F) {
	names := []string{"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}
	parts := map[string]string{}
	z, err := zip.NewReader(bytes.NewReader(office(f, nil)), int64(len(office(f, nil))))
	if err != nil {
		f.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			f.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			f.Fatal(err)
		}
		parts[part.Name] = string(data)
	}
	f.Add(parts[names[0]], parts[names[1]], parts[names[2]], parts[names[3]], parts[names[4]])
	f.Fuzz(func(t *testing.T, book, relations, sheet, strings, styles string) {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for i, content := range []string{book, relations, sheet, strings, styles} {
			if part, err := w.CreateHeader(&zip.FileHeader{Name: names[i], Method: zip.Store}); err == nil {
				io.WriteString(part, content)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		Filled(out.Bytes())
		filled, _, err := Fill(out.Bytes(), tasks("修桥", "铺路", "建站"), words)
		if err != nil {
			return
		}
		if again, _, err := Fill(filled, tasks("修桥", "铺路", "建站"), words); err != nil || !bytes.Equal(again, filled) {
			t.Errorf("filled again it is another one: %v", err)
		}
	})
}
