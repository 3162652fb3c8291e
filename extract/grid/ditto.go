package grid

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

// Repeated returns the cell above that a cell repeats, which says 同上 or 〃; the cell itself where it
// says something of its own.
func (s *Sheet) Repeated(c *block.Cell) *block.Cell {
	if above, ok := s.ditto[c]; ok {
		return above
	}
	return c
}

// findDitto finds the cells of the body that repeat the one above. What stands above in the header or
// spans other columns, as the heading of a group does, is repeated by none.
func (s *Sheet) findDitto() {
	s.ditto = map[*block.Cell]*block.Cell{}
	for r := s.Header + 1; r < len(s.Rows); r++ {
		for c := range s.Rows[r] {
			cell, above := s.Grid.At(r, c), s.Repeated(s.Grid.At(r-1, c))
			if cell.Row == r && isDitto(s.Rows[r][c]) && above.Len() > 0 && above.Col == cell.Col && above.ColSpan == cell.ColSpan {
				s.ditto[cell] = above
			}
		}
	}
}

func isDitto(text string) bool {
	return len(text) <= maxDitto && lexicon.Ditto().Has(strings.Trim(header.Fold(text), "()。"))
}

const maxDitto = len("（同上）。") // bytes
