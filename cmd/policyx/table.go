package main

import (
	"bufio"
	"io"
	"strings"
	"unicode"
)

// table prints rows of text in columns, for a terminal.
type table struct {
	out    *bufio.Writer
	widths []int // in columns of the terminal; what is longer is cut, but in the last one, which has no end
}

// newTable begins a table with its header.
func newTable(out io.Writer, header []string, widths ...int) *table {
	t := &table{out: bufio.NewWriter(out), widths: widths}
	t.row(header...)
	return t
}

// row adds a row.
func (t *table) row(cells ...string) { t.out.WriteString(aligned(t.widths, cells...) + "\n") }

// aligned is a row as a line.
func aligned(widths []int, cells ...string) string {
	var line strings.Builder
	for i, cell := range cells {
		cell = oneLine(cell)
		if i < len(widths) {
			cell = cut(cell, widths[i])
			cell += strings.Repeat(" ", widths[i]-columns(cell)+2)
		}
		line.WriteString(cell)
	}
	return strings.TrimRight(line.String(), " ")
}

// end prints what is not yet printed.
func (t *table) end() error { return t.out.Flush() }

// cut is what of a text fits into so many columns, with … where that is not all.
func cut(text string, width int) string {
	if columns(text) <= width {
		return text
	}
	n := 0
	for i, r := range text {
		if n += columns(string(r)); n > width-1 {
			return text[:i] + "…"
		}
	}
	return text
}

// columns is how wide a terminal shows s: a Chinese character takes two columns.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xff00 && r < 0xff61 {
			n++
		}
	}
	return n
}
