package amount

import "testing"

// TestUnread: a number of work whose unit no rule knows is found, with the rune behind it.
func TestUnread(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"全市建成5垛观景台。", "5垛"},
		{"新增8犁示范田,建成2个站点。", "8犁"},
		{"建成5个观景台。", ""},          // a unit
		{"印发2025号文件。", ""},        // a document's number
		{"建成2025年度示范点。", ""},      // a year
		{"服务5垛地区。", ""},           // no verb of work
		{"新打观景台50垛,修路。", "50垛"},   // behind what it counts, at the end of its clause
		{"位列世界500强。", ""},         // a name
		{"编制“新增5垛”方案。", ""},       // a name
		{"推广5G网络。", ""},           // a name in Latin letters
		{"容积率达到2.5以上。", ""},       // no unit is meant
		{"完成第5垛改造。", ""},          // an ordinal
		{"平台建成1周年之际,举办5场活动。", ""}, // a span of time
	} {
		s := scan(c.text)
		got := ""
		for _, u := range Unread(s, 0, s.Len(), Context{}) {
			got += s.String(u.Start, u.End)
		}
		if got != c.want {
			t.Errorf("%s gave %q, want %q", c.text, got, c.want)
		}
	}
}
