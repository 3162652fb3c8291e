package grid

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/header"
)

// holders makes a column of people one of those who answer where its cells name their bodies too,
// 张三（市住建局）, and no other column does.
func (s *Sheet) holders(names Names) {
	if s.Has(header.Party) {
		return
	}
	for c := range s.Columns {
		if s.is(c, header.People) && s.each(c, names.Held) {
			s.Columns[c].Kind = header.Party
			return
		}
	}
}

// each reports that a column has cells below the header and that all of them hold.
func (s *Sheet) each(c int, holds func(string) bool) bool {
	found := false
	for r := s.Header; r < len(s.Rows); r++ {
		if s.Rows[r][c] == "" || !s.own(r, c) || s.Grid.At(r, c).ColSpan > 1 || s.aside(r) || s.repeats(r) {
			continue
		}
		if !holds(s.Rows[r][c]) {
			return false
		}
		found = true
	}
	return found
}

// Ticks are the signs that mark the cells of a table under the heads of its columns.
const Ticks = "★☆●○〇◎▲△◆◇■□√✓✔"

// Ticked returns the columns that a body heads and whose cells only hold a sign or a word for a role, and
// what these are: ★ and ▲, or 牵头 and 配合.
func (s *Sheet) Ticked(names Names) (columns []int, ticks []string) {
	seen := map[string]bool{}
	for c := range s.Columns {
		if !s.Columns[c].Organ || !s.each(c, func(cell string) bool { return isTick(cell) || names.Role(header.Fold(cell)) }) {
			continue
		}
		columns = append(columns, c)
		for r := s.Header; r < len(s.Rows); r++ {
			tick := header.Fold(s.Rows[r][c])
			if tick != "" && s.own(r, c) && !s.aside(r) && !s.repeats(r) && s.Grid.At(r, c).ColSpan == 1 && !seen[tick] {
				seen[tick] = true
				ticks = append(ticks, tick)
			}
		}
	}
	return columns, ticks
}

func isTick(cell string) bool {
	key := header.Fold(cell)
	return utf8.RuneCountInString(key) == 1 && strings.Contains(Ticks, key)
}

// Answer makes columns that bodies head those of who answers for a row: each marks the rows of its body.
func (s *Sheet) Answer(columns []int) {
	for _, c := range columns {
		s.Columns[c].Kind = header.Party
	}
}

// Margin returns what the table says around its rows: its caption, its header, the rows of remarks.
func (s *Sheet) Margin() string {
	var out strings.Builder
	out.WriteString(s.Caption)
	for r := range s.Rows {
		if r >= s.Header && !s.aside(r) {
			continue
		}
		for c := range s.Rows[r] {
			if s.own(r, c) && s.Grid.At(r, c).Col == c {
				out.WriteByte('\n')
				out.WriteString(header.Fold(s.Rows[r][c]))
			}
		}
	}
	return out.String()
}
