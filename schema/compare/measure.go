package compare

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"github.com/policyx/policyx/schema"
)

// measure is a value before it has its group.
type measure struct {
	letters []rune // of the name
	unit    string
	per     string
	value   Value
}

// measures lists what notices measure.
func measures(notices []*schema.Notice) (out []measure) {
	for i, n := range notices {
		for _, list := range [][]schema.Task{n.Goals, n.Tasks} {
			for t := range list {
				for _, g := range list[t].Targets {
					if m := target(&list[t], g); len(m.letters) > 0 {
						m.value.Notice = i
						out = append(out, m)
					}
				}
			}
		}
		for k := range n.Indicators {
			if m, ok := row(&n.Indicators[k]); ok {
				m.value.Notice = i
				out = append(out, m)
			}
		}
	}
	return out
}

// target is what a target of a task measures.
func target(t *schema.Task, g schema.Target) measure {
	v := Value{Name: g.Indicator, Text: g.Text, Op: g.Op, Value: g.Value, Max: g.ValueMax, When: g.When, Task: t.ID, Title: t.Title, Span: g.Span}
	unit := g.Unit
	if g.Normalized != nil {
		unit, v.Value, v.Max = g.Normalized.Unit, g.Normalized.Value, g.Normalized.ValueMax
	}
	per := g.Per
	if unit == percent {
		per = "" // each year's share is a share
	}
	return measure{letters(g.Indicator), unit, per, v}
}

const percent = "%"

// row is an indicator of a table: the value of its last year, with those of all years. It has none where no cell is a target.
func row(i *schema.Indicator) (m measure, ok bool) {
	m = measure{letters: letters(i.Name), unit: strings.ReplaceAll(i.Unit, "％", percent)}
	m.value = Value{Name: i.Name, Op: schema.OpEqual, Span: i.Span}
	for _, v := range i.Values {
		if v.Year != 0 {
			m.value.Years = append(m.value.Years, Point{v.Year, v.Value, v.Kind})
		}
		if v.Kind != "target" {
			continue
		}
		ok = true
		m.value.Value, m.value.Op, m.value.Text, m.value.Span = v.Value, cmp.Or(v.Op, schema.OpEqual), v.Value.String()+i.Unit, v.Span
		m.value.When = ""
		if v.Year != 0 {
			m.value.When = strconv.Itoa(v.Year)
		}
	}
	return m, ok && len(m.letters) > 0
}

// letters returns the letters of a name, widths and case aside.
func letters(s string) (out []rune) {
	for _, r := range s {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if unicode.IsLetter(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}
