package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/draw"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"

	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// maxPixels bounds what is decoded of one page: A3 at 600 dpi.
const maxPixels = 80_000_000

var errSize = message.Errorf("it has more than %d million pixels", maxPixels/1_000_000)

// errBroken is a frame that is not reached.
var errBroken = message.New("the file is damaged there")

var errDecode = message.New("it cannot be decoded")

// codec decodes a format.
type codec struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

func codecOf(f source.Format) codec {
	switch f {
	case source.PNG:
		return codec{png.DecodeConfig, png.Decode}
	case source.JPEG:
		return codec{jpeg.DecodeConfig, jpeg.Decode}
	case source.TIFF:
		return codec{tiff.DecodeConfig, tiff.Decode}
	case source.GIF:
		return codec{gif.DecodeConfig, gif.Decode}
	case source.WebP:
		return codec{webp.DecodeConfig, webp.Decode}
	}
	return codec{bmp.DecodeConfig, bmp.Decode}
}

// frame is one page of a file.
type frame struct {
	data []byte // the file
	at   uint32 // where the directory of a TIFF stands
	tags tags
}

// decode returns the page in gray, upright as it was taken, at about the resolution that is wanted.
func (f *frame) decode(format source.Format, dpi int) (ocr.Image, error) {
	gray, about, err := f.gray(format)
	if err != nil {
		return ocr.Image{}, err
	}
	return scaled(gray, resolution(gray.Bounds(), about), dpi), nil
}

// gray returns the page in gray, upright as it was taken, and what its file says of it. What the decoders of others cannot
// bear is an error.
func (f *frame) gray(format source.Format) (m *image.Gray, about tags, err error) {
	defer func() {
		if recover() != nil {
			err = errDecode
		}
	}()
	data := f.data
	if format == source.TIFF {
		data = f.file()
	}
	c := codecOf(format)
	size, err := c.config(bytes.NewReader(data))
	if err != nil || size.Width < 1 || size.Height < 1 {
		return nil, about, cause(err)
	}
	if size.Width > maxPixels/size.Height {
		return nil, about, errSize
	}
	picture, err := c.decode(bytes.NewReader(data))
	if err != nil {
		return nil, about, cause(err)
	}
	about = f.tags
	switch format {
	case source.JPEG:
		about = jpegTags(f.data)
	case source.PNG:
		about = pngTags(f.data)
	}
	return oriented(onPaper(picture), about.orientation), about, nil
}

// Page decodes a picture that a document of another format holds, which fills a page of the given width in inches, at
// about the resolution that is wanted.
func Page(data []byte, width float64, dpi int) (ocr.Image, error) {
	f, _, err := source.Open("", data, source.Options{})
	if err != nil || !f.Format.Picture() {
		return ocr.Image{}, errDecode
	}
	one := frame{data: data}
	if f.Format == source.TIFF {
		pages, _ := directories(data)
		if len(pages) == 0 {
			return ocr.Image{}, errDecode
		}
		one = pages[0]
	}
	gray, _, err := one.gray(f.Format)
	if err != nil {
		return ocr.Image{}, err
	}
	return scaled(gray, max(1, int(float64(gray.Bounds().Dx())/width+0.5)), dpi), nil
}

func cause(err error) error {
	var unsupported tiff.UnsupportedError
	if errors.As(err, &unsupported) {
		return message.Errorf("it is a TIFF with %s, which is not read", string(unsupported))
	}
	return errDecode
}

// onPaper is the picture as an engine is to see it, on white where it is transparent.
func onPaper(m image.Image) *image.Gray {
	b := m.Bounds()
	at := image.Rect(0, 0, b.Dx(), b.Dy())
	on := func(out draw.Image) {
		draw.Draw(out, at, image.NewUniform(color.White), image.Point{}, draw.Src)
		draw.Draw(out, at, m, b.Min, draw.Over)
	}
	if _, ok := m.(*image.Gray); ok {
		out := image.NewGray(at)
		on(out)
		return out
	}
	out := image.NewRGBA(at)
	on(out)
	return ocr.Gray(out)
}

// oriented turns and mirrors the picture as the tag Orientation of TIFF and EXIF says: 1 to 8 is where its first
// row and column are to stand.
func oriented(m *image.Gray, orientation int) *image.Gray {
	if orientation < 2 || orientation > 8 {
		return m
	}
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	if orientation > 4 {
		out = image.NewGray(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			u, v := x, y
			switch orientation {
			case 2:
				u = w - 1 - x
			case 3:
				u, v = w-1-x, h-1-y
			case 4:
				v = h - 1 - y
			case 5:
				u, v = y, x
			case 6:
				u, v = h-1-y, x
			case 7:
				u, v = h-1-y, w-1-x
			case 8:
				u, v = y, w-1-x
			}
			out.Pix[v*out.Stride+u] = m.Pix[y*m.Stride+x]
		}
	}
	return out
}

// What a page measures, in inches: A4, and what a file may say without being doubted.
const (
	a4Width, a4Height   = 8.27, 11.69
	leastSide, mostSide = 4, 24
)

// resolution is what the file says where that makes a page; else the page is taken for A4.
func resolution(b image.Rectangle, about tags) int {
	short, long := min(b.Dx(), b.Dy()), max(b.Dx(), b.Dy())
	if about.dpi > 0 && short >= leastSide*about.dpi && long <= mostSide*about.dpi {
		return about.dpi
	}
	if b.Dx() > b.Dy() {
		return max(1, int(float64(b.Dx())/a4Height+0.5))
	}
	return max(1, int(float64(b.Dx())/a4Width+0.5))
}

// near is by which ratio a resolution may differ from the one that is wanted.
const near = 1.3

// scaled brings a page to about the resolution that is wanted.
func scaled(m *image.Gray, dpi, want int) ocr.Image {
	ratio := float64(want) / float64(dpi)
	w, h := float64(m.Bounds().Dx())*ratio, float64(m.Bounds().Dy())*ratio
	if ratio < near && ratio > 1/near || w < 1 || h < 1 || w*h > maxPixels {
		return ocr.Image{Gray: m, DPI: dpi}
	}
	out := image.NewGray(image.Rect(0, 0, int(w), int(h)))
	draw.BiLinear.Scale(out, out.Bounds(), m, m.Bounds(), draw.Src, nil)
	return ocr.Image{Gray: out, DPI: want}
}
