package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/field"
)

// fieldLine reports whether the line is a line of a page head, and keeps its fields:
// 发布时间:2023-07-12 来源:….
func (s *structure) fieldLine(l *line) bool {
	if l.kind != lineBody || l.Len() > maxFieldLine {
		return false
	}
	found := field.In(s.d.Folded[l.Start:l.End])
	if len(found) == 0 || !found[0].Colon || found[0].Label.Start > 0 {
		return false
	}
	if kept := func(f field.Labelled) bool { return f.Row.Name != "" }; !leads(s.d.Folded[l.Start:l.End]) && !slices.ContainsFunc(found, kept) {
		return false // 政策解读: and what is no link
	}
	for _, f := range found {
		at := block.Range{Start: l.Start + f.Value.Start, End: l.Start + f.Value.End}
		s.field(f.Row, at)
	}
	return true
}

// maxFieldLine bounds a line of a page head, maxUnkept one of which nothing is kept, in code points.
const (
	maxFieldLine = 300
	maxUnkept    = 100
)

// field keeps a value; the first one of a name counts.
func (s *structure) field(row *field.Row, at block.Range) {
	h := &s.d.Head
	if !row.Usable(s.d.Text[at.Start:at.End]) {
		return
	}
	for _, f := range h.Fields {
		if f.Name == row.Name {
			return
		}
	}
	h.Fields = append(h.Fields, block.Field{Name: row.Name, Value: at})
}

// fields reads the page head that stands before the title and returns the line behind it.
func (s *structure) fields(i int) int {
	for i < len(s.lines) && s.fieldLine(&s.lines[i]) {
		i++
	}
	return i
}

// pageHead takes the fields of a table of labels and values. It reports whether the
// grid is one: at least two known labels, and hardly a row of anything else.
func (s *structure) pageHead(g *block.Grid) bool {
	type entry struct {
		row   *field.Row
		value block.Range
	}
	var found []entry
	for r := range g.Rows {
		for c := 0; c+1 < len(g.Rows[r]); c++ {
			cell, value := g.At(r, c), g.At(r, c+1)
			row, _, _, alone := field.At(s.d.Folded[cell.Start:cell.End])
			if row == nil || !alone || cell == value {
				continue
			}
			text := s.d.Folded[value.Start:value.End]
			at := row.Find(text, field.Trim(text, block.Range{End: len(text)}))
			found = append(found, entry{row, block.Range{Start: value.Start + at.Start, End: value.Start + at.End}})
			c++
		}
	}
	if len(found) < 2 || len(found) < len(g.Rows)-1 {
		return false
	}
	for _, e := range found {
		s.field(e.row, e.value)
	}
	return true
}
