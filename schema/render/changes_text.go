package render

import (
	"strings"

	"github.com/policyx/policyx/schema/diff"
)

// text is the report as lines: + is new, - is gone, ~ changed. Words that changed stand in [-old-]{+new+}, as "git diff --word-diff" has
// them, with as much around them as tells where they stand.
func (c changes) text() string {
	var b strings.Builder
	b.WriteString("--- " + c.version(c.Old) + "\n+++ " + c.version(c.New) + "\n")
	item := diff.Item("")
	for _, e := range c.Entries {
		if e.Item != item {
			item = e.Item
			b.WriteString("\n" + c.word("Part", string(item)) + "\n")
		}
		c.entry(&b, e)
	}
	b.WriteString("\n" + c.counts() + "\n")
	return b.String()
}

func (c changes) entry(b *strings.Builder, e diff.Entry) {
	sign := "~"
	switch {
	case len(e.Old) == 0:
		sign = "+"
	case len(e.New) == 0:
		sign = "-"
	}
	b.WriteString(sign + " " + c.title(e) + "\n")
	for _, ch := range e.Changes {
		if line := c.line(e, ch); line != "" {
			b.WriteString("    " + line + "\n")
		}
	}
}

// title names an entry in both versions, with the lines of its evidence.
func (c changes) title(e diff.Entry) string {
	old, new := c.all(e, e.Old), c.all(e, e.New)
	switch {
	case e.Item == diff.Heading:
		return e.Old[0].Title + " → " + e.New[0].Title
	case len(e.Old) == 0:
		return new
	case len(e.New) == 0:
		return old
	case e.Item == diff.Metadata:
		return c.name(e, e.New[0]) + c.bracket(strings.Trim(c.where(e.Old[0].Span)+" → "+c.where(e.New[0].Span), " "))
	}
	return old + " → " + new
}

// all names the places of one version.
func (c changes) all(e diff.Entry, places []diff.Place) string {
	var list []string
	for _, p := range places {
		name := c.name(e, p)
		if where := c.where(p.Span); where != "" {
			name += c.bracket(where)
		}
		list = append(list, name)
	}
	return strings.Join(list, " + ")
}

// line says a change; "" of one that the title of the entry says.
func (c changes) line(e diff.Entry, ch diff.Change) string {
	name := c.kind(ch.Subject, ch.Kind)
	switch old, new := c.sides(e, ch); {
	case len(ch.Words) > 0:
		return name + colon(c.lang) + wordDiff(ch.Words)
	case ch.Subject == diff.Whole && ch.Kind != diff.Moved && len(e.Old)+len(e.New) == 1:
		return ""
	case old != "" && new != "":
		return name + colon(c.lang) + old + " → " + new + c.evidence(ch)
	case old+new != "":
		return name + colon(c.lang) + old + new + c.evidence(ch)
	}
	return name
}

// evidence is where the two sides of a change stand.
func (c changes) evidence(ch diff.Change) string {
	var list []string
	for _, v := range []*diff.Value{ch.Old, ch.New} {
		if v != nil && v.Span != nil {
			list = append(list, c.where(v.Span))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return c.bracket(strings.Join(list, " → "))
}

// around is how many characters stand before and behind words that changed.
const around = 12

// wordDiff is a text in a line, with what changed marked.
func wordDiff(runs []diff.Run) string {
	var b strings.Builder
	for i, r := range runs {
		text := strings.Join(strings.Fields(r.Text), " ")
		switch r.Op {
		case diff.Delete:
			text = "[-" + text + "-]"
		case diff.Insert:
			text = "{+" + text + "+}"
		default:
			text = shortened(text, i > 0, i+1 < len(runs))
		}
		b.WriteString(text)
	}
	return b.String()
}

// shortened leaves of a text what stands beside a change before it and one behind it.
func shortened(text string, before, behind bool) string {
	runes := []rune(text)
	switch {
	case before && behind && len(runes) > 2*around+1:
		return string(runes[:around]) + "…" + string(runes[len(runes)-around:])
	case before && !behind && len(runes) > around:
		return string(runes[:around]) + "…"
	case !before && len(runes) > around:
		return "…" + string(runes[len(runes)-around:])
	}
	return text
}
