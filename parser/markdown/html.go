package markdown

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlTable reads a <table>, from the line on which it begins; what stands before and behind it on its lines is
// read like other lines. A table within a cell is text of the cell.
func (r *reader) htmlTable() bool {
	start := beginTable(r.lines[r.at])
	if start < 0 {
		return false
	}
	last := r.tableEnd()
	all := strings.Join(r.lines[r.at:last+1], "\n")
	rows, captions, used := tableRows(all[start:], r.at+1)
	if len(rows) == 0 {
		return false
	}
	if before := inline(all[:start]); strings.TrimSpace(before) != "" {
		r.put(before, r.at)
	}
	for _, c := range captions { // they come before the table, wherever they stand
		r.put(strings.Join(strings.Fields(c.cells[0].text), " "), min(c.line, rows[0].line)-1)
	}
	r.table(rows)
	r.at += strings.Count(all[:start+used], "\n")
	r.lines[r.at], _, _ = strings.Cut(all[start+used:], "\n")
	if strings.TrimSpace(inline(r.lines[r.at])) == "" {
		r.blank()
	}
	return true
}

// beginTable is where a <table> begins in a line, in letters of either case; -1 where none does.
func beginTable(line string) int {
	const tag = "<table"
	for at := 0; ; at++ {
		next := strings.IndexByte(line[at:], '<')
		if next < 0 {
			return -1
		}
		if at += next; at+len(tag) <= len(line) && strings.EqualFold(line[at:at+len(tag)], tag) {
			return at
		}
	}
}

// tableEnd is the line on which the table ends that begins at r.at; the last one where it never does.
func (r *reader) tableEnd() int {
	depth := 0
	for n := r.at; n < len(r.lines); n++ {
		s := strings.ToLower(r.lines[n])
		if depth += strings.Count(s, "<table") - strings.Count(s, "</table"); depth <= 0 {
			return n
		}
	}
	return len(r.lines) - 1
}

// tableRows returns the rows of the table that s begins with, on the given line of the file, a row of one cell for each text
// that stands in none of them, such as its caption, and how much of s it takes.
func tableRows(s string, line int) (rows, captions []row, used int) {
	z := html.NewTokenizer(strings.NewReader(s))
	depth := 0
	var open *cell
	for {
		kind := z.Next()
		used += len(z.Raw())
		breaks := strings.Count(string(z.Raw()), "\n")
		if kind == html.ErrorToken {
			return rows, captions, used
		}
		t := z.Token()
		begins := kind == html.StartTagToken
		switch {
		case kind == html.TextToken:
			text := inline(strings.ReplaceAll(t.Data, "\n", " "))
			if open == nil && strings.TrimSpace(text) != "" {
				captions = append(captions, row{line: line, cells: make([]cell, 1)})
				open = &captions[len(captions)-1].cells[0]
			}
			if open != nil {
				open.text += text
			}
		case t.DataAtom == atom.Table && begins:
			depth++
		case t.DataAtom == atom.Table && kind == html.EndTagToken:
			if depth--; depth == 0 {
				return rows, captions, used
			}
		case depth == 1 && begins && t.DataAtom == atom.Tr:
			rows, open = append(rows, row{line: line}), nil
		case depth == 1 && begins && (t.DataAtom == atom.Td || t.DataAtom == atom.Th):
			if len(rows) == 0 {
				rows = append(rows, row{line: line})
			}
			in := &rows[len(rows)-1]
			in.cells = append(in.cells, cell{rows: span(&t, "rowspan"), cols: span(&t, "colspan")})
			open = &in.cells[len(in.cells)-1]
		case open != nil && t.DataAtom != 0:
			open.text += " "
		}
		line += breaks
	}
}

// span reads a rowspan or colspan: 1 where it is missing or no number.
func span(t *html.Token, key string) int {
	for _, a := range t.Attr {
		if a.Key == key {
			if n, err := strconv.Atoi(strings.TrimSpace(a.Val)); err == nil && n > 0 {
				return n
			}
		}
	}
	return 1
}
