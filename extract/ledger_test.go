package extract_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/policyx/policyx/schema"
)

// ledger is a workbook to be written. Its rows stand one a line, their cells between bars: =1 is a formula with its result, @2025-12-31
// a date, a line of ## and a name begins a sheet, one that begins with ~ is hidden.
type ledger struct {
	name, rows string
	merges     string // A1:E1 B2:B4, of the first sheet
	want       string // as TestTaskTables has it, with ! and a message for what was not read
	plain      string // what a csv gives, where that is less
}

var ledgers = []ledger{
	{"重点任务 and 具体工作", "序号|重点任务|具体工作|责任单位\n1|社区食堂|在城区布点开办食堂。|市民政局", "",
		">1|社区食堂|//市民政局|=|在城区布点开办食堂。", ""},
	{"重点工程 and 工作内容", "序号|重点工程|工作内容|责任单位\n1|管网改造工程|改造老旧管网10公里。|市水务局", "",
		">1|管网改造工程|//市水务局|=|改造老旧管网10公里。", ""},
	{"事项名称 and 主要内容", "序号|事项名称|主要内容|责任单位\n1|社区食堂|在城区布点开办食堂。|市民政局", "",
		">1|社区食堂|//市民政局|=|在城区布点开办食堂。", ""},
	{"年度任务 and 推进举措", "序号|年度任务|推进举措|包保单位\n1|社区食堂|在城区布点开办食堂。|市民政局", "",
		">1|社区食堂|//市民政局|=|在城区布点开办食堂。", ""},
	{"攻坚任务 and 完成节点", "序号|攻坚任务|责任单位|完成节点\n1|开办社区食堂。|市民政局|2026年6月底前", "",
		">1||//市民政局|2026年6月底前=../2026-06-30|开办社区食堂。", ""},
	{"departments of two levels", "序号|事项名称|主要内容|国家部委|省级部门\n1|开办食堂|支持布点开办社区食堂。|民政部|省民政厅", "",
		">1|开办食堂|//民政部、省民政厅|=|支持布点开办社区食堂。", ""},
	{"a group in two cells", "序号|任务内容|责任单位\n一|居家服务\n1|开办社区食堂。|市民政局\n二|机构服务\n2|改造敬老院。|市民政局", "",
		"一、居家服务>1||//市民政局|=|开办社区食堂。\n二、机构服务>2||//市民政局|=|改造敬老院。", ""},
	{"a group across", "序号|任务内容|责任单位\n一、居家服务\n1|开办社区食堂。|市民政局\n二、机构服务\n2|改造敬老院。|市民政局", "A2:C2 A4:C4",
		"一、居家服务>1||//市民政局|=|开办社区食堂。\n二、机构服务>2||//市民政局|=|改造敬老院。", ""},
	{"roles below one header", "序号|任务内容|责任分工||完成时限\n||牵头单位|配合单位\n1|开办社区食堂。|市民政局|市财政局、市住建局|2026年6月", "A1:A2 B1:B2 C1:D1 E1:E2",
		">1||市民政局/市财政局、市住建局/|2026年6月=2026-06|开办社区食堂。", ""},
	{"the year of the title", "云溪市2026年养老任务清单\n序号|任务内容|责任单位|完成时限\n1|开办社区食堂。|市民政局|9月\n2|改造敬老院。|市民政局|12月底前", "A1:D1",
		">1||//市民政局|9月=2026-09|开办社区食堂。\n>2||//市民政局|12月底前=../2026-12-31|改造敬老院。", ""},
	{"numbered rows never merge", "序号|任务内容|责任单位\n1|开办社区食堂|市民政局\n2|改造敬老院\n3|新建驿站|市住建局", "",
		">1||//市民政局|=|开办社区食堂\n>2||//|=|改造敬老院\n>3||//市住建局|=|新建驿站", ""},
	{"numbers by formula", "序号|任务内容|责任单位\n=1|开办社区食堂。|市民政局\n=2|改造敬老院。|市民政局", "",
		">1||//市民政局|=|开办社区食堂。\n>2||//市民政局|=|改造敬老院。", ""},
	{"a name over rows", "序号|重点任务|具体工作|责任单位\n1|居家服务|在城区布点开办食堂。|市民政局\n||改造老旧小区无障碍设施。|市住建局\n2|机构服务|改造敬老院消防设施。|市民政局", "A2:A3 B2:B3",
		">1|居家服务|//市民政局|=|在城区布点开办食堂。\n>1|居家服务|//市住建局|=|改造老旧小区无障碍设施。\n>2|机构服务|//市民政局|=|改造敬老院消防设施。", ""},
	{"a department over rows", "序号|任务内容|责任单位\n1|开办社区食堂。|市民政局\n2|改造敬老院。", "C2:C3",
		">1||//市民政局|=|开办社区食堂。\n>2||//市民政局|=|改造敬老院。", ">1||//市民政局|=|开办社区食堂。\n>2||//|=|改造敬老院。"},
	{"times in figures", "序号|任务内容|责任单位|完成时限\n1|开办社区食堂。|市民政局|2025.12\n2|改造敬老院。|市民政局|2025/12\n3|新建驿站。|市民政局|20251231\n4|改造电梯。|市住建局|@2025-12-31\n5|开办学堂。|市民政局|2025-12-31 00:00:00", "",
		">1||//市民政局|2025.12=2025-12|开办社区食堂。\n>2||//市民政局|2025/12=2025-12|改造敬老院。\n>3||//市民政局|20251231=2025-12-31|新建驿站。\n>4||//市住建局|2025/12/31=2025-12-31|改造电梯。\n>5||//市民政局|2025-12-31 00:00:00=2025-12-31|开办学堂。", ""},
	{"notes below", "养老任务清单\n序号|任务内容|责任单位\n1|开办社区食堂。|市民政局\n注：1.市财政局每月报送进展。\n填表人：周某||联系电话：1234", "A1:C1 A4:C4",
		">1||//市民政局|=|开办社区食堂。", ""},
	{"a group behind an empty number", "序号|任务内容|责任单位|完成时限\n|居家服务\n1|开办社区食堂。|市民政局|2026年6月\n|机构服务\n2|改造敬老院。|市民政局|2026年9月", "B2:D2 B4:D4",
		"居家服务>1||//市民政局|2026年6月=2026-06|开办社区食堂。\n机构服务>2||//市民政局|2026年9月=2026-09|改造敬老院。",
		">1||//市民政局|2026年6月=2026-06|开办社区食堂。机构服务\n>2||//市民政局|2026年9月=2026-09|改造敬老院。"},
	{"a name over the departments heads what it is divided into", "序号|任务内容|责任单位|完成时限\n1|民政局服务|\n1.1|开办社区食堂。|市民政局|2026年6月", "B2:D2",
		"1、民政局服务>1.1||//市民政局|2026年6月=2026-06|开办社区食堂。", ""},
	{"classes before the number", "类别|序号|任务名称|工作内容|责任单位\n居家|1|食堂|在城区开办社区食堂。|市民政局\n|2|驿站|新建养老服务驿站。|市住建局\n机构|3|敬老院|改造敬老院的消防设施。|市民政局", "A2:A3",
		"居家>1|食堂|//市民政局|=|在城区开办社区食堂。\n居家>2|驿站|//市住建局|=|新建养老服务驿站。\n机构>3|敬老院|//市民政局|=|改造敬老院的消防设施。", ""},
	{"names without numbers", "重点任务|具体工作|责任单位\n居家服务|在城区布点开办食堂。|市民政局\n|改造老旧小区无障碍设施。|市住建局\n机构服务|改造敬老院消防设施。|市民政局", "A2:A3",
		">|居家服务|//市民政局|=|在城区布点开办食堂。\n>|居家服务|//市住建局|=|改造老旧小区无障碍设施。\n>|机构服务|//市民政局|=|改造敬老院消防设施。", ""},
	{"fields of a form above", "云溪市养老任务清单\n填报单位：市民政局||填报日期：2026年1月5日\n序号|任务内容|责任单位\n1|开办社区食堂。|市民政局", "A1:C1",
		">1||//市民政局|=|开办社区食堂。", ""},
	{"a note that is no task", "序号|任务内容|责任单位\n1|开办社区食堂。|市民政局\n|备注：市财政局每月报送进展。", "",
		">1||//市民政局|=|开办社区食堂。", ""},
	{"hidden rows", "序号|任务内容|责任单位\n1|开办社区食堂。|市民政局\n~2|改造敬老院。|市民政局\n3|新建驿站。|市住建局", "",
		">1||//市民政局|=|开办社区食堂。\n>3||//市住建局|=|新建驿站。\n! Hidden rows and columns were left out (1).", ""},
	{"several sheets", "## 居家服务\n序号|任务内容|责任单位\n1|开办社区食堂。|市民政局\n## Sheet2\n序号|任务内容|责任单位\n1|改造敬老院。|市民政局", "",
		"居家服务>1||//市民政局|=|开办社区食堂。\n>1||//市民政局|=|改造敬老院。", ""},
}

