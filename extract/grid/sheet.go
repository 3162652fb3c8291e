package grid

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
)

// Column is a column and what its header says.
type Column struct {
	header.Column
	Key   string // the header, folded: 牵头单位
	Upper string // what stands above it in a header of two rows: 责任分工; else ""
	Organ bool   // a body heads it: 市民政局
}

// Names says what cells name, which no table of headers knows.
type Names struct {
	Role  func(header string) bool // who answers for a row: 协同处
	Organ func(header string) bool // a body: 市民政局
	Held  func(cell string) bool   // persons, each with the body: 张三（市住建局）
}

// Year returns the year that the header of a column of values names.
func (c Column) Year() (int, bool) {
	if y, ok := header.Year(c.Key); ok {
		return y, true
	}
	return header.Year(c.Upper)
}

// Sheet is a table with what its columns hold.
type Sheet struct {
	Grid    *block.Grid
	Rows    [][]string // the text of each place of the grid
	Caption string     // the line above the table, or the cell across its first row
	Group   string     // what a table that goes on another has above it: 二、机构服务; else ""
	First   int        // the first row of the header
	Header  int        // the row behind the header; 0 without one, and where rows stand above it
	Columns []Column   // nil where no header was found

	ditto map[*block.Cell]*block.Cell // what cells repeat, once the rows are read
}

// maxAbove is how many rows may stand above a header.
const maxAbove = 4

// New finds the header of a table. rows are the texts of its places.
func New(g *block.Grid, rows [][]string, caption string, names Names) *Sheet {
	s := &Sheet{Grid: g, Rows: rows, Caption: caption}
	for r := 0; r < len(rows) && r <= maxAbove; r++ {
		if title, ok := s.across(r); ok {
			if s.Caption == "" && r == 0 {
				s.Caption = title
			}
			continue
		}
		if columns := s.columns(r, r, names); known(columns) && !s.titlesOf(r, names) {
			s.First = r
			last := s.lastHeaderRow(r, names)
			if last > r {
				columns = s.columns(r, last, names)
			}
			s.Columns = reporting(columns)
			if s.Header = last + 1; s.rowsAbove(r) {
				s.Header = 0
			}
			s.holders(names)
			return s
		}
	}
	return s
}

// titlesOf reports that row r only holds the titles of tables side by side, whose header is the row below it.
func (s *Sheet) titlesOf(r int, names Names) bool {
	return 2*s.filled(r) < s.Grid.Columns() && r+1 < len(s.Rows) && s.filled(r+1) > s.filled(r) && s.own(r+1, 0) && known(s.columns(r+1, r+1, names))
}

// reporting makes columns behind the work reports where only a report can stand: 存在问题, 下一步打算.
// Left of the work, 存在问题 is what 整改措施 is about.
func reporting(columns []Column) []Column {
	work := false
	for c := range columns {
		column := &columns[c]
		if work && (strings.HasSuffix(column.Key, "问题") || strings.HasPrefix(column.Key, "下一步")) {
			column.Column = header.Column{Kind: header.Report}
		}
		work = work || column.Kind == header.Work
	}
	return columns
}

// rowsAbove reports rows of the table above its header, which a new page repeats there:
// one of them has as many cells as the header.
func (s *Sheet) rowsAbove(first int) bool {
	for r := range first {
		if s.filled(r) >= max(s.filled(first), 3) {
			return true
		}
	}
	return false
}

// filled counts the different cells of a row that have text.
func (s *Sheet) filled(r int) int {
	n := 0
	for c, cell := range s.Grid.Rows[r] {
		if s.Rows[r][c] != "" && (c == 0 || cell != s.Grid.Rows[r][c-1]) {
			n++
		}
	}
	return n
}

// Continue gives a table without header the columns and the caption of the one before
// it, which it goes on; false where it cannot be its continuation.
func (s *Sheet) Continue(before *Sheet) bool {
	if before == nil || before.Columns == nil || s.Columns != nil || len(s.Rows) == 0 || s.Grid.Columns() != len(before.Columns) {
		return false
	}
	s.Columns = before.Columns
	if number := s.first(header.Order); number >= 0 && !isNumber(header.Fold(s.Rows[0][number])) && !isChinese(header.Fold(s.Rows[0][number])) {
		s.Columns = nil // no number, where the table before has them
	}
	if s.Columns == nil {
		return false
	}
	if label, _, ok := strings.Cut(s.Caption, "、"); ok && isChinese(header.Fold(label)) {
		s.Group = s.Caption
	}
	s.Caption = before.Caption
	return true
}

// across returns the text of the one cell that a row consists of.
func (s *Sheet) across(r int) (string, bool) {
	row := s.Grid.Rows[r]
	for _, cell := range row {
		if cell != row[0] {
			return "", false
		}
	}
	return s.Rows[r][0], len(row) > 1
}

