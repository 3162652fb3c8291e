package csv

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// Open reads the table f, whose separator is a tab where it is tsv, and else the one that
// [source.Separator] finds. A text that it or a line break cut, as nothing quoted it, is joined again where only one column can hold
// it. Other rows that do not have as many cells as the header or most rows are read as far as they go, and the remarks of the book
// name their lines. The error is always nil; Open has the shape that readers share.
func Open(f *source.File) (*sheet.Book, error) {
	comma := '\t'
	if f.Format == source.CSV {
		comma = source.Separator(f.Text, Heads)
	}
	t := table{book: &sheet.Book{}, comma: comma, width: widthOf(f.Text, comma)}
	t.sheet = t.book.Add("")
	var rows []source.Row
	for row := range source.Rows(f.Text, comma) {
		if rows = append(rows, row); len(rows) == mostBroken {
			rows = rows[:copy(rows, rows[t.put(rows):])]
		}
		if t.book.Cut {
			return t.book, nil
		}
	}
	for len(rows) > 0 && !t.book.Cut {
		rows = rows[t.put(rows):]
	}
	t.remark()
	return t.book, nil
}

// table is a table being read.
type table struct {
	book  *sheet.Book
	sheet *sheet.Sheet
	comma rune
	width int           // cells of a row
	kinds []header.Kind // of its columns; nil above the header
	at    int           // the row that comes next

	open, uneven, mended []int // lines
}

// put puts the first of rows and returns how many of them it is.
func (t *table) put(rows []source.Row) int {
	if t.kinds == nil {
		t.kinds = kindsOf(rows[0].Cells, t.width)
	}
	row, n := mend(rows, t.kinds, t.comma)
	switch {
	case n > 1 || len(row.Cells) != len(rows[0].Cells):
		t.mended = append(t.mended, row.Line)
	case row.Open:
		t.open = append(t.open, row.Line)
	case isUneven(row.Cells, t.width):
		t.uneven = append(t.uneven, row.Line)
	}
	if row.Apart {
		t.at++
	}
	for col, text := range row.Cells {
		if !t.sheet.Put(t.at, col, text) {
			break
		}
	}
	t.at++
	return n
}

// remark says what was made of the rows.
func (t *table) remark() {
	if len(t.mended) > 0 {
		t.add(schema.Info, "A text that a separator or a line break without quotes had cut was joined again (line %s).", lines(t.mended))
	}
	if len(t.uneven) > 0 {
		t.add(schema.Warning, "Rows that do not have %d cells as the others have were read as they stand, and their cells may belong to other columns (line %s).", t.width, lines(t.uneven))
	}
	if len(t.open) > 0 {
		t.add(schema.Warning, "A quote that nothing closes was taken to end with its line (line %s).", lines(t.open))
	}
}

func (t *table) add(severity schema.Severity, format string, args ...any) {
	t.book.Remarks = append(t.book.Remarks, schema.Remark(severity, schema.TableShape, format, args...))
}

// widthOf returns the number of cells of a header whose words are known, else that of most rows of several.
func widthOf(text string, comma rune) (width int) {
	count := map[int]int{}
	above := 0
	for row := range source.Rows(text, comma) {
		n := len(row.Cells)
		if above++; n > 1 && above <= source.RowsAbove+1 && header.Names(row.Cells) {
			return n
		}
		if n > 1 {
			if count[n]++; count[n] > count[width] {
				width = n
			}
		}
	}
	return width
}

// isUneven reports a row of several cells, though not of width. A line alone is a title, a group or a note; empty cells beyond
// width are nothing.
func isUneven(cells []string, width int) bool {
	n := len(cells)
	for n > width && strings.TrimSpace(cells[n-1]) == "" {
		n--
	}
	return n > 1 && n != width
}

// mostLines is how many lines a remark names.
const mostLines = 10

// lines names lines: 3, 17, 20.
func lines(list []int) string {
	var names []string
	for _, n := range list[:min(len(list), mostLines)] {
		names = append(names, strconv.Itoa(n))
	}
	if len(list) > mostLines {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}
