package ofd

import (
	"encoding/xml"
	"errors"

	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
)

// document is one of the documents of a file.
type document struct {
	archive   *archive
	name      string // of its Document.xml
	width     float64
	height    float64
	templates map[string]string // part names by ID
	pages     []string          // part names in order
	media     map[string]string // part names of pictures, by ID
}

// Bounds of what is read.
const (
	maxDocuments = 100
	maxPages     = 5000
	maxObjects   = 400_000 // of one page
	maxLists     = 16      // of resources
)

// roots returns the documents that the file lists.
func (a *archive) roots() (out []string, err error) {
	err = a.walk("OFD.xml", func(d *xml.Decoder, e xml.StartElement) (bool, error) {
		if e.Name.Local != "DocRoot" {
			return true, nil
		}
		location, err := content(d, e)
		if location != "" && len(out) < maxDocuments {
			out = append(out, resolve("OFD.xml", location))
		}
		return true, err
	})
	return out, err
}

// open reads which pages a document has.
func (a *archive) open(name string) (*document, error) {
	doc := &document{archive: a, name: name, width: 210 * point, height: 297 * point, templates: map[string]string{}, media: map[string]string{}}
	var lists []string
	err := a.walk(name, func(d *xml.Decoder, e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "PublicRes", "DocumentRes":
			at, err := content(d, e)
			if at != "" && len(lists) < maxLists {
				lists = append(lists, resolve(name, at))
			}
			return true, err
		case "PhysicalBox":
			box, err := content(d, e)
			doc.size(box, &doc.width, &doc.height)
			return true, err
		case "TemplatePage":
			doc.templates[attr(e, "ID")] = resolve(name, attr(e, "BaseLoc"))
		case "Page":
			if at := attr(e, "BaseLoc"); at != "" && len(doc.pages) <= maxPages { // one more, which is told
				doc.pages = append(doc.pages, resolve(name, at))
			}
		}
		return true, nil
	})
	for _, list := range lists { // one that is damaged costs the pictures, and no text
		if err := doc.resources(list); errors.Is(err, source.ErrLimit) {
			return doc, err
		}
	}
	return doc, err
}

// size takes width and height of a box.
func (*document) size(box string, w, h *float64) {
	if v := numbers(box); len(v) >= 4 && v[2] > 1 && v[3] > 1 && v[2] < 20_000 && v[3] < 20_000 {
		*w, *h = v[2]*point, v[3]*point
	}
}

// sheet is a page being read.
type sheet struct {
	layout.Page
	pictures float64 // their area
	largest  placed
	objects  int
}

// page reads page n with its templates.
func (doc *document) page(n int) (*sheet, error) {
	s := &sheet{Page: layout.Page{Width: doc.width, Height: doc.height}}
	var templates []string
	err := doc.objects(s, doc.pages[n], func(id string) { templates = append(templates, id) })
	for _, id := range templates[:min(len(templates), 8)] {
		if name := doc.templates[id]; name != "" && err == nil {
			err = doc.objects(s, name, func(string) {})
		}
	}
	return s, err
}

// objects reads the objects of a page or template.
func (doc *document) objects(s *sheet, name string, template func(id string)) error {
	return doc.archive.walk(name, func(d *xml.Decoder, e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "PhysicalBox":
			box, err := content(d, e)
			doc.size(box, &s.Width, &s.Height)
			return true, err
		case "Template":
			template(attr(e, "TemplateID"))
		case "TextObject":
			o, err := decode[textObject](d, e)
			s.Glyphs = o.glyphs(s.Glyphs)
			s.objects++
			return s.objects < maxObjects, err
		case "PathObject":
			o, err := decode[pathObject](d, e)
			s.Rules = o.rules(s.Rules)
			s.objects++
			return s.objects < maxObjects, err
		case "ImageObject":
			o, err := decode[imageObject](d, e)
			s.image(&o)
			return true, err
		}
		return true, nil
	})
}
