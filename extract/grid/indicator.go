package grid

import (
	"slices"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
)

// IndicatorRow is a row of a table of indicators.
type IndicatorRow struct {
	Name, Unit, Attribute *block.Cell   // Unit and Attribute are nil without such a column
	Values                []*block.Cell // one for each of [Sheet.Values], none where the name goes over them
	Parties               []Party
}

// IndicatorRows returns the rows of a table of indicators but those that name a group.
func (s *Sheet) IndicatorRows() []IndicatorRow {
	name := s.indicatorColumn()
	if name < 0 {
		return nil
	}
	unit, attribute, values := s.first(header.Unit), s.first(header.Attribute), s.Values()
	var out []IndicatorRow
	for r := s.Header; r < len(s.Rows); r++ {
		cell := s.Grid.At(r, name)
		if cell.Len() == 0 || cell.ColSpan >= s.Grid.Columns()-1 || s.repeats(r) {
			continue
		}
		row := IndicatorRow{Name: cell}
		if unit >= 0 {
			row.Unit = s.Grid.At(r, unit)
		}
		if attribute >= 0 {
			row.Attribute = s.Grid.At(r, attribute)
		}
		if s.covers(cell, r, values) {
			if row.Attribute == nil || row.Attribute == cell || row.Attribute.Len() == 0 {
				continue // 说明:…
			}
		} else {
			for _, c := range values {
				row.Values = append(row.Values, s.Grid.At(r, c))
			}
		}
		for c := range s.Columns {
			party := s.Grid.At(r, c)
			if s.is(c, header.Party) && party.Len() > 0 && (c == 0 || party != s.Grid.At(r, c-1)) {
				row.Parties = append(row.Parties, Party{Cell: party, Header: s.Columns[c].Key, Says: party})
			}
		}
		out = append(out, row)
	}
	return out
}

// covers reports whether a cell goes over all of the columns in row r.
func (s *Sheet) covers(cell *block.Cell, r int, columns []int) bool {
	return len(columns) > 0 && !slices.ContainsFunc(columns, func(c int) bool { return s.Grid.At(r, c) != cell })
}

// indicatorColumn returns the column of the indicators' names: of several the last one,
// which is the finest.
func (s *Sheet) indicatorColumn() int {
	found := -1
	for c := range s.Columns {
		if s.is(c, header.Indicator) {
			found = c
		}
	}
	if found < 0 {
		found = s.first(header.Work, header.Name)
	}
	return found
}
