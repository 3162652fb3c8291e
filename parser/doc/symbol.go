package doc

import (
	"sort"

	"github.com/policyx/policyx/parser/word"
)

// symbol is a stretch of characters in a font: a character of a symbol font, which the
// text itself shows as "(", or text that may hold characters of the private range.
type symbol struct {
	from, to int
	font     int  // place in the table of fonts
	code     rune // 0: the characters of the text
}

// symbolAt returns what the symbol font shows for a character, and whether there is one.
func (d *document) symbolAt(at int) (string, bool) {
	c := rune(d.text[at])
	if c != '(' && (c < 0xF000 || c > 0xF0FF) {
		return "", false
	}
	i := sort.Search(len(d.symbols), func(i int) bool { return d.symbols[i].to > at })
	if i == len(d.symbols) || d.symbols[i].from > at {
		return "", false
	}
	s := d.symbols[i]
	if s.code != 0 {
		c = s.code
	} else if c == '(' {
		return "", false
	}
	font := ""
	if s.font < len(d.fonts) {
		font = d.fonts[s.font]
	}
	return string(word.Symbol(font, c)), true
}

const (
	mostFonts = 4096
	fontName  = 40 // where the name stands in a font's record
)

// readFonts lists the names of the document's fonts.
func readFonts(b []byte) (names []string) {
	if len(b) < 4 {
		return nil
	}
	b = b[4:]
	for len(b) > 1 && len(names) < mostFonts {
		size := int(b[0]) + 1
		record := b[:min(size, len(b))]
		b = b[len(record):]
		var name []byte
		for i := fontName; i+1 < len(record) && (record[i] != 0 || record[i+1] != 0); i += 2 {
			name = append(name, record[i]) // the names of the symbol fonts are ASCII
		}
		names = append(names, string(name))
	}
	return names
}
