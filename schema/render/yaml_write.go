package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// flowWidth is the longest leaf object, in code points, that stays on one line.
const flowWidth = 240

// layOut sets spans, other leaf objects and short lists of strings on one line.
func layOut(n *node) {
	leaf, scalars := true, true
	for i := range n.items {
		item := &n.items[i]
		layOut(item)
		isScalar := item.kind == '"' || item.kind == 0
		scalars = scalars && isScalar
		leaf = leaf && (isScalar || item.kind == '{' && item.flow)
	}
	switch {
	case len(n.items) == 0:
		n.flow = true
	case n.kind == '{' && n.key == "": // an item of a list
		n.flow = leaf && n.width <= flowWidth
	case n.kind == '{':
		n.flow = n.key == "normalized" || n.key == "coverage" || n.items[0].key == "start" // a span
	default:
		n.flow = scalars && n.width <= flowWidth
	}
}

// yamlWriter prints nodes. Keys are those of the contract and need no quotes.
type yamlWriter struct {
	out []byte
}

// object prints the fields of n in block style. The first field stands at column first
// already written, the others are indented by indent.
func (w *yamlWriter) object(n *node, first, indent int) {
	for i := range n.items {
		field := &n.items[i]
		if i > 0 {
			first = indent
		}
		w.indent(first)
		w.out = append(append(w.out, field.key...), ':')
		switch {
		case field.flow || field.kind != '{' && field.kind != '[':
			w.out = append(w.out, ' ')
			w.inline(field, indent+2)
			w.out = append(w.out, '\n')
		case field.kind == '{':
			w.out = append(w.out, '\n')
			w.object(field, indent+2, indent+2)
		default:
			w.out = append(w.out, '\n')
			w.list(field, indent+2)
		}
	}
}

// list prints the items of n in block style.
func (w *yamlWriter) list(n *node, indent int) {
	for i := range n.items {
		item := &n.items[i]
		w.indent(indent)
		w.out = append(w.out, "- "...)
		switch {
		case item.kind == '{' && !item.flow:
			w.object(item, 0, indent+2)
		case item.kind == '[' && !item.flow: // a row too long for its line
			item.flow = true
			fallthrough
		default:
			w.inline(item, indent+2)
			w.out = append(w.out, '\n')
		}
	}
}

func (w *yamlWriter) indent(n int) {
	for range n {
		w.out = append(w.out, ' ')
	}
}

// inline prints a scalar in block context, or n on one line. indent is where the lines
// of a literal block begin.
func (w *yamlWriter) inline(n *node, indent int) {
	if n.kind == '"' && isLiteral(n.text) {
		w.literal(n.text, indent)
		return
	}
	w.flow(n, false)
}

// flow prints n on one line; inside tells that brackets are open around it.
func (w *yamlWriter) flow(n *node, inside bool) {
	switch n.kind {
	case '"':
		w.str(n.text, inside)
	case '{', '[':
		w.out = append(w.out, n.kind)
		for i := range n.items {
			if i > 0 {
				w.out = append(w.out, ", "...)
			}
			if n.kind == '{' {
				w.out = append(append(w.out, n.items[i].key...), ": "...)
			}
			w.flow(&n.items[i], true)
		}
		w.out = append(w.out, n.kind+2)
	default:
		w.out = append(w.out, n.text...)
	}
}

// literal prints a text of several lines as a block; the line feed behind it is the caller's.
func (w *yamlWriter) literal(s string, indent int) {
	body, ended := strings.CutSuffix(s, "\n")
	w.out = append(w.out, '|')
	if !ended {
		w.out = append(w.out, '-')
	}
	for line := range strings.SplitSeq(body, "\n") {
		w.out = append(w.out, '\n')
		if line != "" {
			w.indent(indent)
			w.out = append(w.out, line...)
		}
	}
}

// str prints s, in quotes unless every reader of YAML, 1.1 or 1.2, takes it for the
// string that it is.
func (w *yamlWriter) str(s string, inside bool) {
	if isPlain(s) && !(inside && strings.ContainsAny(s, ",[]{}?:")) {
		w.out = append(w.out, s...)
		return
	}
	w.out = append(w.out, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			w.out = append(w.out, '\\', byte(r))
		case r == '\n':
			w.out = append(w.out, `\n`...)
		case printable(r):
			w.out = utf8.AppendRune(w.out, r)
		case r < 0x100:
			w.out = fmt.Appendf(w.out, `\x%02X`, r)
		case r < 0x10000:
			w.out = fmt.Appendf(w.out, `\u%04X`, r)
		default:
			w.out = fmt.Appendf(w.out, `\U%08X`, r)
		}
	}
	w.out = append(w.out, '"')
}

// printable reports whether r shows itself; the ideographic space does, in Chinese text.
func printable(r rune) bool { return unicode.IsPrint(r) || r == '\u3000' }

// isPlain reports whether s can stand without quotes: printable, nothing that YAML
// gives a meaning to, and no ASCII word (true, no, 1e3, 2022-12-05) but in a longer text.
func isPlain(s string) bool {
	ascii := true
	for _, r := range s {
		if !printable(r) {
			return false
		}
		ascii = ascii && r < utf8.RuneSelf
	}
	if s == "" || !startsPlain(s) || strings.HasSuffix(s, " ") || strings.HasSuffix(s, ":") ||
		strings.Contains(s, ": ") || strings.Contains(s, " #") {
		return false
	}
	return !ascii || isName(s)
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
func isLiteral(s string) bool {
	if !strings.Contains(s, "\n") || s[0] == '\n' || s[0] == ' ' || strings.HasSuffix(s, "\n\n") ||
		strings.HasSuffix(s, " ") || strings.Contains(s, " \n") {
		return false
	}
	for _, r := range s {
		if r != '\n' && !printable(r) {
			return false
		}
	}
	return true
}
