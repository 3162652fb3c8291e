package parser

import (
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/policyx/policyx/parser/source"
)

const savedPage = `<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Excel.Sheet>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>任务</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
</head><body><table><tr><td colspan=3>云溪市养老任务清单</td></tr><tr><td>序号</td><td>任务内容</td><td>责任单位</td></tr>
<tr><td x:num>1</td><td>开办社区食堂。</td><td>市民政局</td></tr></table></body></html>`

// TestNamedAsAnother: the content says what a workbook is, not the name that a portal or a person gave it.
func TestNamedAsAnother(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(savedPage)
	if err != nil {
		t.Fatal(err)
	}
	const rows = "序号\t任务内容\t责任单位\n1\t开办社区食堂。\t市民政局\n"
	for _, tt := range []struct {
		about, name string
		data        []byte
		want        source.Format
	}{
		{"HTML saved as .xls", "台账.xls", []byte(gbk), source.HTML},
		{"xls named .xlsx", "台账.xlsx", taskTable(t, "xls"), source.XLS},
		{"xlsx named .xls", "台账.xls", taskTable(t, "xlsx"), source.XLSX},
		{"csv named .xls", "台账.xls", taskTable(t, "csv"), source.CSV},
		{"Unicode text of Excel named .xls", "台账.xls", unicodeText(rows), source.TSV},
	} {
		d, err := Parse(tt.name, tt.data, Options{})
		if err != nil {
			t.Errorf("%s: %v", tt.about, err)
			continue
		}
		if text := string(d.Text); d.Source.Format != string(tt.want) || !strings.Contains(text, "任务") || strings.Contains(text, "Excel") || d.tables() == 0 {
			t.Errorf("%s: %s, %d tables, %.80q", tt.about, d.Source.Format, d.tables(), text)
		}
	}
}

// taskTable is a file of testdata/formats.
func taskTable(t *testing.T, ending string) []byte {
	t.Helper()
	data, err := os.ReadFile("../testdata/formats/task-table." + ending)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// unicodeText is what Excel saves as Unicode text: UTF-16 with a mark.
func unicodeText(text string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func (d *Document) tables() int {
	n := 0
	for _, p := range d.Parts {
		n += len(p.Tables)
		for _, it := range p.Items {
			n += len(it.Tables)
		}
	}
	return n
}
