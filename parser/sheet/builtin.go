package sheet

// builtin are the number formats that files name by number alone (ECMA-376, 18.8.30), those
// of dates as a Chinese edition shows them.
var builtin = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00",
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
	18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
	27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m-d-yy", 31: `yyyy"年"m"月"d"日"`,
	32: `h"时"mm"分"`, 33: `h"时"mm"分"ss"秒"`, 34: `上午/下午h"时"mm"分"`, 35: `上午/下午h"时"mm"分"ss"秒"`, 36: `yyyy"年"m"月"`,
	37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
	41: `#,##0;-#,##0;"-";@`, 42: `¥#,##0;¥-#,##0;"-";@`, 43: `#,##0.00;-#,##0.00;"-";@`, 44: `¥#,##0.00;¥-#,##0.00;"-";@`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`,
	55: `上午/下午h"时"mm"分"`, 56: `上午/下午h"时"mm"分"ss"秒"`, 57: `yyyy"年"m"月"`, 58: `m"月"d"日"`,
}

// Builtin returns the code of a number format by its number, "" for General and for what
// files define themselves.
func Builtin(id int) string { return builtin[id] }

// Formats are the number formats of a workbook by their numbers. The zero value has those that are built in.
type Formats struct {
	own      map[int]string // codes
	compiled map[int]*Format
}

// Define gives a number the code that the file says, before it is asked for.
func (f *Formats) Define(id int, code string) {
	if f.own == nil {
		f.own = map[int]string{}
	}
	f.own[id] = code
}

// Of returns the format of a number, compiled once.
func (f *Formats) Of(id int) *Format {
	format, known := f.compiled[id]
	if known {
		return format
	}
	code, ok := f.own[id]
	if !ok {
		code = Builtin(id)
	}
	if f.compiled == nil {
		f.compiled = map[int]*Format{}
	}
	format = NewFormat(code)
	f.compiled[id] = format
	return format
}

// named are the formats that SpreadsheetML calls by name.
var named = map[string]string{
	"General Number": "", "General Date": "yyyy/m/d h:mm", "Long Date": `yyyy"年"m"月"d"日"`, "Medium Date": "d-mmm-yy",
	"Short Date": "yyyy/m/d", "Long Time": "h:mm:ss", "Medium Time": "h:mm AM/PM", "Short Time": "h:mm",
	"Currency": "¥#,##0.00", "Euro Currency": "€#,##0.00", "Fixed": "0.00", "Standard": "#,##0.00",
	"Percent": "0.00%", "Scientific": "0.00E+00", "Yes/No": `"Yes";"Yes";"No"`, "True/False": `"True";"True";"False"`, "On/Off": `"On";"On";"Off"`,
}

// Named returns the code of a number format by its name in SpreadsheetML, and what is no name
// as it is.
func Named(name string) string {
	if code, ok := named[name]; ok {
		return code
	}
	return name
}
