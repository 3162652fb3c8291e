package word

import (
	"github.com/policyx/policyx/parser/block"
)

// Story is a run of text: the body, a table cell, a text box, a note.
type Story struct {
	Items []Item
	Cut   bool // a label was longer than [MaxLabel]
}

// Item is a paragraph, or a table where Table is not nil.
type Item struct {
	Text  []rune
	Table *Table
}

// Table is a table as the file keeps it, row by row.
type Table struct{ Rows []Row }

// Row is a row of a table. Skip is the number of columns left free before its first cell.
type Row struct {
	Skip  int
	Cells []Cell
}

// Cell is a cell that covers Span columns, at least one.
type Cell struct {
	Story
	Span  int
	Merge Merge
}

// Merge says what a cell has to do with the one above it or before it.
type Merge uint8

// How cells merge.
const (
	Apart    Merge = iota
	Starts         // the first of cells merged downwards
	GoesOn         // shown as part of the cell above
	GoesLeft       // shown as part of the cell before
)

// Builder builds a story from pieces of text. The zero value is an empty story.
type Builder struct {
	Story
	line block.Line
}

// Write appends s to the paragraph.
func (b *Builder) Write(s string) { b.line.Write(s) }

// Blank reports whether the paragraph has no text yet.
func (b *Builder) Blank() bool { return b.line.Len() == 0 }

// End ends the paragraph. One without text is none.
func (b *Builder) End() {
	if line := b.line.Take(); len(line) > 0 {
		b.Items = append(b.Items, Item{Text: append([]rune(nil), line...)})
	}
}

// Label begins the paragraph with the label of a list. It stands apart from the text
// behind it unless both are wide: 1. 完善…, 一、完善….
//
// A label longer than [MaxLabel] is cut.
func (b *Builder) Label(label string) {
	if r := []rune(label); len(r) > MaxLabel {
		label, b.Cut = string(r[:MaxLabel]), true
	}
	b.line.Write(label)
	b.line.Write("\n")
}

// cut reports whether a label was cut in the story or a table of it.
func (s *Story) cut() bool {
	if s.Cut {
		return true
	}
	for _, item := range s.Items {
		if item.Table == nil {
			continue
		}
		for _, row := range item.Table.Rows {
			for i := range row.Cells {
				if row.Cells[i].cut() {
					return true
				}
			}
		}
	}
	return false
}

// size counts the characters of a story, up to a bound.
func (s *Story) size(most int) (n int) {
	for _, item := range s.Items {
		if n >= most {
			break
		}
		n += len(item.Text)
		if item.Table != nil {
			n += item.Table.size(most)
		}
	}
	return n
}

func (t *Table) size(most int) (n int) {
	for _, row := range t.Rows {
		for i := range row.Cells {
			if n += row.Cells[i].size(most); n >= most {
				return n
			}
		}
	}
	return n
}

// line writes all the text of a story as one line, its paragraphs parted by a space.
func (s *Story) line(l *block.Line) {
	for _, item := range s.Items {
		l.Part()
		if item.Table == nil {
			l.Write(string(item.Text))
			continue
		}
		for _, row := range item.Table.Rows {
			for i := range row.Cells {
				row.Cells[i].line(l)
			}
		}
	}
	l.Part()
}

// Append ends the paragraph and appends the paragraphs and tables of s; the first
// paragraph goes on with what was written.
func (b *Builder) Append(s *Story) {
	items := s.Items
	if len(items) > 0 && items[0].Table == nil {
		b.line.Write(string(items[0].Text))
		items = items[1:]
	}
	b.End()
	b.Items = append(b.Items, items...)
	b.Cut = b.Cut || s.Cut
}
