package text

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
)

func TestMarks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"headings, emphasis, bullets, quotes", "# 关于培训的通知\n\n## 一、任务\n**（一）培训。** 办班10期。\n- 甲\n> 转自某站\n", "关于培训的通知|一、任务|（一）培训。   办班10期。|甲|转自某站"},
		{"front matter", "---\ntitle: 甲\nauthor: 乙\n---\n# 关于培训的通知\n## 一、任务\n", "关于培训的通知|一、任务"},
		{"emphasis that is not closed", "# 甲的通知\n## 一、任务\n带**号的\n", "甲的通知|一、任务|带**号的"},
		{"one heading is no Markdown", "# 关于培训的通知\n一、任务\n", "# 关于培训的通知|一、任务"},
		{"hashes of machines", "#5机组检修\n#6机组检修\n#7机组检修\n", "#5机组检修|#6机组检修|#7机组检修"},
		{"stars around a name", "*市民政局\n**市财政局**\n", "*市民政局|**市财政局**"},
	} {
		text := []rune(c.text)
		notation, _ := marks(text)
		read := block.Blank(text, notation)
		var got []string
		for _, l := range splitLines(read) {
			got = append(got, string(read[l.Start:l.End]))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"what programs call it, and what sites do", "---\ntitle: \"关于培训的通知\"\ndate: 2024-03-05\n文号：云政办发〔2024〕6号\ntags: 培训\n---\n一、任务\n", "标题=关于培训的通知|发布日期=2024-03-05|发文字号=云政办发〔2024〕6号"},
		{"a rule is no front matter", "---\n一、任务：培训\n---\n二、要求\n", ""},
	} {
		text := []rune(c.text)
		notation, fields := marks(text)
		var got []string
		for _, f := range fields {
			got = append(got, f.Name+"="+string(text[f.Value.Start:f.Value.End]))
		}
		if s := strings.Join(got, "|"); s != c.want || (len(notation) > 0) != (c.want != "") {
			t.Errorf("%s: %s, %d marks", c.name, s, len(notation))
		}
	}
}
