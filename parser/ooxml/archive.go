package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// Bounds of an archive.
const (
	MaxParts     = 5000
	MaxPart      = 32 << 20  // bytes of XML in one part
	maxTotal     = 256 << 20 // bytes of XML in all parts that are read
	maxRatio     = 200       // of a part's size to its size in the archive
	ratioMatters = 1 << 20   // smaller parts may have any ratio
)

// Kind is a kind of document, as errors call it.
type Kind struct {
	name   string
	remedy string // for one that is too large
}

// The kinds of documents.
var (
	WordDocument = Kind{name: "Word document", remedy: "divide it into several, or print it as a PDF"}
	Workbook     = Kind{name: "workbook", remedy: "save the sheets that belong to the notice as csv, or as a workbook of their own"}
)

// DamagedError is a file that is no whole document of its kind.
type DamagedError struct {
	Kind   Kind   // what it should be
	Part   string // of the archive; "" for the archive itself
	Reason error
}

func (e *DamagedError) Error() string {
	if e.Part == "" {
		return fmt.Sprintf("is a damaged %s: %v", e.Kind.name, e.Reason)
	}
	return fmt.Sprintf("is a damaged %s: %s: %v", e.Kind.name, e.Part, e.Reason)
}

func (e *DamagedError) Unwrap() error { return e.Reason }

// Archive is the ZIP archive that a document is.
type Archive struct {
	kind  Kind
	parts map[string]*zip.File
	left  int // bytes of XML that may still be read
}

// Open opens a document of a kind. It fails with a [DamagedError], with a [source.LimitError]
// for one of too many parts.
func Open(data []byte, kind Kind) (*Archive, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > MaxParts {
		return nil, kind.beyond("has more than %d parts", MaxParts)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &DamagedError{Kind: kind, Reason: err}
	}
	a := &Archive{kind: kind, left: maxTotal, parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := partName(f.Name)
		if a.parts[name] == nil {
			a.parts[name] = f
		}
	}
	return a, nil
}

// beyond is the error for a document that is larger than what is read of one.
func (k Kind) beyond(format string, args ...any) error {
	return &source.LimitError{Limit: message.Sprintf(format, args...), Remedy: k.remedy}
}

// Damaged is the error for a part that is not what it should be, for a document where part
// is "".
func (a *Archive) Damaged(part string, reason error) error {
	return &DamagedError{Kind: a.kind, Part: part, Reason: reason}
}

// partName is the form in which names are compared: no slash before it, no difference
// between small and capital letters (ISO/IEC 29500-2, 6.2.2.3).
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Read returns the XML of a part in UTF-8, nil where the archive has no such part. It fails with a
// [DamagedError], with a [source.LimitError] for a part that is too large.
func (a *Archive) Read(name string) ([]byte, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, nil
	}
	damaged := func(err error) error { return a.Damaged(name, err) }
	if f.UncompressedSize64 > MaxPart {
		return nil, a.kind.beyond("%s unpacks to more than %d MiB", name, MaxPart>>20)
	}
	if f.UncompressedSize64 > ratioMatters && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
		return nil, a.kind.beyond("%s is packed more than %d times, as no document is", name, maxRatio)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	if err != nil {
		return nil, damaged(err)
	}
	if len(data) > MaxPart {
		return nil, a.kind.beyond("%s unpacks to more than %d MiB", name, MaxPart>>20)
	}
	if a.left -= len(data); a.left < 0 {
		return nil, a.kind.beyond("the parts up to %s unpack to more than %d MiB", name, maxTotal>>20)
	}
	return toUTF8(data), nil
}

// Scan gives a scanner at the start of a part to read. It reports false where the archive
// has no such part, and fails as [Archive.Read] does.
func (a *Archive) Scan(name string, read func(*Scanner)) (bool, error) {
	data, err := a.Read(name)
	if data == nil || err != nil {
		return false, err
	}
	x := NewScanner(data)
	if read(x); x.err != nil {
		return true, a.Damaged(name, x.err)
	}
	return true, nil
}

// toUTF8 decodes the other encoding that XML parts may have.
func toUTF8(data []byte) []byte {
	if bytes.HasPrefix(data, []byte("\xfe\xff")) || bytes.HasPrefix(data, []byte("\xff\xfe")) {
		if out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data); err == nil {
			return out
		}
	}
	return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
}
