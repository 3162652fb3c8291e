package head_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/head"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// metadata returns the metadata of a text.
func metadata(t *testing.T, text string) schema.Metadata {
	t.Helper()
	return read(t, text, head.Options{}).Metadata
}

func read(t *testing.T, text string, opts head.Options) head.Head {
	t.Helper()
	doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := lex.Scan(doc.Folded, doc.Ranges())
	opts.Places, opts.IsOrgan = lexicon.Places(), party.IsOrgan
	return head.Read(doc, s, opts)
}

func TestPlaceAndIssuer(t *testing.T) {
	const body = "\n各有关单位：\n一、修缮步道。加快施工。\n"
	for text, want := range map[string][3]string{
		"关于加快云溪市步道建设的若干意见" + body:                                                                  {"", "云溪市", "city"},
		"关于加快城市建设的若干意见" + body:                                                                     {"", "", ""},
		"关于支持浙江建设步道的若干意见" + body:                                                                   {"", "浙江省", "province"},
		"阿坝州人民政府关于修缮步道的通知" + body:                                                                  {"阿坝州人民政府", "阿坝藏族羌族自治州", "city"},
		"步道修缮规划\n云溪市水务局\n步道年久失修。\n一、修缮步道。加快施工。\n":                                                  {"云溪市水务局", "云溪市", "city"},
		"市政府办公室关于修缮步道的通知\n各区人民政府：\n请认真落实。\n云溪市人民政府办公室\n2023年5月8日\n":                                {"云溪市人民政府办公室", "云溪市", "city"},
		"关于修缮步道的通知\n各有关单位：\n请认真落实。\n市促进步道建设领导小组办公室\n2023年5月8日\n":                                   {"市促进步道建设领导小组办公室", "", "city"},
		"国务院办公厅转发水利部关于修缮步道意见的通知\n各有关单位：\n一、修缮步道。加快施工。\n":                                           {"国务院办公厅", "", "state"},
		"证监会 国资委关于修缮步道的通知" + body:                                                                  {"证监会、国资委", "", "state"},
		"关于修缮步道的通知\n各有关单位：\n请认真落实。\n云溪市制造业发展（数字经济）\n领导小组办公室\n2023年5月8日\n":                          {"云溪市制造业发展（数字经济）领导小组办公室", "云溪市", "city"},
		"关于修缮步道的通知\n各有关单位：\n特此通知\n云溪市水务局\n2023年5月8日\n":                                             {"云溪市水务局", "云溪市", "city"},
		"附件2\n云溪市步道指标体系\n一、修缮步道。加快施工。\n":                                                           {"", "云溪市", "city"},
		"关于修缮步道的通知\n各有关单位：\n一、修缮步道。加快施工。（各县（市、区）水利局、民政局负责）\n二、更换路灯。（各县（市、区）财政局负责）\n":               {"", "", ""},
		"国务院关于修缮步道的意见\n各省、自治区、直辖市人民政府：\n一、修缮步道。加快施工。\n":                                            {"国务院", "", "state"},
		"关于修缮步道的通知\n各有关单位：\n请认真落实。\n云溪市水务局（代章）\n2023年5月8日\n":                                       {"云溪市水务局", "云溪市", "city"},
		"关于修缮步道的通知\n各有关单位：\n请认真落实。\n云溪市科技局 云溪市教育局\n云 溪 市 水 务 局 云溪 市 财 政 局\n云溪市科学技术协会\n2023年5月8日\n": {"云溪市科技局、云溪市教育局、云溪市水务局、云溪市财政局、云溪市科学技术协会", "云溪市", "city"},
		"云溪市健康委员会\n（云溪市爱国卫生委员会）\n关于修缮步道的通知\n各有关单位：\n请认真落实。\n":                                      {"云溪市健康委员会（云溪市爱国卫生委员会）", "云溪市", "city"},
		"云溪市步道管理办法\n（2025年4月27日云溪市人民政府第16号令公布 自2025年7月1日起施行）\n第一条 市水务局负责修缮步道。\n第二条 市水务局负责巡查步道。\n":  {"云溪市人民政府", "云溪市", "city"},
		"云溪市水务局文件\n云水发〔2023〕9号\n关于修缮步道的通知" + body:                                                  {"云溪市水务局", "云溪市", "city"},
	} {
		m := metadata(t, text)
		if got := [3]string{m.Issuer, m.Jurisdiction, string(m.Level)}; got != want {
			t.Errorf("%s\n got %v\nwant %v", text, got, want)
		}
	}
}

