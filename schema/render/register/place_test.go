package register

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// headed returns a workbook with a header and nothing else.
func headed(t *testing.T, headers ...any) []byte {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetSheetRow("Sheet1", "A1", &headers); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestPlace holds that a department is never written as what it is not, nor left out unsaid, whichever columns there are.
func TestPlace(t *testing.T) {
	row := func(title, lead, responsible, support string) Row {
		return Row{Document: "d", Key: title, Cells: map[string]string{
			"title": title, "lead": lead, "responsible": responsible, "support": support, "deadlines": "年底前", "due": "2025-12-31",
		}}
	}
	rows := []Row{row("修桥", "甲局", "乙局、丙局", "丁局"), row("铺路", "甲局", "", "丁局"), row("植树", "", "乙局", "丁局"), row("建校", "", "", "丁局")}
	for _, tt := range []struct {
		headers []any
		want    []string // the last columns, by row
		lacks   []Lack
	}{
		{
			[]any{"工作任务", "完成时限", "牵头\n部门"},
			[]string{"甲局；责任：乙局、丙局；配合：丁局", "甲局；配合：丁局", "责任：乙局；配合：丁局", "配合：丁局"},
			[]Lack{{"responsible", "牵头部门", 2}, {"support", "牵头部门", 4}},
		},
		{
			[]any{"工作任务", "完成时限", "责任单位"},
			[]string{"牵头：甲局；责任：乙局、丙局；配合：丁局", "牵头：甲局；配合：丁局", "乙局；配合：丁局", "配合：丁局"},
			[]Lack{{"lead", "责任单位", 2}, {"support", "责任单位", 4}},
		},
		{
			[]any{"工作任务", "完成时限", "牵头单位", "配合单位"},
			[]string{"甲局；责任：乙局、丙局|丁局", "甲局|丁局", "责任：乙局|丁局", "|丁局"},
			[]Lack{{"responsible", "牵头单位", 2}},
		},
		{
			[]any{"工作任务", "截止日期", "配合单位"},
			[]string{"牵头：甲局；责任：乙局、丙局；配合：丁局", "牵头：甲局；配合：丁局", "责任：乙局；配合：丁局", "丁局"},
			[]Lack{{"lead", "配合单位", 2}, {"responsible", "配合单位", 2}},
		},
		{
			[]any{"序号", "工作任务", "文号"},
			[]string{"", "", "", ""},
			[]Lack{{"lead", "", 2}, {"responsible", "", 2}, {"support", "", 4}, {"deadlines", "", 4}},
		},
	} {
		out, report, err := Fill(headed(t, tt.headers...), rows, words)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(report.Lacks, tt.lacks) {
			t.Errorf("%v: lacks %v, want %v", tt.headers, report.Lacks, tt.lacks)
		}
		reopen(t, out, func(f *excelize.File) {
			for i, want := range tt.want {
				got := ""
				for j := 2; j < len(tt.headers); j++ {
					cell, _ := excelize.CoordinatesToCellName(j+1, i+2)
					text, err := f.GetCellValue("Sheet1", cell)
					if err != nil {
						t.Fatal(err)
					}
					if j > 2 {
						got += "|"
					}
					got += text
				}
				if got != want {
					t.Errorf("%v, row %d: %q, want %q", tt.headers, i+2, got, want)
				}
			}
		})
	}
}

// TestPlaceText holds that one column for title and text says both, and nothing twice.
func TestPlaceText(t *testing.T) {
	for _, tt := range [][3]string{
		{"修桥", "年底前完成。", "修桥。年底前完成。"},
		{"修桥", "修桥要在年底前完成。", "修桥。修桥要在年底前完成。"},
		{"修桥", "修桥。年底前完成。", "修桥。年底前完成。"},
		{"年底前修好全市…", "年底前修好全市的桥。", "年底前修好全市的桥。"},
		{"修桥", "", "修桥"},
		{"", "修桥。", "修桥。"},
	} {
		for _, header := range []string{"工作任务", "工作内容"} {
			out, _, err := Fill(headed(t, header, "牵头单位", "完成时限"), []Row{{Document: "d", Key: "k", Cells: map[string]string{"title": tt[0], "text": tt[1]}}}, words)
			if err != nil {
				t.Fatal(err)
			}
			reopen(t, out, func(f *excelize.File) {
				if got, err := f.GetCellValue("Sheet1", "A2"); err != nil || got != tt[2] {
					t.Errorf("%s: %q, %v, want %q", header, got, err, tt[2])
				}
			})
		}
	}
}
