package parser_test

import "testing"

func TestHeadsOfPrintedPages(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"menu, search box, path of pages and foot": {
			"简 繁 关怀版 云溪市人民政府\n请输入搜索关键词\n首页 组织机构 新闻动态\n政务公开>政策文件>其他文件\n云溪市水务局关于修缮步道的通知\n各区水务局：\n请认真落实。\n云溪市水务局\n2024年5月6日\n" +
				"主办：云溪市水务局\n承办：云溪市信息中心\n云ICP备1号\n",
			"云溪市水务局关于修缮步道的通知||各区水务局|云溪市水务局|2024年5月6日|",
		},
		"words of a menu in a title": {
			"云溪市水务局关于服务 政策 的通知\n各区水务局：\n请认真落实。\n云溪市水务局\n2024年5月6日\n主办：云溪市水务局\n",
			"云溪市水务局关于服务 政策 的通知||各区水务局|云溪市水务局|2024年5月6日|",
		},
		"addressees that end in a bracket": {
			"云溪市水务局关于修缮步道的通知\n各区水务局，市级有关部门（单位）：\n一、修缮步道。加快施工。\n",
			"云溪市水务局关于修缮步道的通知||各区水务局，市级有关部门（单位）|||",
		},
		"banks, but no label": {
			"云溪市水务局关于修缮步道的通知\n各受托银行：\n一、修缮步道。加快施工。\n",
			"云溪市水务局关于修缮步道的通知||各受托银行|||",
		},
		"no title before the addressees": {
			"云水发〔2024〕3号\n各区水务局：\n现予印发，请认真落实。\n云溪市水务局\n2024年5月6日\n云溪市步道修缮办法\n一、修缮步道。加快施工。\n",
			"|云水发〔2024〕3号|各区水务局|云溪市水务局|2024年5月6日|",
		},
		"the page names the enclosure first": {
			"云溪市步道修缮方案\n日期：2024-05-08\n云水发〔2024〕3号\n关于《云溪市步道修缮方案》的通知\n各区水务局：\n请认真落实。\n云溪市水务局\n2024年5月6日\n云溪市步道修缮方案\n一、修缮步道。加快施工。\n",
			"关于《云溪市步道修缮方案》的通知|云水发〔2024〕3号|各区水务局|云溪市水务局|2024年5月6日|",
		},
		"a longer draft's mark": {
			"云溪市步道修缮方案\n（2024年修订版 公开征求意见稿）\n一、修缮步道。加快施工。\n",
			"云溪市步道修缮方案\n（2024年修订版 公开征求意见稿）|||||",
		},
		"a file that is no title": {
			"云溪市水务局关于修缮步道的通知\n各区水务局：\n请认真落实。\n附件：1.步道清单\n附件.rar\n",
			"云溪市水务局关于修缮步道的通知||各区水务局||||步道清单",
		},
	} {
		if got := head(t, tt.text); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, tt.want)
		}
	}
}

func TestALostSpaceBehindALabel(t *testing.T) {
	const head = "云溪市步道修缮办法\n第一条? 为修缮步道，制定本办法。\n"
	for text, want := range map[string]string{
		head + "第二条? 更换路灯。":    "更换路灯。||",
		head + "第二条 更换路灯? 更换。": "更换路灯? 更换。||",
	} {
		if got := lastItem(t, text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
