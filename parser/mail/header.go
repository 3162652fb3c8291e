package mail

import (
	"bytes"
	"mime"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/source"
)

// header are the fields of a message or of a part of it, by lower-case name; the first of each counts.
type header map[string]string

// mostHeader bounds a header, in bytes.
const mostHeader = 256 << 10

// cutHeader reads the fields that data begins with and returns what stands behind the empty line.
func cutHeader(data []byte) (header, []byte) {
	h := header{}
	name := ""
	for read := 0; len(data) > 0 && read < mostHeader; {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		read += len(line) + 1
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			return h, rest
		}
		data = rest
		if line[0] == ' ' || line[0] == '\t' { // goes on
			if name != "" {
				h[name] += " " + string(bytes.TrimSpace(line))
			}
			continue
		}
		key, value, ok := bytes.Cut(line, []byte(":"))
		name = strings.ToLower(string(bytes.TrimSpace(key)))
		if _, twice := h[name]; !ok || twice {
			name = ""
			continue
		}
		h[name] = string(bytes.TrimSpace(value))
	}
	return h, nil
}

// words decodes the encoded words of a field (RFC 2047), and what is no ASCII without being encoded.
func words(s string) string {
	d := mime.WordDecoder{CharsetReader: reader}
	if !strings.Contains(s, "=?") {
		return source.DecodeName(s)
	}
	decoded, err := d.DecodeHeader(joined(s))
	if err != nil {
		return source.DecodeName(s)
	}
	return decoded
}

// joined draws encoded words of the same charset and encoding together that stand side by side: mailers cut a name
// within a character.
func joined(s string) string {
	fields := strings.Fields(s)
	var out []string
	for _, f := range fields {
		if n := len(out); n > 0 {
			if head, text, ok := base64Word(f); ok {
				if before, first, ok := base64Word(out[n-1]); ok && before == head && !strings.HasSuffix(first, "=") {
					out[n-1] = before + first + text + "?="
					continue
				}
			}
		}
		out = append(out, f)
	}
	return strings.Join(out, " ")
}

// base64Word takes =?gb2312?B?…?= apart.
func base64Word(f string) (head, text string, ok bool) {
	p := strings.Split(f, "?")
	if len(p) != 5 || p[0] != "=" || p[4] != "=" || !strings.EqualFold(p[2], "b") {
		return "", "", false
	}
	return strings.ToLower(strings.Join(p[:3], "?")) + "?", p[3], true
}

// value splits a field into its value and parameters: attachment; filename="a.docx". Parameters may be cut into pieces and
// encoded (RFC 2231), or hold encoded words, which they must not and do.
func value(field string) (string, map[string]string) {
	pieces := split(field)
	params := map[string]string{}
	type piece struct {
		number  int
		text    string
		encoded bool
	}
	cut := map[string][]piece{}
	for _, p := range pieces[1:] {
		name, text, ok := strings.Cut(p, "=")
		if !ok {
			continue
		}
		name, text = strings.ToLower(strings.TrimSpace(name)), unquote(strings.TrimSpace(text))
		base, rest, continued := strings.Cut(name, "*")
		if !continued {
			if _, twice := params[name]; !twice {
				params[name] = words(text)
			}
			continue
		}
		digits := strings.TrimSuffix(rest, "*")
		n, _ := strconv.Atoi(digits) // a*= is the first and only piece
		cut[base] = append(cut[base], piece{n, text, rest == "" || strings.HasSuffix(rest, "*")})
	}
	for name, list := range cut {
		slices.SortStableFunc(list, func(a, b piece) int { return a.number - b.number })
		var raw strings.Builder
		charset := ""
		for i, p := range list {
			if i == 0 && p.encoded {
				if parts := strings.SplitN(p.text, "'", 3); len(parts) == 3 {
					charset, p.text = parts[0], parts[2]
				}
			}
			if plain, err := url.PathUnescape(p.text); err == nil && p.encoded {
				p.text = plain
			}
			raw.WriteString(p.text)
		}
		params[name] = source.Decode([]byte(raw.String()), charset)
	}
	return strings.ToLower(strings.TrimSpace(pieces[0])), params
}

// split cuts a field at the semicolons outside of quotes.
func split(field string) (out []string) {
	begin, quoted := 0, false
	for i := 0; i < len(field); i++ {
		switch c := field[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			out = append(out, field[begin:i])
			begin = i + 1
		}
	}
	return append(out, field[min(begin, len(field)):])
}

// unquote takes the quotes off. A backslash is one only before a quote or another: Windows writes paths.
func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' {
		return s
	}
	s = strings.TrimSuffix(s[1:], `"`)
	return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s)
}
