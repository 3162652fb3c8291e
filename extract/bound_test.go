package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// TestBoundsAreTold: what is left out of an item that is too long is an error, and one number
// fewer is none.
func TestBoundsAreTold(t *testing.T) {
	const head = "关于印发重点工作任务分工的通知\n\n各有关单位：\n\n一、重点任务\n"
	for _, c := range []struct {
		text     string
		targets  int
		reported bool
	}{
		{strings.Repeat("占5%,", 20_000), 20_000, false},
		{strings.Repeat("占5%,", 20_001), 20_000, true},
		{strings.Repeat("稳步推进。", 80_001), 0, true},
	} {
		doc, err := parser.Parse("long.txt", []byte(head+c.text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := mustExtract(t, doc, extract.Options{})
		targets, reported := 0, false
		for _, task := range n.Tasks {
			targets += len(task.Targets)
		}
		for _, d := range n.Diagnostics {
			reported = reported || d.Severity == schema.Error && d.Code == schema.UnreadContent
		}
		if targets != c.targets || reported != c.reported {
			t.Errorf("%.12s…: %d targets, reported %v", c.text, targets, reported)
		}
	}
}

// TestMostRows: rows of tables of which no task is made any more are told.
func TestMostRows(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: a hundred thousand rows")
	}
	const most = 100_000
	doc, err := parser.Parse("rows.csv", []byte("工作任务,责任单位\n"+strings.Repeat("修桥,市水务局\n", most+1)), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := mustExtract(t, doc, extract.Options{})
	told := slices.ContainsFunc(n.Diagnostics, func(d schema.Diagnostic) bool { return d.Severity == schema.Error && d.Code == schema.TableShape })
	if len(n.Tasks) != most || !told {
		t.Errorf("%d tasks, told %v", len(n.Tasks), told)
	}
}

// TestMostAdded: departments that notes add to the tasks behind them, from the 33rd on, are told.
func TestMostAdded(t *testing.T) {
	stems := strings.Fields("民政 财政 教育 科技 公安 司法 水务 农业农村 交通运输 商务 审计 统计 体育 医保 林业 气象 税务 信访 应急 生态环境 文化旅游 市场监管 自然资源 住房城乡建设 人力资源社会保障 卫生健康 退役军人事务 城市管理 数据 金融 邮政管理 海事 粮食和物资储备")
	for most, told := range map[int]bool{32: false, 33: true} {
		names := "市" + strings.Join(stems[:most], "局、市") + "局"
		_, n := read(t, "n.txt", []byte("云溪市重点工作安排\n一、重点任务\n1.修缮步道。修缮步道10公里。（市发展改革委负责。以下责任单位均包括"+names+"，不再列出）\n2.更换路灯。更换路灯300盏。（市工业和信息化局负责）\n"))
		if len(n.Tasks) != 2 || len(n.Tasks[1].Departments.Responsible) != 33 {
			t.Fatalf("%d: %+v", most, n.Tasks)
		}
		if got := slices.ContainsFunc(n.Diagnostics, func(d schema.Diagnostic) bool {
			return d.Severity == schema.Error && d.Code == schema.UnparsedResponsibility
		}); got != told {
			t.Errorf("%d departments are added: told %v", most, got)
		}
	}
}