// TestLedgers reads ledgers of the shapes that offices keep, as workbooks and, those of one sheet that hides nothing, as csv.
func TestLedgers(t *testing.T) {
	for _, tt := range ledgers {
		files := map[string][]byte{"台账.xlsx": tt.workbook(t)}
		if !strings.ContainsAny(tt.rows, "#~") {
			files["台账.csv"] = tt.csv(t)
		}
		for name, data := range files {
			doc, n := read(t, name, data)
			if faults := spanFaults(doc, n); len(faults) > 0 {
				t.Error(tt.name, name, faults[0])
			}
			want := tt.want
			if tt.plain != "" && name == "台账.csv" {
				want = tt.plain
			}
			if got := ledgerTasks(n); got != want {
				t.Errorf("%s, %s:\n got %s\nwant %s", tt.name, name, got, want)
			}
		}
	}
}

func ledgerTasks(n *schema.Notice) string {
	var out []string
	for _, task := range n.Tasks {
		out = append(out, tableTask(task))
	}
	for _, d := range n.Diagnostics {
		if d.Code == schema.UnreadContent {
			out = append(out, "! "+d.Message)
		}
	}
	return strings.Join(out, "\n")
}

func (l ledger) workbook(t *testing.T) []byte {
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(l.name, err)
		}
	}
	name, first, row := "Sheet1", "Sheet1", 0
	for line := range strings.Lines(l.rows) {
		line = strings.TrimSuffix(line, "\n")
		if title, ok := strings.CutPrefix(line, "## "); ok {
			if row == 0 {
				must(f.SetSheetName(name, title))
				first = title
			} else if _, err := f.NewSheet(title); err != nil {
				must(err)
			}
			name, row = title, 0
			continue
		}
		row++
		if rest, ok := strings.CutPrefix(line, "~"); ok {
			must(f.SetRowVisible(name, row, false))
			line = rest
		}
		for c, text := range strings.Split(line, "|") {
			must(putCell(f, name, fmt.Sprintf("%c%d", 'A'+c, row), text))
		}
	}
	for _, area := range strings.Fields(l.merges) {
		from, to, _ := strings.Cut(area, ":")
		must(f.MergeCell(first, from, to))
	}
	var out bytes.Buffer
	must(f.Write(&out))
	return out.Bytes()
}

