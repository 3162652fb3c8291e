package page

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
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

// Options say how a page reads. The zero value is a page in Chinese.
type Options struct {
	Lang term.Language
	// Family names what departments of one duty have in common over places, levels and
	// abbreviations (市卫健委, 省卫生健康委员会: 卫生健康); nil, or "" for a name: nothing.
	Family func(name string) string
	// Party returns what a department is known by over notices; nil: [schema.Notice.Party].
	Party func(n *schema.Notice, d schema.Department) string
	// Remark says a diagnostic in the language of the page; nil: as its message.
	Remark func(schema.Diagnostic) string
}

// Write writes one HTML file that shows docs: a single one at once, several behind lists of
// the notices, their tasks and what to check.
// A span that does not lie within its text leaves its value without a place in the text.
// It fails where there is no document, a notice is nil or cannot be encoded, and where w fails.
func Write(w io.Writer, docs []Document, o Options) error {
	if len(docs) == 0 {
		return message.New("a page needs a notice")
	}
	for i, d := range docs {
		if d.Notice == nil {
			return message.Errorf("document %d has no notice", i+1)
		}
	}
	return write(w, docs, o, false)
}

// WriteServed writes the page without notices, for a program that hands them to it (see [Document.Encode]): it may
// fetch from where it came from, and from nowhere else.
func WriteServed(w io.Writer, o Options) error { return write(w, nil, o, true) }

func write(w io.Writer, docs []Document, o Options, served bool) error {
	out := bufio.NewWriter(w)
	code, words := script(), words(o.Lang)
	fmt.Fprintf(out, head, cmp.Or(o.Lang, term.Chinese), policy(style, code, served), html.EscapeString(title(docs, words)), style)
	out.WriteString(worded(shell, words))
	frame := newFrame(docs, words, o)
	frame.Served = served
	err := writeData(out, `id="page"`, frame)
	for i := 0; err == nil && i < len(docs); i++ {
		err = writeData(out, `class="notice"`, newView(docs[i], o))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "<script>%s</script>\n</body>\n</html>\n", code)
	return out.Flush()
}

const head = `<!doctype html>
<html lang="%s">
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

// policy lets the page's own style and script run, by their hashes, and nothing be loaded; a page that is served
// talks to who serves it.
func policy(style, script string, served bool) string {
	rules := fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
		hash(script), hash(style))
	if served {
		rules += "; connect-src 'self'"
	}
	return rules
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
