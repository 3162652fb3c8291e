package parser

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// addressees takes the 主送机关 of the line: what stands before its first colon, at the
// line's end or, in a text that lost its breaks, before the prose.
func (s *structure) addressees(l *line) bool {
	h := &s.d.Head
	if h.Addressees.Len() > 0 || l.kind != lineBody || len(h.Preamble) > 1 {
		return false
	}
	for i := l.Start; i < l.End && i < l.Start+keyLimit*2; i++ {
		switch s.d.Folded[i] {
		case '。', '《', '“':
			return false
		case ':':
			r := trim(s.d.Folded, block.Range{Start: l.Start, End: i})
			if !addressed(string(squeeze(s.d.Folded[r.Start:r.End], keyLimit*2))) {
				return false
			}
			h.Addressees = r
			return true
		}
	}
	return false
}

// addressed reports whether a folded text before a colon is a list of organs.
func addressed(key string) bool {
	if containsAny(key, []string{"如下", "通知", "根据", "按照"}) {
		return false
	}
	for _, suffix := range organSuffixes {
		if strings.HasSuffix(key, suffix) {
			return true
		}
	}
	for _, suffix := range []string{"单位", "部门", "机构", "企业", "学校", "高校", "院校", "协会", "社区", "街道", "乡镇", "镇", "处室", "科室", "支行", "分行", "同志", "办", "队", "站", "所", "会", "区", "县", "市"} {
		if strings.HasSuffix(key, suffix) {
			return true
		}
	}
	return false
}

// keepRest puts what follows the addressees on their line back as a line of its own.
func (s *structure) keepRest(i int) int {
	l := &s.lines[i]
	rest := trim(s.d.Folded, block.Range{Start: s.d.Head.Addressees.End, End: l.End})
	if rest.Len() > 1 {
		s.preamble(&line{Range: trim(s.d.Folded, block.Range{Start: rest.Start + 1, End: rest.End})})
	}
	return i + 1
}
