package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// content returns a line without the marks that it begins with (> ## -), and whether it is a heading.
func content(line string) (s string, heading bool) {
	s = line
	for {
		t := strings.TrimLeft(s, " \t")
		if rest, ok := strings.CutPrefix(t, ">"); ok {
			s = rest
			continue
		}
		break
	}
	if rest, ok := hashes(strings.TrimLeft(s, " ")); ok {
		return rest, true
	}
	return bullet(s), false
}

// hashes returns the text of a heading: one to six # before it, and as many as one likes behind it. A # that no
// space follows is none before a digit or letter: #5机组.
func hashes(s string) (string, bool) {
	rest := strings.TrimLeft(s, "#")
	n := len(s) - len(rest)
	if n == 0 || n > 6 {
		return s, false
	}
	first, _ := utf8.DecodeRuneInString(rest)
	if rest != "" && !unicode.IsSpace(first) && !unicode.Is(unicode.Han, first) && first != '（' && first != '*' {
		return s, false
	}
	rest = strings.TrimSpace(rest)
	if closed := strings.TrimRight(rest, "#"); strings.HasSuffix(closed, " ") || closed == "" {
		rest = strings.TrimSpace(closed)
	}
	return rest, true
}

// bullet returns a line without its mark of a list (- * +) and its box ([ ] [x]). What is a page number (- 2 -) or a line that
// a star begins without a space (*市民政局) has none.
func bullet(s string) string {
	t := strings.TrimLeft(s, " \t")
	if len(t) < 2 || strings.IndexByte("-*+", t[0]) < 0 || t[1] != ' ' && t[1] != '\t' || strings.HasSuffix(t, " "+t[:1]) {
		return s
	}
	t = strings.TrimLeft(t[2:], " \t")
	for _, box := range []string{"[ ] ", "[x] ", "[X] "} {
		t = strings.TrimPrefix(t, box)
	}
	return t
}

// isRule reports a line of nothing but at least three - * _ or =: a rule, or the line below a heading.
func isRule(s string) bool {
	s = strings.ReplaceAll(s, " ", "")
	return len(s) >= 3 && strings.IndexByte("-*_=", s[0]) >= 0 && strings.Trim(s, s[:1]) == ""
}

// isFence reports the line before or behind a block of code, whose text is read like any.
func isFence(s string) bool {
	return strings.HasPrefix(s, "```") && !strings.Contains(s[3:], "`") || strings.HasPrefix(s, "~~~")
}

// comment passes over an HTML comment that begins a line, if it has an end.
func (r *reader) comment(s string) bool {
	if !strings.HasPrefix(s, "<!--") {
		return false
	}
	for n := r.at; n < len(r.lines); n++ {
		before, rest, ok := strings.Cut(r.lines[n], "-->")
		if !ok || n == r.at && len(before) < len("<!--") {
			continue
		}
		for ; r.at < n; r.at++ {
			r.put("", r.at)
		}
		r.lines[n] = rest
		return strings.HasPrefix(strings.TrimSpace(rest), "<!--") || r.settled()
	}
	return false
}

// settled reads what is left of the line on which something ended.
func (r *reader) settled() bool {
	if strings.TrimSpace(r.lines[r.at]) == "" {
		r.blank()
	}
	return true
}
