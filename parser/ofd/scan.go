package ofd

import (
	"errors"

	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/parser/picture"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// imageObject is a ct_image (GB/T 33190, 10): its picture is the unit square, which its transformation makes as large as it is
// drawn, cut off at its boundary.
type imageObject struct {
	Boundary string `xml:"Boundary,attr"`
	CTM      string `xml:"CTM,attr"`
	Resource string `xml:"ResourceID,attr"`
	Visible  string `xml:"Visible,attr"`
}

// placed is a picture on a page, in points.
type placed struct {
	id            string // of its resource
	width, height float64
	upright       bool
}

// image adds a picture to the page.
func (s *sheet) image(o *imageObject) {
	m, box := place(o.CTM, o.Boundary)
	if hidden(o.Visible) || len(box) < 4 {
		return
	}
	i := placed{o.Resource, box[2] * point, box[3] * point, m.upright()}
	if s.pictures += i.width * i.height; i.width*i.height > s.largest.width*s.largest.height {
		s.largest = i
	}
}

// Shares of a page: what its pictures cover of a page that holds pictures only, and how much of its width and height one
// of them takes that is the page.
const (
	mostlyPictures = 0.5
	whole          = 0.85
)

// scanned reports a page that its pictures fill.
func (s *sheet) scanned() bool { return s.pictures > mostlyPictures*s.Width*s.Height }

// filled reports a page that one upright picture fills, which can be shown to an engine.
func (s *sheet) filled() bool {
	p := &s.largest
	return p.upright && p.width >= whole*s.Width && p.height >= whole*s.Height
}

// Why a page cannot be shown to an engine: nothing here draws pages.
var (
	errPieces = message.New("it is no single picture that fills it: print the file as a PDF")
	errAbsent = message.New("its picture is not in the file")
)

// scan lets the engine read page number, which holds no text that can be read. The error ends the reading.
func (r *reader) scan(doc *document, s *sheet, number int) error {
	if len(s.Glyphs) == 0 && !s.scanned() { // it is blank
		return nil
	}
	if r.unshown = r.unshown || !s.filled(); !r.scans.More() {
		return nil
	}
	if !s.filled() {
		r.scans.Fail(number, errPieces)
		return nil
	}
	name := doc.media[s.largest.id]
	if !doc.archive.has(name) {
		r.scans.Fail(number, errAbsent)
		return nil
	}
	data, err := doc.archive.bytes(name)
	if errors.Is(err, source.ErrLimit) {
		return err
	}
	var m ocr.Image
	if err == nil {
		m, err = picture.Page(data, s.largest.width/pointsPerInch, r.scans.Engine.Resolution())
	}
	if err != nil {
		r.scans.Fail(number, err)
		return nil
	}
	page, ok, err := r.scans.Page(number, m)
	if ok {
		r.pages[number-1] = page
		r.seen.Reread(number)
	}
	return err
}

const pointsPerInch = 72
