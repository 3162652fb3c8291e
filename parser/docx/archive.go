package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// Bounds of an archive.
const (
	maxParts     = 5000
	maxPart      = 32 << 20 // bytes of XML in one part
	maxRatio     = 200      // of a part's size to its size in the archive
	ratioMatters = 1 << 20  // smaller parts may have any ratio
)

// DamagedError is a file that is no whole Word document.
type DamagedError struct {
	Part   string // of the archive; "" for the archive itself
	Reason error
}

func (e *DamagedError) Error() string {
	if e.Part == "" {
		return fmt.Sprintf("is a damaged Word document: %v", e.Reason)
	}
	return fmt.Sprintf("is a damaged Word document: %s: %v", e.Part, e.Reason)
}

func (e *DamagedError) Unwrap() error { return e.Reason }

// ErrBomb is an archive made to exhaust the memory: too many parts, or a part too large.
var ErrBomb = errors.New("exceeds the bounds of a document")

// archive is the ZIP archive that a document is.
type archive struct{ parts map[string]*zip.File }

func openArchive(data []byte) (*archive, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > maxParts {
		return nil, &DamagedError{Reason: fmt.Errorf("%w: more than %d parts", ErrBomb, maxParts)}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &DamagedError{Reason: err}
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := partName(f.Name)
		if a.parts[name] == nil {
			a.parts[name] = f
		}
	}
	return a, nil
}

// partName is the form in which names are compared: no slash before it, no difference
// between small and capital letters (ISO/IEC 29500-2, 6.2.2.3).
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// read returns the XML of a part in UTF-8, nil where the archive has no such part.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, nil
	}
	damaged := func(err error) error { return &DamagedError{Part: name, Reason: err} }
	if f.UncompressedSize64 > maxPart {
		return nil, damaged(fmt.Errorf("%w: larger than %d MiB", ErrBomb, maxPart>>20))
	}
	if f.UncompressedSize64 > ratioMatters && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
		return nil, damaged(fmt.Errorf("%w: compressed more than %d times", ErrBomb, maxRatio))
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, damaged(err)
	}
	if len(data) > maxPart {
		return nil, damaged(fmt.Errorf("%w: larger than %d MiB", ErrBomb, maxPart>>20))
	}
	return toUTF8(data), nil
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

// relations are the parts that a part refers to, by the last word of the relation's
// type: styles, numbering, footnotes …
type relations map[string]string

// relations reads the references of a part; "" is the archive itself.
func (a *archive) relations(part string) (relations, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	data, err := a.read(name)
	if data == nil || err != nil {
		return nil, err
	}
	out := relations{}
	x := newScanner(data)
	x.root()
	x.each(func(string) {
		if strings.EqualFold(x.attr("TargetMode"), "External") {
			return
		}
		target := x.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		if kind := path.Base(x.attr("Type")); out[kind] == "" {
			out[kind] = strings.TrimPrefix(target, "/")
		}
	})
	if x.err != nil {
		return nil, &DamagedError{Part: name, Reason: x.err}
	}
	return out, nil
}
