package grid

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

// aside reports a row that stands between the rows or below them and is none of them: a total
// (合计), who filled the table in (填表人：周某), a note (★为重点项目。).
func (s *Sheet) aside(r int) bool {
	first := ""
	for c := 0; c < len(s.Rows[r]) && first == ""; c++ {
		if s.own(r, c) {
			first = header.Fold(s.Rows[r][c])
		}
	}
	if lexicon.TotalRows().Has(strings.TrimRight(first, ":")) {
		return true
	}
	if name, _, ok := strings.Cut(first, ":"); ok && lexicon.FormFeet().Has(strings.TrimSuffix(name, "(签字)")) {
		return true
	}
	return s.notes(r)
}

// Notes returns the cells that stand alone in their row and are read as notes on the rows, not as one of them.
func (s *Sheet) Notes() []*block.Cell {
	var out []*block.Cell
	for r := s.Header; r < len(s.Rows); r++ {
		if s.notes(r) {
			out = append(out, s.Grid.At(r, 0))
		}
	}
	return out
}

// notes reports a row that is nothing but a note.
func (s *Sheet) notes(r int) bool {
	return s.filled(r) == 1 && s.own(r, 0) && s.Rows[r][0] != "" && (s.is(0, header.Order) || s.Grid.At(r, 0).ColSpan > 1) && isNote(header.Fold(s.Rows[r][0]))
}

// isNote reports a lone cell that is a sentence about the rows, not the heading of a group.
func isNote(text string) bool {
	label, _, ok := strings.Cut(text, "、")
	switch {
	case ok && isChinese(label), strings.HasPrefix(text, "("):
		return false
	case strings.IndexAny(text, "★☆※*▲△●") == 0:
		return strings.HasSuffix(text, "。") || contains(text, "为", "指", "表示", "牵头", "配合")
	}
	if name, _, ok := strings.Cut(text, ":"); ok && lexicon.Notes().Has(name) {
		return true
	}
	return strings.HasSuffix(text, "。") && !isNumber(text[:1])
}
