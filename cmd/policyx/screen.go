package main

import (
	"io"
	"strings"
	"unicode"

	tty "golang.org/x/term"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
)

// screen is standard output for what a notice says. A file or a pipe gets it byte for byte, so that spans stay true; a
// terminal gets it without what would steer it.
func (c *console) screen() io.Writer {
	if !tty.IsTerminal(int(c.out.Fd())) {
		return c.out
	}
	returns := runes.Remove(runes.Predicate(func(r rune) bool { return r == '\r' })) // of line ends, or to write over what stands there
	return transform.NewWriter(c.out, transform.Chain(returns, runes.Map(shown)))
}

// shown is what stands for a character where it would steer a terminal: the picture of a control (U+241B for ESC), U+FFFD for
// others, marks of direction and separators of lines among them. Line ends and tabs stay, and so does the number of characters.
func shown(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r < ' ':
		return '\u2400' + r
	case r == '\x7f':
		return '\u2421'
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029':
		return unicode.ReplacementChar
	}
	return r
}

// oneLine keeps a message on its line, and a file's name or a notice from steering the terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return shown(r)
	}, s)
}
