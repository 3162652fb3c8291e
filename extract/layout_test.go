package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// TestLayouts reads small notices of layouts that the ones in testdata do not have. Each
// task is written number|title|last heading|departments|text.
func TestLayouts(t *testing.T) {
	const head = "云溪市人民政府办公室关于做好安居工作的通知\n\n"
	for _, tt := range []struct{ name, text, want string }{
		{"closing paragraphs", head + "一、抓好落实\n（一）加强宣传。办好宣传周。\n（二）加强督查。每月通报进展。\n本通知自2024年6月1日起执行，有效期2年。以往文件与本通知不一致的，以本通知为准。\n联系人：周某",
			"一|加强宣传|一、抓好落实||办好宣传周。; 二|加强督查|一、抓好落实||每月通报进展。"},
		{"a closing item", head + "一、修缮房屋。修缮危房30户。（市住建局负责）\n二、本通知自印发之日起施行，由市住建局负责解释。", "一|修缮房屋||市住建局|修缮危房30户。"},
		{"an item of names alone closes its section", head + "一、改造管网。（市水务局负责）\n二、优化流程\n（一）受理。当日受理。\n（二）审核。两日内办结。\n（三）责任单位：市住建局。\n三、加快供气\n（一）改造站点。（市城管局负责）\n（二）巡查管线。（市应急局负责）",
			"一|改造管网||市水务局|; 二|优化流程||市住建局|（一）受理。当日受理。⏎（二）审核。两日内办结。; 一|改造站点|三、加快供气|市城管局|; 二|巡查管线|三、加快供气|市应急局|"},
		{"conditions inside a sentence", head + "一、发放补贴。符合下列条件的给予补贴：1.购买新房；2.缴清契税。每户补贴1万元。（市财政局负责）",
			"一|发放补贴||市财政局|符合下列条件的给予补贴：1.购买新房；2.缴清契税。每户补贴1万元。"},
		{"a list that begins inside its paragraph", head + "一、改造管网。①普查管网。②2025年底前改造30公里。\n③推广监测。（市水务局负责）\n二、巡查河道。每月巡查。",
			"一|改造管网||市水务局|①普查管网。②2025年底前改造30公里。⏎③推广监测。; 二|巡查河道|||每月巡查。"},
		{"a list of lines with departments", head + "一、改造管网。按月调度。\n①普查管网。（市住建局负责）\n②推广监测。（市水务局负责）",
			"①|普查管网|一、改造管网|市住建局|; ②|推广监测|一、改造管网|市水务局|"},
		{"a remark at the end of a line", head + "一、改造管网。年内完成方案。（从略）\n市水务局要推广监测。（市住建局负责）", "一|改造管网||市住建局|年内完成方案。（从略）⏎市水务局要推广监测。"},
		{"a date that a line break cuts behind a label", head + "一、改造比例由2023\n年底的60%提高至80%。\n二、巡查河道。每月巡查。", "一|改造比例由2023年底的60%提高至80%|||; 二|巡查河道|||每月巡查。"},
		{"an interpretation", "《青石县步道修缮措施》政策解读\n一、修缮步道\n《措施》提出修好路面。\n二、补种林木\n《措施》提出栽种杨树。", ""},
		{"an interpretation, by its second line", "《青石县步道修缮措施》\n政策解读\n一、修缮步道\n《措施》提出修好路面。\n二、补种林木\n《措施》提出栽种杨树。", ""},
		{"duties line by line", head + "一、职责分工\n市财政局：负责筹集资金。\n公安、教育部门：负责配合落户入学。\n二、加强领导。压实责任。",
			"||一、职责分工|市财政局|负责筹集资金。; ||一、职责分工|公安部门、教育部门|负责配合落户入学。; 二|加强领导|||压实责任。"},
		{"departments as headings", head + "一、市水务局\n1.编制方案。\n2.巡查河道。\n二、各县区人民政府\n落实属地责任。\n三、参加单位\n1.市气象局\n2.市应急局",
			"1|编制方案|一、市水务局|市水务局|; 2|巡查河道|一、市水务局|市水务局|; 二|各县区人民政府||各县区人民政府|落实属地责任。"},
		{"headings without labels", "发布日期：2024-05-06\n\n优化供地\n加快供应住宅用地。（责任单位：市自然资源局）\n降低成本\n减免契税。（责任单位：市财政局、税务局）",
			"|优化供地||市自然资源局|加快供应住宅用地。; |降低成本||市财政局、市税务局|减免契税。"},
		{"headings without labels in a section", head + "一、重点任务\n优化供地\n加快供应住宅用地。（责任单位：市自然资源局）\n降低成本\n减免契税。（责任单位：市财政局）",
			"|优化供地|一、重点任务|市自然资源局|加快供应住宅用地。; |降低成本|一、重点任务|市财政局|减免契税。"},
		{"sections without work", head + "一、支持对象\n在本市注册的企业。\n二、支持措施\n（一）减免租金。减免三个月租金。\n三、申报条件\n（一）在本市注册。", "一|减免租金|二、支持措施||减免三个月租金。"},
	} {
		n := noticeOf(t, tt.text)
		var got []string
		for _, task := range n.Tasks {
			got = append(got, layoutOf(task))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
	}
}

func noticeOf(t *testing.T, text string) *schema.Notice {
	t.Helper()
	d, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return mustExtract(t, d, extract.Options{})
}

func layoutOf(t schema.Task) string {
	last := ""
	if n := len(t.Path); n > 0 {
		last = t.Path[n-1]
	}
	var names []string
	if d := t.Departments; d != nil {
		for _, list := range [][]schema.Department{d.Lead, d.Support, d.Responsible} {
			for _, e := range list {
				names = append(names, e.Name)
			}
		}
	}
	return fmt.Sprintf("%s|%s|%s|%s|%s", t.Number, t.Title, last, strings.Join(names, "、"), strings.ReplaceAll(t.Text, "\n", "⏎"))
}

// TestHeads reads heads that the notices in testdata do not have.
func TestHeads(t *testing.T) {
	const body = "\n一、修缮房屋。修缮危房30户。（市住建局负责）\n"
	const page = "<html><body><div class=\"content\"><h1>%s</h1>%s<p>一、修缮房屋。修缮危房30户，改善居住条件，抓紧组织实施。（市住建局负责）</p></div></body></html>"
	for _, tt := range []struct{ text, field, want string }{
		{fmt.Sprintf(page, "【市级政策】关于印发《云溪市安居措施》的通知", ""), "title", "关于印发《云溪市安居措施》的通知"},
		{fmt.Sprintf(page, "《云溪市安居若干措施》", ""), "title", "云溪市安居若干措施"},
		{"云溪市安居若干措施\n（试行）" + body, "title", "云溪市安居若干措施（试行）"},
		{"云溪市财政局\n云 溪 市 民 政 局\n关于做好安居工作的通知" + body, "title", "云溪市财政局 云溪市民政局关于做好安居工作的通知"},
		{"云溪市财政局云溪市民政局关于做好安居工作的通知" + body, "issuer", "云溪市财政局、云溪市民政局"},
		{"中共柳湾区委 柳湾区人民政府印发《关于安居的实施方案》的通知" + body, "issuer", "中共柳湾区委、柳湾区人民政府"},
		{"中共柳湾区委 柳湾区人民政府印发《关于安居的实施方案》的通知" + body, "jurisdiction", "柳湾区"},
		{"我市出台《关于安居的若干措施》" + body, "issuer", ""},
		{"关于做好安居工作的通知\n现通知如下。\n云溪市民政局\n（云溪市安居工作专班办公室）\n云溪市财政局\n2024年5月6日" + body, "issuer", "云溪市民政局（云溪市安居工作专班办公室）、云溪市财政局"},
		{"关于做好安居工作的通知\n现通知如下。\n云溪市民政局\n2024月5月6日" + body, "issued", "2024-05-06"},
		{"发布日期：2024.05.06\n云溪市民政局关于做好安居工作的通知" + body, "published", "2024-05-06"},
		{"云溪市民政局关于做好安居工作的通知" + body + "本通知自2024年7月1日起实行，有效期2年。", "effective", "2024-07-01"},
		{"云溪市民政局关于做好安居工作的通知\n一、发放补贴。上述补贴自2024年7月1日起执行。\n", "effective", ""},
	} {
		m := noticeOf(t, tt.text).Metadata
		got := map[string]string{"title": m.Title, "issuer": m.Issuer, "jurisdiction": m.Jurisdiction, "issued": m.Issued, "published": m.Published, "effective": m.Effective}[tt.field]
		if got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.text, tt.field, got, tt.want)
		}
	}
}

