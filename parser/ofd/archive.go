package ofd

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// Bounds of an archive.
const (
	maxParts = 20_000
	maxPart  = 32 << 20  // bytes of one part, unpacked
	maxTotal = 192 << 20 // bytes of all parts that are read
	maxDepth = 64        // of elements
)

// ErrDamaged is an archive without the parts that an OFD file has, or with broken ones.
var ErrDamaged = message.New("is a damaged OFD file")

// beyond is the error for a file that is larger than what is read of one.
func beyond(format string, args ...any) error {
	return &source.LimitError{Limit: message.Sprintf(format, args...), Remedy: "print the pages that belong to the notice as a PDF"}
}

// damaged is the error for a part that could not be read, for one that is too large what says so.
func damaged(name string, err error) error {
	if errors.Is(err, source.ErrLimit) {
		return err
	}
	return message.Errorf("%w: %s: %w", ErrDamaged, name, err)
}

// archive gives the parts of a file by name.
type archive struct {
	parts map[string]*zip.File // by lower-case name without leading slash
	left  int64                // bytes that may still be unpacked
}

func openArchive(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, message.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(z.File) > maxParts {
		return nil, beyond("has more than %d parts", maxParts)
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File)), left: maxTotal}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, source.ErrEncrypted
		}
		if key := clean(f.Name); a.parts[key] == nil {
			a.parts[key] = f
		}
	}
	return a, nil
}

// clean is the name under which a part is kept.
func clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// resolve is the name of a part that the part from refers to.
func resolve(from, location string) string {
	location = strings.ReplaceAll(strings.TrimSpace(location), `\`, "/")
	if strings.HasPrefix(location, "/") {
		return clean(location)
	}
	return clean(path.Join(path.Dir(from), location))
}

func (a *archive) has(name string) bool { return a.parts[clean(name)] != nil }

// walk gives the elements of a part to visit, until that returns false. The decoder stands
// behind the start of the element.
func (a *archive) walk(name string, visit func(d *xml.Decoder, e xml.StartElement) (bool, error)) error {
	f := a.parts[clean(name)]
	if f == nil {
		return message.Errorf("%w: %s is missing", ErrDamaged, name)
	}
	r, err := f.Open()
	if err != nil {
		return damaged(name, err)
	}
	defer r.Close()
	d := xml.NewDecoder(a.counter(name, r))
	d.CharsetReader = charset
	depth := 0
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return damaged(name, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return message.Errorf("%w: %s: nested too deeply", ErrDamaged, name)
			}
			before := d.InputOffset()
			goOn, err := visit(d, t)
			if err != nil {
				return damaged(name, err)
			}
			if !goOn {
				return nil
			}
			if d.InputOffset() != before { // visit read the element to its end
				depth--
			}
		case xml.EndElement:
			depth--
		}
	}
}

func charset(label string, input io.Reader) (io.Reader, error) {
	e, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(input), nil
}

// counter ends a part that is larger than it may be.
type counter struct {
	r     io.Reader
	name  string
	part  int64
	total *int64
}

func (a *archive) counter(name string, r io.Reader) *counter {
	return &counter{r: r, name: name, part: maxPart, total: &a.left}
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.part -= int64(n)
	*c.total -= int64(n)
	if c.part < 0 {
		return 0, beyond("%s unpacks to more than %d MiB", c.name, maxPart>>20)
	}
	if *c.total < 0 {
		return 0, beyond("the parts up to %s unpack to more than %d MiB", c.name, maxTotal>>20)
	}
	return n, err
}

// attr is the value of an attribute, "" where there is none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// content is the text of the element that the decoder stands in.
func content(d *xml.Decoder, e xml.StartElement) (string, error) {
	var s string
	err := d.DecodeElement(&s, &e)
	return strings.TrimSpace(s), err
}
