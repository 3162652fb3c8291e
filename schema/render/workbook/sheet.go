package workbook

import (
	"fmt"
	"strconv"
	"strings"
)

// pageRows is how many rows Excel takes in a sheet.
const pageRows = 1 << 20

// Sheet is a table with a header row that stays in view and can be filtered.
type Sheet struct {
	Name    string   // at most 25 characters, none of []:*?/\'
	Columns []Column // at most 16384
	Grouped bool     // rows of level 1 fold away under the row of level 0 before them
	Direct  bool     // to go straight to the output: one sheet at a time may, from its first row to its Close

	book  *Book
	pages []*page
	row   []byte
	ended bool
	limit int // rows a page takes; pageRows but in tests
}

// Column is a column's heading and its width in digits; a Chinese character takes two.
type Column struct {
	Title string
	Width float64
}

// Row appends a row. Cells beyond the columns are an error of the caller's.
func (s *Sheet) Row(level int, cells ...Cell) error {
	p, err := s.page()
	if err != nil {
		return err
	}
	return s.write(p, level, cells)
}

func (s *Sheet) write(p *page, level int, cells []Cell) error {
	p.rows++
	row := append(s.row[:0], `<row r="`...)
	row = append(strconv.AppendInt(row, int64(p.rows), 10), `" ht="`...)
	row = append(strconv.AppendFloat(row, s.height(cells), 'f', -1, 64), '"')
	if level > 0 {
		row = append(row, ` outlineLevel="1"`...)
	}
	row = append(row, '>')
	for i, c := range cells {
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
	const line, space, most = 14, 4, 409
	lines := 1
	for i, c := range cells {
		if c.kind == text && i < len(s.Columns) {
			lines = max(lines, c.lines(s.Columns[i].Width))
		}
	}
	return float64(min(lines*line+space, most))
}

// page returns the page that takes the next row.
func (s *Sheet) page() (*page, error) {
	limit := s.limit
	if limit == 0 {
		limit = pageRows
	}
	if n := len(s.pages); n > 0 {
		if s.pages[n-1].rows < limit {
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

// begin writes what stands before the rows, and the header row.
func (s *Sheet) begin(p *page) error {
	out := append([]byte(nil), xmlHead+`<worksheet xmlns="`+mainSpace+`"><sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView`...)
	if s == s.book.sheets[0] && len(s.pages) == 1 {
		out = append(out, ` tabSelected="1"`...)
	}
	out = append(out, ` workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"`...)
	if s.Grouped {
		out = append(out, ` outlineLevelRow="1"`...)
	}
	out = append(out, "/><cols>"...)
	titles := make([]Cell, 0, len(s.Columns))
	for i, c := range s.Columns {
		out = fmt.Appendf(out, `<col min="%d" max="%d" width="%s" customWidth="1"/>`, i+1, i+1, strconv.FormatFloat(c.Width, 'f', -1, 64))
		titles = append(titles, Cell{text: c.Title, kind: text, Style: Heading})
	}
	out = append(out, "</cols><sheetData>"...)
	if _, err := p.out.Write(out); err != nil {
		return err
	}
	return s.write(p, 0, titles)
}

// end writes what stands behind the rows.
func (s *Sheet) end(p *page) error {
	out := fmt.Appendf(nil, `</sheetData><autoFilter ref="A1:%s%d"/>`, columnName(len(s.Columns)-1), p.rows)
	out = append(out, `<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;C`...)
	out = appendText(out, strings.ReplaceAll(s.book.title+"　"+p.name, "&", "&&"))
	out = append(out, `</oddHeader><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`...)
	_, err := p.out.Write(out)
	return err
}

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

// columnName returns A, B, … Z, AA … for 0, 1, …
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
