package xlsx

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
)

// OpenXML reads a workbook that is one XML file, SpreadsheetML of Excel 2003. It fails with an
// [ooxml.DamagedError] for one that is broken.
func OpenXML(f *source.File) (*sheet.Book, error) {
	r := &xmlBook{Scanner: ooxml.NewScanner([]byte(f.Text)), book: &sheet.Book{}, styles: map[string]*sheet.Format{}}
	root := r.Root()
	if root == "ss:Workbook" {
		r.Each(func(name string) {
			switch name {
			case "ss:Styles":
				r.Each(func(string) { r.style() })
			case "ss:Worksheet":
				r.sheet()
			}
		})
	}
	err := r.Err()
	if err == nil && root != "ss:Workbook" {
		err = ErrNotWorkbook
	}
	if err != nil {
		return nil, &ooxml.DamagedError{Kind: ooxml.Workbook, Reason: err}
	}
	return r.book, nil
}

// xmlBook is a workbook of SpreadsheetML being read.
type xmlBook struct {
	*ooxml.Scanner
	book   *sheet.Book
	styles map[string]*sheet.Format
}

// style reads the number format of a style; one without has that of its parent.
func (r *xmlBook) style() {
	id := r.Attr("ID")
	format := r.styles[r.Attr("Parent")]
	r.Each(func(name string) {
		if name == "ss:NumberFormat" {
			format = sheet.NewFormat(sheet.Named(r.Attr("Format")))
		}
	})
	r.styles[id] = format
}

// sheet reads a sheet; whether it is shown is said behind its cells.
func (r *xmlBook) sheet() {
	hidden := false
	s := r.book.Add(r.Attr("Name"))
	r.Each(func(name string) {
		switch name {
		case "ss:Table":
			r.table(s)
		case "xl:WorksheetOptions":
			r.Each(func(name string) {
				if name == "xl:Visible" {
					hidden = r.Text() != "SheetVisible"
				}
			})
		}
	})
	if hidden {
		r.book.Sheets = r.book.Sheets[:len(r.book.Sheets)-1]
		r.book.Hidden++
	}
}

func (r *xmlBook) table(s *sheet.Sheet) {
	row, col := -1, -1
	r.Each(func(name string) {
		switch name {
		case "ss:Column":
			col = r.index(col, lastColumn)
			first, span := col, r.span("Span", lastColumn)
			if col += span; r.Attr("Hidden") == "1" {
				s.HideColumns(first, col)
			}
		case "ss:Row":
			row = r.index(row, lastRow)
			first, span := row, r.span("Span", lastRow)
			if row += span; r.Attr("Hidden") == "1" {
				s.HideRows(first, min(row, lastRow))
			}
			if first <= lastRow {
				r.row(s, first)
			}
		}
	})
}

// index returns the place of the row, column or cell just begun: behind the last one, or where it says.
func (r *xmlBook) index(last, most int) int {
	if n, ok := r.Number("Index"); ok && n > 0 {
		return min(n-1, most+1)
	}
	return min(last+1, most+1)
}

func (r *xmlBook) span(name string, most int) int {
	n, _ := r.Number(name)
	return min(max(n, 0), most)
}

func (r *xmlBook) row(s *sheet.Sheet, row int) {
	col := -1
	r.Each(func(string) {
		col = r.index(col, lastColumn)
		across, down := r.span("MergeAcross", lastColumn), r.span("MergeDown", lastRow)
		if col > lastColumn {
			return
		}
		s.Merge(row, col, row+down, col+across)
		s.Put(row, col, r.cell())
		col += across
	})
}

// cell returns what the cell just begun shows.
func (r *xmlBook) cell() string {
	format, formula, has := r.styles[r.Attr("StyleID")], r.Attr("Formula") != "", false
	shown := ""
	r.Each(func(name string) {
		if name != "ss:Data" {
			return
		}
		kind := r.Attr("Type")
		value := r.Content()
		has = true
		if kind == "Boolean" || kind == "Error" {
			r.book.Logical++
			return
		}
		shown = showTyped(kind, value, format)
	})
	if formula && !has {
		r.book.Formulas++
	}
	return shown
}

func showTyped(kind, value string, format *sheet.Format) string {
	switch kind {
	case "Number":
		if v, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err == nil {
			return format.Show(v, false)
		}
	case "DateTime":
		return showISO(value, format)
	case "String":
		return format.ShowText(value)
	}
	return value
}
