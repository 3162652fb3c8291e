package render

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

// yearColumn is a column of an indicator table: 2020年（基期）, 2025年（目标）.
type yearColumn struct {
	year int
	kind string
}

// name returns the column's heading.
func (y yearColumn) name(lang term.Language) string {
	kind := term.Value(lang, "IndicatorValue.kind", y.kind)
	switch {
	case y.year == 0:
		return kind
	case lang == term.English:
		return fmt.Sprintf("%d (%s)", y.year, kind)
	}
	return fmt.Sprintf("%d年（%s）", y.year, kind)
}

// yearColumns returns the columns that the indicators fill, by year, those without one
// at the end.
func yearColumns(indicators []schema.Indicator) []yearColumn {
	var columns []yearColumn
	seen := make(map[yearColumn]bool)
	for _, i := range indicators {
		for _, v := range i.Values {
			if c := (yearColumn{v.Year, v.Kind}); !seen[c] {
				seen[c] = true
				columns = append(columns, c)
			}
		}
	}
	order := func(c yearColumn) int {
		if c.year == 0 {
			return 1 << 30
		}
		return c.year
	}
	slices.SortFunc(columns, func(a, b yearColumn) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.kind, b.kind))
	})
	return columns
}

// at returns the values of an indicator in a column; one, unless a table says it twice.
func (y yearColumn) at(values []schema.IndicatorValue) []schema.IndicatorValue {
	var found []schema.IndicatorValue
	for _, v := range values {
		if v.Year == y.year && v.Kind == y.kind {
			found = append(found, v)
		}
	}
	return found
}

// bounded returns ≥ 22, or the number alone.
func bounded(v schema.IndicatorValue) string {
	if v.Op == "" || v.Op == schema.OpEqual {
		return v.Value.String()
	}
	return sign(v.Op) + " " + v.Value.String()
}
