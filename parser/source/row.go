package source

import (
	"iter"
	"strings"
)

// Row is a row of a table as text.
type Row struct {
	Cells []string
	Line  int  // of the text, from 1
	End   int  // in the text, in bytes, behind its line end
	Apart bool // an empty line stands above it
	Open  bool // a quote in it is not closed, and was left out
}

// Rows yields the rows of a table as text (RFC 4180) whose cells comma separates. Empty lines are no rows. A quote that is
// none stays as it is: 建"口袋"公园. One that opens a cell and is closed nowhere, or behind other rows of the table only,
// ends with its line.
func Rows(text string, comma rune) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		r := rowReader{text: text, comma: byte(comma), line: 1}
		for row, ok := r.row(); ok && yield(row); row, ok = r.row() {
		}
	}
}

// rowReader reads rows. It passes over each byte a bounded number of times.
type rowReader struct {
	text     string
	comma    byte
	at, line int
	width    int // cells of the first row that has several
	narrow   int // a cell that begins before it ends with its line
}

// row reads the next row, false where there is none.
func (r *rowReader) row() (row Row, ok bool) {
	for r.lineEnd() {
		row.Apart = true
	}
	if r.at == len(r.text) {
		return row, false
	}
	row.Line = r.line
	for {
		row.Cells = append(row.Cells, r.cell(&row))
		if r.at == len(r.text) || r.lineEnd() {
			break
		}
		r.at++ // the separator
	}
	if r.width == 0 && len(row.Cells) > 1 {
		r.width = len(row.Cells)
	}
	row.End = r.at
	return row, true
}

// lineEnd passes over the end of a line, if one stands here.
func (r *rowReader) lineEnd() bool {
	n := r.endLength(r.at)
	r.at += n
	if n > 0 {
		r.line++
	}
	return n > 0
}

// endLength returns the length of the line end at i, 0 for none.
func (r *rowReader) endLength(i int) int {
	switch rest := r.text[i:]; {
	case strings.HasPrefix(rest, "\n"):
		return 1
	case strings.HasPrefix(rest, "\r\n"):
		return 2
	}
	return 0
}

// ends reports that a cell may end at i.
func (r *rowReader) ends(i int) bool {
	if i == len(r.text) {
		return true
	}
	switch r.text[i] {
	case r.comma, '\n':
		return true
	case '\r':
		return r.endLength(i) > 0
	}
	return false
}

// cell reads a cell up to what ends it.
func (r *rowReader) cell(row *Row) string {
	start := r.at
	if strings.HasPrefix(r.text[start:], `"`) {
		if end, ok := r.closing(len(row.Cells)); ok {
			cell := r.text[start+1 : end]
			r.at = end + 1
			r.line += strings.Count(cell, "\n")
			return strings.ReplaceAll(strings.ReplaceAll(cell, "\r\n", "\n"), `""`, `"`)
		}
	}
	for !r.ends(r.at) {
		r.at++
	}
	cell := r.text[start:r.at]
	if bare, ok := strings.CutPrefix(cell, `"`); ok && !strings.Contains(bare, `"`) {
		row.Open = true
		return bare
	}
	return cell
}

// closing finds the quote that closes the cell that begins here, the row's cell of number before, from 0. Lines of it that are
// rows of the table themselves say that none does.
func (r *rowReader) closing(before int) (end int, ok bool) {
	first := before + 1 // cells of the row, if its line ends it
	rows, commas, line := 0, 0, r.at
	for i := r.at + 1; i < len(r.text); i++ {
		within := line > r.at // behind the first line
		switch c := r.text[i]; {
		case c == r.comma && within:
			commas++
		case c == r.comma:
			first++
		case c == '\n':
			if within && r.width > 2 && commas == r.width-1 {
				rows++
			}
			if r.at < r.narrow || rows > 1 || rows > 0 && r.width > 3 {
				r.narrow = max(r.narrow, line)
				return 0, false
			}
			line, commas = i+1, 0
		case c == '"' && i+1 < len(r.text) && r.text[i+1] == '"':
			i++
		case c == '"' && r.ends(i+1):
			return i, true
		case c == '"' && within && (r.text[i-1] == r.comma || i == line && first == r.width):
			r.narrow = max(r.narrow, line) // another cell opens
			return 0, false
		}
	}
	r.narrow = len(r.text)
	return 0, false
}