// columns reads the header that stands in rows first to last.
func (s *Sheet) columns(first, last int, names Names) []Column {
	out := make([]Column, s.Grid.Columns())
	for c := range out {
		out[c] = column(header.Fold(s.Rows[last][c]), names)
		if last == first {
			continue
		}
		for r := last - 1; r >= first && out[c].Kind == header.Unknown && !out[c].Organ; r-- {
			upper, lower := header.Fold(s.Rows[r][c]), out[c].Key
			if upper == "" {
				continue
			}
			out[c] = column(upper, names)
			if lower != upper {
				out[c].Key = upper + lower
			}
		}
		out[c].Upper = header.Fold(s.Rows[first][c])
	}
	return out
}

func column(key string, names Names) Column {
	out := Column{Key: key}
	out.Column, _ = header.Of(key)
	if k := out.Kind; (k == header.Unknown || k == header.Body) && out.Sheet == "" && names.Role(key) {
		out.Kind = header.Party
	}
	out.Organ = out.Kind == header.Unknown && len(key) > 0 && utf8.RuneCountInString(key) <= header.MaxLength && names.Organ(key)
	return out
}

// known reports that a row is a header: two of its words are header words, and half of all but names of bodies.
func known(columns []Column) bool {
	words, filled := 0, 0
	for c, column := range columns {
		if column.Key == "" || column.Organ || c > 0 && column.Key == columns[c-1].Key {
			continue
		}
		filled++
		if column.Kind != header.Unknown {
			words++
		}
	}
	return words >= 2 && 2*words >= filled
}

// lastHeaderRow returns the last row of a header that begins in row r: one of the two below it, or r itself.
func (s *Sheet) lastHeaderRow(r int, names Names) int {
	last := r
	for last < r+2 && s.goesOn(last+1, names) {
		last++
	}
	return last
}

// goesOn reports that row r goes on with the header above: what begins in it are header words and nothing else, or
// stands below cells that span columns (2025年 above 一季度, 二季度) while the others reach into it.
func (s *Sheet) goesOn(r int, names Names) bool {
	if r >= len(s.Rows) {
		return false
	}
	if s.divides(r) {
		return true
	}
	words := 0
	for c, n := range s.Grid.Rows[r] {
		cell := s.Grid.Cells[n]
		if cell.Row != r || cell.Len() == 0 {
			continue
		}
		if column(header.Fold(s.Rows[r][c]), names).Kind == header.Unknown {
			return false
		}
		words++
	}
	return words > 0 && !(s.own(r, 0) && s.Rows[r][0] != "")
}

// divides reports that row r has short cells below those of the row above that span columns, and no other but those
// that reach into it.
func (s *Sheet) divides(r int) bool {
	words, reach := 0, false
	for c, n := range s.Grid.Rows[r] {
		cell, above := s.Grid.Cells[n], s.Grid.At(r-1, c)
		if cell.Row == r && (above.ColSpan == 1 || above.ColSpan == s.Grid.Columns() || cell.Len() > header.MaxLength) {
			return false
		}
		if cell.Row == r && cell.Len() > 0 {
			words++
		}
		reach = reach || cell.Row < r
	}
	return words > 1 && reach
}

// own reports that the cell at row r, column c begins in that row.
func (s *Sheet) own(r, c int) bool { return s.Grid.At(r, c).Row == r }

// Edge returns which end of the work the times of column c are: the beginning, or the end where
// another column holds the beginning. A table with 完成时间 alone says when the work is done.
func (s *Sheet) Edge(c int) header.Edge {
	edge := s.Columns[c].Edge
	if edge == header.End && !slices.ContainsFunc(s.Columns, func(c Column) bool { return c.Edge == header.Begin }) {
		return 0
	}
	return edge
}

// Has reports whether the table has a column of one of the kinds.
func (s *Sheet) Has(kinds ...header.Kind) bool { return s.first(kinds...) >= 0 }

func (s *Sheet) first(kinds ...header.Kind) int {
	for c := range s.Columns {
		if s.is(c, kinds...) {
			return c
		}
	}
	return -1
}

func (s *Sheet) is(c int, kinds ...header.Kind) bool {
	for _, k := range kinds {
		if s.Columns[c].Kind == k {
			return true
		}
	}
	return false
}

// length is the mean length of the cells of a column below the header, in code points.
func (s *Sheet) length(c int) int {
	sum, cells := 0, 0
	for r := s.Header; r < len(s.Rows); r++ {
		if s.own(r, c) && s.Rows[r][c] != "" && s.Grid.At(r, c).ColSpan == 1 {
			sum += utf8.RuneCountInString(s.Rows[r][c])
			cells++
		}
	}
	return sum / max(cells, 1)
}

// spans reports whether cells of a column reach over rows that have other cells of their own.
func (s *Sheet) spans(c int) bool {
	for r := s.Header; r < len(s.Rows); r++ {
		if cell := s.Grid.At(r, c); cell.Row == r && cell.RowSpan > 1 && cell.ColSpan == 1 && cell.Len() > 0 {
			return true
		}
	}
	return false
}

// repeats reports that a row is one of the header's, once more on a new page.
func (s *Sheet) repeats(r int) bool {
	filled := 0
	for c, column := range s.Columns {
		if s.Rows[r][c] == "" {
			continue
		}
		if key := header.Fold(s.Rows[r][c]); key != column.Key && key != column.Upper {
			return false
		}
		filled++
	}
	return filled > 1
}

func contains(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
