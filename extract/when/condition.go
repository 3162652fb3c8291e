package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
)

// conditional says why a bare duration (runes start to end, 三年内) is no deadline, "" where it is one,
// and whether its number may be an amount. The words it knows are in
// lexicon/durations.tsv.
func conditional(s *lex.Stream, start, end int, unit string) (why string, amount bool) {
	from := clauseStart(s, start)
	whole := s.Runes[from:start]
	head := trimHead(whole)
	stop := clauseEnd(s, end, s.Len())
	tail := s.Runes[end:stop]
	words := lexicon.Durations()
	if afterIssue(s, from) && unit != "hour" {
		return "", false
	}
	if unit == "hour" || unit == "workday" {
		return "the time for one case", true
	}
	if n, tag := words.Suffix(head); n > 0 && (tag == "condition" || tag == "past") {
		return tag, false
	}
	if n, tag := words.Suffix(head); n > 0 && tag == "bound" {
		return "a bound", true
	}
	if len(tail) > 1 && tail[0] == '(' && tail[1] == '含' { // 6个月内(含6个月)的从业人员
		return "condition", false
	}
	if n, tag := words.Prefix(tail); n > 0 && tag == "fact" {
		return "condition", false
	}
	if len(tail) > 0 && tail[len(tail)-1] == '的' && stop < s.Len() && s.Runes[stop] != '。' {
		return "condition", false
	}
	if picked(whole, tail) {
		return "says which ones are meant", false
	}
	if n, tag := words.Suffix(head); n > 0 && tag == "anchor" {
		return "the time for one case", true
	}
	if from > 1 && s.Gap(from) != lex.Boundary && (len(head) == 0 || strings.ContainsAny(string(whole), "应须")) {
		if n, tag := words.Suffix(s.Runes[clauseStart(s, from-1) : from-1]); n > 0 && (tag == "anchor" || tag == "case") {
			return "the time for one case", true
		}
	}
	if graded(tail) {
		return "says which ones are meant", false
	}
	if permits(head) {
		return "a permission", true
	}
	if n, tag := words.Prefix(tail); n > 0 && tag == "grant" {
		return "a permission", true
	}
	if perCase(whole, tail, unit) {
		return "the time for one case", true
	}
	return "", false
}

// forbids reports whether the clause around runes start to end takes a right away for that long:
// 取消其今后5年享受补贴的资格.
func forbids(s *lex.Stream, start, end int) bool {
	return strings.Contains(s.String(clauseStart(s, start), start), "取消") && strings.Contains(s.String(end, clauseEnd(s, end, s.Len())), "资格")
}

// picked reports whether the clause is one of those that something is done for, up to the
// noun behind its 的: 对6个月内开工建设的项目.
func picked(head, tail []rune) bool {
	if len(head) == 0 || head[0] != '对' || len(head) > 1 && strings.ContainsRune("接口标照外", head[1]) {
		return false
	}
	text := string(tail)
	i := strings.LastIndex(text, "的")
	return i >= 0 && len([]rune(text[i:])) < 10 && !strings.Contains(text, "给予") && !strings.Contains(text, "提供")
}

// afterIssue reports whether the clause that ends before rune i says that the notice is
// out: 本通知下发后,各县区要在15个工作日内….
func afterIssue(s *lex.Stream, i int) bool {
	if i < 2 || s.Gap(i) == lex.Boundary || s.Runes[i-1] != ',' {
		return false
	}
	clause := s.String(clauseStart(s, i-1), i-1)
	for _, after := range []string{"后", "之后", "之日起", "以后"} {
		if before, ok := strings.CutSuffix(clause, after); ok {
			n, tag := lexicon.Issuing().Suffix([]rune(before))
			if n > 0 && tag == "" {
				return true
			}
		}
	}
	return false
}

// trimHead takes what only leads on to the duration (在, 应于) off the end of head.
func trimHead(head []rune) []rune {
	for len(head) > 0 && strings.ContainsRune("在于须需要应当的且并", head[len(head)-1]) {
		head = head[:len(head)-1]
	}
	return head
}

// permits reports whether a clause says that something may be done: 可, 允许.
func permits(head []rune) bool {
	text := string(head)
	for _, w := range []string{"允许", "准予", "准许", "有权", "最长", "最多", "不超过"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	for i, r := range head {
		if r != '可' {
			continue
		}
		rest, lead := string(head[i+1:]), string(head[:i])
		if !strings.HasPrefix(rest, "持续") && !strings.HasPrefix(rest, "再生") && !strings.HasPrefix(rest, "靠") && !strings.HasPrefix(rest, "信") &&
			!strings.HasSuffix(lead, "许") && !strings.HasSuffix(lead, "认") {
			return true
		}
	}
	return false
}

// graded reports whether a clause goes on with what is more or less of something, before
// any act: 5年内关税降幅较大的商品.
func graded(tail []rune) bool {
	text := string(tail)
	i := strings.Index(text, "的")
	if i < 0 || i > 60 {
		return false
	}
	for _, w := range []string{"较大", "较高", "较多", "较快", "较低", "最大", "最高", "最多", "较重"} {
		if strings.HasSuffix(text[:i], w) {
			return true
		}
	}
	return false
}

// perCase reports whether an act is one that is done case by case: 3个月内缴清, 15日内答复.
func perCase(head, tail []rune, unit string) bool {
	text := string(tail)
	if lexicon.Owed().In(text) {
		return true
	}
	if unit == "year" || unit == "quarter" {
		return false
	}
	for _, before := range []string{"", "予以", "完成", "依法"} {
		if act, ok := strings.CutPrefix(text, before); ok && lexicon.Answered().Begins(act) {
			return true
		}
	}
	return (unit == "day") && strings.ContainsAny(string(head), "应须")
}
