package head

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// quotedEnclosure takes the name of the enclosure from the 《》 of the letter, where the title
// left the 的 of 关于…的 out: 印发关于支持步道修缮若干措施的通知, 现将《关于支持步道修缮的若干措施》印发.
func (x *reader) quotedEnclosure() {
	bare := func(s string) string { return strings.ReplaceAll(TitleKey(s), "的", "") }
	for _, r := range x.head.Preamble {
		text := x.doc.Folded[r.Start:r.End]
		open := slices.Index(text, '《')
		end := slices.Index(text, '》')
		if open < 0 || end < open {
			continue
		}
		at := block.Range{Start: r.Start + open + 1, End: r.Start + end}
		if name := x.doc.Join(at); name != x.m.Enclosure && bare(name) == bare(x.m.Enclosure) {
			x.m.Enclosure, x.m.Spans.Enclosure = name, x.spanOf(at)
		}
		return
	}
}

// enclosed returns what a title says is issued: 关于印发《X》的通知 → X.
func enclosed(title string) string {
	for _, verb := range []string{"印发", "转发", "发布", "公布", "会签", "报送"} {
		_, rest, ok := strings.Cut(title, verb)
		if !ok {
			continue
		}
		if sent := strings.HasPrefix(rest, "《"); (verb == "会签" || verb == "报送") && !sent {
			continue // 报送年度计划的通知 asks for one
		}
		for _, tail := range []string{"的通知", "的公告", "的通告", "的意见", "的函"} {
			if name, ok := strings.CutSuffix(rest, tail); ok {
				name = strings.TrimSpace(name)
				if strings.HasPrefix(name, "《") && strings.HasSuffix(name, "》") {
					name = strings.TrimSuffix(strings.TrimPrefix(name, "《"), "》")
				}
				return name
			}
		}
	}
	return ""
}
