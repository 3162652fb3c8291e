package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/policyx/policyx/parser/internal/press"
)

// parts are the XML of a workbook of one sheet: what stands in the sheet, in the table of
// styles and in that of strings.
type parts struct {
	sheet, styles, strings string
	book                   string // of the main part, before the one sheet
	stored                 bool   // the archive packs nothing
}

const (
	main   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	office = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
)

// build writes the workbook.
func (p parts) build(t testing.TB) []byte {
	method := zip.Deflate
	if p.stored {
		method = zip.Store
	}
	return pack(t, method, map[string]string{
		"_rels/.rels":     `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + office + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook ` + main + `>` + p.book + `<sheets><sheet name="任务" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + office + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + office + `styles" Target="styles.xml"/>` +
			`<Relationship Id="rId3" Type="` + office + `sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet ` + main + `>` + p.sheet + `</worksheet>`,
		"xl/styles.xml":            `<styleSheet ` + main + `>` + p.styles + `</styleSheet>`,
		"xl/sharedStrings.xml":     `<sst ` + main + `>` + p.strings + `</sst>`,
	})
}

func pack(t testing.TB, method uint16, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range files {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// byExcelize writes rows with another implementation.
func byExcelize(t testing.TB, rows [][]press.Cell) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for r, row := range rows {
		for c, cell := range row {
			if cell.Covered {
				continue
			}
			name := cellName(t, c, r)
			if err := f.SetCellStr("Sheet1", name, cell.Text); err != nil {
				t.Fatal(err)
			}
			if cell.RowSpan > 1 || cell.ColSpan > 1 {
				if err := f.MergeCell("Sheet1", name, cellName(t, c+cell.ColSpan-1, r+cell.RowSpan-1)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func cellName(t testing.TB, col, row int) string {
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// grid is the XML of rows of inline strings.
func grid(rows ...[]string) string {
	var out bytes.Buffer
	out.WriteString("<sheetData>")
	for _, row := range rows {
		out.WriteString("<row>")
		for _, text := range row {
			fmt.Fprintf(&out, `<c t="inlineStr"><is><t>%s</t></is></c>`, text)
		}
		out.WriteString("</row>")
	}
	out.WriteString("</sheetData>")
	return out.String()
}
