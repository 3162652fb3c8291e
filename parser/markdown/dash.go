package markdown

import (
	"strings"

	"github.com/policyx/policyx/parser/text"
)

// mostHeader bounds the lines of a header in a table with dashes.
const mostHeader = 8

// dashTable reads a table whose columns are those of dashes below the header, as pandoc writes it: a row a line up to
// a blank one, or, where a line of dashes stands above the header too, rows of several lines with blank ones between.
func (r *reader) dashTable() bool {
	head := r.at
	long := isDashes(r.lines[r.at])
	if long {
		head++
	}
	rule := head
	for rule < len(r.lines) && rule <= head+mostHeader && strings.TrimSpace(r.lines[rule]) != "" && len(columns(r.lines[rule])) < 2 {
		rule++
	}
	if rule == head || rule >= len(r.lines) || !long && rule > head+1 {
		return false
	}
	at := columns(r.lines[rule])
	if len(at) < 2 {
		return false
	}
	rows := []row{{line: head + 1}}
	for _, line := range r.lines[head:rule] {
		rows[0].add(cut(line, at))
	}
	fresh := true
	n := rule + 1
	for ; n < len(r.lines); n++ {
		line := r.lines[n]
		blank := strings.TrimSpace(line) == ""
		if blank && !long || isDashes(line) || len(columns(line)) > 1 {
			if !blank {
				n++
			}
			break
		}
		if blank {
			fresh = true
			continue
		}
		if fresh || !long {
			rows, fresh = append(rows, row{line: n + 1}), false
		}
		rows[len(rows)-1].add(cut(line, at))
	}
	if len(rows) < 2 {
		return false
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

// isDashes reports a line of dashes without a gap.
func isDashes(line string) bool {
	s := strings.TrimSpace(line)
	return len(s) >= 6 && strings.Trim(s, "-") == ""
}

// columns are the columns at which the dashes of a line begin, where it is one of several groups of dashes.
func columns(line string) (out []int) {
	s := strings.TrimRight(line, " \t")
	if !strings.Contains(s, "--") || strings.Trim(s, "- ") != "" {
		return nil
	}
	for i := range len(s) {
		if s[i] == '-' && (i == 0 || s[i-1] == ' ') {
			out = append(out, i)
		}
	}
	return out
}

// cut cuts a line where columns begin. Wide characters take two columns.
func cut(line string, at []int) (out []piece) {
	column, from, k := 0, 0, 0
	for i, c := range line {
		for k+1 < len(at) && column >= at[k+1] {
			out = append(out, piece{text: strings.TrimSpace(line[from:i]), cols: 1})
			from, k = i, k+1
		}
		column += text.Width(c)
	}
	out = append(out, piece{text: strings.TrimSpace(line[min(from, len(line)):]), cols: 1})
	for len(out) < len(at) {
		out = append(out, piece{cols: 1})
	}
	return out
}
