package render

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/schema/compare"
)

// table writes the notices, the values of each indicator with their evidence, and the topics as a matrix.
func (c comparison) table(out *bufio.Writer) {
	for _, n := range c.Notices {
		fmt.Fprintln(out, spaced(n.Label, n.Title, n.DocumentNumber, n.Issued))
	}
	if c.Asked.HasIndicators() {
		fmt.Fprintf(out, "\n%s\n", c.word("comparison", "indicators"))
		switch {
		case len(c.Indicators) > 0:
		case len(c.Asked.Indicators) > 0:
			fmt.Fprintln(out, c.word("compare", "not-named"))
		default:
			fmt.Fprintln(out, c.word("compare", "no-indicator"))
		}
		for i := range c.Indicators {
			c.values(out, &c.Indicators[i])
		}
	}
	if c.Asked.HasTopics() {
		fmt.Fprintf(out, "\n%s\n%s\n", c.word("comparison", "topics"), c.word("compare", "key"))
		c.matrix(out)
	}
}

// spaced sets apart what there is.
func spaced(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "  ")
}

// values are the lines of an indicator: who, how much, by when, and what the notice calls it.
func (c comparison) values(out *bufio.Writer, i *compare.Indicator) {
	fmt.Fprintf(out, "\n%s%s\n", i.Name, c.bracket(unitOf(i)))
	var rows [][]string
	for k := range i.Values {
		v := &i.Values[k]
		rows = append(rows, []string{c.Notices[v.Notice].Label, c.value(i, v), by(v.When), v.Name, c.place(v), c.why(v)})
	}
	aligned(out, rows, "  ")
}

func (c comparison) bracket(s string) string {
	if s == "" {
		return ""
	}
	return changes{lang: c.lang}.bracket(s)
}

// place is where a value stands.
func (c comparison) place(v *compare.Value) string {
	where := changes{lang: c.lang}.where(&v.Span)
	if v.Task == "" {
		return where
	}
	return c.word("Item", "task") + " " + v.Task + " " + where
}

// why is what a name has in common with that of the indicator.
func (c comparison) why(v *compare.Value) string {
	if len(v.Shared) == 0 {
		return ""
	}
	return fmt.Sprintf(c.word("compare", "why"), strings.Join(v.Shared, "、"), v.Likeness.String())
}

// matrix has a line for each topic and a column for each notice.
func (c comparison) matrix(out *bufio.Writer) {
	head := []string{""}
	for _, n := range c.Notices {
		head = append(head, n.Label)
	}
	rows := [][]string{head}
	for _, t := range c.Topics {
		row := []string{t.Phrase}
		for _, cell := range t.Cells {
			row = append(row, mark(cell))
		}
		rows = append(rows, row)
	}
	aligned(out, rows, "  ")
}

// mark is how many tasks a notice has on a topic, or that it is only mentioned, or nothing.
func mark(c compare.Cell) string {
	switch {
	case len(c.Tasks) > 0:
		return fmt.Sprintf("● %d", len(c.Tasks))
	case len(c.Mentions) > 0:
		return "○"
	}
	return "–"
}

// aligned writes rows with columns as broad as what stands in them.
func aligned(out *bufio.Writer, rows [][]string, indent string) {
	var widths []int
	for _, row := range rows {
		for i, text := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], breadth(text))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		b.WriteString(indent)
		for i, text := range row {
			b.WriteString(text + strings.Repeat(" ", widths[i]-breadth(text)+2))
		}
		fmt.Fprintln(out, strings.TrimRight(b.String(), " "))
	}
}

// breadth is how many columns of a terminal a text takes: a Chinese character two.
func breadth(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r >= 0x2e80 {
			n++
		}
	}
	return n
}
