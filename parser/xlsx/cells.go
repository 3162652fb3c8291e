package xlsx

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/sheet"
)

// The size of a sheet.
const (
	lastRow    = 1<<20 - 1
	lastColumn = 1<<14 - 1
)

// read reads a sheet.
func (w *workbook) read(t tab) error {
	s := w.book.Add(t.name)
	found, err := w.archive.Scan(t.part, func(x *ooxml.Scanner) {
		x.Root()
		x.Each(func(name string) {
			switch name {
			case "x:cols":
				x.Each(func(string) { readColumn(x, s) })
			case "x:sheetData":
				w.readRows(x, s)
			case "x:mergeCells":
				x.Each(func(string) { readMerge(x, s) })
			}
		})
	})
	if err == nil && !found {
		err = w.archive.Damaged(cmp.Or(t.part, t.name), errMissing)
	}
	return err
}

func readColumn(x *ooxml.Scanner, s *sheet.Sheet) {
	first, ok := x.Number("min")
	last, has := x.Number("max")
	if ok && has && isTrue(x.Attr("hidden")) {
		s.HideColumns(first-1, min(last-1, lastColumn))
	}
}

func readMerge(x *ooxml.Scanner, s *sheet.Sheet) {
	first, last, ok := strings.Cut(x.Attr("ref"), ":")
	top, left, here := place(first)
	bottom, right, there := place(last)
	if ok && here && there {
		s.Merge(top, left, bottom, right)
	}
}

// readRows reads the cells of a sheet. A row or a cell without a place of its own follows
// the one before. zeroHeight of sheetFormatPr hides rows that are not in the file and have no cells.
func (w *workbook) readRows(x *ooxml.Scanner, s *sheet.Sheet) {
	row := -1
	x.Each(func(string) {
		row++
		if n, ok := x.Number("r"); ok {
			row = n - 1
		}
		if row < 0 || row > lastRow || w.book.Cut {
			return
		}
		if isTrue(x.Attr("hidden")) {
			s.HideRows(row, row)
		}
		col := -1
		x.Each(func(string) {
			col++
			if _, c, ok := place(x.Attr("r")); ok {
				col = c
			}
			if text := w.cell(x); col <= lastColumn {
				s.Put(row, col, text)
			}
		})
	})
}

// cell returns what the cell just begun shows.
func (w *workbook) cell(x *ooxml.Scanner) string {
	kind := x.Attr("t")
	var format *sheet.Format
	if n, ok := x.Number("s"); ok && n >= 0 && n < len(w.formats) {
		format = w.formats[n]
	}
	value, has, formula := "", false, false
	x.Each(func(name string) {
		switch name {
		case "x:v":
			value, has = x.Text(), true
		case "x:is":
			value, has = richText(x), true
		case "x:f":
			formula = true
		}
	})
	if formula && (!has || value == "" && kind == "") {
		w.book.Formulas++
	}
	if !has {
		return ""
	}
	return w.show(kind, value, format)
}

// show is a value of one of the types of cells as its format shows it.
func (w *workbook) show(kind, value string, format *sheet.Format) string {
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(w.strings) {
			w.book.Lost++
			return ""
		}
		return format.ShowText(w.strings[n])
	case "str":
		return format.ShowText(unescape(value))
	case "inlineStr":
		return format.ShowText(value)
	case "b", "e":
		w.book.Logical++
		return ""
	case "d":
		return showISO(value, format)
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		return value
	}
	return format.Show(v, w.from1904)
}

// showISO shows a date that is written out: 2025-09-30T00:00:00.
func showISO(value string, format *sheet.Format) string {
	for _, layout := range []string{"2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05Z", time.DateOnly} {
		if at, err := time.Parse(layout, strings.TrimSpace(value)); err == nil {
			if !format.Date() {
				format = sheet.NewFormat(sheet.Builtin(14))
			}
			return format.Show(at.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()/24, false)
		}
	}
	return value
}

// place reads the name of a cell, AB12, as row and column from 0.
func place(name string) (row, col int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		col = col*26 + int(c-'a') + 1
	}
	row, err := strconv.Atoi(name[i:])
	if err != nil || i == 0 || row < 1 || row > lastRow+1 || col > lastColumn+1 {
		return 0, 0, false
	}
	return row - 1, col - 1, true
}

// unescape resolves the characters that XML cannot hold, as _x000D_ (ECMA-376, 22.9.2.19).
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || i+7 > len(s) {
			break
		}
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' || code >= 0xD800 && code < 0xE000 {
			out.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		out.WriteString(s[:i])
		out.WriteRune(rune(code))
		s = s[i+7:]
	}
	return out.String() + s
}
