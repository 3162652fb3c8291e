package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// MostCells bounds the cells with content of a workbook; what lies beyond is left out.
const MostCells = 1 << 20

// separator is what stands between two cells in the text, in characters.
const separator = 3

// mostMerges bounds the merged cells of a sheet.
const mostMerges = 1 << 17

// Book is a workbook as its reader delivers it. The zero value is one without sheets.
type Book struct {
	Sheets   []*Sheet
	Hidden   int // sheets that are not shown, and were not added
	Logical  int // cells that hold an error or a truth value, which were not put
	Formulas int // formulas whose results the file does not hold
	Lost     int // cells with a text that the file does not hold
	Boxes    int // text boxes and shapes with text
	Comments int // comments on cells
	Pictures int
	Cut      bool                // it has more cells or text than the bounds
	Remarks  []schema.Diagnostic // what else its reader has to say

	cells, characters int
}

// Sheet is a sheet of a [Book].
type Sheet struct {
	Name   string
	book   *Book
	cells  []cell
	merges []area
	rows   stretches // hidden ones
	cols   stretches
}

// cell is what a cell shows; rows and columns count from 0.
type cell struct {
	row, col int
	text     string
}

// area is a merged cell, its last row and column within.
type area struct{ top, left, bottom, right int }

// Add begins a sheet.
func (b *Book) Add(name string) *Sheet {
	s := &Sheet{Name: name, book: b}
	b.Sheets = append(b.Sheets, s)
	return s
}

// Put gives a cell, counted from 0, the text that it shows. It reports false when the bounds of the workbook are
// reached, and what follows is left out.
func (s *Sheet) Put(row, col int, text string) bool {
	b := s.book
	if text == "" || b.Cut {
		return !b.Cut
	}
	room := source.MostCharacters - b.characters - separator
	n := utf8.RuneCountInString(text)
	if b.cells >= MostCells || room <= 0 {
		b.Cut = true
		return false
	}
	if n > room {
		text, b.Cut = string([]rune(text)[:room]), true
	}
	b.characters += n + separator
	b.cells++
	s.cells = append(s.cells, cell{row, col, text})
	return !b.Cut
}

// Merge makes one cell of an area, its last row and column within.
func (s *Sheet) Merge(top, left, bottom, right int) {
	if len(s.merges) >= mostMerges {
		s.book.Cut = true
		return
	}
	if bottom >= top && right >= left && (bottom > top || right > left) {
		s.merges = append(s.merges, area{top, left, bottom, right})
	}
}

// HideRows says that rows from first to last are not shown.
func (s *Sheet) HideRows(first, last int) { s.rows.add(first, last) }

// HideColumns says that columns from first to last are not shown.
func (s *Sheet) HideColumns(first, last int) { s.cols.add(first, last) }

// settle puts the cells in order. Of two at one place the later counts.
func (s *Sheet) settle() {
	slices.SortStableFunc(s.cells, func(a, b cell) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	out := s.cells[:0]
	for _, c := range s.cells {
		if n := len(out); n > 0 && out[n-1].row == c.row && out[n-1].col == c.col {
			out[n-1] = c
			continue
		}
		out = append(out, c)
	}
	s.cells = out
	s.rows.settle()
	s.cols.settle()
}

// Rows returns the text of the cells of the sheet row by row, those of rows without content
// left out. Hidden ones count as well.
func (s *Sheet) Rows() [][]string {
	s.settle()
	var out [][]string
	row := -1
	for _, c := range s.cells {
		if c.col >= block.MaxColumns {
			s.book.Cut = true
			continue
		}
		if c.row != row {
			out, row = append(out, nil), c.row
		}
		line := &out[len(out)-1]
		for len(*line) < c.col {
			*line = append(*line, "")
		}
		*line = append(*line, c.text)
	}
	return out
}

// Column is what stands below a header in a sheet.
type Column struct {
	Entries []Entry // of the rows that are shown and have content
	Again   bool    // another cell of the row of the header shows it as well
	Hidden  int     // rows with content that are not shown
}

// Entry is a cell of a column.
type Entry struct {
	Row  int    // of the sheet, from 1
	Text string // "" where only other cells of the row have any
}

// Column returns the cells below the first one that shows name. It reports false where no cell shows it.
func (s *Sheet) Column(name string) (column Column, ok bool) {
	s.settle()
	head, col, hidden := -1, -1, -1
	for _, c := range s.cells {
		text := strings.TrimSpace(c.text)
		switch last := len(column.Entries) - 1; {
		case text == "" || col < 0 && (text != name || s.rows.has(c.row)):
		case col < 0:
			head, col = c.row, c.col
		case c.row == head:
			column.Again = column.Again || text == name
		case s.rows.has(c.row):
			if c.row != hidden {
				column.Hidden++
			}
			hidden = c.row
		default:
			if last < 0 || column.Entries[last].Row != c.row+1 {
				column.Entries = append(column.Entries, Entry{Row: c.row + 1})
				last++
			}
			if c.col == col {
				column.Entries[last].Text = c.text
			}
		}
	}
	return column, col >= 0
}
