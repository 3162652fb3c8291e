package render

import (
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
)

func sourceColumns() []column {
	return []column{
		{"文件", "", 24}, {"标题", "", 48}, {"发文字号", "", 22}, {"发文机关", "", 28}, {"地区", "", 16}, {"层级", "", 8},
		{"成文日期", "", 12}, {"发布日期", "", 12}, {"施行日期", "", 12}, {"失效日期", "", 12}, {"格式", "", 8}, {"编码", "", 10}, {"字数", "", 9},
		{"任务数", "", 8}, {"目标数", "", 8}, {"指标数", "", 8}, {"诊断数", "", 8},
		{"级别", "", 8}, {"诊断", "", 26}, {"说明", "", 56}, {"出处行", "", 8}, {"SHA-256", "", 20},
	}
}

// writeSource appends a row for the notice and below it a row for each diagnostic.
func writeSource(s *workbook.Sheet, n *schema.Notice) error {
	m, src := n.Metadata, n.Source
	title := m.Title
	if title == "" {
		title = m.Enclosure
	}
	goals := 0
	items(n, func(_ string, t *schema.Task) { goals += len(t.Targets) })
	head := sheetCells([]cell{
		text(src.Name), text(title), text(m.DocumentNumber), text(m.Issuer), text(m.Jurisdiction), text(chinese(string(m.Level))),
		day(m.Issued), day(m.Published), day(m.Effective), day(m.Expires), text(src.Format), text(src.Encoding), count(src.Characters),
		count(len(n.Tasks)), count(goals), count(len(n.Indicators)), count(len(n.Diagnostics)), {}, {}, {}, {}, text(src.SHA256),
	})
	if err := s.Row(0, head...); err != nil {
		return err
	}
	for _, d := range n.Diagnostics {
		row := make([]cell, 22)
		row[0], row[17], row[18], row[19] = text(src.Name), text(chinese(string(d.Severity))), text(string(d.Code)), text(d.Message)
		if d.Span != nil {
			row[20] = line(*d.Span)
		}
		if err := s.Row(1, sheetCells(row)...); err != nil {
			return err
		}
	}
	return nil
}
