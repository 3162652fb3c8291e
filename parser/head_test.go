package parser_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser"
)

func TestASignatureMayHaveASecondOrganInBracketsAndAProxySeal(t *testing.T) {
	text := "云溪市健康委员会关于印发《云溪市健身实施方案》的通知\n各县（市、区）人民政府：\n现印发你们，请遵照执行。\n" +
		"云溪市健康委员会\n（爱国卫生委员会）（代章）\n2025年3月17日\n云溪市健身实施方案\n一、重点任务\n1.新建步道。建成步道。\n"
	doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.Join(doc.Head.Signature...); got != "云溪市健康委员会（爱国卫生委员会）（代章）" {
		t.Errorf("signature %q", got)
	}
	if got := doc.Join(doc.Head.Date); got != "2025年3月17日" {
		t.Errorf("date %q", got)
	}
	if got := doc.Join(doc.Head.Enclosure...); got != "云溪市健身实施方案" {
		t.Errorf("enclosure %q", got)
	}
}

func TestATitleThatThePagePrintsAtItsHeadIsNoPartOfIt(t *testing.T) {
	for text, want := range map[string]string{
		"关于发展步道的意见，云溪市人民政府\n云溪市人民政府关于发展步道的意见\n云政发〔2024〕6号\n各县人民政府：\n一、新建步道。建成步道。\n": "云溪市人民政府关于发展步道的意见",
		"云溪市人民政府\n关于发展步道的意见\n各县人民政府：\n一、新建步道。建成步道。\n":                               "云溪市人民政府关于发展步道的意见",
	} {
		doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(doc.Join(doc.Head.Title...), "\n", ""); got != want {
			t.Errorf("title %q, want %q", got, want)
		}
	}
}

func TestALabelOfResponsibilityIsNoListOfAddressees(t *testing.T) {
	for line, want := range map[string]string{
		"市直部门：": "市直部门", "主管部门：": "主管部门", "各责任单位：": "各责任单位", "有关责任单位：": "有关责任单位", "责任单位：": "", "牵头部门：": "",
		"各县民政局，市直各幼儿园：": "各县民政局，市直各幼儿园", "重点任务、各项要求：": "",
	} {
		doc, err := parser.Parse("notice.txt", []byte("云溪市关于发展步道的通知\n"+line+"\n现将方案印发给你们。\n一、新建步道。建成步道。\n"), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Join(doc.Head.Addressees); got != want {
			t.Errorf("%s addressees %q, want %q", line, got, want)
		}
	}
}
