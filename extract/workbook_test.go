package extract_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestSheets: each sheet of a ledger is a section, its name the first in the path of its tasks; what stands below a table is
// no task, and a header may have three rows.
func TestSheets(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	sheets := []struct {
		name string
		rows [][]any
	}{
		{"重点任务", [][]any{
			{"云溪市2025年重点任务清单"},
			{"序号", "工作任务", "责任分工", nil, "完成时限"},
			{nil, nil, "责任单位"},
			{nil, nil, "牵头单位", "配合单位"},
			{"一、民生"},
			{1, "改造老旧管网10公里", "市水务局", "市财政局", "9月底前"},
			{2, "培训护理人员50人次", "市民政局", nil, "2025年底前"},
			{"备注：1.各责任单位每月底前报送进展（市政府办公室牵头）。"},
		}},
		{"民生实事", [][]any{{"序号", "事项", "责任单位"}, {1, "更换老旧电梯20部", "市住建局"}}},
		{"职权目录", [][]any{{"云溪市水务局权责清单"}, {"序号", "职权名称", "职权类型", "实施依据", "责任单位"}, {1, "取水许可", "行政许可", "《水法》第七条", "市水务局"}}},
	}
	for i, s := range sheets {
		if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for r, row := range s.rows {
			if err := f.SetSheetRow(s.name, "A"+string(rune('1'+r)), &row); err != nil {
				t.Fatal(err)
			}
		}
		if i == 0 {
			for _, m := range [][2]string{{"A1", "E1"}, {"A2", "A4"}, {"B2", "B4"}, {"C2", "D2"}, {"C3", "D3"}, {"E2", "E4"}, {"A5", "E5"}, {"A8", "E8"}} {
				if err := f.MergeCell(s.name, m[0], m[1]); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	doc, n := read(t, "台账.xlsx", data.Bytes())
	if faults := spanFaults(doc, n); len(faults) > 0 {
		t.Error(faults[0])
	}
	if n.Metadata.Title != "云溪市2025年重点任务清单" || len(n.Tables) != 3 {
		t.Errorf("title %q, %d tables", n.Metadata.Title, len(n.Tables))
	}
	var got []string
	for _, task := range n.Tasks {
		end := ""
		if len(task.Deadlines) > 0 {
			end = task.Deadlines[0].End
		}
		lead := ""
		if len(task.Departments.Lead) > 0 {
			lead = task.Departments.Lead[0].Name
		}
		got = append(got, strings.Join(task.Path, ">")+" "+task.Number+" "+lead+" "+end)
	}
	want := "重点任务>一、民生 1 市水务局 2025-09-30|重点任务>一、民生 2 市民政局 2025-12-31|民生实事 1  "
	if strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
}

// The real workbooks beside the project are lists of powers, a score sheet and a catalogue: their grids are read, and none of
// their rows is a task.
func TestRealWorkbooks(t *testing.T) {
	paths, _ := filepath.Glob("../../shared/corpus/wild/xls*/*.xls*")
	if len(paths) == 0 {
		t.Skip("no corpus beside the project")
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, n := read(t, filepath.Base(path), data)
		if len(n.Tasks)+len(n.Goals)+len(n.Indicators) > 0 || len(n.Tables) == 0 {
			t.Errorf("%s: %d tasks, %d goals, %d indicators, %d tables", path, len(n.Tasks), len(n.Goals), len(n.Indicators), len(n.Tables))
		}
		for _, table := range n.Tables {
			if table.Header == 0 || len(table.Rows) < 2 {
				t.Errorf("%s: a table of %d rows with a header of %d", path, len(table.Rows), table.Header)
			}
		}
	}
}
