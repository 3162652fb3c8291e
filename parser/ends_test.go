package parser_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser"
)

// lastItem parses a text and returns what its last item holds, the signature, the date and the titles of the
// attachments, parted by |.
func lastItem(t *testing.T, text string) string {
	t.Helper()
	doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for _, p := range doc.Parts {
		if items := p.Items; len(items) > 0 {
			it := items[len(items)-1]
			for len(it.Children) > 0 {
				it = it.Children[len(it.Children)-1]
			}
			last = doc.Join(it.Own...)
		}
	}
	out := []string{last, doc.Join(doc.Head.Signature...), doc.Join(doc.Head.Date)}
	for _, a := range doc.Head.Attachments {
		out = append(out, doc.Join(a...))
	}
	return strings.Join(out, "|")
}

func TestWhatStandsBehindTheLastItem(t *testing.T) {
	const head = "云溪市水务局关于修缮步道的通知\n各区水务局：\n现就有关事项通知如下：\n一、更换路面。加快施工。\n二、更换路灯。加快施工。\n"
	flat := "云溪市水务局关于修缮步道的通知各区水务局：现就有关事项通知如下：一、更换路面。" + strings.Repeat("修缮沿河步道，补种行道树。", 40) + "二、更换路灯。加快施工。"
	for name, tt := range map[string]struct{ text, want string }{
		"several organs in a line":                    {head + "云溪市水务局 市工商联 市住建局\n2024年5月6日\n", "更换路灯。加快施工。|云溪市水务局 市工商联 市住建局|2024年5月6日"},
		"a date not filled in":                        {head + "云溪市水务局\n年 月 日\n", "更换路灯。加快施工。|云溪市水务局|年 月 日"},
		"a day not filled in":                         {head + "云溪市水务局\n2024年 月 日\n", "更换路灯。加快施工。|云溪市水务局|2024年 月 日"},
		"the end of a year is none":                   {head + "年底前完成。\n", "更换路灯。加快施工。\n年底前完成。||"},
		"no date, but attachments":                    {head + "附件：1.步道清单\n2.路灯清单\n云溪市步道修缮领导小组办公室\n附件1\n步道清单\n沿河步道。\n", "更换路灯。加快施工。|云溪市步道修缮领导小组办公室||步道清单|路灯清单"},
		"departments below a label":                   {head + "责任单位：\n市水务局\n", "更换路灯。加快施工。\n责任单位：\n市水务局||"},
		"who may follow it":                           {head + "各县（市）人民政府可以参照执行，或者制定相应措施。\n", "更换路灯。加快施工。||"},
		"who has to follow":                           {head + "各县（市）人民政府参照省定标准制定措施。\n", "更换路灯。加快施工。\n各县（市）人民政府参照省定标准制定措施。||"},
		"a site's tail":                               {head + "打印 关闭\n相关文章：\n", "更换路灯。加快施工。||"},
		"a news report":                               {head + "云溪社青石1月4日电（记者 张三）会议要求压缩60%以上。\n2021年底前完成。\n", "更换路灯。加快施工。||"},
		"a newspaper":                                 {head + "市水务局通过云溪日报公布结果。\n", "更换路灯。加快施工。\n市水务局通过云溪日报公布结果。||"},
		"flat, a signature cut off":                   {flat + "云溪市水务2024年5月6日", "更换路灯。加快施工。|云溪市水务|2024年5月6日"},
		"flat, attachments, printed":                  {flat + "附件：1.步道清单2.路灯清单云溪市水务局2024年5月6日印发", "更换路灯。加快施工。|云溪市水务局|2024年5月6日|步道清单|路灯清单"},
		"flat, when it takes effect":                  {flat + "本通知自2024年6月1日起施行。", "更换路灯。加快施工。||"},
		"flat, an item about itself":                  {flat + "三、本通知自2024年6月1日起施行。本通知由市水务局负责解释。", "本通知自2024年6月1日起施行。本通知由市水务局负责解释。||"},
		"flat, whom to ask":                           {flat + "步道业务联系人：张三，联系电话：12345", "更换路灯。加快施工。||"},
		"flat, who is to be named":                    {flat + "明确步道业务联系人，联系电话及时公布。", "更换路灯。加快施工。明确步道业务联系人，联系电话及时公布。||"},
		"flat, work of a day":                         {flat + "新路灯自2024年6月1日起亮灯。", "更换路灯。加快施工。新路灯自2024年6月1日起亮灯。||"},
		"when it takes effect, in the last paragraph": {head + "三、更换长椅。加快施工。本通知自2024年6月1日起施行。\n", "更换长椅。加快施工。本通知自2024年6月1日起施行。||"},
		"files of a page":                             {head + "附件：1.步道清单\n附件列表：\n附件1：步道清单.docx\n2024年度步道修缮的通知.rar\n", "更换路灯。加快施工。|||步道清单"},
		"a file alone":                                {head + "附件：步道清单.docx\n", "更换路灯。加快施工。|||步道清单.docx"},
		"flat, a day of the text":                     {flat + "全部路灯更换于2024年5月6日", "更换路灯。加快施工。全部路灯更换于2024年5月6日||"},
	} {
		if got := lastItem(t, tt.text); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, tt.want)
		}
	}
}

func TestAReportBeforeTheDocument(t *testing.T) {
	const draft = "云溪市步道修缮方案\n（征求意见稿）\n一、更换路面。加快施工。\n"
	for name, tt := range map[string]struct{ text, want string }{
		"a report": {"云溪征求意见：拟修缮步道\n发布日期：2024-05-06\n记者了解到，市水务局拟修缮步道。\n以下是原文：\n" + draft, "云溪市步道修缮方案\n（征求意见稿）"},
		"a letter": {"云溪市水务局关于修缮步道的通知\n各区水务局：\n以下是原文的有关要求：\n" + draft, "云溪市水务局关于修缮步道的通知"},
		"no title": {"云溪市水务局关于修缮步道的通知\n各区水务局：\n以下是原文：\n一、更换路面。加快施工。\n", "云溪市水务局关于修缮步道的通知"},
	} {
		doc, err := parser.Parse("notice.txt", []byte(tt.text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Join(doc.Head.Title...); got != tt.want {
			t.Errorf("%s: got %s", name, got)
		}
	}
}
