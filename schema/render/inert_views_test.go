package render

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/compare"
	"github.com/policyx/policyx/schema/diff"
)

// hostile is markup, a formula and a line of a table in one.
const hostile = "=1+1<script>alert(1)</script><img src=x onerror=alert(1)>|\n| a |\"'"

// hostileNotices are two of them that differ.
func hostileNotices() (a, b *schema.Notice) {
	at := schema.Span{Start: 0, End: 4, Line: 1}
	of := func(value schema.Number) *schema.Notice {
		target := schema.Target{Text: hostile, Indicator: hostile, Op: schema.OpAtLeast, Value: value, Unit: hostile, Type: schema.TargetOutcome, Span: at}
		n := &schema.Notice{
			Schema: schema.Version, Source: schema.Source{Name: hostile, Format: "text"},
			Metadata:   schema.Metadata{Title: hostile, Jurisdiction: hostile},
			Tasks:      []schema.Task{{ID: "1", Title: hostile, Text: hostile + strings.Repeat("。", int(value)), Path: []string{hostile}, Span: at, Targets: []schema.Target{target}}},
			Indicators: []schema.Indicator{{Name: hostile, Text: hostile, Unit: hostile, Span: at, Values: []schema.IndicatorValue{{Year: 2025, Value: value, Kind: "target", Span: at}}}},
		}
		align.Keys(n)
		return n
	}
	return of(1), of(2)
}

// TestViewsOfSeveralAreInert holds that changes and comparisons of hostile notices carry no markup and no formula.
func TestViewsOfSeveralAreInert(t *testing.T) {
	a, b := hostileNotices()
	changes, comparison := diff.Of(a, b, diff.Options{}), compare.Of([]*schema.Notice{a, b}, compare.Options{})
	if len(changes.Entries) == 0 || len(comparison.Indicators) == 0 {
		t.Fatalf("%d changes, %d indicators", len(changes.Entries), len(comparison.Indicators))
	}
	var pages, table, lines bytes.Buffer
	for _, err := range []error{
		WriteChanges(&pages, HTML, changes, "zh"), WriteComparison(&pages, HTML, comparison, "", "zh"),
		WriteComparison(&table, CSV, comparison, "", "zh"), WriteChanges(&lines, Markdown, changes, "zh"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, markup := range []string{"<script>alert", "<img"} {
		if strings.Contains(pages.String(), markup) {
			t.Errorf("a page has %q", markup)
		}
		if strings.Contains(lines.String(), markup) {
			t.Errorf("the Markdown has %q", markup)
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(table.Bytes())).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatal(rows, err)
	}
	if formula := func(cell string) bool { return strings.HasPrefix(cell, "=") }; slices.ContainsFunc(rows, func(row []string) bool { return slices.ContainsFunc(row, formula) }) {
		t.Errorf("a cell is a formula: %q", rows)
	}
}
