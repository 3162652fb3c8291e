package xls

import "github.com/policyx/policyx/parser/sheet"

// lastColumn is the last column of a sheet.
const lastColumn = 255

// cells reads the records of one sheet.
type cells struct {
	*workbook
	sheet   *sheet.Sheet
	pending *pending // a formula whose text comes in a record of its own
	object  int      // the kind of the last object
}

type pending struct {
	row, col int
	format   *sheet.Format
}

// sheet reads a sheet. Charts within it have records of their own between begin and end.
func (w *workbook) sheet(t tab) error {
	if t.at < 0 || t.at > len(w.stream) {
		return errTruncated
	}
	c := &cells{workbook: w, sheet: w.book.Add(t.name)}
	r := &records{data: w.stream, at: t.at, left: &w.left}
	if !r.next() || r.kind != recBOF {
		return errBegin
	}
	for depth := 1; depth > 0 && r.next(); {
		switch r.kind {
		case recBOF:
			depth++
		case recEOF:
			depth--
		default:
			if depth == 1 {
				c.record(r)
			}
		}
		if w.book.Cut {
			return nil
		}
	}
	c.giveUp()
	return r.err
}

// giveUp counts a formula whose text did not come.
func (c *cells) giveUp() {
	if c.pending != nil {
		c.book.Formulas++
	}
	c.pending = nil
}

// record reads one record; one that is too short is none.
func (c *cells) record(r *records) {
	b := r.body
	switch r.kind {
	case recRow:
		if len(b) >= 14 && u16(b, 12)&0x20 != 0 {
			c.sheet.HideRows(u16(b, 0), u16(b, 0))
		}
		return
	case recColumns:
		if len(b) >= 10 && u16(b, 8)&1 != 0 {
			c.sheet.HideColumns(u16(b, 0), min(u16(b, 2), lastColumn))
		}
		return
	case recMerges:
		c.merges(b)
		return
	case recNote, recObject, recText:
		c.beside(r)
		return
	case recString:
		if p := c.pending; p != nil {
			t := c.reader(b, r.rest()...)
			c.sheet.Put(p.row, p.col, p.format.ShowText(t.long()))
		}
		c.pending = nil
		return
	}
	if len(b) >= 6 {
		c.cell(r, u16(b, 0), u16(b, 2), c.format(u16(b, 4)))
	}
}

func (c *cells) format(style int) *sheet.Format {
	if style < len(c.styles) {
		return c.formats.Of(c.styles[style])
	}
	return nil
}

// cell reads a record that holds the value of a cell.
func (c *cells) cell(r *records, row, col int, format *sheet.Format) {
	b := r.body
	switch r.kind {
	case recSharedText:
		if len(b) >= 10 {
			if n := u32(b, 6); n < uint32(len(c.strings)) {
				c.sheet.Put(row, col, format.ShowText(c.strings[n]))
			} else {
				c.book.Lost++
			}
		}
	case recLabel, recRichString:
		t := c.reader(b[6:], r.rest()...)
		c.sheet.Put(row, col, format.ShowText(t.long()))
	case recNumber:
		if len(b) >= 14 {
			c.number(row, col, double(b, 6), format)
		}
	case recRK:
		if len(b) >= 10 {
			c.number(row, col, rk(u32(b, 6)), format)
		}
	case recMulRK:
		for at := 4; at+8 <= len(b); at, col = at+6, col+1 {
			c.number(row, col, rk(u32(b, at+2)), c.format(u16(b, at)))
		}
	case recBoolErr:
		if len(b) >= 8 {
			c.book.Logical++
		}
	case recFormula:
		if len(b) >= 14 {
			c.formula(row, col, b[6:14], format)
		}
	}
}

func (c *cells) number(row, col int, v float64, format *sheet.Format) {
	c.sheet.Put(row, col, format.Show(v, c.from1904))
}

// formula reads the result of a formula: a number, or what the first of its bytes says.
func (c *cells) formula(row, col int, result []byte, format *sheet.Format) {
	c.giveUp()
	if u16(result, 6) != 0xFFFF {
		c.number(row, col, double(result, 0), format)
		return
	}
	switch result[0] {
	case 0:
		c.pending = &pending{row, col, format}
	case 1, 2:
		c.book.Logical++
	}
}

// merges reads a list of merged cells.
func (c *cells) merges(b []byte) {
	for at := 2; at+8 <= len(b); at += 8 {
		c.sheet.Merge(u16(b, at), u16(b, at+4), u16(b, at+2), u16(b, at+6))
	}
}
