package extract

import (
	"strings"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/schema"
)

// names are what the departments' family says of cells.
func (x *extractor) names() grid.Names {
	return grid.Names{
		Role:  func(header string) bool { _, ok := party.Column(header, x.party.Words); return ok },
		Organ: party.IsOrgan,
		Held:  party.IsHolder,
	}
}

// matrix reads a table whose columns departments head and whose cells say by signs what each has to do
// with the row: ★ and ▲. It returns false where nothing says what any of the signs means; one that is
// explained nowhere among others that are gives no role.
func (x *extractor) matrix(t *parser.Table, s *grid.Sheet) bool {
	if s.Columns == nil {
		return true
	}
	columns, ticks := s.Ticked(x.names())
	if len(columns) < 2 {
		return true
	}
	signs := x.meanings(t, s)
	var unknown []string
	for _, tick := range ticks {
		sign := []rune(tick)[0]
		if role, ok := party.Column(tick, x.party.Words); ok {
			signs[sign] = role
		} else if signs[sign] == party.None {
			unknown = append(unknown, tick)
		}
	}
	if len(unknown) > 0 && len(unknown) == len(ticks) {
		return false
	}
	if len(unknown) > 0 {
		x.remark(schema.Warning, schema.TableShape, t.Range, "Nothing says what %s means in this table; the departments that it marks have no role.", strings.Join(unknown, "、"))
	}
	x.signs = signs
	s.Answer(columns)
	return true
}

// marked returns the bodies at the head of a column, in the role that the sign of a cell says.
func (x *extractor) marked(cell grid.Party) []party.Department {
	sign := []rune(header.Fold(x.cellText(cell.Says)))
	if len(sign) == 0 {
		return nil
	}
	role := x.signs[sign[0]]
	if role == party.None {
		return nil
	}
	i, j := x.stream.Slice(cell.Head.Range)
	found, _ := party.Cell(x.stream, i, j, role, x.party)
	return found
}
