package parser_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser"
)

// head parses a text and returns the elements of its head, parted by |.
func head(t *testing.T, text string) string {
	t.Helper()
	doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h := doc.Head
	out := []string{doc.Join(h.Title...), doc.Join(h.Number), doc.Join(h.Addressees), doc.Join(h.Signature...), doc.Join(h.Date), doc.Join(h.Note)}
	for _, a := range h.Attachments {
		out = append(out, doc.Join(a...))
	}
	return strings.Join(out, "|")
}

func TestHeadsWithoutLineBreaks(t *testing.T) {
	body := "一、重点任务。1.修缮步道。" + strings.Repeat("修缮沿河步道，补种行道树，更换损坏的路灯。", 40) + "（市水务局负责）"
	for name, tt := range map[string]struct{ text, want string }{
		"number and addressees": {
			"云溪市人民政府关于修缮步道的意见\n云政发〔2023〕6号各县（市、区）人民政府，市政府各部门：\n　　步道年久失修。\n" + body,
			"云溪市人民政府关于修缮步道的意见|云政发〔2023〕6号|各县（市、区）人民政府，市政府各部门|||",
		},
		"title, number, addressees": {
			"云溪市人民政府办公室关于修缮步道的通知云政办发〔2023〕6号各县（市、区）人民政府：步道年久失修。" + body,
			"云溪市人民政府办公室关于修缮步道的通知|云政办发〔2023〕6号|各县（市、区）人民政府|||",
		},
		"letter, signature, attachment": {
			"云溪市水务局关于征求《云溪市步道修缮方案》意见的函市直有关部门：现将《云溪市步道修缮方案》送你们。附件：1.云溪市步道修缮方案云溪市水务局2023年5月8日（此件不予公开）附件1云溪市步道修缮方案" + body,
			"云溪市水务局关于征求《云溪市步道修缮方案》意见的函||市直有关部门|云溪市水务局|2023年5月8日|（此件不予公开）|云溪市步道修缮方案",
		},
		"a letterhead before the title": {
			"云溪市水务局文件云水发〔2023〕9号云溪市水务局关于修缮步道的通知各区水务局：请认真落实。云溪市水务局2023年5月8日" + body,
			"云溪市水务局关于修缮步道的通知|云水发〔2023〕9号|各区水务局|云溪市水务局|2023年5月8日|",
		},
		"signed like the letterhead, a first number misprinted": {
			"云溪市水务中心文件云水发〔2023〕9号关于修缮步道的通知各区水务局：请认真落实。附件:1，云溪市步道修缮方案2.云溪市路灯清单云溪市水务中心2023年5月8日附件云溪市步道修缮方案" + body,
			"关于修缮步道的通知|云水发〔2023〕9号|各区水务局|云溪市水务中心|2023年5月8日||云溪市步道修缮方案|云溪市路灯清单",
		},
		"in brackets": {
			"云溪市人民政府关于修缮步道的意见\n（云政办秘〔2021〕82号）\n各县（市、区）人民政府：\n" + body,
			"云溪市人民政府关于修缮步道的意见|（云政办秘〔2021〕82号）|各县（市、区）人民政府|||",
		},
		"a number that the text cites": {
			"云溪市水务局关于修缮步道的通知\n根据云政发〔2023〕6号文件，各区：修缮步道。\n" + body,
			"云溪市水务局关于修缮步道的通知|||||",
		},
		"a day that the text tells of": {
			"云溪市水务局关于修缮步道的通知各区水务局：此事已经商定。云溪市水务局2023年5月8日印发的办法一并执行。" + body,
			"云溪市水务局关于修缮步道的通知||各区水务局|||",
		},
	} {
		if got := head(t, tt.text); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, tt.want)
		}
	}
}

func TestANoticeThatALetterSendsInOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"会签单关于印发《云溪市步道措施》的通知区水务局关于印发《云溪市步道措施》的通知各区人民政府：": "关于印发《云溪市步道措施》的通知",
		"会签单根据关于印发《云溪市步道措施》的通知要求：":                       "",
	} {
		text = "云溪市水务局关于会签《云溪市步道措施》的函市直有关部门：请会签。云溪市水务局2023年5月8日" + text + "现印发给你们。" +
			"1.修缮步道。" + strings.Repeat("修缮沿河步道，补种行道树，更换损坏的路灯。", 40) + "2.更换路灯。（市水务局负责）"
		doc, err := parser.Parse("notice.txt", []byte(text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range doc.Parts {
			if p.Notice {
				got += doc.Join(p.Title...)
			}
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestHeadsWithTheirLetterhead(t *testing.T) {
	for name, tt := range map[string]struct{ text, fields, want string }{
		"one element a line": {
			"000012\n秘密★1年\n特急\n云溪市水务局文件\n云水发〔2023〕9号　　签发人：李四\n云溪市水务局关于修缮步道的通知\n各区水务局：\n请认真落实。\n云溪市水务局\n2023年5月8日\n",
			"份号=000012|密级=秘密★1年|紧急程度=特急|签发人=李四",
			"云溪市水务局关于修缮步道的通知|云水发〔2023〕9号|各区水务局|云溪市水务局|2023年5月8日|",
		},
		"several in a line": {
			"000012　机密　加急\n云水发〔2023〕9号\n云溪市水务局关于修缮步道的通知\n各区水务局：\n一、修缮步道。加快施工。\n",
			"份号=000012|密级=机密|紧急程度=加急",
			"云溪市水务局关于修缮步道的通知|云水发〔2023〕9号|各区水务局|||",
		},
		"words of the text are none": {
			"云溪市水务局关于修缮步道的通知\n各区水务局：\n特急情况即报。\n秘密级文件按规定保管。\n一、修缮步道。加快施工。\n",
			"", "云溪市水务局关于修缮步道的通知||各区水务局|||",
		},
		"a date in Chinese numerals with figures": {
			"云溪市水务局关于修缮步道的通知\n各区水务局：\n请认真落实。\n云溪市水务局\n二00五年三月一日\n（不公开）\n",
			"", "云溪市水务局关于修缮步道的通知||各区水务局|云溪市水务局|二00五年三月一日|（不公开）",
		},
		"the site's heading above the notice's own title": {
			"关于修缮步道的意见\n云水发〔2005〕9号\n关于印发《修缮步道实施意见》的通知\n各区水务局：\n请认真落实。\n",
			"", "关于印发《修缮步道实施意见》的通知|云水发〔2005〕9号|各区水务局|||",
		},
		"a list of attachments, a part of one, and the first of them": {
			"云溪市水务局关于修缮步道的通知\n各区水务局：\n请认真落实。\n附件：1.步道清单\n2.工期表\n2-1.材料单\n步道清单\n",
			"", "云溪市水务局关于修缮步道的通知||各区水务局||||步道清单|工期表|材料单",
		},
		"a section that lists the attachments": {
			"云溪市步道修缮方案\n一、修缮步道\n（一）更换路面。加快施工。\n二、附件\n1.步道清单。\n2.工期表。\n",
			"", "云溪市步道修缮方案||||||步道清单。|工期表。",
		},
		"a rule, a database's mark and a link to an explanation": {
			"【法宝引证码】 CLI.12.1\n欗欗欗欗欗欗欗欗欗欗\n点击查看政策解读：《云溪市水务局关于修缮步道的通知》政策解读\n云溪市水务局关于修缮步道的通知\n各区水务局：\n请认真落实。\n",
			"", "云溪市水务局关于修缮步道的通知||各区水务局|||",
		},
		"a letterhead without 文件 above the title": {
			"云溪市步道建设领导小组办公室\n云溪市步道建设领导小组办公室关于修缮步道的通知\n各区水务局：\n请认真落实。\n",
			"", "云溪市步道建设领导小组办公室关于修缮步道的通知||各区水务局|||",
		},
		"a draft's mark with a day": {
			"云溪市步道修缮方案\n（4月13日修改稿）\n一、修缮步道\n（一）更换路面。加快施工。\n",
			"", "云溪市步道修缮方案\n（4月13日修改稿）|||||",
		},
	} {
		if got := head(t, tt.text); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, tt.want)
		}
		doc, _ := parser.Parse("notice.txt", []byte(tt.text), parser.Options{})
		var fields []string
		for _, f := range doc.Head.Fields {
			fields = append(fields, f.Name+"="+doc.Join(f.Value))
		}
		if got := strings.Join(fields, "|"); got != tt.fields {
			t.Errorf("%s: fields %s", name, got)
		}
	}
}
