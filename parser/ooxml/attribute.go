package ooxml

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// declare keeps the namespaces that the element declares.
func (x *Scanner) declare() {
	x.eachAttr(func(name, value []byte) bool {
		prefix, ok := bytes.CutPrefix(name, []byte("xmlns"))
		if !ok || len(prefix) > 0 && prefix[0] != ':' || len(x.prefixes) > mostNames {
			return true
		}
		usual := ""
		for _, s := range spaces {
			if bytes.HasSuffix(value, []byte(s.suffix)) {
				usual = s.prefix
			}
		}
		key := strings.TrimPrefix(string(prefix), ":")
		if old, known := x.prefixes[key]; !known || old != usual {
			x.outer = append(x.outer, outer{len(x.open), key, old, known})
			x.prefixes[key] = usual
			clear(x.names)
		}
		return true
	})
}

// outer is what a prefix stood for around the element that declares it anew.
type outer struct {
	depth         int // of the element
	prefix, usual string
	known         bool
}

// close leaves the innermost element, with what it declared.
func (x *Scanner) close() {
	for n := len(x.outer) - 1; n >= 0 && x.outer[n].depth == len(x.open); n-- {
		if o := x.outer[n]; o.known {
			x.prefixes[o.prefix] = o.usual
		} else {
			delete(x.prefixes, o.prefix)
		}
		x.outer = x.outer[:n]
		clear(x.names)
	}
	x.open = x.open[:len(x.open)-1]
}

// Attr returns the value of an attribute of the element just begun, by its name without
// prefix.
func (x *Scanner) Attr(local string) string {
	found := ""
	x.eachAttr(func(name, value []byte) bool {
		if i := bytes.IndexByte(name, ':'); string(name[i+1:]) != local || bytes.HasPrefix(name, []byte("xmlns")) {
			return true
		}
		found = unescape(value)
		return false
	})
	return found
}

// Number returns the value of an attribute that is a number, otherwise 0 and false.
func (x *Scanner) Number(local string) (int, bool) {
	n, err := strconv.ParseInt(strings.TrimSpace(x.Attr(local)), 10, 32)
	return int(n), err == nil
}

// On reads a property that is there or not: <w:vanish/>, <w:vanish w:val="0"/>.
func (x *Scanner) On() bool {
	switch x.Attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func (x *Scanner) eachAttr(f func(name, value []byte) bool) {
	for s := x.attrs; ; {
		s = bytes.TrimLeft(s, " \t\r\n")
		n := nameEnd(s)
		if n == 0 {
			return
		}
		name := s[:n]
		s = bytes.TrimLeft(s[n:], " \t\r\n=")
		if len(s) == 0 || s[0] != '"' && s[0] != '\'' {
			return
		}
		n = bytes.IndexByte(s[1:], s[0])
		if n < 0 || !f(name, s[1:1+n]) {
			return
		}
		s = s[n+2:]
	}
}

// unescape resolves character references and the five entities that XML has; any other
// reference stays as it is.
func unescape(s []byte) string {
	i := bytes.IndexByte(s, '&')
	if i < 0 {
		return string(s)
	}
	out := make([]byte, 0, len(s))
	for i >= 0 {
		out = append(out, s[:i]...)
		s = s[i:]
		n := bytes.IndexByte(s[:min(len(s), 12)], ';')
		if r, ok := reference(s[1:max(n, 1)]); n > 1 && ok {
			out = utf8.AppendRune(out, r)
			s = s[n+1:]
		} else {
			out = append(out, '&')
			s = s[1:]
		}
		i = bytes.IndexByte(s, '&')
	}
	return string(append(out, s...))
}

func reference(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := bytes.CutPrefix(name, []byte("#"))
	base := 10
	if len(digits) > 1 && digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	return rune(n), ok && err == nil && n <= utf8.MaxRune
}
