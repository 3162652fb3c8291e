package source

import (
	"strings"
	"testing"
)

func TestMarkdownByItsLook(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Format
	}{
		{"a heading first", "\n# 关于培训的通知\n一、任务\n", Markdown},
		{"headings", "关于培训的通知\n## 一、任务\n##二、要求\n", Markdown},
		{"a heading and an HTML table", "# 任务表\n<table><tr><td>甲</td><td>乙</td></tr></table>\n", Markdown},
		{"a ruled table and a picture", "一、任务\n| 甲 | 乙 |\n|---|---|\n![](a.png)\n", Markdown},
		{"front matter", "---\ntitle: 关于培训的通知\n---\n\n一、任务\n", Markdown},
		{"front matter of a page", "---\ntitle: 关于培训的通知\n---\n\n<style>\na {}\n</style>\n" + strings.Repeat("<p>一、任务</p>\n", 6), HTML},
		{"a comment first", "<!-- image -->\n\n## 一、任务\n## 二、要求\n", Markdown},
		{"the head of a crawler", "Title: 关于培训的通知\n\nMarkdown Content:\n一、任务\n", Markdown},
		{"a title alone", "Title: 关于培训的通知\n一、任务\n", Text},
		{"a rule", "---\n一、任务\n---\n", Text},
		{"one heading further down", "关于培训的通知\n# 一、任务\n", Text},
		{"machines", "#5机组检修\n#6机组检修\n", Text},
		{"a table alone is read as text", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", Text},
		{"a page", "<html><body># 一、\n## 二、\n</body></html>", HTML},
	} {
		if got := textFormat(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