// TestDutyTables reads tables of duties and cells that span rows.
// TestLongTables holds that a table of any length keeps its rows: each row is a task.
func TestLongTables(t *testing.T) {
	const rows = 10000
	for name, form := range map[string]string{"a row a line": "%d | 修缮第%d处危房 | 市住建局 | 2026年6月底前\n", "a cell a line": "%d|\n修缮第%d处危房|\n市住建局|\n2026年6月底前|\n"} {
		head := "序号 | 工作任务 | 责任单位 | 完成时限\n"
		if name == "a cell a line" {
			head = strings.ReplaceAll(strings.ReplaceAll(head, " | ", "|\n"), "时限", "时限|")
		}
		var text strings.Builder
		text.WriteString("云溪市危房修缮任务清单\n" + head)
		for i := range rows {
			fmt.Fprintf(&text, form, i+1, i+1)
		}
		n := noticeOf(t, text.String())
		if len(n.Tasks) != rows || len(n.Tasks[rows-1].Deadlines) != 1 || n.Tasks[rows-1].Number != "10000" {
			t.Errorf("%s: %d tasks", name, len(n.Tasks))
		}
	}
}

func TestDutyTables(t *testing.T) {
	const page = "<html><body><div class=\"content\"><h1>云溪市河湖管护任务分工表</h1><p>为加强全市河湖管护，明确各部门职责，制定本分工表，请各有关部门认真抓好落实。</p><table>%s</table></div></body></html>"
	n := noticeOf(t, fmt.Sprintf(page, "<tr><td>部门</td><td>主要职责</td></tr><tr><td>市水务局</td><td>编制管护方案。</td></tr><tr><td>市财政局</td><td>保障管护经费。</td></tr>"))
	if len(n.Tasks) != 2 || layoutOf(n.Tasks[1]) != "||"+strings.Join(n.Tasks[1].Path, "")+"|市财政局|保障管护经费。" {
		t.Errorf("got %+v", n.Tasks)
	}
	n = noticeOf(t, fmt.Sprintf(page, "<tr><td>任务</td><td>市级责任单位</td><td>完成时限</td></tr><tr><td>清理河道淤泥，修复护坡。</td><td>市水务局</td><td rowspan=\"2\">2026年底</td></tr><tr><td>沿河植树，建设绿色廊道。</td><td>市林业局</td></tr>"))
	for _, task := range n.Tasks {
		if len(task.Deadlines) != 1 || task.Deadlines[0].Value != "../2026-12-31" || task.Departments == nil {
			t.Errorf("got %+v", task)
		}
	}
	if len(n.Tasks) != 2 {
		t.Errorf("%d tasks", len(n.Tasks))
	}
}

