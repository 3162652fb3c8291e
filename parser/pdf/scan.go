package pdf

import (
	"image"
	"math"

	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/schema/message"
)

// Bounds of the picture of one page. Drawing a scan takes up to 0.1 billion of fuel.
const (
	maxPixels  = 40_000_000
	renderFuel = 1_000_000_000
)

// Kinds of bitmaps and ways to draw, as fpdfview.h numbers them.
const (
	bitmapBGRx = 3
	white      = 0xFFFFFFFF
	redFirst   = 16 // FPDF_REVERSE_BYTE_ORDER
)

// render draws page n as an engine is to see it; false where it cannot be drawn.
func (s *session) render(document uint64, n, dpi int) (m ocr.Image, ok bool) {
	s.fuel.Set(s.fuel.Get() + renderFuel)
	page := s.call("FPDF_LoadPage", document, uint64(n))
	if page == 0 {
		return m, false
	}
	defer s.call("FPDF_ClosePage", page)
	w, h := s.real("FPDF_GetPageWidthF", page)/72, s.real("FPDF_GetPageHeightF", page)/72
	if !(w*h > 0) {
		return m, false
	}
	dpi = min(dpi, int(math.Sqrt(maxPixels/(w*h))))
	width, height := int(w*float64(dpi)), int(h*float64(dpi))
	if min(width, height) < 1 || max(width, height) > math.MaxInt16 {
		return m, false
	}
	bitmap := s.call("FPDFBitmap_CreateEx", uint64(width), uint64(height), bitmapBGRx, 0, 0)
	if bitmap == 0 {
		return m, false
	}
	defer s.call("FPDFBitmap_Destroy", bitmap)
	s.call("FPDFBitmap_FillRect", bitmap, 0, 0, uint64(width), uint64(height), white)
	s.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, uint64(width), uint64(height), 0, redFirst)
	stride := s.number("FPDFBitmap_GetStride", bitmap)
	pixels, ok := s.module.Memory().Read(uint32(s.call("FPDFBitmap_GetBuffer", bitmap)), uint32(stride*height))
	if s.err != nil || !ok || stride < 4*width {
		return m, false
	}
	drawn := &image.RGBA{Pix: pixels, Stride: stride, Rect: image.Rect(0, 0, width, height)}
	return ocr.Image{Gray: ocr.Gray(drawn), DPI: dpi}, true
}

// errDrawing is a page that the module cannot make a picture of.
var errDrawing = message.New("it could not be drawn")

// scan lets the engine read page i, which holds no text that can be read. The error ends the reading.
func (d *document) scan(handle uint64, i int) error {
	if !d.scans.More() {
		return nil
	}
	m, ok := d.session.render(handle, i, d.scans.Engine.Resolution())
	if d.session.err != nil {
		return nil // said by the caller
	}
	if !ok {
		d.scans.Fail(i+1, errDrawing)
		return nil
	}
	page, ok, err := d.scans.Page(i+1, m)
	if ok {
		d.pages[i] = page
		d.glyphs += len(page.Glyphs)
		d.seen.Reread(i + 1)
	}
	return err
}