func TestEnclosureValidityAndNumber(t *testing.T) {
	m := metadata(t, "是否有效：是\n云溪市人民政府印发关于支持步道修缮若干措施的通知\n云政发〔2023〕9号\n各区人民政府：\n现将《关于支持步道修缮的若干措施》印发给你们。\n云溪市人民政府\n2023年5月8日\n本措施自颁布之日起施行。\n")
	if m.Enclosure != "关于支持步道修缮的若干措施" || m.Validity != "有效" || m.DocumentNumber != "云政发〔2023〕9号" || m.Effective != "2023-05-08" {
		t.Errorf("%q %q %q %q", m.Enclosure, m.Validity, m.DocumentNumber, m.Effective)
	}
	if m := metadata(t, "是否失效：是\n云溪市人民政府关于修缮步道的通知\n各区人民政府：\n请认真落实。\n"); m.Validity != "失效" {
		t.Errorf("是否失效：是 is %q", m.Validity)
	}
	if m := metadata(t, "时效性：现行有效\n云溪市经济和信息化局关于修缮步道的通知\n云经信发〔2026〕41号\n各区：\n请认真落实。\n"); m.Validity != "现行有效" || m.DocumentNumber != "云经信发〔2026〕41号" {
		t.Errorf("%q %q", m.Validity, m.DocumentNumber)
	}
}

func TestTheTitleOfAFileThatIsOneAnnex(t *testing.T) {
	if m := metadata(t, "附件2\n云溪市步道裁量基准表\n序号|任务|单位\n1|修缮步道|市水务局\n"); m.Title != "云溪市步道裁量基准表" || m.Attachments != nil {
		t.Errorf("%q %q", m.Title, m.Attachments)
	}
	if m := metadata(t, "标题: 云溪市水务局关于修缮步道的通知\n文号: 云水发〔2026〕9号\n层级: 市级\n类型: 通知公告\n\n各区：\n一、修缮步道。加快施工。\n"); m.Title != "云溪市水务局关于修缮步道的通知" || m.DocumentType != "通知" {
		t.Errorf("%q %q", m.Title, m.DocumentType)
	}
}

func TestAnotherNoticeIsNoAttachment(t *testing.T) {
	m := metadata(t, "云溪市水务局关于修缮步道的通知\n云水发〔2023〕9号\n各区水务局：\n一、修缮步道。加快施工。\n二、更换路灯。加快施工。\n"+
		"云溪市财政局关于拨付资金的通知云财发〔2023〕2号各区财政局：现就有关事项通知如下。\n一、拨付资金。及时拨付。\n")
	if m.Title != "云溪市水务局关于修缮步道的通知" || m.Attachments != nil {
		t.Errorf("%q %q", m.Title, m.Attachments)
	}
	m = metadata(t, "云溪市步道修缮方案\n一、修缮步道。加快施工。\n附件：1.区位图\n2.诉求清单\n附件1附件2\n诉求清单\n一、更换路灯。加快施工。\n")
	if strings.Join(m.Attachments, "|") != "区位图|诉求清单" {
		t.Errorf("%q", m.Attachments)
	}
}

// TestAttachmentsAreTitles holds that what a page prints behind a title, and the same title again, are none.
func TestAttachmentsAreTitles(t *testing.T) {
	for list, want := range map[string]string{
		"附件：诉求清单.xlsx（32KB）\n":           "诉求清单",
		"附件：1.区位图\n2.资料下载\n":             "区位图|资料下载",
		"附件：1.区位图\n2.诉求清单下载PDF\n3.区位图\n": "区位图|诉求清单",
	} {
		if m := metadata(t, "云溪市步道修缮方案\n一、修缮步道。加快施工。\n"+list); strings.Join(m.Attachments, "|") != want {
			t.Errorf("%s: %q, want %s", list, m.Attachments, want)
		}
	}
}

