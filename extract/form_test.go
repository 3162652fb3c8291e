package extract_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
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
