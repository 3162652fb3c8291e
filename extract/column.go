package extract

import (
	"strings"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/schema"
)

// timeColumn is what a header says of the times below it: under 开始时间 a day is the first, under
// 完成时间 beside it the last; under 建设周期 a bare number is a length, no day.
func timeColumn(s *grid.Sheet, c int) when.Column {
	key := s.Columns[c].Key
	out := when.Column{Figures: !strings.HasSuffix(key, ")")}
	for _, length := range []string{"周期", "年限", "频次"} {
		out.Figures = out.Figures && !strings.Contains(key, length)
	}
	switch s.Edge(c) {
	case header.Begin:
		out.Relation = schema.RelationFrom
	case header.End:
		out.Relation = schema.RelationBy
	}
	return out
}
