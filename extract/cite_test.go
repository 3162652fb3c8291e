package extract_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

func TestCitationsAreDocumentsThatExist(t *testing.T) {
	for body, want := range map[string]string{
		"落实《云溪市河道条例》（云政发〔2021〕5号）。":                  "云溪市河道条例 云政发〔2021〕5号",
		"按照《云溪市河道条例》和《云溪市河道条例》（云政发〔2021〕5号）要求修缮。":    "云溪市河道条例 云政发〔2021〕5号",
		"落实《云溪市河道条例》（云政发〔2021〕5号）。按照《云溪市河道条例》修缮。":    "云溪市河道条例 云政发〔2021〕5号",
		"依据《违法行为处分条例》（国务院令第427号）处理。":                 "违法行为处分条例 国务院令第427号",
		"依据《云溪市河道条例》（云溪市人大常委会公告（十五届）第8号）处理。":         "云溪市河道条例 云溪市人大常委会公告（十五届）第8号",
		"依据《云溪市河道条例》（见水务局公告栏）和第8号文件处理。":              "云溪市河道条例",
		"落实座谈会备忘录《河道座谈会备忘录》（〔2020〕8号）。":              "河道座谈会备忘录 〔2020〕8号",
		"出台了《云溪市河道意见》等一系列政策。":                        "云溪市河道意见",
		"出台《云溪市河道意见》，加强巡查。":                          "",
		"推进《云溪市河道条例》立法，加强巡查。":                        "",
		"推动《云溪市河道条例》出台以来的经验总结。":                      "云溪市河道条例",
		"我市已出台《云溪市河道意见》和《云溪市步道意见》，加强巡查。":             "云溪市河道意见|云溪市步道意见",
		"出台《云溪市河道意见》，完成已建步道巡查。":                      "",
		"签订《步道用地成交确认书》，落实《步道用地成交确认书管理办法》。":           "步道用地成交确认书管理办法",
		"对符合云政发〔2023〕6号文件规定的步道给予补助。":                 " 云政发〔2023〕6号",
		"落实《步道照明规范》（GBT 12345-2017）。":                "步道照明规范 GB/T 12345—2017",
		"落实《步道照明规范》（CJJ 123-2017）。":                  "步道照明规范 CJJ 123—2017",
		"依据标准BMB17-2006《步道照明规范》修缮。":                  "步道照明规范 BMB 17—2006",
		"依据GB/T 12345-2017《步道照明规范》修缮。":               "步道照明规范 GB/T 12345—2017",
		"依据GB/T 12345-2017、《步道照明规范》修缮。":              "步道照明规范",
		"填写《河道修缮资金申请表》，签订《劳动合同》。":                    "",
		"取得《步道施工许可证》，签订《步道资金监管协议》，本《办法》不再适用。":        "",
		"出具《步道修缮决定书》和《步道验收报告》，公布《步道收费价目表》。":          "",
		"落实《步道验收报告管理办法》。":                            "步道验收报告管理办法",
		"按照《云溪市步道许可证管理办法》办理。":                        "云溪市步道许可证管理办法",
		"落实《沿海经济合作框架协议》。":                            "沿海经济合作框架协议",
		"落实《云溪市与青石县战略合作协议》。":                         "云溪市与青石县战略合作协议",
		"签订《河道更新协议》，出具《补正材料通知书》，填写《河道项目征集表》。":        "",
		"落实《河道更新协议管理办法》。":                            "河道更新协议管理办法",
		"按《河道申报花名册》提交《河道更新方案》，《河道更新方案》需明确范围。":        "",
		"报送落实《河道更新方案》的情况。":                           "河道更新方案",
		"推进云政工出〔2023〕6号地块、云政储出（2023）7号地块步道建设。":       "",
		"河道步道入选《河道》周刊年度案例，落实《河道周刊管理办法》。":             "河道周刊管理办法",
		"制定本地区、本部门的《河道应急预案》。":                        "",
		"制定符合本地区实际、落实《河道应急预案》的措施。":                   "河道应急预案",
		"《云溪市河道修缮规范》已经市政府同意，现印发给你们。":                 "",
		"落实《云溪市河道治理意见》（以下简称《意见》），《意见》明确的任务按时完成。":     "云溪市河道治理意见",
		"我局起草了本通知，贯彻京经信发〔2026〕41号文件，经云政发〔2023〕6号同意。": " 京经信发〔2026〕41号| 云政发〔2023〕6号",
	} {
		text := "云溪市水务局关于修缮河道的通知\n各区水务局：\n一、重点任务\n（一）修缮河道。" + body + "\n"
		doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		notice := mustExtract(t, doc, extract.Options{})
		var got []string
		for _, c := range notice.Citations {
			got = append(got, strings.TrimRight(c.Title+" "+c.DocumentNumber+c.StandardNumber, " "))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n got %q\nwant %q", body, s, want)
		}
	}
}

func TestWhatAReportSaysWasMadeExists(t *testing.T) {
	for heading, want := range map[string]string{
		"现状分析": "云溪市河道意见",
		"重点任务": "",
	} {
		text := "云溪市河道修缮方案\n一、" + heading + "\n（一）政策支撑有力。出台《云溪市河道意见》，河道巡查有序。\n二、保障措施\n（一）加强巡查。落实责任。\n"
		doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, c := range mustExtract(t, doc, extract.Options{}).Citations {
			got += c.Title
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", heading, got, want)
		}
	}
}

func TestWhatANoticeReplacesIsCited(t *testing.T) {
	for body, want := range map[string]string{
		"我局对《云溪市步道管理办法》（云水发〔2023〕16号）进行了修订。现将修订后的《云溪市步道管理办法》印发给你们。": "云水发〔2023〕16号",
		"我局制定了《云溪市步道管理办法》（云水发〔2026〕3号）。现印发给你们。":                     "",
	} {
		text := "云溪市水务局关于印发《云溪市步道管理办法》的通知\n云水发〔2026〕3号\n各区水务局：\n" + body + "\n云溪市水务局\n2026年7月6日\n"
		doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range mustExtract(t, doc, extract.Options{}).Citations {
			got = append(got, c.DocumentNumber)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n got %q\nwant %q", body, s, want)
		}
	}
}

func TestWhatATitleCarriesOutIsCited(t *testing.T) {
	for title, want := range map[string]string{
		"关于贯彻执行《云溪市河道意见》的通知":   "云溪市河道意见",
		"关于征求《云溪市河道意见》意见的通知":   "",
		"关于贯彻落实〈云溪市河道意见〉的实施意见": "云溪市河道意见",
	} {
		text := "云溪市水务局" + title + "\n云水发〔2026〕3号\n一、修缮河道。落实《云溪市河道意见》。\n"
		doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, c := range mustExtract(t, doc, extract.Options{}).Citations {
			got += c.Title
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", title, got, want)
		}
	}
}
