package mail

import (
	"bytes"
	"path"
	"strings"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// File is a file that a message holds.
type File struct {
	Name string // as the message calls it; never empty
	Body bool   // the message's own text, which may be a notice or a line about what is attached
	Data []byte

	Frame bool // a page within the saved page that is the first file
}

// ErrNoParts is a message without text and without files.
var ErrNoParts = message.New("is a message without text or files")

// ErrCut is what lies behind the bounds of a message.
var ErrCut = message.New("lies behind the 2,000 parts, or deeper than the 8 levels, that are read of a message")

// ErrBroken is the end of a message that is not there.
var ErrBroken = message.New("of the message is missing: it breaks off before its closing boundary")

// Read returns the files of a message: its own text first, in the best of its forms, then what is attached, in its
// order. Pictures and style sheets that only go with the text are left out. Of [source.MHTML], the page is the first file,
// and the frames within are the others. Lines that quote an earlier mail (> ) are left out of a text that has others.
// rest says why the message is not read to its end: [ErrCut], [ErrBroken]; nil where it is.
//
// It fails with [ErrNoParts].
func Read(format source.Format, data []byte) (files []File, rest, err error) {
	h, body := cutHeader(data)
	w := &walker{}
	w.walk(h, body, 0, 0, false)
	if format == source.MHTML {
		if root, ok := w.page(h); ok {
			return append([]File{{Name: "page.html", Body: true, Data: root.data}}, w.frames(root)...), w.rest, nil
		}
	}
	if text, ok := w.text(); ok {
		name := "body.txt"
		if text.kind == "text/html" {
			name = "body.html"
		}
		files = append(files, File{Name: name, Body: true, Data: text.own()})
	}
	for _, p := range w.parts {
		if name, ok := p.file(); ok {
			files = append(files, File{Name: name, Data: p.data})
		}
	}
	if files == nil {
		return nil, nil, ErrNoParts
	}
	return files, w.rest, nil
}

// page returns the root of a saved page: what its header names as start, else its first page.
func (w *walker) page(h header) (*part, bool) {
	_, params := value(h["content-type"])
	start := strings.Trim(params["start"], "<>")
	for i := range w.parts {
		if p := &w.parts[i]; start != "" && p.id == start {
			return p, true
		}
	}
	for i := range w.parts {
		if w.parts[i].page() {
			return &w.parts[i], true
		}
	}
	return nil, false
}

// frames are the pages beside the root of a saved page.
func (w *walker) frames(root *part) (out []File) {
	for i := range w.parts {
		if p := &w.parts[i]; p != root && p.page() {
			out = append(out, File{Name: "frame.html", Frame: true, Data: p.data})
		}
	}
	return out
}

// page reports a part that is a page.
func (p *part) page() bool { return p.kind == "text/html" || p.kind == "application/xhtml+xml" }

// own is the text without the lines that quote an earlier mail, all of it where there are no others.
func (p *part) own() []byte {
	if p.kind != "text/plain" {
		return p.data
	}
	var out []byte
	for line := range bytes.Lines(p.data) {
		if !bytes.HasPrefix(line, []byte(">")) {
			out = append(out, line...)
		}
	}
	if len(bytes.TrimSpace(out)) == 0 {
		return p.data
	}
	return out
}

// text returns the message's own text: the first part that is shown and no file, as a page where it has that form.
func (w *walker) text() (part, bool) {
	for i, p := range w.parts {
		if p.attached || p.name != "" || p.kind != "text/plain" && p.kind != "text/html" {
			continue
		}
		for _, other := range w.parts[i:] {
			if p.choice > 0 && other.choice == p.choice && other.kind == "text/html" {
				return other, true
			}
		}
		return p, true
	}
	return part{}, false
}

// file returns the name of a part that is a file.
func (p *part) file() (string, bool) {
	if p.kind == "message/rfc822" {
		return orElse(p.name, "message.eml"), true
	}
	if p.name == "" && !p.attached || p.related && !p.attached && !strings.HasPrefix(p.kind, "application/") {
		return "", false
	}
	if p.name == "" {
		return "attachment", true
	}
	return path.Base(strings.ReplaceAll(p.name, `\`, "/")), true
}
