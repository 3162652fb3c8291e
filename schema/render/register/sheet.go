package register

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// sheet is the XML of a worksheet with where its rows and cells stand in it.
type sheet struct {
	*archive
	data         []byte
	prefix       string // of its elements, with the colon; mostly ""
	rows         []row
	merges       [][4]int // first column, first row, last column, last row; columns from 0, rows from 1
	cols         stretch  // the element cols, empty where there is none
	table        stretch  // what stands within sheetData
	columnStyles map[int]int

	open []string // elements being read
	err  error
}

// errBroken is XML that is no worksheet.
var errBroken = message.New("is no whole worksheet")

// Bounds of a worksheet (ECMA-376 does not state them, Excel does).
const maxRows, maxColumns = 1 << 20, 1 << 14

// stretch is a part of the XML.
type stretch struct{ start, end int }

// row is a row with its cells in order.
type row struct {
	number int // from 1
	at     stretch
	inner  stretch // what stands between its tags; empty at at.end for <row/>
	cells  []cell
}

type cell struct {
	column  int // from 0
	at      stretch
	style   string // as written, "" for none
	kind    string // as written
	value   string // as written
	inline  richText
	formula bool
}

// readSheet finds the rows and cells of a worksheet.
func readSheet(a *archive, data []byte) (*sheet, error) {
	s := &sheet{archive: a, data: data, columnStyles: map[int]int{}}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		return nil, message.Errorf("encoding %s", charset)
	}
	for {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF && len(s.open) == 0 && s.table.start > 0 {
			return s, nil
		}
		if err == nil {
			err = s.err
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			s.begin(t, from, int(d.InputOffset()))
		case xml.EndElement:
			s.end(t.Name.Local, from, int(d.InputOffset()))
		case xml.CharData:
			s.chars(t)
		}
	}
}

// begin takes a start tag, which stands from from to to.
func (s *sheet) begin(t xml.StartElement, from, to int) {
	switch t.Name.Local {
	case "worksheet":
		if t.Name.Space != "" {
			s.prefix = t.Name.Space + ":"
		}
	case "cols":
		s.cols = stretch{from, to}
	case "col":
		s.column(t)
	case "sheetData":
		s.table = stretch{to, to}
	case "row":
		number := 1
		if n := len(s.rows); n > 0 {
			number = s.rows[n-1].number + 1
		}
		if r, err := strconv.Atoi(attr(t, "r")); err == nil {
			number = r
		}
		if n := len(s.rows); number < 1 || number > maxRows || n > 0 && number <= s.rows[n-1].number || s.table.start == 0 || s.table.end > s.table.start || s.inside("row") {
			s.err = errBroken
			return
		}
		s.rows = append(s.rows, row{number: number, at: stretch{from, to}, inner: stretch{to, to}})
	case "c":
		s.addCell(t, from, to)
	case "f":
		if c := s.last(); c != nil {
			c.formula = true
		}
	case "mergeCell":
		if m, ok := area(attr(t, "ref")); ok {
			s.merges = append(s.merges, m)
		}
	}
	s.open = append(s.open, t.Name.Local)
}

func (s *sheet) addCell(t xml.StartElement, from, to int) {
	if !s.inside("row") || s.inside("c") {
		s.err = errBroken
		return
	}
	r := &s.rows[len(s.rows)-1]
	column := 0
	if n := len(r.cells); n > 0 {
		column = r.cells[n-1].column + 1
	}
	if c, _, ok := place(attr(t, "r")); ok {
		column = c
	}
	if n := len(r.cells); column >= maxColumns || n > 0 && column <= r.cells[n-1].column {
		s.err = errBroken
		return
	}
	r.cells = append(r.cells, cell{column: column, at: stretch{from, to}, style: attr(t, "s"), kind: attr(t, "t")})
}

// column notes the style that a column gives its cells.
func (s *sheet) column(t xml.StartElement) {
	first, _ := strconv.Atoi(attr(t, "min"))
	last, _ := strconv.Atoi(attr(t, "max"))
	style, err := strconv.Atoi(attr(t, "style"))
	const most = 200
	for c := first; err == nil && c <= min(last, first+most); c++ {
		s.columnStyles[c-1] = style
	}
}

// end takes an end tag.
func (s *sheet) end(name string, from, to int) {
	n := len(s.open) - 1
	if n < 0 || s.open[n] != name {
		s.err = errBroken
		return
	}
	s.open = s.open[:n]
	switch name {
	case "cols":
		s.cols.end = to
	case "sheetData":
		s.table.end = max(from, s.table.start)
	case "row":
		r := &s.rows[len(s.rows)-1]
		r.at.end, r.inner.end = to, max(from, r.inner.start)
	case "c":
		if c := s.last(); c != nil {
			c.at.end = to
		}
	}
}

// chars takes text within a cell.
func (s *sheet) chars(text xml.CharData) {
	c, n := s.last(), len(s.open)
	if c == nil || n == 0 {
		return
	}
	switch s.open[n-1] {
	case "v":
		c.value += string(text)
	case "t":
		if n < 2 || s.open[n-2] != "rPh" {
			c.inline.Text += string(text)
		}
	}
}

// inside reports whether an element of a name is being read.
func (s *sheet) inside(name string) bool { return slices.Contains(s.open, name) }

func (s *sheet) last() *cell {
	if len(s.rows) == 0 {
		return nil
	}
	cells := s.rows[len(s.rows)-1].cells
	if len(cells) == 0 {
		return nil
	}
	return &cells[len(cells)-1]
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// text returns what a cell holds.
func (s *sheet) text(c cell) string {
	switch c.kind {
	case "s":
		if i, err := strconv.Atoi(c.value); err == nil && i >= 0 && i < len(s.shared) {
			return strings.TrimSpace(s.shared[i])
		}
		return ""
	case "inlineStr":
		return strings.TrimSpace(c.inline.String())
	}
	return strings.TrimSpace(c.value)
}

// fillGaps adds the empty rows below the header that the file leaves out, up to the next row that it has.
func (s *sheet) fillGaps(header int) {
	const most = 10000
	var rows []row
	for i, r := range s.rows {
		if i > header {
			before := s.rows[i-1]
			for n := before.number + 1; n < r.number && r.number-before.number < most; n++ {
				rows = append(rows, row{number: n, at: stretch{before.at.end, before.at.end}, inner: stretch{before.at.end, before.at.end}})
			}
		}
		rows = append(rows, r)
	}
	s.rows = rows
}

// mergedTo returns the last row that a cell of a row is merged down to.
func (s *sheet) mergedTo(number int) int {
	last := number
	for _, m := range s.merges {
		if m[1] == number {
			last = max(last, m[3])
		}
	}
	return last
}

// find returns the cell of a column, nil where the row has none.
func (r *row) find(column int) *cell {
	for i := range r.cells {
		if r.cells[i].column == column {
			return &r.cells[i]
		}
	}
	return nil
}

// place reads B7: column from 0, row from 1.
func place(ref string) (column, number int, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	i := 0
	for ; i < len(ref) && i < 4 && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		column = column*26 + int(ref[i]-'A') + 1
	}
	number, err := strconv.Atoi(ref[i:])
	return column - 1, number, err == nil && i > 0
}

func area(ref string) (m [4]int, ok bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	var ok1, ok2 bool
	m[0], m[1], ok1 = place(from)
	m[2], m[3], ok2 = place(to)
	return m, ok1 && ok2
}
