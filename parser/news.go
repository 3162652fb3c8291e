package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/schema"
)

// dateline begins a news report: 云溪社青石1月4日电(记者 张三).
var dateline = pattern.Of(`^\(?(本报|\p{Han}{1,6}[社网报])\p{Han}{0,8}\d{1,2}月\d{1,2}日(电|讯)`)

// isNews reports whether line i begins a news report behind the items of the notice.
func (s *structure) isNews(i int) bool {
	l := &s.lines[i]
	head := l.key[:min(len(l.key), 40)]
	return l.kind == lineBody && len(s.part.Items) > 0 && slices.Contains(head, '日') && dateline().MatchString(string(head))
}

// dropNews takes a report that a page prints behind the notice, from line i to the next label,
// table, attachment or notice, out of the document. It returns the number of lines.
func (s *structure) dropNews(i int) int {
	n := i + 1
	for n < len(s.lines) && s.lines[n].kind == lineBody {
		_, labelled := markerAt(s.d.Folded, s.lines[n].Start, s.lines[n].End)
		title, _ := s.nextNotice(n)
		if labelled || title.Len() > 0 {
			break
		}
		n++
	}
	at := block.Range{Start: s.lines[i].Start, End: s.lines[n-1].End}
	s.d.remark(schema.Info, schema.UnreadContent, at, "A news report stands behind the notice; it is no part of it.")
	s.lines = slices.Delete(s.lines, i, n)
	return n - i
}

// dropReport takes the report that a page prints before a document, up to the line that says so, 以下是原文:, out of
// the document. The labels of its head are read.
func (s *structure) dropReport() {
	for i := range s.lines[:min(len(s.lines), headLimit)] {
		if _, original := lexicon.Originals().Lookup(trimRight(s.lines[i].key, ":。")); !original || s.titleAt(i+1) == 0 {
			continue
		}
		for n := range s.lines[:i] {
			s.fieldLine(&s.lines[n])
		}
		at := block.Range{Start: s.lines[0].Start, End: s.lines[i].End}
		s.d.remark(schema.Info, schema.UnreadContent, at, "A news report stands before the notice; it is no part of it.")
		s.lines = slices.Delete(s.lines, 0, i+1)
		return
	}
}
