package render

import "strings"

// paper is Markdown text.
type paper struct{ text strings.Builder }

func (p *paper) add(s string) { p.text.WriteString(s) }

// heading appends a heading of the notice's own words.
func (p *paper) heading(level int, words string) {
	if p.text.Len() > 0 && !strings.HasSuffix(p.text.String(), "\n\n") {
		p.add("\n")
	}
	p.add(strings.Repeat("#", level) + " " + strings.ReplaceAll(prose(words), "<br>", " ") + "\n")
}

// table begins a table with headings that are not Markdown yet.
func (p *paper) table(headings ...string) {
	cells := make([]string, 0, len(headings))
	for _, h := range headings {
		cells = append(cells, prose(h))
	}
	p.add("\n")
	p.row(cells...)
	p.add(strings.Repeat("| --- ", len(headings)) + "|\n")
}

// row appends a row of cells that are Markdown already.
func (p *paper) row(cells ...string) {
	p.add("| " + strings.Join(cells, " | ") + " |\n")
}

// prose returns the Markdown that shows s as it is: no sign of it has a meaning, pipes
// and lines stay inside a table's cell, and markup of HTML is text.
func prose(s string) string {
	var out strings.Builder
	for _, r := range strings.TrimSpace(clean(s)) {
		switch r {
		case '\n':
			out.WriteString("<br>")
		case '<':
			out.WriteString("&lt;")
		case '>':
			out.WriteString("&gt;")
		case '&':
			out.WriteString("&amp;")
		case '\\', '|', '`', '*', '_', '[', ']', '~', '$', '#', '!':
			out.WriteByte('\\')
			out.WriteRune(r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
