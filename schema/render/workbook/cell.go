package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// Cell is what stands in a cell. The zero value is an empty one.
type Cell struct {
	Style  Style
	kind   kind
	text   string
	number float64
	expr   string // of a formula, whose value is text
}

type kind byte

const (
	empty kind = iota
	text
	number
	formula
	shared // the text number of the book's own table
)

// cellLength is how much text Excel takes in a cell, in UTF-16 units.
const cellLength = 32767

// Text returns a cell that shows s, whatever it looks like; characters that XML cannot
// carry show as U+FFFD, and what Excel has no room for is cut off with an ellipsis.
func Text(s string) Cell {
	if s == "" {
		return Cell{Style: Wrapped}
	}
	return Cell{kind: text, text: s, Style: Wrapped}
}

// Number returns a cell with a number. What is none (infinite, not a number) is a text.
func Number(f float64) Cell {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return Text(strconv.FormatFloat(f, 'f', -1, 64))
	}
	return Cell{kind: number, number: f, Style: Plain}
}

// Day returns a cell with a day, given as 2006-01-02. What is no day since March 1900,
// where Excel's calendar becomes that of the world, is a text.
func Day(iso string) Cell {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil || day.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) {
		return Text(iso)
	}
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	return Cell{kind: number, number: float64(day.Unix()-zero.Unix()) / 86400, Style: Date}
}

// Formula returns a cell whose value is worked out: expr without =, and the text that it gives, which
// programs show that do not work it out.
func Formula(expr, shown string) Cell {
	return Cell{kind: formula, text: shown, expr: expr, Style: Link}
}

// Quote returns a text as it stands in a formula.
func Quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// With returns c in another style.
func (c Cell) With(s Style) Cell {
	c.Style = s
	return c
}

// lines returns about how many lines the text takes in a column, width in digits.
func (c Cell) lines(width float64) int {
	lines, used := 1, 0.0
	for _, r := range c.text {
		n := 1.1 // Latin letters are wider than digits
		switch {
		case r == '\n':
			lines, used = lines+1, 0
			continue
		case r >= 0x2000: // Chinese, with its punctuation
			n = 2
		}
		if used += n; used > width-1 {
			lines, used = lines+1, n
		}
	}
	return lines
}

// append appends the element of c in column (from 0) of row (from 1).
func (c Cell) append(out []byte, column, row int) []byte {
	out = append(append(out, `<c r="`...), ColumnName(column)...)
	out = append(strconv.AppendInt(out, int64(row), 10), `" s="`...)
	out = append(strconv.AppendInt(out, int64(c.Style), 10), '"')
	switch c.kind {
	case text:
		out = append(out, ` t="inlineStr"><is><t xml:space="preserve">`...)
		out = append(appendText(out, escapeCode(cut(c.text))), "</t></is></c>"...)
	case formula:
		out = append(appendText(append(out, ` t="str"><f>`...), c.expr), "</f><v>"...)
		out = append(appendText(out, escapeCode(c.text)), "</v></c>"...)
	case shared:
		out = strconv.AppendFloat(append(out, ` t="s"><v>`...), c.number, 'f', -1, 64)
		out = append(out, "</v></c>"...)
	case number:
		out = strconv.AppendFloat(append(out, "><v>"...), c.number, 'f', -1, 64)
		out = append(out, "</v></c>"...)
	default:
		out = append(out, "/>"...)
	}
	return out
}

// cut returns as much of s as a cell takes.
func cut(s string) string {
	if len(s) <= cellLength { // a code point has no more units than bytes
		return s
	}
	units := 0
	for i, r := range s {
		n := max(1, utf16.RuneLen(r))
		if units += n; units >= cellLength && !(units == cellLength && i+utf8.RuneLen(r) == len(s)) {
			return s[:i] + "…"
		}
	}
	return s
}

// escapeCode protects what Excel would read as the code of a character: _x000D_ is a
// carriage return to it, _x005F_x000D_ those seven characters.
func escapeCode(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := range len(s) {
		if s[i] == '_' && isCode(s[i:]) {
			out.WriteString("_x005F")
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

func isCode(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

// appendText appends s as character data or as the value of an attribute.
func appendText(out []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '&':
			out = append(out, "&amp;"...)
		case r == '<':
			out = append(out, "&lt;"...)
		case r == '>':
			out = append(out, "&gt;"...)
		case r == '"':
			out = append(out, "&quot;"...)
		case r == '\r':
			out = append(out, "&#13;"...)
		case r < ' ' && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
			out = utf8.AppendRune(out, utf8.RuneError)
		default:
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}
