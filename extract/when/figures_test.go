package when

import (
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestFigures reads cells of a column of times that hold figures alone; in a sentence none of them is a time.
func TestFigures(t *testing.T) {
	ctx := Context{Issued: Date{2025, 3, 20}, Column: Column{Figures: true}}
	for text, want := range map[string]string{
		"12/31/2025":           "12/31/2025 during 2025-12-31",
		"31/12/2025":           "31/12/2025 during 2025-12-31",
		"31.12.2025":           "31.12.2025 during 2025-12-31",
		"5/6/2025":             "5/6/2025 during 2025-05-06",
		"12/31/2025 0:00":      "12/31/20250:00 during 2025-12-31",
		"25.12.31":             "25.12.31 during 2025-12-31",
		"25-12-31":             "25-12-31 during 2025-12-31",
		"12/31/25":             "12/31/25 during 2025-12-31",
		"12.31":                "12.31 during 2025-12-31",
		"12/31":                "12/31 during 2025-12-31",
		"6-30":                 "6-30 during 2025-06-30",
		"６．３０":                 "6.30 during 2025-06-30",
		"6.30、12.31":           "6.30 during 2025-06-30; 12.31 during 2025-12-31",
		"Q4":                   "Q4 during 2025-10/2025-12",
		"2026Q1":               "2026Q1 during 2026-01/2026-03",
		"2026-Q1":              "2026-Q1 during 2026-01/2026-03",
		"Q2-Q3":                "Q2-Q3 during 2025-04/2025-09",
		"4.1-12.31":            "4.1-12.31 during 2025-04-01/2025-12-31",
		"12.31前":               "12.31前 by ../2025-12-31",
		"2025Q3起":              "2025Q3起 from 2025-07-01/..",
		"":                     "",
		"9-12":                 "", // months, or a day
		"31/4/2025":            "", // no such day
		"11/12/25":             "", // three ways to read it
		"25/12":                "", // a month, or a day
		"1.5年":                 "",
		"第12.31号":              "",
		"Q5":                   "",
		"100/200":              "",
		"12.31完成2/3":           "",
		"6.30、":                "6.30 during 2025-06-30",
		"2025.6.30-2025.12.31": "2025.6.30-2025.12.31 during 2025-06-30/2025-12-31",
		"2025/12/31":           "2025/12/31 during 2025-12-31",
		"1.5.2":                "",
		"12/31/2025/1":         "",
		"25.12.31前（试点先行）完成1/3": "",
	} {
		if got := deadlines(text, ctx); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
	for _, text := range []string{"12/31/2025", "25.12.31", "12.31", "Q4"} {
		if got := deadlines("完成"+text, Context{Issued: ctx.Issued}) + deadlines(text, Context{Issued: ctx.Issued}); got != "" {
			t.Errorf("in a sentence %s gives %s", text, got)
		}
	}
}

// TestTurnedFigures: day and month that may be the other way round are said.
func TestTurnedFigures(t *testing.T) {
	for text, want := range map[string]bool{"5/6/2025": true, "5/5/2025": false, "12/31/2025": false, "25.5.6": false, "5.6": false} {
		_, times := find(text, Context{Issued: Date{2025, 3, 20}, Column: Column{Figures: true}})
		if len(times) != 1 || times[0].Turned != want {
			t.Errorf("%s: %+v, want %v", text, times, want)
		}
	}
}

// TestColumnsOfOneEnd: the header says which end of the work a point alone is; a cell that says it itself is heard.
func TestColumnsOfOneEnd(t *testing.T) {
	for relation, cells := range map[schema.Relation]map[string]string{
		schema.RelationFrom: {
			"2025年6月": "2025年6月 from 2025-06-01/..", "2025-06-10": "2025-06-10 from 2025-06-10/..", "6.10": "6.10 from 2025-06-10/..",
			"2025年6月—9月": "2025年6月-9月 during 2025-06/2025-09", "2025年底前": "2025年底前 by ../2025-12-31", "2025年6月，力争5月": "2025年6月~ during 2025-06; 5月~ during 2025-05",
		},
		schema.RelationBy: {"2025年9月": "2025年9月 by ../2025-09-30", "9.10": "9.10 by ../2025-09-10", "长期": "长期 ongoing .."},
	} {
		for text, want := range cells {
			ctx := Context{Issued: Date{2025, 3, 20}, Cell: true, Column: Column{Figures: true, Relation: relation}}
			if got := deadlines(text, ctx); got != want {
				t.Errorf("%s, %s\n got %s\nwant %s", relation, text, got, want)
			}
		}
	}
}
