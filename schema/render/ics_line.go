package render

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/schema/term"
)

// lineOctets is the length of a line without its end that RFC 5545, 3.1 allows.
const lineOctets = 75

// calendar is iCalendar text in a language.
type calendar struct {
	lang term.Language
	text []byte
}

// line appends a content line, folded so that no line is longer than [lineOctets] and no
// character or escape is cut. value has to be escaped.
func (c *calendar) line(name, value string) {
	width := len(name) + 1
	c.text = append(append(c.text, name...), ':')
	for i := 0; i < len(value); {
		_, n := utf8.DecodeRuneInString(value[i:])
		if value[i] == '\\' && i+1 < len(value) {
			n = 2
		}
		if width+n > lineOctets {
			c.text = append(c.text, "\r\n "...)
			width = 1
		}
		c.text = append(c.text, value[i:i+n]...)
		i, width = i+n, width+n
	}
	c.text = append(c.text, "\r\n"...)
}

// escape returns s as a value of type TEXT (RFC 5545, 3.3.11).
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(clean(s))
}
