package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"

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

// DamagedError is a file that is no whole document of its kind.
type DamagedError struct {
	Kind   string // what it should be: "Word document", "workbook"
	Part   string // of the archive; "" for the archive itself
	Reason error
}

func (e *DamagedError) Error() string {
	if e.Part == "" {
		return fmt.Sprintf("is a damaged %s: %v", e.Kind, e.Reason)
	}
	return fmt.Sprintf("is a damaged %s: %s: %v", e.Kind, e.Part, e.Reason)
}

func (e *DamagedError) Unwrap() error { return e.Reason }

// ErrBomb is an archive made to exhaust the memory: too many parts, or a part too large.
var ErrBomb = message.New("exceeds the bounds of a document")

// Archive is the ZIP archive that a document is.
type Archive struct {
	kind  string
	parts map[string]*zip.File
	left  int // bytes of XML that may still be read
}

// Open opens a document of a kind, which is what errors call it: "Word document". It fails
// with a [DamagedError].
func Open(data []byte, kind string) (*Archive, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > MaxParts {
		return nil, &DamagedError{Kind: kind, Reason: message.Errorf("%w: more than %d parts", ErrBomb, MaxParts)}
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

// Read returns the XML of a part in UTF-8, nil where the archive has no such part.
func (a *Archive) Read(name string) ([]byte, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, nil
	}
	damaged := func(err error) error { return a.Damaged(name, err) }
	if f.UncompressedSize64 > MaxPart {
		return nil, damaged(message.Errorf("%w: larger than %d MiB", ErrBomb, MaxPart>>20))
	}
	if f.UncompressedSize64 > ratioMatters && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
		return nil, damaged(message.Errorf("%w: compressed more than %d times", ErrBomb, maxRatio))
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
		return nil, damaged(message.Errorf("%w: larger than %d MiB", ErrBomb, MaxPart>>20))
	}
	if a.left -= len(data); a.left < 0 {
		return nil, damaged(message.Errorf("%w: its parts are larger than %d MiB", ErrBomb, maxTotal>>20))
	}
	return toUTF8(data), nil
}

// Scan gives a scanner at the start of a part to read. It reports false where the archive
// has no such part, and fails with a [DamagedError] where the part is broken.
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
