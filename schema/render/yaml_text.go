package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// holds says what a text holds that YAML may take for more than text.
type holds uint8

const (
	wide  holds = 1 << iota // a character beyond ASCII
	signs                   // one of ,[]{}?: which have a meaning within brackets
	lines                   // a line feed
	odd                     // another character that does not show itself
)

// look reads a valid text once, and counts its code points. Most are ideographs: U+5000 to U+9FFF
// show themselves, and are told by their first byte.
func look(s string) (found holds, n int) {
	for i := 0; i < len(s); n++ {
		switch c := s[i]; {
		case c >= 0xE5 && c <= 0xE9:
			found |= wide
			i += 3
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if found |= wide; !printable(r) {
				found |= odd
			}
			i += size
		default:
			switch {
			case c == '\n':
				found |= lines
			case c < ' ' || c == 0x7F:
				found |= odd
			case c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '?' || c == ':':
				found |= signs
			}
			i++
		}
	}
	return found, n
}

// valid returns s as JSON carries it: with U+FFFD for each byte that is no UTF-8.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}

// str prints s, in quotes unless every reader of YAML, 1.1 or 1.2, takes it for the
// string that it is. inside tells that brackets are open around it.
func (w *yamlWriter) str(s string, found holds, inside bool) {
	if isPlain(s, found) && !(inside && found&signs != 0) {
		w.buf = append(w.buf, s...)
		return
	}
	w.buf = append(w.buf, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			w.buf = append(w.buf, '\\', byte(r))
		case r == '\n':
			w.buf = append(w.buf, `\n`...)
		case printable(r):
			w.buf = utf8.AppendRune(w.buf, r)
		case r < 0x100:
			w.buf = fmt.Appendf(w.buf, `\x%02X`, r)
		case r < 0x10000:
			w.buf = fmt.Appendf(w.buf, `\u%04X`, r)
		default:
			w.buf = fmt.Appendf(w.buf, `\U%08X`, r)
		}
	}
	w.buf = append(w.buf, '"')
}

// printable reports whether r shows itself; the ideographic space does, in Chinese text.
func printable(r rune) bool { return unicode.IsPrint(r) || r == '\u3000' }

// isPlain reports whether s can stand without quotes: printable, nothing that YAML
// gives a meaning to, and no ASCII word (true, no, 1e3, 2022-12-05) but in a longer text.
func isPlain(s string, found holds) bool {
	if s == "" || found&(odd|lines) != 0 || !startsPlain(s) || strings.HasSuffix(s, " ") || strings.HasSuffix(s, ":") ||
		found&signs != 0 && strings.Contains(s, ": ") || strings.Contains(s, " #") {
		return false
	}
	return found&wide != 0 || isName(s)
}

// startsPlain reports whether s begins with nothing that YAML could take for a sign.
func startsPlain(s string) bool {
	c := s[0]
	return c >= utf8.RuneSelf || c == '(' || c == '/' || strings.HasPrefix(s, "../") ||
		'0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// isName reports whether the ASCII string s, which starts plain, is no number, day or
// truth value to anyone: a word such as task, or an EDTF interval.
func isName(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return false
	}
	if c := s[0]; '0' <= c && c <= '9' {
		return strings.Contains(s, "/") && !strings.Contains(s, ":")
	}
	return true
}

// isLiteral reports whether s has several lines and survives as a literal block: no
// white space that the block's indentation would swallow, nothing that needs an escape.
func isLiteral(s string, found holds) bool {
	return found&(lines|odd) == lines && s[0] != '\n' && s[0] != ' ' && !strings.HasSuffix(s, "\n\n") &&
		!strings.HasSuffix(s, " ") && !strings.Contains(s, " \n")
}
