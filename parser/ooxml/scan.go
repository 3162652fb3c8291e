package ooxml

import (
	"bytes"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// MaxDepth bounds the nesting of elements.
const MaxDepth = 500

// What ends the elements of a part early.
var (
	ErrDoctype = message.New("declares a document type")
	ErrDeep    = message.New("nests elements too deep")
	ErrOpen    = message.New("breaks off inside an element")
	ErrMarkup  = message.New("is not well-formed")
)

// Scanner reads XML element by element. Names are "prefix:local" with the prefix that
// is usual for the namespace, whatever the part calls it. An error ends the elements;
// it is kept for [Scanner.Err].
type Scanner struct {
	data  []byte
	at    int
	open  [][]byte // names of the open elements, as written
	empty bool     // the element just begun is <empty/>
	attrs []byte   // of the element just begun
	err   error

	prefixes map[string]string // as declared, by prefix: the usual one
	outer    []outer           // what the open elements declared anew
	names    map[string]string // as written: the usual name
}

// spaces are the namespaces that the reader knows, by what their names end in: the
// names of the transitional and the strict kind differ before it.
var spaces = []struct{ suffix, prefix string }{
	{"/wordprocessingml/main", "w"},
	{"/wordprocessingml/2006/main", "w"},
	{"/office/word/2003/wordml", "w"},
	{"/spreadsheetml/main", "x"},
	{"/spreadsheetml/2006/main", "x"},
	{"urn:schemas-microsoft-com:office:spreadsheet", "ss"},
	{"urn:schemas-microsoft-com:office:excel", "xl"},
	{"/markup-compatibility/2006", "mc"},
	{"/officeDocument/2006/math", "m"},
	{"/officeDocument/math", "m"},
	{"urn:schemas-microsoft-com:vml", "v"},
	{"/package/2006/relationships", "rel"},
}

func NewScanner(data []byte) *Scanner {
	return &Scanner{data: data, prefixes: map[string]string{}, names: map[string]string{}}
}

// Err returns what ended the elements before the end of the part, nil where nothing did.
func (x *Scanner) Err() error { return x.err }

// Root enters the outermost element and returns its name, "" where there is none.
func (x *Scanner) Root() string {
	for {
		switch kind, name := x.next(); kind {
		case start:
			return name
		case end:
			return ""
		}
	}
}

// Each calls f for each child of the element just begun, and leaves the element. f may
// read the child or leave it be.
func (x *Scanner) Each(f func(name string)) {
	depth := len(x.open)
	for {
		switch kind, name := x.next(); {
		case kind == start:
			within := len(x.open)
			f(name)
			x.leave(within)
		case kind == end && len(x.open) < depth, x.err != nil:
			return
		}
	}
}

// leave skips the rest of the element that opened at a depth, if it is still open.
func (x *Scanner) leave(depth int) {
	for len(x.open) >= depth && x.err == nil {
		x.next()
	}
}

// Text returns the text of the element just begun, its children's left aside.
func (x *Scanner) Text() string { return x.characters(false) }

// Content returns the text of the element just begun and of all within it.
func (x *Scanner) Content() string { return x.characters(true) }

func (x *Scanner) characters(deep bool) string {
	depth := len(x.open)
	var out strings.Builder
	for x.err == nil {
		switch kind, s := x.next(); kind {
		case chars:
			if deep || len(x.open) == depth {
				out.WriteString(s)
			}
		case end:
			if len(x.open) < depth {
				return out.String()
			}
		}
	}
	return out.String()
}

type kind uint8

const (
	start kind = iota
	end
	chars
)

// next returns the next piece: a start with its name, an end, or text.
func (x *Scanner) next() (kind, string) {
	if x.empty {
		x.empty = false
		x.close()
		return end, ""
	}
	for x.err == nil {
		rest := x.data[x.at:]
		switch {
		case len(rest) == 0:
			if x.err = ErrOpen; len(x.open) == 0 {
				x.err = ErrMarkup
			}
		case rest[0] != '<':
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			x.at += n
			if len(x.open) > 0 {
				return chars, unescape(rest[:n])
			}
		case bytes.HasPrefix(rest, []byte("<!--")):
			x.skip(4, "-->")
		case bytes.HasPrefix(rest, []byte("<?")):
			x.skip(2, "?>")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			if s := x.skip(9, "]]>"); len(x.open) > 0 {
				return chars, string(s)
			}
		case bytes.HasPrefix(rest, []byte("<!")):
			x.err = ErrDoctype
		case bytes.HasPrefix(rest, []byte("</")):
			return end, x.endTag()
		default:
			return start, x.startTag()
		}
	}
	return end, ""
}

// skip passes over a piece of markup and returns what it holds.
func (x *Scanner) skip(lead int, close string) []byte {
	rest := x.data[x.at+lead:]
	n := bytes.Index(rest, []byte(close))
	if n < 0 {
		x.err = ErrOpen
		return nil
	}
	x.at += lead + n + len(close)
	return rest[:n]
}

func (x *Scanner) endTag() string {
	name := bytes.TrimSpace(x.skip(2, ">"))
	if n := len(x.open); x.err == nil && (n == 0 || !bytes.Equal(x.open[n-1], name)) {
		x.err = ErrMarkup
	} else if n > 0 {
		x.close()
	}
	return ""
}

func (x *Scanner) startTag() string {
	rest := x.data[x.at+1:]
	n := tagEnd(rest)
	if n < 0 {
		x.err = ErrOpen
		return ""
	}
	x.at += n + 2
	tag := rest[:n]
	if n > 0 && tag[n-1] == '/' {
		x.empty, tag = true, tag[:n-1]
	}
	word := nameEnd(tag)
	if word == 0 {
		x.empty, x.err = false, ErrMarkup
		return ""
	}
	if len(x.open) >= MaxDepth {
		x.empty, x.err = false, ErrDeep
		return ""
	}
	x.open, x.attrs = append(x.open, tag[:word]), tag[word:]
	if bytes.Contains(x.attrs, []byte("xmlns")) {
		x.declare()
	}
	return x.name(tag[:word])
}

// tagEnd finds the > that ends a tag; one within quotes does not.
func tagEnd(s []byte) int {
	quote := byte(0)
	for i, c := range s {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i
		case c == '"' || c == '\'':
			quote = c
		}
	}
	return -1
}

func nameEnd(s []byte) int {
	for i, c := range s {
		if c <= ' ' || c == '/' || c == '=' {
			return i
		}
	}
	return len(s)
}

// mostNames bounds the names that are remembered; a document has some hundred.
const mostNames = 5000

// name is the usual name for one as written.
func (x *Scanner) name(written []byte) string {
	if name, ok := x.names[string(written)]; ok {
		return name
	}
	name := string(written)
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
	}
	if usual, known := x.prefixes[prefix]; known {
		name = usual + ":" + local
	}
	if len(x.names) < mostNames {
		x.names[string(written)] = name
	}
	return name
}
