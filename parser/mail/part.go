package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"

	"github.com/policyx/policyx/parser/source"
)

// Bounds of a message.
const (
	mostParts = 2_000
	mostDepth = 8 // of multiparts within multiparts
)

// part is a leaf of a message.
type part struct {
	kind     string // media type: text/html
	name     string // of the file, "" where it has none
	id       string // Content-ID or Content-Location
	attached bool   // sent as a file, not shown with the text
	related  bool   // goes with a page: a picture, a style sheet
	choice   int    // above 0: one of several forms of the same text
	data     []byte
}

// walker collects the leaves of a message in their order.
type walker struct {
	parts   []part
	choices int
	rest    error // why the message is not read to its end
}

func (w *walker) walk(h header, body []byte, depth, choice int, related bool) {
	kind, params := value(orElse(h["content-type"], "text/plain"))
	if sub, ok := strings.CutPrefix(kind, "multipart/"); ok && params["boundary"] != "" {
		if depth >= mostDepth {
			w.rest = ErrCut
			return
		}
		if sub == "alternative" {
			w.choices++
			choice = w.choices
		}
		list, closed := pieces(body, params["boundary"])
		switch {
		case !closed && len(list) >= mostParts:
			w.rest = ErrCut
		case !closed && depth == 0:
			w.rest = ErrBroken
		}
		for n, piece := range list {
			inner, content := cutHeader(piece)
			w.walk(inner, content, depth+1, choice, related || sub == "related" && n > 0)
		}
		return
	}
	if len(w.parts) >= mostParts {
		w.rest = ErrCut
		return
	}
	disposition, more := value(h["content-disposition"])
	p := part{
		kind: kind, name: orElse(more["filename"], params["name"]), id: orElse(h["content-location"], strings.Trim(h["content-id"], "<>")),
		attached: disposition == "attachment", related: related, choice: choice,
		data: decoded(h["content-transfer-encoding"], body),
	}
	w.parts = append(w.parts, p)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// pieces cuts a body at the lines that are its boundary. One that is broken off ends with the body and is not closed.
func pieces(body []byte, boundary string) (out [][]byte, closed bool) {
	mark := []byte("--" + boundary)
	begin := -1
	for at := 0; at < len(body) && len(out) < mostParts; {
		end := bytes.IndexByte(body[at:], '\n')
		next := at + end + 1
		if end < 0 {
			next = len(body)
		}
		line := bytes.TrimRight(body[at:next], " \t\r\n")
		closing := bytes.Equal(line, append(mark[:len(mark):len(mark)], "--"...))
		if closing || bytes.Equal(line, mark) {
			if begin >= 0 {
				out = append(out, bytes.TrimSuffix(bytes.TrimSuffix(body[begin:at], []byte("\n")), []byte("\r")))
			}
			begin = next
			if closing {
				return out, true
			}
		}
		at = next
	}
	if begin >= 0 && begin < len(body) {
		out = append(out, body[begin:])
	}
	return out, false
}

// decoded undoes a Content-Transfer-Encoding. What is broken off gives what came before.
func decoded(encoding string, body []byte) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		clean := bytes.Map(func(r rune) rune {
			if r == '+' || r == '/' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
				return r
			}
			return -1
		}, body)
		out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
		n, _ := base64.RawStdEncoding.Decode(out, clean)
		return out[:n]
	case "quoted-printable":
		out, _ := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(body)))
		return out
	}
	return body
}

// reader decodes a charset for encoded words.
func reader(charset string, in io.Reader) (io.Reader, error) {
	data, err := io.ReadAll(in)
	return strings.NewReader(source.Decode(data, charset)), err
}