// putCell writes a cell of a [ledger].
func putCell(f *excelize.File, sheet, cell, text string) error {
	if text == "" {
		return nil
	}
	switch text[0] {
	case '=':
		n, err := strconv.Atoi(text[1:])
		if err != nil {
			return err
		}
		if err := f.SetCellInt(sheet, cell, int64(n)); err != nil {
			return err
		}
		return f.SetCellFormula(sheet, cell, "ROW()-1")
	case '@':
		day, err := time.Parse(time.DateOnly, text[1:])
		if err != nil {
			return err
		}
		style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		if err != nil {
			return err
		}
		if err := f.SetCellValue(sheet, cell, day); err != nil {
			return err
		}
		return f.SetCellStyle(sheet, cell, cell, style)
	}
	return f.SetCellValue(sheet, cell, text)
}

// csv has a formula's result, a date as a sheet shows it, and rows of one length.
func (l ledger) csv(t *testing.T) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	columns := 0
	for line := range strings.Lines(l.rows) {
		columns = max(columns, strings.Count(line, "|")+1)
	}
	for line := range strings.Lines(l.rows) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		for c, text := range cells {
			if day, ok := strings.CutPrefix(text, "@"); ok {
				text = strings.ReplaceAll(day, "-", "/")
			}
			cells[c] = strings.TrimPrefix(text, "=")
		}
		if err := w.Write(append(cells, make([]string, columns-len(cells))...)); err != nil {
			t.Fatal(l.name, err)
		}
	}
	w.Flush()
	return out.Bytes()
}
