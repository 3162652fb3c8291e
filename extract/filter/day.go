package filter

import (
	"time"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// days returns the first and the last day of a date as people write it: 2024-06-30, 2024-06, 2024, 2024年6月,
// 2024年6月底前 (the last of the month alone), 2024年上半年. It reports false for a text that is not one
// date with its year.
func days(text string) (first, last string, ok bool) {
	text = source.Squeeze(text)
	if first, last, ok = schema.Days(text); ok && first != "" && last != "" {
		return first, last, true
	}
	runes := []rune(text)
	s := lex.Scan(runes, []block.Range{{Start: 0, End: len(runes)}})
	times := when.Find(s, 0, s.Len(), when.Context{}, nil, false)
	if len(times) != 1 || times[0].Start != 0 || times[0].End != s.Len() || times[0].NoSuchDay || !isDay(times[0].Last) {
		return "", "", false
	}
	t := times[0]
	switch t.Relation {
	case schema.RelationDuring:
		return t.First, t.Last, true
	case schema.RelationBy:
		return t.Last, t.Last, true
	}
	return "", "", false
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
