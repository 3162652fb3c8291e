package pdf

import (
	"errors"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/ocr"
)

// A page is drawn white, and dark where its characters are and nowhere else.
func TestRender(t *testing.T) {
	data := press.PDF(press.Print(blocks(), press.Style{}), press.PDFOptions{})
	s, err := open(leastFuel, "")
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	document := s.call("FPDF_LoadMemDocument64", s.load(data), uint64(len(data)), 0)
	page := s.read(document, 0)
	m, ok := s.render(document, 0, 150)
	if !ok || m.DPI != 150 || len(page.Glyphs) < 100 {
		t.Fatalf("%d characters, %v, %v", len(page.Glyphs), ok, errors.Join(s.err))
	}
	const scale = 150.0 / 72
	near := make([]bool, len(m.Pix))
	blank := 0
	for _, g := range page.Glyphs {
		dark := 0
		for y := int((g.Base - g.Em) * scale); y <= int((g.Base+0.3*g.Em)*scale); y++ {
			for x := int(g.X0*scale) - 2; x <= int(g.X1*scale)+2; x++ {
				near[y*m.Stride+x] = true
				if m.GrayAt(x, y).Y < 128 {
					dark++
				}
			}
		}
		if dark == 0 {
			blank++
		}
	}
	if blank > 0 {
		t.Errorf("nothing is drawn for %d of %d characters", blank, len(page.Glyphs))
	}
	for i, v := range m.Pix {
		if v < 128 && !near[i] {
			t.Fatalf("a dark pixel at %d, %d, where nothing stands", i%m.Stride, i/m.Stride)
		}
	}
}

// An engine is shown the pages without text only, in the resolution that it asks for.
func TestShown(t *testing.T) {
	data := press.PDF(press.Print(blocks(), press.Style{}), press.PDFOptions{})
	e := &ocr.Engine{DPI: 100, Recognize: func(ocr.Image) ([]ocr.Line, error) {
		t.Error("a page of text was shown to the engine")
		return nil, nil
	}}
	read(t, data, Options{Engine: e})
}
