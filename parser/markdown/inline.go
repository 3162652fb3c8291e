package markdown

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// inline returns what the notation within a line stands for.
func inline(s string) string {
	if !strings.ContainsAny(s, "\\`*_~[]<>&$!") {
		return strings.TrimRight(s, " \t")
	}
	p := phrase{s: s}
	for p.at < len(s) {
		p.step()
	}
	out := html.UnescapeString(p.out.String())
	return strings.TrimRight(strings.TrimSuffix(out, "\\"), " \t")
}

// phrase is a line on the way to its text.
type phrase struct {
	s    string
	at   int
	out  strings.Builder
	open map[string]bool // marks of emphasis whose second one is still to come
}

func (p *phrase) rest() string { return p.s[p.at:] }

// step reads the construct or the character at p.at.
func (p *phrase) step() {
	rest := p.rest()
	switch rest[0] {
	case '\\':
		if len(rest) > 1 && asciiPunct(rest[1]) {
			p.out.WriteByte(rest[1])
			p.at += 2
			return
		}
	case '`':
		if i := strings.IndexByte(rest[1:], '`'); i > 0 {
			p.out.WriteString(rest[1 : 1+i])
			p.at += i + 2
			return
		}
	case '$':
		if n := p.formula(rest); n > 0 {
			p.at += n
			return
		}
	case '!', '[':
		if n := p.link(rest); n > 0 {
			p.at += n
			return
		}
	case '<':
		if n := p.tag(rest); n > 0 {
			p.at += n
			return
		}
	case '*', '_', '~':
		if n := p.emphasis(rest); n > 0 {
			p.at += n
			return
		}
	}
	_, n := utf8.DecodeRuneInString(rest)
	p.out.WriteString(rest[:n])
	p.at += n
}

// emphasis passes over a mark of emphasis that has its second one in the line. Longer runs are what a form leaves to be
// filled in (____), and a single mark between digits or before a name (*市民政局) says something.
func (p *phrase) emphasis(rest string) int {
	mark := rest[:len(rest)-len(strings.TrimLeft(rest, rest[:1]))]
	switch mark {
	case "*", "_", "**", "***", "__":
	case "~~": // struck out: it says no more what stands between
		if i := closing(' ', rest[2:], mark); i > 0 {
			return i + 4
		}
		p.out.WriteString(mark)
		return len(mark)
	default:
		p.out.WriteString(mark)
		return len(mark)
	}
	if p.open[mark] {
		p.open[mark] = false
		return len(mark)
	}
	behind := rest[len(mark):]
	before := byte(' ')
	if p.at > 0 {
		before = p.s[p.at-1]
	}
	if i := closing(before, behind, mark); i > 0 {
		if p.open == nil {
			p.open = map[string]bool{}
		}
		p.open[mark] = true
		return len(mark)
	}
	p.out.WriteString(mark)
	return len(mark)
}

// closing is where the second mark stands in the rest of a line, 0 where there is none, where what it would close begins
// with white space, or where a single mark multiplies (3*4*5) or joins (a_b_c).
func closing(before byte, rest, mark string) int {
	first, _ := utf8.DecodeRuneInString(rest)
	word := before < utf8.RuneSelf && (unicode.IsLetter(rune(before)) || unicode.IsDigit(rune(before)))
	if unicode.IsSpace(first) || len(mark) == 1 && word && (mark == "_" || unicode.IsDigit(first)) {
		return 0
	}
	for at := 0; ; {
		i := strings.Index(rest[at:], mark)
		if i < 0 {
			return 0
		}
		at += i
		end := at + len(mark)
		if !strings.HasPrefix(rest[end:], mark[:1]) && (at == 0 || rest[at-1] != mark[0]) {
			return at
		}
		for at < len(rest) && rest[at] == mark[0] {
			at++
		}
	}
}

// link writes the text of a link and leaves out a picture and the number of a footnote.
func (p *phrase) link(rest string) int {
	picture := rest[0] == '!'
	label := strings.TrimPrefix(rest, "!")
	if !strings.HasPrefix(label, "[") {
		return 0
	}
	end := balanced(label, '[', ']')
	if end < 0 {
		return 0
	}
	n := len(rest) - len(label) + end + 1
	inner := label[1:end]
	if strings.HasPrefix(inner, "^") { // a footnote, or its number
		if strings.HasPrefix(rest[n:], ":") {
			n++
		}
		return n
	}
	if !strings.HasPrefix(rest[n:], "(") {
		return 0
	}
	close := balanced(rest[n:], '(', ')')
	if close < 0 {
		return 0
	}
	if !picture {
		p.out.WriteString(inline(inner))
	}
	return n + close + 1
}

// balanced is where the bracket that s begins with closes, -1 where it does not.
func balanced(s string, open, shut byte) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// tag passes over an HTML tag or comment, and the brackets around an address.
func (p *phrase) tag(rest string) int {
	if strings.HasPrefix(rest, "<!--") {
		if i := strings.Index(rest, "-->"); i > 0 {
			return i + len("-->")
		}
		return 0
	}
	end := strings.IndexByte(rest, '>')
	if end < 0 {
		return 0
	}
	inner := strings.TrimPrefix(rest[1:end], "/")
	if strings.Contains(inner, "://") {
		p.out.WriteString(inner)
		return end + 1
	}
	name := strings.ToLower(inner)
	if i := strings.IndexAny(name, " /\t"); i >= 0 {
		name = name[:i]
	}
	if atom.Lookup([]byte(name)) == 0 {
		return 0
	}
	if name == "br" || name == "p" {
		p.out.WriteByte(' ')
	}
	return end + 1
}

func asciiPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
