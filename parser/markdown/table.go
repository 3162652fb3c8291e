package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/text"
)

// row is a row of a table and the line of the file on which it begins.
type row struct {
	cells  []cell
	line   int
	barred bool // its line begins and ends with |
}

// cell is what a cell says, without notation, and how far it reaches.
type cell struct {
	text       string
	rows, cols int // at least 1
}

// table writes rows as a grid, after the text before them.
func (r *reader) table(rows []row) {
	r.flush()
	start := len(r.out.Text)
	t := r.out.Table()
	var begin []int
	for _, row := range rows {
		t.Row()
		begin = append(begin, len(r.out.Text))
		for _, c := range row.cells {
			t.Cell([]rune(strings.Join(strings.Fields(c.text), " ")), c.rows, c.cols)
		}
	}
	if !t.End() {
		return
	}
	k := 0
	for at := start; at < len(r.out.Text); at++ {
		if at > start && r.out.Text[at-1] != '\n' {
			continue
		}
		for k+1 < len(begin) && begin[k+1] <= at {
			k++
		}
		r.numbers = append(r.numbers, rows[k].line)
	}
}

// barTable reads a table with | between its cells, whose second line rules off the header. A line without | goes on
// with a row whose last cell has no end yet, where rows end with |.
func (r *reader) barTable() bool {
	if r.at+1 >= len(r.lines) || !isDelimiter(r.lines[r.at+1]) || !strings.Contains(r.lines[r.at], "|") {
		return false
	}
	rows := levels(r.bars(r.at))
	open := false
	n := r.at + 2
	for ; n < len(r.lines); n++ {
		s := strings.TrimSpace(r.lines[n])
		if s == "" {
			if n = r.goesOn(n); n == len(r.lines) || !strings.HasPrefix(strings.TrimSpace(r.lines[n]), "|") {
				break
			}
			s = strings.TrimSpace(r.lines[n])
		}
		if !open && !strings.Contains(s, "|") {
			break
		}
		next := r.bars(n)
		if open && s[0] != '|' {
			last := &rows[len(rows)-1]
			last.cells[len(last.cells)-1].text += next.cells[0].text
			last.cells = append(last.cells, next.cells[1:]...)
		} else {
			rows = append(rows, next)
		}
		open = !strings.HasSuffix(s, "|") && rows[0].barred
	}
	if len(rows) > 1 && len(rows[0].cells) == len(rows[1].cells) { // a header of one row
		reachDown(rows)
	}
	r.table(rows)
	r.at = n
	return true
}

// goesOn is the line on which a table goes on behind the blank line n, a row without a header of its own; n where it does not.
func (r *reader) goesOn(n int) int {
	next := n
	for next < len(r.lines) && strings.TrimSpace(r.lines[next]) == "" {
		next++
	}
	if next == len(r.lines) || !strings.HasPrefix(strings.TrimSpace(r.lines[next]), "|") || next+1 < len(r.lines) && isDelimiter(r.lines[next+1]) {
		return n
	}
	return next
}

// levels are the rows of a header whose names of two levels were joined by a dot, as some programs do: 责任分工.牵头单位 | 责任分工.配合单位.
func levels(header row) []row {
	upper, lower := row{line: header.line, barred: header.barred}, row{line: header.line}
	for i, c := range header.cells {
		group, name, ok := strings.Cut(c.text, ".")
		before := i > 0 && strings.HasPrefix(header.cells[i-1].text, group+".")
		behind := i+1 < len(header.cells) && strings.HasPrefix(header.cells[i+1].text, group+".")
		switch {
		case !ok || group == "" || !before && !behind:
			upper.cells = append(upper.cells, cell{c.text, 2, 1})
			continue
		case before:
			upper.cells[len(upper.cells)-1].cols++
		default:
			upper.cells = append(upper.cells, cell{group, 1, 1})
		}
		lower.cells = append(lower.cells, cell{name, 1, 1})
	}
	if len(lower.cells) == 0 {
		return []row{header}
	}
	return []row{upper, lower}
}

