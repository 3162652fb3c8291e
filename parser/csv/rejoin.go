package csv

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// Heads are the [source.Heads] of tables of work: rows of which each cell is a header that [header.Of] knows.
func Heads(cells []string) source.Mend {
	if !header.Names(cells) {
		return nil
	}
	kinds := kindsOf(cells, len(cells))
	return func(rows []source.Row, comma rune) (out []source.Row) {
		for len(rows) > 0 {
			row, n := mend(rows, kinds, comma)
			out, rows = append(out, row), rows[n:]
		}
		return out
	}
}

// kindsOf returns what a row of width says of the columns below it; nil where it is no header.
func kindsOf(cells []string, width int) []header.Kind {
	if len(cells) != width {
		return nil
	}
	kinds := make([]header.Kind, width)
	known := 0
	for c, cell := range cells {
		column, ok := header.Of(header.Fold(cell))
		if kinds[c] = column.Kind; ok {
			known++
		}
	}
	if known < 2 || 2*known < width {
		return nil
	}
	return kinds
}

// mostBroken is how many lines a row is put together from at most.
const mostBroken = 20

// mend returns the first of rows, put together again where it can be in only one way, and how many of them it is.
func mend(rows []source.Row, kinds []header.Kind, comma rune) (row source.Row, n int) {
	row = rows[0]
	switch cells := row.Cells; {
	case row.Open || kinds == nil:
	case len(cells) > len(kinds):
		if whole, ok := rejoin(cells, kinds, comma); ok {
			row.Cells = whole
		}
	case len(cells) > 1 && len(cells) < len(kinds):
		for n, next := range rows[1:min(len(rows), mostBroken)] {
			last := len(cells) - 1
			cells = slices.Concat(cells[:last], []string{cells[last] + "\n" + next.Cells[0]}, next.Cells[1:])
			if next.Open || next.Apart || len(cells) > len(kinds) {
				break
			}
			if len(cells) == len(kinds) && fits(cells, kinds, comma) {
				row.Cells, row.End = cells, next.End
				return row, n + 2
			}
		}
	}
	return row, 1
}

// rejoin gives a row with more cells than the header has the cell back that a comma cut, which nothing
// quoted: 1,开办食堂,改造驿站。,市民政局 below 序号,任务内容,责任单位. It returns false where not exactly one column
// can hold the pieces.
func rejoin(cells []string, kinds []header.Kind, comma rune) ([]string, bool) {
	for len(cells) > len(kinds) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	surplus := len(cells) - len(kinds)
	if surplus <= 0 {
		return nil, false
	}
	var found []string
	for c := range kinds {
		row := slices.Concat(cells[:c], []string{strings.Join(cells[c:c+surplus+1], string(comma))}, cells[c+surplus+1:])
		if !fits(row, kinds, comma) {
			continue
		}
		if found != nil {
			return nil, false
		}
		found = row
	}
	return found, found != nil
}

// fits reports whether each cell of a row can stand below its header.
func fits(row []string, kinds []header.Kind, comma rune) bool {
	for c, cell := range row {
		cell = strings.TrimSpace(cell)
		pieces := strings.FieldsFunc(cell, func(r rune) bool { return r == comma || strings.ContainsRune("、，,；; \n", r) })
		switch kinds[c] {
		case header.Order:
			if strings.Trim(cell, "0123456789.、") != "" {
				return false
			}
		case header.Time:
			if cell != "" && (!strings.ContainsAny(cell, "0123456789") || len(pieces) > 1) {
				return false
			}
		case header.Party:
			if slices.ContainsFunc(pieces, func(p string) bool { return !lexicon.Endings().Ends(p) }) {
				return false
			}
		default:
			if cell == "" || slices.ContainsFunc(pieces, func(p string) bool { return lexicon.Endings().Ends(p) || strings.Trim(p, "0123456789.") == "" }) {
				return false
			}
		}
	}
	return true
}
