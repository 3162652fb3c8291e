package ocr

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
)

// Engine reads pictures of pages.
type Engine struct {
	Name    string // tesseract, …: in the output
	Version string
	DPI     int // resolution that it reads best; 0 is 300

	// Recognize returns the lines of a page, in any order. It may be called from several goroutines at once. An
	// error that wraps context.Canceled ends the reading of the document; any other one is about this page.
	Recognize func(Image) ([]Line, error)
}

// Resolution is e.DPI within reason.
func (e *Engine) Resolution() int {
	if e.DPI == 0 {
		return 300
	}
	return min(max(e.DPI, 70), 600)
}

// Image is a page: black on white, upright.
type Image struct {
	*image.Gray
	DPI int
}

// PNG is the picture as a file.
func (m Image) PNG() []byte {
	var buf bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	_ = encoder.Encode(&buf, m.Gray) // a buffer takes everything
	return buf.Bytes()
}

// PGM is the picture as a file that is larger and made faster.
func (m Image) PGM() []byte {
	b := m.Bounds()
	out := fmt.Appendf(make([]byte, 0, b.Dx()*b.Dy()+32), "P5 %d %d 255\n", b.Dx(), b.Dy())
	for y := range b.Dy() {
		out = append(out, m.Pix[y*m.Stride:y*m.Stride+b.Dx()]...)
	}
	return out
}

// Line is a line of text: its words from left to right. An engine that knows no words gives a line as one.
type Line []Word

// Word is a stretch of text on one line, with or without spaces in it.
type Word struct {
	Text       string
	Box        Box
	Confidence float64 // 0 to 1
}

// Box is a place in the picture, in pixels; y grows downwards.
type Box struct{ X0, Y0, X1, Y1 float64 }

func (b Box) width() float64  { return b.X1 - b.X0 }
func (b Box) height() float64 { return b.Y1 - b.Y0 }
func (b Box) middle() float64 { return (b.Y0 + b.Y1) / 2 }

// within cuts the box at the edges of a picture.
func (b Box) within(w, h float64) Box {
	return Box{min(max(b.X0, 0), w), min(max(b.Y0, 0), h), min(max(b.X1, 0), w), min(max(b.Y1, 0), h)}
}
