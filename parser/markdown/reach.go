package markdown

import "github.com/policyx/policyx/parser/header"

// reachDown lets the number and the name of a task stand for the empty cells below them where a row has a text and
// somebody or some time of its own: bars cannot merge cells.
func reachDown(rows []row) {
	kinds := make([]header.Kind, len(rows[0].cells))
	for c, h := range rows[0].cells {
		column, _ := header.Of(header.Fold(h.text))
		kinds[c] = column.Kind
	}
	above := make([]*cell, len(kinds))
	for i := range rows[1:] {
		r := &rows[i+1]
		n := leftEmpty(r.cells, kinds)
		for c := range n {
			if above[c] == nil || above[c].text == "" {
				n = 0
			}
		}
		for c := range n {
			above[c].rows++
		}
		r.cells = r.cells[n:]
		for c := n; c < len(kinds) && c-n < len(r.cells); c++ {
			above[c] = &r.cells[c-n]
		}
	}
}

// leftEmpty returns how many empty cells at the start of a row stand for those above: those of the number and of
// what the task belongs to, before its own text.
func leftEmpty(cells []cell, kinds []header.Kind) int {
	n, numbered := 0, false
	for n < len(kinds) && n < len(cells) && cells[n].text == "" {
		switch kinds[n] {
		case header.Order:
			numbered = true
		case header.Work, header.Name, header.Field:
		default:
			return 0
		}
		n++
	}
	if !numbered || n == len(kinds) || kinds[n] != header.Work && kinds[n] != header.Name {
		return 0
	}
	for c := n + 1; c < len(cells) && c < len(kinds); c++ {
		if cells[c].text != "" && (kinds[c] == header.Party || kinds[c] == header.Time) {
			return n
		}
	}
	return 0
}
