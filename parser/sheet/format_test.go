package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// 45930 is 2025-09-30.
var shown = []struct {
	code  string
	value float64
	want  string
}{
	{"", 45930, "45930"},
	{"General", 0.1 + 0.2, "0.3"},
	{"General", 1234.5678, "1234.5678"},
	{"General", -12, "-12"},
	{"General", 123456789012, "123456789012"},
	{"yyyy-mm-dd", 45930, "2025-09-30"},
	{"yyyy/m/d", 45930.75, "2025/9/30"},
	{`yyyy"年"m"月"`, 45930, "2025年9月"},
	{`[$-804]yyyy"年"m"月"d"日"`, 45930, "2025年9月30日"},
	{`[$-804]yyyy"年"m"月"d"日";@`, 45930, "2025年9月30日"},
	{`yyyy\-mm\-dd\ hh:mm:ss`, 45930.5, "2025-09-30 12:00:00"},
	{`[DBNum1][$-804]yyyy"年"m"月"d"日"`, 45930, "二〇二五年九月三十日"},
	{`[DBNum1][$-804]m"月"d"日"`, 45611, "十一月十五日"},
	{`m"月"d"日"`, 45930, "9月30日"},
	{"yy.mm", 45930, "25.09"},
	{`yyyy"年"mm"月"dd"日"hh"时"mm"分"`, 45930.4375, "2025年09月30日10时30分"},
	{"d-mmm-yy", 45930, "30-Sep-25"},
	{"[$-804]aaaa", 45930, "星期二"},
	{"h:mm", 0.4375, "10:30"},
	{"h:mm AM/PM", 0.9375, "10:30 下午"},
	{"[h]:mm", 1.5, "36:00"},
	{"mm:ss.0", 0.000127314814815, "00:11.0"},
	{"0%", 0.85, "85%"},
	{"0.0%", 0.8567, "85.7%"},
	{"0.00%", -0.005, "-0.50%"},
	{"0", 2.5, "3"},
	{"0", -0.4, "0"},
	{"00", 7, "07"},
	{"000-00", 12345, "123-45"},
	{"0.00", 1.005, "1.01"},
	{"0.##", 1.5, "1.5"},
	{"#,##0", 1234567, "1,234,567"},
	{"#,##0.00", 1234.5, "1,234.50"},
	{"#,##0.00_);(#,##0.00)", -1234.5, "(1,234.50)"},
	{`#,##0.00_ ;[Red]\-#,##0.00\ `, -1234.5, "-1,234.50 "},
	{`"¥"#,##0.00`, 1234.5, "¥1,234.50"},
	{`[$¥-804]#,##0`, 1234, "¥1,234"},
	{`0"项"`, 12, "12项"},
	{`0.0,"千元"`, 12345, "12.3千元"},
	{"0;-0;;@", 0, ""},
	{`"-"`, 5, "-"},
	{`[>=100]0"多";0.0`, 120, "120多"},
	{`[>=100]0"多";0.0`, 12, "12.0"},
	{"0.00E+00", 12345, "1.23E+04"},
	{"# ?/?", 1.5, "1 1/2"},
	{"@", 12, "12"},
	{"yyyy", -5, "-5"},
}

func TestShow(t *testing.T) {
	for _, tt := range shown {
		if got := NewFormat(tt.code).Show(tt.value, false); got != tt.want {
			t.Errorf("%s of %v: %q, want %q", tt.code, tt.value, got, tt.want)
		}
	}
	if got := NewFormat("yyyy-mm-dd").Show(44468, true); got != "2025-09-30" {
		t.Errorf("from 1904: %q", got)
	}
	for serial, want := range map[float64]string{1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01", 2958465: "9999-12-31", 2958466: "2958466"} {
		if got := NewFormat("yyyy-mm-dd").Show(serial, false); got != want {
			t.Errorf("day %v: %q, want %q", serial, got, want)
		}
	}
}

func TestShowText(t *testing.T) {
	for code, want := range map[string]string{"": "建站", "0": "建站", "@": "建站", `"第"@"条"`: "第建站条", `0;-0;0;"（"@"）"`: "（建站）"} {
		if got := NewFormat(code).ShowText("建站"); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

// apart are the codes that excelize shows in another way than Excel does: Chinese numerals, the
// halves of a day, decimals of seconds, text of no width, and sections that it does not know.
var apart = []string{"DBNum1", "AM/PM", "ss.0", `[>=100]`, "# ?/?", ";;@", `"-"`, "aaaa", "1.005", "000-00", "#,##0.00_)", `\ `, "1234567890"}

// TestExcelize lets another implementation judge the formats.
func TestExcelize(t *testing.T) {
	f := excelize.NewFile(excelize.Options{CultureInfo: excelize.CultureNameZhCN})
	defer f.Close()
	judged := 0
	for i, tt := range shown {
		if tt.code == "" || strings.ContainsAny(fmt.Sprint(tt.value), "e") || anyIn(tt.code+fmt.Sprint(tt.value), apart) || tt.value < 0 && tt.code == "yyyy" || tt.code == "0" {
			continue
		}
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &tt.code})
		if err != nil {
			t.Fatal(err)
		}
		cell := fmt.Sprintf("A%d", i+1)
		if err := f.SetCellValue("Sheet1", cell, tt.value); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
			t.Fatal(err)
		}
		theirs, err := f.GetCellValue("Sheet1", cell)
		if err != nil {
			t.Fatal(err)
		}
		if judged++; theirs != tt.want {
			t.Errorf("%s of %v: excelize shows %q, want %q", tt.code, tt.value, theirs, tt.want)
		}
	}
	if judged < 25 {
		t.Errorf("only %d formats were judged", judged)
	}
}

func anyIn(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func FuzzFormat(f *testing.F) {
	for _, tt := range shown {
		f.Add(tt.code, tt.value)
	}
	f.Fuzz(func(t *testing.T, code string, value float64) {
		format := NewFormat(code)
		if s := format.Show(value, false); len(s) > 400+8*len(code) {
			t.Errorf("%q of %v: %d bytes", code, value, len(s))
		}
		format.ShowText("文")
	})
}
