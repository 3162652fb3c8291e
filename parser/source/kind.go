package source

import (
	"encoding/json"
	"strings"
	"unicode"
)

// textKinds are the kinds of text that have another reader or none, each with the test that tells it.
var textKinds = []struct {
	kind string
	is   func(text string) bool
}{
	{"policyx", isOwnData},
	{"uof", isUOF},
	{"json", isJSON},
	{"ics", isCalendar},
	{string(EML), isMail},
}

// textKind names the kind of text, "" for what may be a notice as it stands.
func textKind(text string, heads Heads) string {
	text = strings.TrimLeft(text, "\ufeff \t\r\n")
	for _, k := range textKinds {
		if k.is(text) {
			return k.kind
		}
	}
	switch {
	case isCSV(text, heads):
		return string(CSV)
	case isTSV(text, heads):
		return string(TSV)
	case isCode(text):
		return "code"
	}
	return ""
}

// isUOF reports a document in the office format of GB/T 20916, 标文通, as one XML file.
func isUOF(text string) bool {
	lead := text[:min(len(text), 2000)]
	return strings.HasPrefix(lead, "<") && strings.Contains(lead, "<uof:UOF") && strings.Contains(lead, "schemas.uof.org/cn/")
}

// isJSON reports one JSON value, or one on the first line as JSON Lines have it. A text that only begins
// with a bracket ([bookmark: _GoBack]) is none.
func isJSON(text string) bool {
	if text == "" || text[0] != '{' && text[0] != '[' {
		return false
	}
	first, rest, lines := strings.Cut(text, "\n")
	if !json.Valid([]byte(first)) {
		return json.Valid([]byte(text))
	}
	return !lines || first[0] == '{' || json.Valid([]byte(text)) || strings.HasPrefix(rest, "[")
}

// mailFields are header fields of a message (RFC 5322), of which one has several at its head.
var mailFields = []string{"from", "to", "cc", "subject", "date", "received", "return-path", "message-id", "mime-version", "content-type", "delivered-to", "x-"}

// isMail reports a mail message: its text begins with at least three header fields.
func isMail(text string) bool {
	fields := 0
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if line[0] == ' ' || line[0] == '\t' { // goes on
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || strings.IndexFunc(name, notFieldName) >= 0 {
			return false
		}
		if name = strings.ToLower(name); oneOfMail(name) {
			fields++
		}
	}
	return fields >= 3
}

func notFieldName(r rune) bool { return r <= ' ' || r >= 0x7f }

func oneOfMail(name string) bool {
	for _, f := range mailFields {
		if name == f || f == "x-" && strings.HasPrefix(name, f) {
			return true
		}
	}
	return false
}

// isCode reports a program, a style sheet or other markup: most lines that hold anything are in its
// notation rather than Chinese, and end as statements do.
func isCode(text string) bool {
	lines, code := 0, 0
	for line := range strings.Lines(text[:min(len(text), sniffLength)]) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		lines++
		if strings.IndexByte("{};,()>", line[len(line)-1]) >= 0 && asciiLetters(line) >= han(line) {
			code++
		}
	}
	return lines > 0 && 2*code > lines
}

func asciiLetters(s string) (n int) {
	for i := range len(s) {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' {
			n++
		}
	}
	return n
}

func han(s string) (n int) {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
