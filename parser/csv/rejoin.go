package csv

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

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

// rejoin gives a row with more cells than the header has the cell back that a comma cut, which nothing
// quoted: 1,开办食堂,改造驿站。,市民政局 below 序号,任务内容,责任单位. It returns false where not exactly one column
// can hold the pieces.
func rejoin(cells []string, kinds []header.Kind, comma rune) ([]string, bool) {
	for len(cells) > len(kinds) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	surplus := len(cells) - len(kinds)
	if surplus <= 0 || kinds == nil {
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
		pieces := strings.FieldsFunc(cell, func(r rune) bool { return r == comma || strings.ContainsRune("、，,；; ", r) })
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
