package grid

import (
	"strings"
	"testing"
)

// FuzzRows reads tables of any words and spans: no panic, rows lie in order within the
// table, and every number of a row is one of its own.
func FuzzRows(f *testing.F) {
	f.Add("序号|重点任务|责任单位|完成时限\n一|居家服务|<|<\n1|开办食堂|县民政局|2026年\n|续|县财政局|", "任务清单")
	f.Add("序号|领域|任务名称|任务内容|责任分工|<\n^|^|^|^|牵头单位|配合单位\n1|养老|食堂|布点。|甲|乙\n2|^|敬老院|改造。|丙|<", "")
	f.Add("序号|指标|2026年目标|2027年目标|责任单位\n1|床位|30|40|县民政局", "指标表")
	f.Fuzz(func(t *testing.T, text, caption string) {
		if len(text) > 2000 || strings.Trim(text, "|\n<^") == "" || !rectangular(text) {
			t.Skip()
		}
		s := sheet(caption, text)
		s.Kind()
		if s.Columns == nil {
			return
		}
		body := 0
		for _, row := range s.TaskRows() {
			if row.Index <= body || row.Index > len(s.Rows) || row.End < row.Start {
				t.Fatalf("row %d behind row %d, from %d to %d", row.Index, body, row.Start, row.End)
			}
			body = row.Index
		}
		s.IndicatorRows()
	})
}

// rectangular reports lines of as many cells each, the first without spans.
func rectangular(text string) bool {
	lines := strings.Split(text, "\n")
	for r, line := range lines {
		if strings.Count(line, "|") != strings.Count(lines[0], "|") || r == 0 && strings.ContainsAny(line, "<^") {
			return false
		}
	}
	return true
}
