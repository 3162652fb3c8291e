package sheet

import (
	"slices"
	"sort"
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// view is what is seen of a sheet: the rows and columns that have content, as they follow
// each other.
type view struct {
	rows   [][]place // all as long as the view is wide
	index  []int     // of each row, in the sheet
	hidden int       // rows and columns with content that are not shown
	merged int       // places that merged cells were looked for
	cut    bool      // there are more than the bounds of a grid allow
}

// place is a place of a view. What a cell shows stands at its top left place.
type place struct {
	text             string
	rowSpan, colSpan int  // at least 1 at the top left place of a cell
	covered          bool // by a cell that begins above or to the left
}

// look makes the view of a sheet.
func look(s *Sheet) *view {
	s.settle()
	s.bringOut()
	v := &view{}
	var rows, cols, noRows, noCols []int
	for _, c := range s.cells {
		switch {
		case strings.TrimSpace(c.text) == "":
		case s.rows.has(c.row):
			noRows = append(noRows, c.row)
		case s.cols.has(c.col):
			noCols = append(noCols, c.col)
		default:
			rows, cols = append(rows, c.row), append(cols, c.col)
		}
	}
	v.hidden = len(distinct(noRows)) + len(distinct(noCols))
	v.index, cols = distinct(rows), distinct(cols)
	v.bound(&cols)
	for i := range v.index {
		v.rows = append(v.rows, make([]place, len(cols)))
		for c := range v.rows[i] {
			v.rows[i][c] = place{rowSpan: 1, colSpan: 1}
		}
	}
	for _, c := range s.cells {
		r, shown := slices.BinarySearch(v.index, c.row)
		col, within := slices.BinarySearch(cols, c.col)
		if shown && within {
			v.rows[r][col].text = c.text
		}
	}
	for _, m := range s.merges {
		v.merge(sort.SearchInts(v.index, m.top), sort.SearchInts(cols, m.left), sort.SearchInts(v.index, m.bottom+1), sort.SearchInts(cols, m.right+1))
	}
	return v
}

// bound cuts the view to the bounds of a grid.
func (v *view) bound(cols *[]int) {
	if len(*cols) > block.MaxColumns {
		v.cut, *cols = true, (*cols)[:block.MaxColumns]
	}
	if most := min(block.MaxRows, block.MaxPlaces/max(len(*cols), 1)); len(v.index) > most {
		v.cut, v.index = true, v.index[:most]
	}
}

// distinct sorts numbers and drops those that stand there twice.
func distinct(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// merge makes one cell of the places from top and left to before bottom and right. A place belongs to the
// first cell that takes it.
func (v *view) merge(top, left, bottom, right int) {
	if bottom-top < 1 || right-left < 1 || bottom-top == 1 && right-left == 1 {
		return
	}
	if v.merged += (bottom - top) * (right - left); v.merged > 4*block.MaxPlaces { // merges over each other
		v.cut = true
		return
	}
	for r := top; r < bottom; r++ {
		for c := left; c < right; c++ {
			if p := v.rows[r][c]; p.covered || p.rowSpan > 1 || p.colSpan > 1 {
				return
			}
		}
	}
	for r := top; r < bottom; r++ {
		for c := left; c < right; c++ {
			v.rows[r][c] = place{text: v.rows[r][c].text, rowSpan: 1, colSpan: 1, covered: true}
		}
	}
	first := &v.rows[top][left]
	first.covered, first.rowSpan, first.colSpan = false, bottom-top, right-left
}

// bringOut lets a merged cell whose first row or column is hidden show its text at the
// first place of it that is seen.
func (s *Sheet) bringOut() {
	var moved []cell
	for _, m := range s.merges {
		row, col := s.rows.next(m.top), s.cols.next(m.left)
		if row == m.top && col == m.left || row > m.bottom || col > m.right {
			continue
		}
		if i := s.at(m.top, m.left); i >= 0 {
			moved = append(moved, cell{row, col, s.cells[i].text})
			s.cells[i].text = ""
		}
	}
	if moved != nil {
		s.cells = append(s.cells, moved...)
		s.settle()
	}
}

// at returns the cell at a place, -1 where none is.
func (s *Sheet) at(row, col int) int {
	i := sort.Search(len(s.cells), func(i int) bool {
		c := s.cells[i]
		return c.row > row || c.row == row && c.col >= col
	})
	if i < len(s.cells) && s.cells[i].row == row && s.cells[i].col == col {
		return i
	}
	return -1
}
