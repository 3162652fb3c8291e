package render

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// Format names an output format.
type Format string

// The formats. YAML, JSON and JSON Lines carry the whole notice; the others are views
// for people, without spans but for HTML, the page to check a notice on.
const (
	YAML      Format = "yaml"
	JSON      Format = "json"
	JSONLines Format = "jsonl"
	CSV       Format = "csv"
	TSV       Format = "tsv"
	XLSX      Format = "xlsx"
	ICS       Format = "ics"
	Markdown  Format = "md"
	HTML      Format = "html"
)

// Formats returns the names that [NewWriter] takes.
func Formats() []string {
	return []string{string(YAML), string(JSON), string(JSONLines), string(CSV), string(TSV), string(XLSX), string(ICS), string(Markdown), string(HTML)}
}

// ParseFormat returns the format that name stands for.
func ParseFormat(name string) (Format, error) {
	if !slices.Contains(Formats(), name) {
		return "", message.Errorf("unknown format %q: want %s", name, strings.Join(Formats(), ", "))
	}
	return Format(name), nil
}

// FormatOf returns the format that the ending of a file's name stands for, "" where it
// stands for none.
func FormatOf(path string) Format {
	switch ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."); ending {
	case "yml":
		return YAML
	case "ndjson":
		return JSONLines
	case "markdown":
		return Markdown
	case "htm":
		return HTML
	default:
		if slices.Contains(Formats(), ending) {
			return Format(ending)
		}
		return ""
	}
}

// Whole reports whether f carries all of a notice, so that [Decode] reads it back.
func (f Format) Whole() bool { return f == YAML || f == JSON || f == JSONLines }

// Delimited reports whether f is a table of text, whose rows stand for what [Options.Rows] says.
func (f Format) Delimited() bool { return f == CSV || f == TSV }

// Binary reports whether f is nothing to show on a terminal.
func (f Format) Binary() bool { return f == XLSX }
