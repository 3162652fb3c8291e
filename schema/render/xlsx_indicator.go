package render

import (
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

// indicatorRow is what the sheet of indicators says about one.
type indicatorRow struct {
	file, lead, support, responsible string
	indicator                        schema.Indicator // without spans and departments
	line                             int
}

// appendIndicators appends those of a notice, copied, so that no notice's text stays in
// memory with them.
func appendIndicators(rows []indicatorRow, n *schema.Notice) []indicatorRow {
	file := strings.Clone(n.Source.Name)
	for _, i := range n.Indicators {
		d := i.Departments
		kept := schema.Indicator{Name: strings.Clone(i.Name), Unit: strings.Clone(i.Unit), Attribute: strings.Clone(i.Attribute), Table: strings.Clone(i.Table)}
		for _, v := range i.Values {
			kept.Values = append(kept.Values, schema.IndicatorValue{Year: v.Year, Value: v.Value, Op: v.Op, Kind: v.Kind})
		}
		rows = append(rows, indicatorRow{file, strings.Clone(names(d, schema.RoleLead)), strings.Clone(names(d, schema.RoleSupport)), strings.Clone(names(d, schema.RoleResponsible)), kept, i.Span.Line})
	}
	return rows
}

// writeIndicators fills the sheet: a row for each indicator, a column for each year.
func writeIndicators(s *workbook.Sheet, lang term.Language, rows []indicatorRow) error {
	indicators := make([]schema.Indicator, 0, len(rows))
	for _, r := range rows {
		indicators = append(indicators, r.indicator)
	}
	const most = 400 // years that a workbook has room for; a table has a dozen
	years := yearColumns(indicators)
	years = years[:min(len(years), most)]
	s.Columns = sheetColumns(lang, column{"", "Source.name", 20}, column{"", "Indicator.table", 28}, column{"", "Indicator.name", 36}, column{"", "Indicator.unit", 12}, column{"", "Indicator.attribute", 10})
	for _, y := range years {
		s.Columns = append(s.Columns, workbook.Column{Title: y.name(lang), Width: 14})
	}
	s.Columns = append(s.Columns, sheetColumns(lang, column{"", "lead", 16}, column{"", "support", 20}, column{"", "responsible", 20}, column{"", "line", 8})...)
	for _, r := range rows {
		i := r.indicator
		cells := sheetCells([]cell{text(r.file), text(i.Table), text(i.Name), text(i.Unit), text(i.Attribute)})
		for _, y := range years {
			cells = append(cells, valueCell(y.at(i.Values)))
		}
		cells = append(cells, sheetCells([]cell{text(r.lead), text(r.support), text(r.responsible), count(r.line)})...)
		if err := s.Row(0, cells...); err != nil {
			return err
		}
	}
	return nil
}

// valueCell returns a number that shows its comparator, a text where there are several.
func valueCell(values []schema.IndicatorValue) workbook.Cell {
	if len(values) == 1 {
		return workbook.Number(float64(values[0].Value)).With(boundStyle(values[0].Op))
	}
	var list []string
	for _, v := range values {
		list = append(list, bounded(v))
	}
	return workbook.Text(strings.Join(list, "；"))
}

func boundStyle(op schema.Op) workbook.Style {
	switch op {
	case schema.OpAtLeast:
		return workbook.AtLeast
	case schema.OpMore:
		return workbook.More
	case schema.OpAtMost:
		return workbook.AtMost
	case schema.OpLess:
		return workbook.Less
	case schema.OpAbout:
		return workbook.About
	}
	return workbook.Plain
}
