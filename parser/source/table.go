package source

import (
	"strings"
	"unicode/utf8"
)

// What is looked at of a text to tell a table.
const (
	tableRows   = 50
	tableLength = 256 << 10
	leastNames  = 3
)

// RowsAbove is how many rows may stand above the header of a table as text.
const RowsAbove = 4

// isCSV reports a table whose cells are separated by commas or semicolons.
func isCSV(text string, heads Heads) bool {
	return isTable(text, ',', heads) || isTable(text, ';', heads)
}

// isTSV reports a table whose cells are separated by tabs. What Word leaves of a table that is pasted amid other
// text is none: each line of it has to be a row.
func isTSV(text string, heads Heads) bool { return isTable(text, '\t', heads) }

// Heads returns what puts the rows below a row together again of which each cell is a word that heads a column; nil for
// another row. nil Heads know no such words.
type Heads func(row []string) Mend

// Mend returns the rows of a table, those put together again that a separator or a line break without quotes has cut.
type Mend func(rows []Row, comma rune) []Row

// Separator returns what separates the cells of a csv: a comma, unless only semicolons make it one, or most of its
// marks are.
func Separator(text string, heads Heads) rune {
	if !isTable(text, ',', heads) && (isTable(text, ';', heads) || strings.Count(text, ";") > strings.Count(text, ",")) {
		return ';'
	}
	return ','
}

// isTable reports a row of column names, and the same number of cells in the rows behind it. Above
// it may stand the lines of a title and the fields of a form (填报单位：市民政局,,填报日期：6月5日). Sentences that happen to
// have as many commas begin with no row of names: their first line has a label, a full stop or a number. Two columns are
// names where heads knows both.
func isTable(text string, comma rune, heads Heads) bool {
	if strings.IndexByte(text[:min(len(text), tableLength)], byte(comma)) < 0 {
		return false
	}
	for i, row := range firstRows(text, comma, RowsAbove+1) {
		cells, below := row.Cells, func() []Row { return firstRows(text, comma, tableRows)[i+1:] }
		var mend Mend
		if len(cells) > 1 && heads != nil {
			mend = heads(cells)
		}
		switch {
		case mend != nil:
			return followed(mend(below(), comma), len(cells), comma, true)
		case len(cells) >= leastNames && areNames(cells):
			return followed(below(), len(cells), comma, false)
		case filled(cells) > 1 && !areFields(cells) || comma == '\t' && len(cells) < leastNames:
			return false
		}
	}
	return false
}

// firstRows returns the rows that text begins with, most at most.
func firstRows(text string, comma rune, most int) (rows []Row) {
	lead := text[:min(len(text), tableLength)]
	for row := range Rows(lead, comma) {
		if len(rows) == most || len(lead) < len(text) && row.End == len(lead) {
			break // the last one may be cut
		}
		rows = append(rows, row)
	}
	return rows
}

// followed reports rows of n cells, one at least. Lines of a comma-separated table may stand alone: a group, a note.
// Below a header of known words no more rows than these may have other numbers of cells, below another one of ten.
func followed(rows []Row, n int, comma rune, known bool) bool {
	whole, uneven := 0, 0
	for _, row := range rows {
		switch cells := len(row.Cells); {
		case cells == n:
			whole++
		case comma == '\t' && (cells == 1 || !known):
			return false
		case cells > 1:
			uneven++
		}
	}
	least := 10 // whole rows for an uneven one
	if known {
		least = 1
	}
	return whole > 0 && 2*whole >= len(rows)-uneven && whole >= least*uneven
}

func filled(row []string) (n int) {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// areFields reports cells of which each that is filled has a label and a colon.
func areFields(cells []string) bool {
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" && strings.IndexAny(c, ":：") <= 0 {
			return false
		}
	}
	return len(cells) >= leastNames
}

// areNames reports cells that name columns, some of which may be empty: short, and no sentences.
func areNames(cells []string) bool {
	for _, c := range cells {
		c = strings.TrimSpace(c)
		if utf8.RuneCountInString(c) > 20 || strings.ContainsAny(c, "，。；：、！？:;\n") || c != "" && strings.Trim(c, "0123456789.") == "" {
			return false
		}
	}
	return filled(cells) >= leastNames
}
