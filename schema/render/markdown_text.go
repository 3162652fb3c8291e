package render

import (
	"strings"

	"github.com/policyx/policyx/schema/term"
)

// paper is Markdown text in a language.
type paper struct {
	lang term.Language
	text strings.Builder
}

func (p *paper) add(s string) { p.text.WriteString(s) }

// heading appends a heading of the notice's own words.
func (p *paper) heading(level int, words string) {
	if p.text.Len() > 0 && !strings.HasSuffix(p.text.String(), "\n\n") {
		p.add("\n")
	}
	p.add(strings.Repeat("#", level) + " " + strings.ReplaceAll(prose(words), "<br>", " ") + "\n")
}

// section appends the heading of a part of the document.
func (p *paper) section(name string) { p.heading(2, term.Value(p.lang, "section", name)) }

// table begins a table with columns by their terms; what is no term stands for itself.
func (p *paper) table(terms ...string) {
	cells := make([]string, 0, len(terms))
	for _, t := range terms {
		cells = append(cells, prose(column{term: t}.name(p.lang)))
	}
	p.add("\n")
	p.row(cells...)
	p.add(strings.Repeat("| --- ", len(terms)) + "|\n")
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
