package sheet

import (
	"slices"

	"github.com/policyx/policyx/parser/header"
)

// reachDown lets cells reach over what was left empty beside them without being merged, as files without merged
// cells must, and people do: a header over the columns behind it that have none, and the
// number and name of a task over the rows below it that have a department or a time of their own.
func (v *view) reachDown(p part) {
	head := -1
	for r := p.first; r < min(p.end, p.first+mostLines+1); r++ {
		if v.isHeader(r) {
			head = r
			break
		}
	}
	if head < 0 {
		return
	}
	v.reachRight(head, p)
	kinds := v.kinds(head)
	for r := head + 2; r < p.end; r++ {
		if n := v.leftEmpty(r, kinds); n > 0 {
			v.extend(r, n)
		}
	}
}

// reachRight lets the cells of a header that has no row below it reach over empty ones
// beside them, where the columns have content.
func (v *view) reachRight(head int, p part) {
	row := v.rows[head]
	for c := 1; c < len(row); c++ {
		if row[c].text != "" || row[c].covered || row[c].rowSpan > 1 {
			continue
		}
		first := c - 1
		for first > 0 && row[first].covered {
			first--
		}
		k, ok := header.Of(header.Fold(row[first].text))
		if !ok || k.Kind != header.Work && k.Kind != header.Name || row[first].rowSpan > 1 || head+1 < p.end && v.isHeader(head+1) {
			continue
		}
		row[first].colSpan++
		row[c].covered = true
	}
}

// kinds returns what the header says of each column.
func (v *view) kinds(head int) []header.Kind {
	out := make([]header.Kind, len(v.rows[head]))
	last := header.Unknown
	for c, p := range v.rows[head] {
		if !p.covered {
			k, _ := header.Of(header.Fold(p.text))
			last = k.Kind
		}
		out[c] = last
	}
	return out
}

// leftEmpty returns how many cells at the start of row r stand for those above. They are empty, and name a task with its
// number, but not its text, and somebody or some time is named for it; or they name what numbered tasks belong to.
func (v *view) leftEmpty(r int, kinds []header.Kind) int {
	row := v.rows[r]
	n, numbered := 0, !slices.Contains(kinds, header.Order)
	for n < len(row) && row[n].text == "" && !row[n].covered && row[n].rowSpan == 1 && row[n].colSpan == 1 {
		switch kinds[n] {
		case header.Order:
			numbered = true
		case header.Work, header.Name, header.Field, header.Attribute:
		default:
			return 0
		}
		n++
	}
	if n < len(row) && kinds[n] == header.Order {
		return n
	}
	if n == len(row) || !numbered || kinds[n] != header.Work && kinds[n] != header.Name {
		return 0
	}
	for c := n + 1; c < len(row); c++ {
		if row[c].text != "" && (kinds[c] == header.Party || kinds[c] == header.Time) {
			return n
		}
	}
	return 0
}

// extend lets the cells above the first n of row r reach into it, where each of them is one with text.
func (v *view) extend(r, n int) {
	tops := make([]*place, n)
	for c := range n {
		top := r - 1
		for top > 0 && v.rows[top][c].covered {
			top--
		}
		p := &v.rows[top][c]
		if p.text == "" || p.colSpan > 1 || p.covered || top+p.rowSpan != r {
			return
		}
		tops[c] = p
	}
	for c, p := range tops {
		p.rowSpan++
		v.rows[r][c].covered = true
	}
}
