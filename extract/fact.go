package extract

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// facts returns the deadlines and targets in stretches of one item. ctx says whether they
// are cells of a table, and the year in its title.
func (x *extractor) facts(id string, ranges []block.Range, ctx when.Context) ([]schema.Deadline, []schema.Target) {
	var times []when.Time
	var found []amount.Target
	ctx.Issued = x.issued
	for _, r := range x.bounded(ranges) {
		i, j := x.stream.Slice(r)
		if ctx.TableYear == 0 {
			ctx.TableYear = x.yearAround(r)
		}
		if ctx.Cell {
			ctx.Column = x.columns[r.Start]
		}
		here := when.Find(x.stream, i, j, ctx, times, x.trace)
		in := amount.Context{Times: whens(here)}
		times, found = joined(times, here), joined(found, amount.Find(x.stream, i, j, in, x.trace))
		for _, u := range amount.Unread(x.stream, i, j, in) {
			x.remark(schema.Info, schema.UnreadUnit, x.stream.Range(u.Start, u.End), "No rule knows the unit of %s: the number is in no target.", x.text(u.Start, u.End))
		}
	}
	deadlines := slices.Grow([]schema.Deadline(nil), len(times))
	for _, t := range times {
		if t.Deadline {
			deadlines = append(deadlines, schema.Deadline{
				Text: x.text(t.Start, t.End), Relation: t.Relation, Value: t.Value, Start: t.First, End: t.Last, Tentative: t.Tentative, Span: x.span(t.Start, t.End),
			})
		}
		if t.Ambiguous {
			x.remark(schema.Warning, schema.AmbiguousDate, x.stream.Range(t.Start, t.End), "前 behind a year or month is read as its end.")
		}
		if t.Deadline && t.Turned {
			x.remark(schema.Warning, schema.AmbiguousDate, x.stream.Range(t.Start, t.End), "Day and month may be the other way round; the month is read first.")
		}
		if t.Deadline && t.NoSuchDay {
			x.remark(schema.Warning, schema.AmbiguousDate, x.stream.Range(t.Start, t.End), "The month has no such day; it is read as its last.")
		}
		x.explainTime(id, t)
	}
	targets := slices.Grow([]schema.Target(nil), len(found))
	for _, f := range found {
		targets = append(targets, x.target(f))
		if f.Scanned {
			x.remark(schema.Warning, schema.UnreadUnit, x.stream.Range(f.Start, f.End), "No unit stands behind the share %s: the scan reads %% as 00, and it is taken as %g %%.", x.text(f.Start, f.End), f.Value)
		}
		x.explainTarget(id, f)
	}
	return deadlines, targets
}

// joined appends to a list; the only part of one is the list.
func joined[T any](list, part []T) []T {
	if len(list) == 0 {
		return part
	}
	return append(list, part...)
}

// whens converts times for the amount family.
func whens(times []when.Time) []amount.When {
	out := make([]amount.When, len(times))
	for i, t := range times {
		out[i] = amount.When{Start: t.Start, End: t.End, Relation: t.Relation, Readable: t.Amount}
		if t.Deadline {
			out[i].Value = t.Value
		}
	}
	return out
}

func (x *extractor) target(f amount.Target) schema.Target {
	t := schema.Target{
		Text: x.text(f.Start, f.End), Op: f.Op, Value: schema.Number(f.Value), Unit: f.Unit, Per: f.Per, When: f.When, Type: f.Type, Span: x.span(f.Start, f.End),
	}
	if f.IndicatorEnd > f.IndicatorStart {
		t.Indicator = unspaced(x.doc.Join(x.stream.Range(f.IndicatorStart, f.IndicatorEnd)))
	}
	base, unit, ok := amount.Normalize(f.Value, f.Unit)
	if ok {
		t.Normalized = &schema.Normalized{Value: schema.Number(base), Unit: unit}
	}
	if f.HasMax {
		top := schema.Number(f.Max)
		t.ValueMax = &top
		if high, _, ok := amount.Normalize(f.Max, f.Unit); ok {
			top := schema.Number(high)
			t.Normalized.ValueMax = &top
		}
	}
	return t
}

// unspaced returns a phrase without the white space that damage put between its
// characters; between two Latin words it stays.
func unspaced(phrase string) string {
	words := strings.FieldsFunc(phrase, func(r rune) bool { return source.Fold(r) == ' ' })
	var out strings.Builder
	for i, w := range words {
		if i > 0 && isLetter(words[i-1][len(words[i-1])-1]) && isLetter(w[0]) {
			out.WriteByte(' ')
		}
		out.WriteString(w)
	}
	return out.String()
}

func isLetter(b byte) bool { return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' }
