package page

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

// Document is a notice and the reading text that its spans refer to: what "policyx text"
// prints of the same input.
type Document struct {
	Notice *schema.Notice
	Text   string
}

//go:embed page.css
var style string

//go:embed shell.html
var shell string

// Write writes one HTML file that shows docs: a single one at once, several behind a list.
// A span that does not lie within its text leaves its value without a place in the text.
// It fails where there is no document, a notice is nil or cannot be encoded, and where w fails.
func Write(w io.Writer, docs []Document) error {
	if len(docs) == 0 {
		return errors.New("a page needs a notice")
	}
	for i, d := range docs {
		if d.Notice == nil {
			return fmt.Errorf("document %d has no notice", i+1)
		}
	}
	out := bufio.NewWriter(w)
	code := script()
	fmt.Fprintf(out, head, policy(style, code), html.EscapeString(title(docs)), style)
	out.WriteString(shell)
	err := writeData(out, `id="page"`, frame{Labels: labels(term.Chinese), Forms: forms(), Index: index(docs)})
	for i := 0; err == nil && i < len(docs); i++ {
		err = writeData(out, `class="notice"`, newView(docs[i]))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "<script>%s</script>\n</body>\n</html>\n", code)
	return out.Flush()
}

const head = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="policyx">
<title>%s</title>
<style>%s</style>
</head>
<body>
`

// policy lets the page's own style and script run, by their hashes, and nothing be loaded.
func policy(style, script string) string {
	return fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
		hash(script), hash(style))
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// writeData writes v as a data block. encoding/json writes < > & and U+2028 as escapes, so
// that no text can end the block or open a comment in it.
func writeData(out *bufio.Writer, attribute string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "<script type=\"application/json\" %s>%s</script>\n", attribute, data)
	return nil
}

// frame is what the script needs beside the notices.
type frame struct {
	Labels vocabulary         `json:"labels"`
	Forms  map[string][]field `json:"forms"`
	Index  []entry            `json:"index"`
}

// entry is a notice in the list of a batch.
type entry struct {
	Title    string `json:"title"`
	Name     string `json:"name"`
	Issuer   string `json:"issuer,omitempty"`
	Number   string `json:"number,omitempty"`
	Issued   string `json:"issued,omitempty"`
	Tasks    int    `json:"tasks"`
	Warnings int    `json:"warnings"`
}

func index(docs []Document) []entry {
	entries := make([]entry, len(docs))
	for i, d := range docs {
		n := d.Notice
		entries[i] = entry{
			Title: name(n), Name: n.Source.Name, Issuer: n.Metadata.Issuer, Number: n.Metadata.DocumentNumber,
			Issued: n.Metadata.Issued, Tasks: len(n.Tasks),
		}
		for _, d := range n.Diagnostics {
			if d.Severity.AtLeast(schema.Warning) {
				entries[i].Warnings++
			}
		}
	}
	return entries
}

// title names the page.
func title(docs []Document) string {
	if len(docs) == 1 {
		return name(docs[0].Notice)
	}
	return fmt.Sprintf("%d 份通知", len(docs))
}

// name is the notice's title or, where it has none, the enclosure's, or that of the input.
func name(n *schema.Notice) string {
	for _, s := range []string{n.Metadata.Title, n.Metadata.Enclosure} {
		if s != "" {
			return s
		}
	}
	return n.Source.Name
}

// view is a notice as the script reads it.
type view struct {
	Notice *schema.Notice `json:"notice"`
	Marks  []mark         `json:"marks"`
	Lines  [][]segment    `json:"lines"`
}

func newView(d Document) view {
	n := *d.Notice
	if n.Tasks == nil {
		n.Tasks = []schema.Task{}
	}
	if n.Diagnostics == nil {
		n.Diagnostics = []schema.Diagnostic{}
	}
	text := []rune(d.Text)
	marks := collect(&n, len(text))
	return view{Notice: &n, Marks: marks, Lines: cut(text, marks)}
}
