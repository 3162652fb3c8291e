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
func measures(notices []*schema.Notice, o *Options) (out []measure) {
	for i, n := range notices {
		for _, list := range [][]schema.Task{n.Goals, n.Tasks} {
			for t := range list {
				for _, g := range list[t].Targets {
					if m := o.target(&list[t], g); len(m.letters) > 0 {
						m.value.Notice = i
						out = append(out, m)
					}
				}
			}
		}
		for k := range n.Indicators {
			if m, ok := o.row(&n.Indicators[k]); ok {
				m.value.Notice = i
				out = append(out, m)
			}
		}
	}
	return out
}

// target is what a target of a task measures.
func (o *Options) target(t *schema.Task, g schema.Target) measure {
	v := Value{Name: g.Indicator, Text: g.Text, Op: g.Op, Value: g.Value, Max: g.ValueMax, When: g.When, Task: t.ID, Title: t.Title, Span: g.Span}
	unit := g.Unit
	if g.Normalized != nil {
		unit, v.Value, v.Max = g.Normalized.Unit, g.Normalized.Value, g.Normalized.ValueMax
	}
	whole := unit
	v.Value, unit = o.Base.of(v.Value, whole)
	if v.Max != nil {
		top, _ := o.Base.of(*v.Max, whole)
		v.Max = &top
	}
	per := g.Per
	if unit == percent {
		per = "" // each year's share is a share
	}
	return measure{letters(o.Figures.of(g.Indicator)), unit, per, v}
}

const percent = "%"

// row is an indicator of a table: the value of its last year, in the base unit as all its years are. It has none where no cell is a target.
func (o *Options) row(i *schema.Indicator) (m measure, ok bool) {
	written := strings.ReplaceAll(i.Unit, "％", percent)
	m = measure{letters: letters(o.Figures.of(i.Name))}
	_, m.unit = o.Base.of(1, written)
	m.value = Value{Name: i.Name, Span: i.Span}
	last := 0
	for _, v := range i.Values {
		value, _ := o.Base.of(v.Value, written)
		if v.Year != 0 {
			m.value.Years = append(m.value.Years, Point{v.Year, value, v.Kind})
		}
		if v.Kind != "target" || ok && v.Year < last {
			continue
		}
		ok, last = true, v.Year
		m.value.Value, m.value.Op, m.value.Text, m.value.Span = value, cmp.Or(v.Op, schema.OpEqual), v.Value.String()+i.Unit, v.Span
		m.value.When = ""
		if v.Year != 0 {
			m.value.When = strconv.Itoa(v.Year)
		}
	}
	return m, ok && len(m.letters) > 0
}

// letters returns the letters and digits of a name, widths and case aside.
func letters(s string) (out []rune) {
	for _, r := range s {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// Sought reports whether a text has letters or digits, by which names and topics are found.
func Sought(text string) bool { return len(letters(text)) > 0 }
