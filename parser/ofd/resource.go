package ofd

import (
	"encoding/xml"
	"io"
	"path"

	"github.com/policyx/policyx/schema/message"
)

// maxResources bounds how many pictures a document lists.
const maxResources = 20_000

// resources reads which pictures a part lists (GB/T 33190, 7.9): the names of their parts by ID.
func (doc *document) resources(name string) error {
	base := path.Dir(name)
	id := ""
	return doc.archive.walk(name, func(d *xml.Decoder, e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "Res":
			if at := attr(e, "BaseLoc"); at != "" {
				base = resolve(name, at)
			}
		case "MultiMedia":
			id = attr(e, "ID")
		case "MediaFile":
			file, err := content(d, e)
			if id != "" && file != "" && len(doc.media) < maxResources {
				doc.media[id] = resolve(base+"/-", file)
			}
			return true, err
		}
		return true, nil
	})
}

// bytes unpacks a part.
func (a *archive) bytes(name string) ([]byte, error) {
	f := a.parts[clean(name)]
	if f == nil {
		return nil, message.Errorf("%w: %s is missing", ErrDamaged, name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name, err)
	}
	defer r.Close()
	return io.ReadAll(a.counter(name, r))
}