// isDelimiter reports the line below a header: |---|:---:|.
func isDelimiter(line string) bool {
	s := strings.TrimSpace(line)
	return strings.Contains(s, "|") && strings.Contains(s, "-") && strings.Trim(s, "|-: \t") == ""
}

// bars cuts line n at its |, but for those behind a backslash.
func (r *reader) bars(n int) row {
	s := strings.TrimSpace(r.lines[n])
	out := row{line: n + 1, barred: strings.HasPrefix(s, "|") && strings.HasSuffix(s, "|")}
	s = strings.TrimPrefix(s, "|")
	from := 0
	add := func(end int) {
		out.cells = append(out.cells, cell{inline(strings.TrimSpace(s[from:end])), 1, 1})
		from = end + 1
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '|':
			add(i)
		}
	}
	if strings.TrimSpace(s[min(from, len(s)):]) != "" || len(out.cells) == 0 {
		add(len(s))
	}
	return out
}

// gridTable reads a table whose cells stand between + - and |, as pandoc draws those with cells of several lines.
func (r *reader) gridTable(s string) bool {
	edges := corners(s)
	if len(edges) < 2 || r.at+1 >= len(r.lines) || !strings.HasPrefix(strings.TrimSpace(r.lines[r.at+1]), "|") {
		return false
	}
	var rows []row
	fresh := true
	n := r.at + 1
	for ; n < len(r.lines); n++ {
		s := strings.TrimSpace(r.lines[n])
		switch {
		case strings.HasPrefix(s, "+"):
			fresh = true
			continue
		case strings.HasPrefix(s, "|"):
			pieces := between(s, edges)
			if fresh {
				rows, fresh = append(rows, row{line: n + 1}), false
			}
			rows[len(rows)-1].add(pieces)
			continue
		}
		break
	}
	for i := range rows {
		for k := range rows[i].cells {
			rows[i].cells[k].text = inline(rows[i].cells[k].text)
		}
	}
	r.table(rows)
	r.at = n
	return true
}

// corners are the columns of the + in a line that is the edge of a table; nil for another line.
func corners(s string) (out []int) {
	if !strings.HasPrefix(s, "+") || !strings.HasSuffix(s, "+") || strings.Trim(s, "+-=:") != "" {
		return nil
	}
	for i := range len(s) {
		if s[i] == '+' {
			out = append(out, i)
		}
	}
	return out
}

// piece is what one line says of a cell.
type piece struct {
	text string
	cols int
	full bool // it reaches the end of the column, so a word may go on in the next line
}

// between cuts a line at its | and counts the columns of the table that each piece covers.
func between(s string, edges []int) (out []piece) {
	column, from, last := 0, 1, 0
	for i, c := range s {
		if c == '|' && i > 0 {
			p := piece{text: strings.TrimSpace(s[from:i])}
			for last+1 < len(edges) && edges[last] < column {
				last++
				p.cols++
			}
			p.cols = max(p.cols, 1)
			p.full = strings.HasSuffix(strings.TrimSuffix(s[from:i], " "), p.text) && p.text != ""
			out = append(out, p)
			from = i + 1
		}
		column += text.Width(c)
	}
	return out
}

// add puts the pieces of a line below those of the row.
func (w *row) add(pieces []piece) {
	for k, p := range pieces {
		if k == len(w.cells) {
			w.cells = append(w.cells, cell{rows: 1, cols: p.cols})
		}
		w.cells[k].text = below(w.cells[k].text, p.text)
	}
}

// below is a text with the next line of its cell: a backslash at its end parts two lines, letters are parted by
// a space, and Chinese that was only wrapped goes on.
func below(s, next string) string {
	a, _ := utf8.DecodeLastRuneInString(s)
	b, _ := utf8.DecodeRuneInString(next)
	switch {
	case s == "" || next == "":
		return s + next
	case a == '\\':
		return strings.TrimSuffix(s, "\\") + " " + next
	case a < utf8.RuneSelf && b < utf8.RuneSelf:
		return s + " " + next
	}
	return s + next
}
