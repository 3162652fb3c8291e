package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// Options say what is compared.
type Options struct {
	// Indicators keeps the indicators that have one of these texts in a name, also where one notice alone has them; none: those that
	// two notices or more have.
	Indicators []string
	// Topics are phrases that stand for topics; none: those that are found.
	Topics []string
	// Alone keeps indicators that one notice alone has.
	Alone bool
	// Base puts values in base units (万元 → 元, 万人次 → 人次); nil: as the notices have them.
	Base Base
	// Way is how many letters at the head of a text are a word that says how something is done (结合, 力度), which is no topic; nil: none are.
	Way Way
	// Figures writes the numbers of a name in digits (六十五岁 → 65岁); nil: as they stand.
	Figures Figures
}

// Way is the length of a word that says how something is done, at the head of a text; 0 where none stands there.
type Way func(text []rune) int

// ends reports a phrase that begins or ends with such a word: 服务水平, 利用闲置校舍. What it is of is a phrase without it.
func (w Way) ends(phrase string) bool {
	if w == nil {
		return false
	}
	runes := []rune(phrase)
	for from := range runes {
		if n := w(runes[from:]); n > 0 && (from == 0 || from+n == len(runes)) {
			return true
		}
	}
	return false
}

// cuts marks the places of a run that lie within such words.
func (w Way) cuts(run []rune) []bool {
	out := make([]bool, len(run)+1)
	for from := 0; w != nil && from < len(run); from++ {
		for at := from + w(run[from:]) - 1; at > from; at-- {
			out[at] = true
		}
	}
	return out
}

// Figures writes the Chinese numerals of a text in digits.
type Figures func(text string) string

func (f Figures) of(text string) string {
	if f == nil {
		return text
	}
	return f(text)
}

// Base is a value in the base unit of its unit.
type Base func(value float64, unit string) (float64, string)

func (b Base) of(value schema.Number, unit string) (schema.Number, string) {
	if b == nil {
		return value, unit
	}
	v, unit := b(float64(value), unit)
	return schema.Number(v), unit
}

// HasIndicators reports whether indicators are compared: not where topics alone are asked for.
func (o *Options) HasIndicators() bool { return len(o.Indicators) > 0 || len(o.Topics) == 0 }

// HasTopics reports whether topics are compared: not where indicators alone are asked for.
func (o *Options) HasTopics() bool { return len(o.Topics) > 0 || len(o.Indicators) == 0 }

// Of compares notices. What is not asked for is left out, and last days where anything is asked for.
func Of(notices []*schema.Notice, o Options) *Report {
	r := &Report{Notices: labelled(notices), Indicators: []Indicator{}, Topics: []Topic{}, Deadlines: []Due{}, Asked: o}
	said := contrastsOf(notices, o.Figures)
	for _, g := range grouped(measures(notices, &o), &said) {
		if o.HasIndicators() && g.wanted(o) {
			r.Indicators = append(r.Indicators, g.indicator())
		}
	}
	slices.SortStableFunc(r.Indicators, func(a, b Indicator) int {
		return cmp.Or(cmp.Compare(b.notices(), a.notices()), strings.Compare(a.Name, b.Name))
	})
	if o.HasTopics() {
		r.Topics = append(r.Topics, topics(notices, &o)...)
	}
	if len(o.Indicators)+len(o.Topics) == 0 {
		r.Deadlines = append(r.Deadlines, deadlines(notices)...)
	}
	return r
}

// notices is how many notices have the indicator.
func (i *Indicator) notices() int {
	seen := map[int]bool{}
	for _, v := range i.Values {
		seen[v.Notice] = true
	}
	return len(seen)
}

// labelled names each notice by its place; where several share one, by year, number and file as well.
func labelled(notices []*schema.Notice) []Notice {
	out := make([]Notice, 0, len(notices))
	for _, n := range notices {
		m := n.Metadata
		out = append(out, Notice{Name: n.Source.Name, Title: cmp.Or(m.Title, m.Enclosure), DocumentNumber: m.DocumentNumber, Place: m.Jurisdiction, Issued: m.Issued, Tasks: len(n.Tasks)})
	}
	for _, label := range []func(*Notice) string{
		func(n *Notice) string { return cmp.Or(n.Place, n.Name) },
		func(n *Notice) string { return strings.TrimSpace(n.Label + " " + first(n.Issued, 4)) },
		func(n *Notice) string { return strings.TrimSpace(n.Label + " " + n.DocumentNumber) },
		func(n *Notice) string { return n.Label + " " + n.Name },
	} {
		share := map[string]int{}
		for _, n := range out {
			share[n.Label]++
		}
		for i := range out {
			if share[out[i].Label] > 1 || out[i].Label == "" {
				out[i].Label = label(&out[i])
			}
		}
	}
	return out
}

func first(s string, n int) string { return s[:min(n, len(s))] }

// deadlines lists the last days of tasks.
func deadlines(notices []*schema.Notice) (out []Due) {
	for i, n := range notices {
		for _, t := range n.Tasks {
			seen := map[string]bool{}
			for _, d := range t.Deadlines {
				if d.End == "" || seen[d.End] {
					continue
				}
				seen[d.End] = true
				out = append(out, Due{i, d.End, d.Text, evidence(&t)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Due) int { return strings.Compare(a.Day, b.Day) })
	return out
}

func evidence(t *schema.Task) Task { return Task{t.ID, t.Title, t.Span} }
