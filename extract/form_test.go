package extract_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// What is to be filled in, signed or shown as a pattern holds no tasks, whatever its items say, and its title
// ends with its kind.
func TestFormsGiveNoTasks(t *testing.T) {
	const notice = "青石县人才补贴实施细则\n一、补贴标准\n按人才层次给予补贴，及时发放到位。\n二、补贴发放\n县人社局核实材料，将资金发放给申请人。\n附表1\n"
	const pledge = "\n作为申请人，我们作出如下声明\n一、我们已充分了解细则，愿意遵守有关规定。\n二、我们同意审核部门核对信息。\n"
	for title, tasks := range map[string]int{
		"青石县人才补贴承诺和授权书": 2, "青石县人才补贴申报人员花名册": 2, "青石县人才补贴公示（模板）": 2, "青石县人才补贴工作方案": 4,
	} {
		doc, err := parser.Parse("x.txt", []byte(notice+title+pledge), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := mustExtract(t, doc, extract.Options{})
		heading := ""
		for _, h := range n.Outline {
			if h.Number == "" {
				heading = h.Heading
			}
		}
		if len(n.Tasks) != tasks || !strings.HasPrefix(heading, title) || heading != title && tasks == 2 {
			t.Errorf("%s: %d tasks, title %q", title, len(n.Tasks), heading)
		}
	}
}

// A part with places to be filled in is a form, whatever its title.
func TestBlanksMakeAForm(t *testing.T) {
	const notice = "青石县筛查工作方案\n一、组织筛查\n组织新生筛查，及时报送结果。\n附件1\n青石县筛查情况\n"
	const form = "一、筛查安排\n1.检测方法:①皮肤试验②释放试验\n2.试验时间:____年____月____日;复验时间:____年____月____日\n3.提供场地不少于20平方米。\n"
	for text, tasks := range map[string]int{form: 1, strings.ReplaceAll(form, "_", ""): 4} {
		doc, err := parser.Parse("x.txt", []byte(notice+text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n := mustExtract(t, doc, extract.Options{}); len(n.Tasks) != tasks {
			t.Errorf("%d tasks of %q, want %d", len(n.Tasks), text, tasks)
		}
	}
}

// What a form, an undertaking or a list holds that reads like work is said, once a part: surely
// where its title says what it is, as a guess where its blanks do.
func TestWorkInFormsIsSaid(t *testing.T) {
	const notice = "青石县筛查工作方案\n一、组织筛查\n组织新生筛查，及时报送结果。\n附件1\n"
	const work = "\n一、加强组织。加强领导，层层落实责任。\n二、做好保障。县财政局负责安排经费，县教育局负责场地。\n"
	const blanks = "填表日期：____年____月____日　　共____页\n"
	for text, want := range map[string]schema.Severity{
		"青石县筛查情况" + work + blanks: schema.Warning,
		"青石县筛查情况\n一、提供场地不少于20平方米。\n二、单位名称：\n" + blanks: schema.Warning,
		"青石县筛查承诺书" + work:  schema.Info,
		"青石县筛查项目清单" + work: schema.Info,
		"青石县筛查需提供的材料如下：\n一、落实单位证明；\n二、身份证明复印件。\n":              "",
		"青石县筛查申报表\n一、单位名称：\n二、完成筛查人数：按实际人数填写。\n三、实施内容\n":       "",
		"青石县筛查情况\n一、单位名称：\n二、筛查人数：按实际填写。\n" + blanks:           "",
		"青石县筛查承诺书\n一、我们已了解方案，愿意遵守规定。\n二、我们同意核对信息。\n":           "",
		"青石县筛查项目清单\n一、云溪湖筛查中心。位于云溪镇，占地20亩。\n二、枫桥筛查点。位于枫桥街道。\n": "",
		"青石县筛查保障方案" + work: "",
	} {
		doc, err := parser.Parse("x.txt", []byte(notice+text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := schema.Severity("")
		for _, d := range mustExtract(t, doc, extract.Options{}).Diagnostics {
			if d.Code != schema.UnreadContent {
				continue
			}
			if got != "" || d.Span == nil {
				t.Errorf("%s: said twice, or of no place", text)
			}
			got = d.Severity
		}
		if got != want {
			t.Errorf("%s: severity %q, want %q", text, got, want)
		}
	}
}

// A clause that a section of reports holds is no task, and is said.
func TestClauseInReportIsSaid(t *testing.T) {
	const notice = "青石县筛查工作方案\n一、现状分析\n（一）基础。筛查点达到3个。\n（二）不足。设备陈旧。\n（三）队伍。人员不足。%s\n二、组织筛查\n（一）开展筛查。完成新生筛查。（县教育局负责）\n"
	for clause, want := range map[string]int{"（县卫健局负责）": 1, "": 0} {
		doc, err := parser.Parse("x.txt", []byte(strings.Replace(notice, "%s", clause, 1)), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n, said := mustExtract(t, doc, extract.Options{}), 0
		for _, d := range n.Diagnostics {
			if d.Code == schema.UnreadContent && d.Severity == schema.Warning {
				said++
			}
		}
		if said != want || len(n.Tasks) != 1 {
			t.Errorf("%q: said %d times, %d tasks", clause, said, len(n.Tasks))
		}
	}
}
