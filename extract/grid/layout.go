package grid

import (
	"strings"

	"github.com/policyx/policyx/parser/header"
)

// layout says what the columns of a task table are for its rows.
type layout struct {
	number    int   // 序号, -1 without
	chapter   int   // its cells are the last element of the path; -1 without
	title     int   // -1 without
	work      []int // columns of text
	parties   []int
	schedules []int
}

// texts returns the columns that can hold what is to be done: those that say so with those
// left of them; without any, all that are not known to hold something else.
func (s *Sheet) texts() []int {
	work := s.first(header.Work)
	if work < 0 {
		work = s.dutyField()
	}
	var out []int
	for c, column := range s.Columns {
		switch column.Kind {
		case header.Work:
			if c == work || !s.numeric(c) { // 年度目标, in figures
				out = append(out, c)
			}
		case header.Name:
			if column.Sheet == "" {
				out = append(out, c)
			}
		case header.Field:
			out = append(out, c)
		case header.Attribute:
			if c < work && s.spans(c) {
				out = append(out, c) // 任务类别 groups rows
			}
		case header.Unknown:
			if (work < 0 || c < work) && column.Key != "" && !s.numeric(c) {
				out = append(out, c)
			}
		case header.Value:
			if s.length(c) >= sentence || s.stages(c) {
				out = append(out, c) // 2026年目标, in words
			}
		}
	}
	return out
}

// numeric reports a column whose cells are numbers and nothing else.
func (s *Sheet) numeric(c int) bool {
	found := false
	for r := s.Header; r < len(s.Rows); r++ {
		if text := header.Fold(s.Rows[r][c]); text != "" && s.own(r, c) && s.Grid.At(r, c).ColSpan == 1 && !s.aside(r) {
			if strings.Trim(text, numerals) != "" {
				return false
			}
			found = true
		}
	}
	return found
}

func (s *Sheet) longest(columns []int) int {
	longest := 0
	for _, c := range columns {
		longest = max(longest, s.length(c))
	}
	return longest
}

// stages reports a column of a part of the year whose cells say in words what is done in it.
func (s *Sheet) stages(c int) bool {
	if !contains(s.Columns[c].Key, "季度", "半年") {
		return false
	}
	for r := s.Header; r < len(s.Rows); r++ {
		if text := s.Rows[r][c]; text != "" && !s.aside(r) && strings.Trim(text, numerals) != text {
			return false
		}
	}
	return true
}

// numerals are what a cell of numbers consists of.
const numerals = "0123456789.,%-—/<>=≥≤"

// maxTitle is the mean length of the cells of a title's column, at most.
const maxTitle = 40

// layout decides which column of text is the title, which the chapter and which the text:
// by spans, then by length, whatever the headers say.
func (s *Sheet) layout() layout {
	l := layout{number: s.first(header.Order), chapter: -1, title: -1, work: s.texts()}
	holder := -1
	if !s.Has(header.Party) {
		holder = s.holder()
	}
	for c := range s.Columns {
		switch {
		case s.is(c, header.Party) || c == holder:
			l.parties = append(l.parties, c)
		case s.is(c, header.Time):
			l.schedules = append(l.schedules, c)
		}
	}
	if n := len(l.work); n > 1 && s.is(l.work[n-1], header.Field) {
		l.work = l.work[:n-1] // a field behind the text groups nothing
	}
	if len(l.work) > 1 && s.isChapter(l.work) {
		l.chapter, l.work = l.work[0], l.work[1:]
		if len(l.work) == 1 {
			l.title, l.work = l.work[0], nil
			return l
		}
	}
	if len(l.work) > 1 {
		if c := l.work[0]; s.spans(c) || s.length(c) < s.longest(l.work[1:]) && s.length(c) <= maxTitle {
			l.title, l.work = c, l.work[1:]
		}
	}
	return l
}

// isChapter reports that the first column of text groups rows, each of which has a name
// beside it.
func (s *Sheet) isChapter(texts []int) bool {
	first, second := texts[0], texts[1]
	if len(texts) == 2 {
		return s.spans(first) && !s.spans(second) && s.is(first, header.Field) && s.is(second, header.Name)
	}
	return s.spans(first) && s.length(second) <= maxTitle && s.length(second) <= s.longest(texts[2:]) || s.is(first, header.Field) && s.is(second, header.Name)
}
