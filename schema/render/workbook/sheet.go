package workbook

import (
	"cmp"
	"fmt"
	"strconv"
)

// pageRows is how many rows Excel takes in a sheet.
const pageRows = 1 << 20

// Sheet is a table with a header row that stays in view and can be filtered.
type Sheet struct {
	Name    string   // at most 25 characters, none of []:*?/\'
	Title   string   // stands above the header, across the columns without merging them; "" for none, else it may change until Book.Close
	Columns []Column // at most 16384
	Compact bool     // rows are one line high, whatever their texts
	Direct  bool     // to go straight to the output: one sheet at a time may, from its first row to its Close
	A3      bool     // prints on A3 instead of A4
	Fixed   int      // how many columns stay in view
	Marked  []int    // the columns that Rules mark
	Rules   []Rule
	Limit   int    // how many rows a page takes, title and header among them; 0 for as many as Excel takes
	Several string // where there are several pages, stands behind the title of each: a format for its number and how many there are

	book  *Book
	pages []*page
	row   []byte
	ended bool
}

// Column is a column's heading and its width in digits; a Chinese character takes two.
type Column struct {
	Title   string
	Width   float64
	Hidden  bool
	ByHand  bool     // people fill it
	Choices []string // what they choose from, together at most 255 characters
}

// Row appends a row. Cells beyond the columns are an error of the caller's.
func (s *Sheet) Row(cells ...Cell) error {
	p, err := s.page()
	if err != nil {
		return err
	}
	return s.write(p, s.height(cells), cells)
}

// First returns the row of a page that the first row of cells takes, from 1.
func (s *Sheet) First() int {
	if s.Title != "" {
		return 3
	}
	return 2
}

func (s *Sheet) write(p *page, height float64, cells []Cell) error {
	p.rows++
	row := append(s.row[:0], `<row r="`...)
	row = append(strconv.AppendInt(row, int64(p.rows), 10), `" ht="`...)
	row = append(strconv.AppendFloat(row, height, 'f', -1, 64), '"')
	if s.Compact {
		row = append(row, ` customHeight="1"`...)
	}
	row = append(row, '>')
	for i, c := range cells {
		if s.Compact && c.Style == Wrapped {
			c.Style = OneLine
		}
		row = c.append(row, i, p.rows)
	}
	row = append(row, "</row>"...)
	s.row = row
	_, err := p.out.Write(row)
	return err
}

// height returns how high a row has to be, in points, to show its wrapped texts whole;
// not every program finds that out by itself. Excel takes 409 points at most.
func (s *Sheet) height(cells []Cell) float64 {
	const line, space, most = 13.5, 4, 409
	if s.Compact {
		return line + 1
	}
	lines := 1
	for i, c := range cells {
		if c.kind == text && i < len(s.Columns) && !s.Columns[i].Hidden {
			lines = max(lines, c.lines(s.Columns[i].Width))
		}
	}
	return min(float64(lines)*line+space, most)
}

// page returns the page that takes the next row.
func (s *Sheet) page() (*page, error) {
	if n := len(s.pages); n > 0 {
		if s.pages[n-1].rows < s.limit() {
			return s.pages[n-1], nil
		}
		if err := s.end(s.pages[n-1]); err != nil {
			return nil, err
		}
	}
	name := s.Name
	if n := len(s.pages); n > 0 {
		name = fmt.Sprintf("%s %d", s.Name, n+1)
	}
	p, err := s.book.newPage(s, name)
	if err != nil {
		return nil, err
	}
	s.pages = append(s.pages, p)
	return p, s.begin(p)
}

func (s *Sheet) limit() int { return cmp.Or(s.Limit, pageRows) }

// Page returns the name of the page that row n of those appended stands on, from 1.
func (s *Sheet) Page(n int) string { return s.pages[(n-1)/(s.limit()-s.First()+1)].name }

// Close ends the sheet, as [Book.Close] does with those that are open; one without a row
// still shows its header.
func (s *Sheet) Close() error {
	if s.ended {
		return nil
	}
	if len(s.pages) == 0 {
		if _, err := s.page(); err != nil {
			return err
		}
	}
	s.ended = true
	if s.Direct {
		s.book.direct = nil
	}
	return s.end(s.pages[len(s.pages)-1])
}

// portrait reports whether the columns fit on a page that stands upright.
func (s *Sheet) portrait() bool {
	const most = 140
	width := 0.0
	for _, c := range s.Columns {
		if !c.Hidden {
			width += c.Width
		}
	}
	return width <= most
}

// ColumnName returns A, B, … Z, AA … for 0, 1, …
func ColumnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