// TestGoalsAreNoDefinitions holds a definition with a number out of the goals.
func TestGoalsAreNoDefinitions(t *testing.T) {
	n := noticeOf(t, "云溪市民政局关于做好安居工作的通知\n一、总体要求\n本通知所称小户型，是指面积不超过60平方米的住房。到2026年，改造小户型2000套。\n二、修缮房屋。修缮危房30户。（市住建局负责）")
	if len(n.Goals) != 1 || !strings.HasPrefix(n.Goals[0].Text, "到2026年") {
		t.Errorf("got %+v", n.Goals)
	}
}

// TestGoalsInTitles: an item that is nothing but its line states its goal there; what a
// scope says is none.
func TestGoalsInTitles(t *testing.T) {
	n := noticeOf(t, "云溪市关于发展数字经济的方案\n一、工作目标\n1.产业规模：到2027年，产业规模超100亿元。\n2.企业培育：到2027年企业达到50家。到2030年达到80家。\n二、补贴标准\n（一）适用范围\n购买面积144平方米以下住房，2026年底前备案。\n（二）补贴额度\n每套补贴2万元。（市住建局负责）")
	var got []string
	for _, g := range n.Goals {
		got = append(got, g.Text)
	}
	if want := "产业规模：到2027年，产业规模超100亿元。|企业培育：到2027年企业达到50家。|到2030年达到80家。"; strings.Join(got, "|") != want {
		t.Errorf("got %v", got)
	}
}
