package block

import "unicode"

// Line joins pieces of text to one line as a browser or a word processor shows them:
// white space collapses to one space and is dropped at both ends, invisible characters
// are nothing, and a line break of the source between two Chinese characters is no
// space. The zero value is an empty line.
type Line struct {
	runes []rune
	gap   gap
}

// gap is what stands between the text so far and the next character.
type gap uint8

const (
	noGap    gap = iota
	spaceGap     // spaces of the source
	breakGap     // a line break of the source, with or without spaces
	hardGap      // a space that was meant: NBSP, U+3000, a paragraph inside a cell
)

// Write appends s.
func (l *Line) Write(s string) {
	for _, r := range s {
		switch {
		case r > ' ' && r < 0x7F || r > '\u3000' && r != '\ufeff':
			l.put(r)
		case r == '\n' || r == '\r':
			l.gap = max(l.gap, breakGap)
		case r == ' ' || r == '\t':
			l.gap = max(l.gap, spaceGap)
		case zeroWidth(r):
		case r < ' ' || unicode.IsSpace(r):
			l.gap = max(l.gap, hardGap)
		default:
			l.put(r)
		}
	}
}

// Part keeps what follows apart from what was written by a space.
func (l *Line) Part() { l.gap = hardGap }

// Len returns the number of code points written.
func (l *Line) Len() int { return len(l.runes) }

// Take returns the line and empties it. What it returned is valid until the next Write.
func (l *Line) Take() []rune {
	line := l.runes
	l.runes, l.gap = l.runes[:0], noGap
	return line
}

func (l *Line) put(r rune) {
	if l.gap != noGap && len(l.runes) > 0 {
		if l.gap != breakGap || !wide(r) || !wide(l.runes[len(l.runes)-1]) {
			l.runes = append(l.runes, ' ')
		}
	}
	l.gap = noGap
	l.runes = append(l.runes, r)
}

func zeroWidth(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060' || r == '\u00ad'
}

// wide reports characters between which Chinese writing puts no space.
func wide(r rune) bool { return r >= 0x2E80 || r >= 0x2010 && r <= 0x2026 }
