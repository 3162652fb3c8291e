package sheet

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

// part is a stretch of the rows of a view: a table, or rows that are paragraphs.
type part struct {
	first, end int // rows of the view
	table      bool
	notes      bool // below a table
}

// parts cuts a view into tables and what stands above, between and below them. A table begins below the
// lines of a title, and again below the lines that an empty row sets apart where a header follows them.
func (v *view) parts() []part {
	var out []part
	for first := 0; first < len(v.rows); {
		end := first + 1
		for end < len(v.rows) && !v.beginsAnew(end) {
			end++
		}
		out = append(out, v.cutTable(first, end)...)
		first = end
	}
	return out
}

// cutTable takes the lines above and below a table off it.
func (v *view) cutTable(first, end int) []part {
	body := first
	for body < end && v.isLine(body) {
		body++
	}
	if body == end {
		return []part{{first: first, end: end}}
	}
	notes := end
	for notes-1 > body && v.isNote(notes-1) {
		notes--
	}
	var out []part
	for _, p := range []part{{first: first, end: body}, {first: body, end: notes, table: true}, {first: notes, end: end, notes: true}} {
		if p.end > p.first {
			out = append(out, p)
		}
	}
	return out
}

// beginsAnew reports that row r is the title or the header of another table than the rows above: an empty row of the sheet
// sets it apart, and a header stands in it or below its lines.
func (v *view) beginsAnew(r int) bool {
	if v.index[r] == v.index[r-1]+1 {
		return false
	}
	for n := r; n < len(v.rows) && n <= r+mostLines; n++ {
		if v.isHeader(n) {
			return true
		}
		if !v.isLine(n) {
			return false
		}
	}
	return false
}

// mostLines is how many lines of a title may stand between an empty row and a header.
const mostLines = 4

// isHeader reports a row of which two words and half of all are header words.
func (v *view) isHeader(r int) bool {
	words, filled := 0, 0
	for _, p := range v.rows[r] {
		if p.text == "" || p.covered {
			continue
		}
		filled++
		if _, ok := header.Of(header.Fold(p.text)); ok {
			words++
		}
	}
	return words >= 2 && 2*words >= filled
}

// only returns the column of the one cell of a row that has text, and whether there is just one. No cell reaches into
// the row from above.
func (v *view) only(r int) (col int, ok bool) {
	col = -1
	for c, p := range v.rows[r] {
		switch {
		case p.covered && (col < 0 || c >= col+v.rows[r][col].colSpan), p.rowSpan > 1:
			return -1, false
		case p.covered || p.text == "":
		case col >= 0:
			return -1, false
		default:
			col = c
		}
	}
	return col, col >= 0
}

// isLine reports a row that is a line of text above a table: its one cell begins where the
// table does, or reaches over most of it.
func (v *view) isLine(r int) bool {
	c, ok := v.only(r)
	return ok && (c == 0 || 2*v.rows[r][c].colSpan > len(v.rows[r]))
}

// isNote reports a row below a table: one cell that says what it is, or that reaches over most of
// the table and is a sentence; or the fields of a form (填表人：张三).
func (v *view) isNote(r int) bool {
	if c, ok := v.only(r); ok {
		p := v.rows[r][c]
		text := strings.TrimSpace(p.text)
		wide := 2*p.colSpan > len(v.rows[r])
		return beginsNote(text) || wide && strings.ContainsAny(text, "。；：:")
	}
	filled := false
	for _, p := range v.rows[r] {
		if p.covered || p.rowSpan > 1 {
			return false
		}
		if text := strings.TrimSpace(p.text); text != "" {
			if !filled && !beginsNote(text) || !strings.ContainsAny(text, ":：") {
				return false
			}
			filled = true
		}
	}
	return filled
}

// remarks reports a line above a table that only remarks on it: 备注：1.….
func (v *view) remarks(r int) bool {
	c, ok := v.only(r)
	return ok && beginsNote(strings.TrimSpace(v.rows[r][c].text))
}

// beginsNote reports a text that begins with a word of a note and a mark.
func beginsNote(text string) bool {
	runes := []rune(text)
	n, _ := lexicon.Notes().Prefix(runes)
	if n == 0 || n == len(runes) {
		return false
	}
	mark := slices.IndexFunc(runes[n:], func(r rune) bool { return r == ':' || r == '：' })
	return mark >= 0 && mark <= 4 || runes[n] >= '1' && runes[n] <= '9'
}
