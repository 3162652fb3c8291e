package register

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed headers.tsv
var table string

// kinds are what a column holds, by its header.
var kinds = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for row := range strings.Lines(table) {
		kind, headers, ok := strings.Cut(strings.TrimSpace(row), "\t")
		if !ok || strings.HasPrefix(row, "#") {
			continue
		}
		for _, h := range strings.Fields(headers) {
			m[h] = kind
		}
	}
	return m
})

// kindOf returns what a column under a header holds, "" for one that is people's own.
func kindOf(header string) string {
	header = strings.Join(strings.Fields(header), "")
	if kind := kinds()[header]; kind != "" {
		return kind
	}
	if i := strings.IndexAny(header, "(（"); i > 0 {
		return kinds()[header[:i]]
	}
	return ""
}

// layout is where the table of a sheet has what.
type layout struct {
	header  int // the last row of the header, as an index of sheet.rows
	columns map[string]int
	width   int // columns up to the last one with a header
}

// Where a header is looked for, and how much of one must be found.
const headerRows, leastColumns = 30, 3

// find returns the header of a sheet; there is none where ok is false. A header over two rows (责任单位 over 牵头 and 配合) is read
// with what stands lower.
func find(s *sheet) (l layout, ok bool) {
	for i := range s.rows[:min(len(s.rows), headerRows)] {
		if s.hidden(s.rows[i].number) {
			continue
		}
		columns, width := s.headersOf(i)
		if len(columns) < leastColumns {
			continue
		}
		_, title := columns["title"]
		_, text := columns["text"]
		if !title && !text {
			continue
		}
		l = layout{i, columns, width}
		if last := s.mergedTo(s.rows[i].number); i+1 < len(s.rows) && s.rows[i+1].number <= last {
			below, wide := s.headersOf(i + 1)
			for kind, column := range below {
				l.columns[kind] = column
			}
			l.header, l.width = i+1, max(width, wide)
		}
		return l, true
	}
	return l, false
}

// hidden reports whether a row stands behind a cell from above that is merged over several columns: nobody sees what it holds.
func (s *sheet) hidden(number int) bool {
	return slices.ContainsFunc(s.merges, func(m [4]int) bool { return m[1] < number && number <= m[3] && m[2] > m[0] })
}

// headersOf returns what the columns hold if a row is the header, the first of each kind, and how many columns it has.
func (s *sheet) headersOf(row int) (map[string]int, int) {
	columns, width := map[string]int{}, 0
	for _, c := range s.rows[row].cells {
		text := s.text(c)
		if text == "" {
			continue
		}
		width = max(width, c.column+1)
		if kind := kindOf(text); kind != "" {
			if _, twice := columns[kind]; !twice {
				columns[kind] = c.column
			}
		}
	}
	return columns, width
}

// Wanted says what a header is looked for by, for the message that none was found.
func Wanted() string {
	return "序号、工作任务、内容、牵头单位、配合单位、责任单位、完成时限"
}
