package extract

import (
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// What is read of one item. No notice comes near; text that was made to fill the memory does.
const (
	mostNumbers = lex.MostNumbers
	mostRunes   = 400_000
)

// bounded cuts the stretches of an item where they hold more numbers or text than is read of
// one, and says where.
func (x *extractor) bounded(ranges []block.Range) []block.Range {
	most := 0 // what could be a number each
	for _, r := range ranges {
		most += r.Len()
	}
	if most <= mostNumbers {
		return ranges
	}
	numbers, runes := 0, 0
	for n, r := range ranges {
		i, j := x.stream.Slice(r)
		end := min(j, i+mostRunes-runes)
		for _, t := range x.stream.Within(i, end) {
			if t.Kind == lex.Number && t.Start < end {
				if numbers++; numbers > mostNumbers {
					end = t.Start
				}
			}
		}
		if end == j {
			runes += j - i
			continue
		}
		cut := x.stream.Range(end, j)
		x.remark(schema.Error, schema.UnreadContent, cut, "Dates and amounts behind the first %d numbers or %d characters of an item are not read.", mostNumbers, mostRunes)
		return append(append([]block.Range{}, ranges[:n]...), block.Range{Start: r.Start, End: cut.Start})
	}
	return ranges
}