func TestADayOfPublicationAndADurationBeforeTheDayOfEffect(t *testing.T) {
	const head = "发布日期：2024-03-08\n云溪市水务局关于修缮步道的通知\n各区水务局：\n一、修缮步道。加快施工。\n云溪市水务局\n2024年3月5日\n"
	for text, want := range map[string][2]string{
		"本通知自发布之日起施行。\n":                               {"2024-03-08", ""},
		"本通知自印发之日起施行。\n":                               {"2024-03-05", ""},
		"本通知有效期2年，自2024年7月31日起施行。\n":                   {"2024-07-31", "2026-07-30"},
		"本通知有效期为2024年4月1日至2026年3月31日。\n":               {"", "2026-03-31"},
		"本通知有效期至2026年3月31日。\n":                         {"", "2026-03-31"},
		"本通知有效期自2024年4月1日至另行通知。\n":                     {"", "2024-04-01"},
		"本实施细则执行期限自2024年6月27日起至2026年6月26日。\n":          {"2024-06-27", "2026-06-26"},
		"1.步道补助政策实施期限为2024年6月27日-2026年6月26日，逾期不予受理。\n": {"2024-06-27", "2026-06-26"},
		"步道项目实施期限为2024年6月27日至2026年6月26日。\n":            {"", ""},
		"身份证有效期不足的不予受理。本通知自发布之日起施行。\n":                 {"2024-03-08", ""},
		"服务协议有效期可为1年或3年。本通知自发布之日起施行,有效期2年。\n":          {"2024-03-08", "2026-03-07"},
		"本文件自发布之日生效,有效期至2026年12月31日。\n":                {"2024-03-08", "2026-12-31"},
		"评定结果有效期三年。备案有效期不得超过3年。\n":                     {"", ""},
		"二、有效期:2年。\n":                                  {"", "2026-03-04"},
		"本市户籍证明有效期2年。\n":                               {"", ""},
		"其余条款有效期至2026年3月31日。\n":                        {"", "2026-03-31"},
		"对合格的颁发证书,有效期3年。\n":                            {"", ""},
	} {
		if m := metadata(t, head+text); m.Effective != want[0] || m.Expires != want[1] {
			t.Errorf("%s: %q %q", text, m.Effective, m.Expires)
		}
	}
}

func TestALawThatATableQuotesSaysNothingOfTheNotice(t *testing.T) {
	const table = "序号 | 职权名称 | 实施依据\n1 | 步道检查 | 《步道条例》自2016年1月1日起施行，许可证有效期5年。\n2 | 步道许可 | 《步道条例》第三条"
	if m := metadata(t, "云溪市水务局权责清单\n\n"+table); m.Effective != "" || m.Expires != "" {
		t.Errorf("%q to %q", m.Effective, m.Expires)
	}
	if m := metadata(t, "云溪市步道管理办法\n一、市水务局负责巡查步道。\n"+table+"\n本办法自2023年6月1日起施行，有效期2年。"); m.Effective != "2023-06-01" || m.Expires != "2025-05-31" {
		t.Errorf("%q to %q", m.Effective, m.Expires)
	}
}

func TestAPageHeadBelowTheNotice(t *testing.T) {
	const text = "云溪市水务局关于修缮步道的通知\n各区水务局：\n一、修缮步道。加快施工。\n云溪市水务局\n2024年3月5日\n索引号：123456/2024-00017 主题分类：水务\n时 效：失效\n"
	if m := metadata(t, text); m.IndexNumber != "123456/2024-00017" || m.Validity != "失效" {
		t.Errorf("%q %q", m.IndexNumber, m.Validity)
	}
	if m := metadata(t, strings.Replace(text, "2024年3月5日\n", "", 1)); m.IndexNumber != "" {
		t.Errorf("a label within the notice: %q", m.IndexNumber)
	}
	if m := metadata(t, "云溪市步道管理办法\n（2025年4月27日云溪市人民政府第16号令公布 自2025年7月1日起施行）\n第一条 修缮步道。\n第二条 巡查步道。\n"); m.DocumentNumber != "云溪市人民政府第16号令" || m.Issued != "2025-04-27" {
		t.Errorf("%q %q", m.DocumentNumber, m.Issued)
	}
	if m := metadata(t, "云溪市步道管理办法\n（2025年4月27日云溪市人民政府第16次会议通过）\n第一条 修缮步道。\n第二条 巡查步道。\n"); m.DocumentNumber != "" {
		t.Errorf("a meeting: %q", m.DocumentNumber)
	}
}

func TestALastLineThatSaysWhoReleasedTheNotice(t *testing.T) {
	const text = "云溪市步道修缮方案\n一、修缮步道。加快施工。\n二、更换路灯。换好灯头。\n"
	for line, want := range map[string][2]string{
		"云溪市水务局2026年3月17日发布。\n":                  {"云溪市水务局", "2026-03-17"},
		"云溪市水务局2026年3月17日发布，征求意见截止2026年4月16日。\n": {"云溪市水务局", "2026-03-17"},
		"云溪市水务局（市河道局）2026年3月17日发布。\n":            {"云溪市水务局（市河道局）", "2026-03-17"},
		"步道修缮成果2026年3月17日发布。\n":                  {"", ""},
		"云溪市水务局2026年3月17日发布。\n三、加强宣传。\n":         {"", ""},
	} {
		if m := metadata(t, text+line); m.Issuer != want[0] || m.Published != want[1] {
			t.Errorf("%s: %q %q", line, m.Issuer, m.Published)
		}
	}
}
