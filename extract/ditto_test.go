package extract_test

import (
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// TestDittoSpans: what a cell repeats stands where the cell says so.
func TestDittoSpans(t *testing.T) {
	doc, err := parser.Parse("notice.txt", []byte("云溪市工作方案\n序号 | 任务内容 | 责任单位 | 完成时限\n1 | 开办食堂。 | 市民政局、市财政局 | 2026年6月\n2 | 修缮步道3条。 | 同上 | 〃\n"), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := extract.Extract(doc, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if faults := spanFaults(doc, n); len(faults) > 0 {
		t.Error(faults[0])
	}
	task := n.Tasks[1]
	for _, d := range task.Departments.Responsible {
		if d.Text != "同上" || d.Span.Line != 4 {
			t.Errorf("%s stands at %+v as %s", d.Name, d.Span, d.Text)
		}
	}
	if d := task.Deadlines[0]; d.Text != "〃" || d.Span.Line != 4 || d.Value != "2026-06" || len(task.Targets) != 1 {
		t.Errorf("%+v, targets %+v", d, task.Targets)
	}
}
