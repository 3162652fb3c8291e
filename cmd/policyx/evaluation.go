package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/score"
	"github.com/policyx/policyx/schema/translation"
)

// evaluation is the scores of several notices.
type evaluation struct {
	names   []string
	reports []score.Report
	all     score.Report
	failed  bool // an answer or its notice could not be read
}

func (e *evaluation) add(name string, r score.Report) {
	e.names, e.reports = append(e.names, name), append(e.reports, r)
	e.all.Add(r)
}

// under names the first kind of a notice whose F1 is under least; ok where none is.
func (e *evaluation) under(least float64) (low message.Text, ok bool) {
	for i, r := range e.reports {
		for _, k := range score.Kinds() {
			if t := r[k]; t.Measured() && t.F1() < least {
				return message.Sprintf("%s: %s: F1 is %.3f", e.names[i], k, t.F1()), false
			}
		}
	}
	return message.Text{}, true
}

func (e *evaluation) print(format string, diff bool, says translation.Translator) (string, error) {
	if format == "json" {
		return e.json(diff)
	}
	return e.table(diff, says), nil
}

// table is a line of F1 for each notice and for all, then precision and recall of all.
func (e *evaluation) table(diff bool, says translation.Translator) string {
	all, precision, recall := says.Sprintf("all"), says.Sprintf("precision"), says.Sprintf("recall")
	width := max(columns(all), columns(precision), columns(recall))
	for _, name := range e.names {
		width = max(width, columns(name))
	}
	var b strings.Builder
	row := func(name string, cell func(score.Kind) string) {
		b.WriteString(name + strings.Repeat(" ", width-columns(name)))
		for _, k := range score.Kinds() {
			fmt.Fprintf(&b, " %*s", len(k), cell(k))
		}
		b.WriteByte('\n')
	}
	figures := func(r score.Report, of func(*score.Tally) float64) func(score.Kind) string {
		return func(k score.Kind) string {
			if !r[k].Measured() {
				return "-"
			}
			return fmt.Sprintf("%.3f", of(r[k]))
		}
	}
	row("F1", func(k score.Kind) string { return string(k) })
	for i, r := range e.reports {
		row(e.names[i], figures(r, (*score.Tally).F1))
		if diff {
			misses(&b, r)
		}
	}
	row(all, figures(e.all, (*score.Tally).F1))
	row(precision, figures(e.all, (*score.Tally).Precision))
	row(recall, figures(e.all, (*score.Tally).Recall))
	return b.String()
}

// misses lists what one side has and the other has not.
func misses(b *strings.Builder, r score.Report) {
	for _, k := range score.Kinds() {
		for _, m := range r[k].Missing {
			fmt.Fprintf(b, "  - %s: %s: %s\n", k, oneLine(m.Where), oneLine(m.What))
		}
		for _, m := range r[k].Extra {
			fmt.Fprintf(b, "  + %s: %s: %s\n", k, oneLine(m.Where), oneLine(m.What))
		}
	}
}

// figures are one tally as JSON.
type figures struct {
	Precision float64      `json:"precision"`
	Recall    float64      `json:"recall"`
	F1        float64      `json:"f1"`
	Hit       int          `json:"hit"`
	Want      int          `json:"want"`
	Got       int          `json:"got"`
	Missing   []score.Miss `json:"missing,omitempty"`
	Extra     []score.Miss `json:"extra,omitempty"`
}

// json is {"all": {KIND: figures}, "notices": [{"name": …, KIND: figures}]}, without kinds
// that neither side has.
func (e *evaluation) json(diff bool) (string, error) {
	object := func(r score.Report, diff bool) map[string]any {
		out := map[string]any{}
		for k, t := range r {
			if t.Measured() {
				fig := figures{Precision: t.Precision(), Recall: t.Recall(), F1: t.F1(), Hit: t.Hit, Want: t.Want, Got: t.Got}
				if diff {
					fig.Missing, fig.Extra = t.Missing, t.Extra
				}
				out[string(k)] = fig
			}
		}
		return out
	}
	notices := []map[string]any{}
	for i, r := range e.reports {
		notice := object(r, diff)
		notice["name"] = e.names[i]
		notices = append(notices, notice)
	}
	text, err := json.MarshalIndent(map[string]any{"all": object(e.all, false), "notices": notices}, "", "  ")
	return string(text) + "\n", err
}
