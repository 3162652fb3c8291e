package page

import (
	"html"
	"strings"
)

// Markup is HTML that is well formed: text in it is escaped.
type Markup string

// Escape returns a text as markup: what it looks like, it does not do.
func Escape(text string) Markup { return Markup(html.EscapeString(text)) }

// Attributes are names and values of attributes, in pairs; one with an empty value is left out.
type Attributes []string

// Element returns an element with its content.
func Element(tag string, attributes Attributes, content ...Markup) Markup {
	var b strings.Builder
	b.WriteString("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			b.WriteString(" " + attributes[i] + `="` + html.EscapeString(attributes[i+1]) + `"`)
		}
	}
	b.WriteString(">")
	for _, c := range content {
		b.WriteString(string(c))
	}
	b.WriteString("</" + tag + ">")
	return Markup(b.String())
}

// Join sets markup one behind the other.
func Join(list []Markup) Markup {
	var b strings.Builder
	for _, m := range list {
		b.WriteString(string(m))
	}
	return Markup(b.String())
}
