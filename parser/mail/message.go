package mail

import (
	"errors"
	"path"
	"strings"

	"github.com/policyx/policyx/parser/source"
)

// File is a file that a message holds.
type File struct {
	Name string // as the message calls it; never empty
	Body bool   // the message's own text, which may be a notice or a line about what is attached
	Data []byte
}

// ErrNoParts is a message without text and without files.
var ErrNoParts = errors.New("is a message without text or files")

// ErrCut is what lies behind the bounds of a message.
var ErrCut = errors.New("lies behind the 2,000 parts, or deeper than the 8 levels, that are read of a message")

// Read returns the files of a message: its own text first, in the best of its forms, then what is attached, in its
// order. Pictures and style sheets that only go with the text are left out. Of [source.MHTML], the page is the one file.
// whole is false where the message has more parts than are taken of one.
//
// It fails with [ErrNoParts].
func Read(format source.Format, data []byte) (files []File, whole bool, err error) {
	h, body := cutHeader(data)
	w := &walker{}
	w.walk(h, body, 0, 0, false)
	if format == source.MHTML {
		if root, ok := w.page(h); ok {
			return []File{{Name: "page.html", Body: true, Data: root}}, !w.cut, nil
		}
	}
	if text, ok := w.text(); ok {
		name := "body.txt"
		if text.kind == "text/html" {
			name = "body.html"
		}
		files = append(files, File{Name: name, Body: true, Data: text.data})
	}
	for _, p := range w.parts {
		if name, ok := p.file(); ok {
			files = append(files, File{Name: name, Data: p.data})
		}
	}
	if files == nil {
		return nil, true, ErrNoParts
	}
	return files, !w.cut, nil
}

// page returns the root of a saved page: what its header names as start, else its first page.
func (w *walker) page(h header) ([]byte, bool) {
	_, params := value(h["content-type"])
	start := strings.Trim(params["start"], "<>")
	for _, p := range w.parts {
		if start != "" && p.id == start {
			return p.data, true
		}
	}
	for _, p := range w.parts {
		if p.kind == "text/html" || p.kind == "application/xhtml+xml" {
			return p.data, true
		}
	}
	return nil, false
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
