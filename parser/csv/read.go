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
// [source.Separator] finds. A row in which it cut one text is joined again where only one column can hold it. Others that do not
// have as many cells as most are read as far as they go, and
// the remarks of the book name their lines. The error is always nil; Open has the shape that readers share.
func Open(f *source.File) (*sheet.Book, error) {
	comma := '\t'
	if f.Format == source.CSV {
		comma = source.Separator(f.Text, header.Names)
	}
	book := &sheet.Book{}
	s := book.Add("")
	width := mostCells(f.Text, comma)
	var open, uneven, rejoined []int
	var kinds []header.Kind
	at := 0
	for row := range source.Rows(f.Text, comma) {
		if row.Apart {
			at++
		}
		if kinds == nil {
			kinds = kindsOf(row.Cells, width)
		}
		whole, mended := rejoin(row.Cells, kinds, comma)
		switch {
		case mended:
			row.Cells, rejoined = whole, append(rejoined, row.Line)
		case row.Open:
			open = append(open, row.Line)
		case isUneven(row.Cells, width):
			uneven = append(uneven, row.Line)
		}
		for col, text := range row.Cells {
			if !s.Put(at, col, text) {
				return book, nil
			}
		}
		at++
	}
	if len(rejoined) > 0 {
		remark(book, schema.Info, "A text that a separator without quotes had cut was joined again (line %s).", lines(rejoined))
	}
	if len(uneven) > 0 {
		remark(book, schema.Warning, "Rows that do not have %d cells as the others have were read as they stand, and their cells may belong to other columns (line %s).", width, lines(uneven))
	}
	if len(open) > 0 {
		remark(book, schema.Warning, "A quote that nothing closes was taken to end with its line (line %s).", lines(open))
	}
	return book, nil
}

// mostCells returns the number of cells that most rows of several have.
func mostCells(text string, comma rune) (width int) {
	count := map[int]int{}
	for row := range source.Rows(text, comma) {
		if n := len(row.Cells); n > 1 {
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

func remark(b *sheet.Book, severity schema.Severity, format string, args ...any) {
	b.Remarks = append(b.Remarks, schema.Remark(severity, schema.TableShape, format, args...))
}
