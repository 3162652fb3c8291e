package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// scan is a page with a dark corner at its top left.
func scan(w, h int) *image.Gray {
	m := image.NewGray(image.Rect(0, 0, w, h))
	draw.Draw(m, m.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(8, 8, w/4, h/8), image.NewUniform(color.Gray{Y: 20}), image.Point{}, draw.Src)
	return m
}

func encoded(t testing.TB, f source.Format, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch f {
	case source.PNG:
		err = png.Encode(&b, m)
	case source.JPEG:
		err = jpeg.Encode(&b, m, nil)
	case source.TIFF:
		err = tiff.Encode(&b, m, nil)
	case source.BMP:
		err = bmp.Encode(&b, m)
	case source.GIF:
		err = gif.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const said = "一、培训护理人员。到2025年底前培训50人次。"

// reads is an engine that notes what it is shown.
func reads(shown *[]ocr.Image) *ocr.Engine {
	return &ocr.Engine{Name: "fake", DPI: 100, Recognize: func(m ocr.Image) ([]ocr.Line, error) {
		*shown = append(*shown, m)
		text := said
		if len(*shown) > 1 {
			text = "二、改造老旧管网。2026年底前，完成10公里。"
		}
		return []ocr.Line{{{Text: text, Box: ocr.Box{X0: 8, Y0: 8, X1: 208, Y1: 146}, Confidence: 0.9}}}, nil
	}}
}

func TestRead(t *testing.T) {
	for _, format := range []source.Format{source.PNG, source.JPEG, source.TIFF, source.BMP, source.GIF} {
		var shown []ocr.Image
		r, remarks, err := Read(&source.File{Format: format, Data: encoded(t, format, scan(827, 1169))}, Options{Engine: reads(&shown)})
		if err != nil || len(remarks) > 0 || string(r.Text) != said+"\n" || len(r.Recognized) != 1 || r.Recognized[0].Confidence != 0.9 {
			t.Errorf("%s: %+v, %v, %v", format, r, remarks, err)
		}
		if len(shown) != 1 || shown[0].DPI != 100 || shown[0].GrayAt(20, 20).Y > 60 || shown[0].GrayAt(800, 1100).Y < 200 {
			t.Errorf("%s: shown is another picture", format)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	data := encoded(t, source.PNG, scan(827, 1169))
	var unread *layout.UnreadableError
	if _, _, err := Read(&source.File{Format: source.PNG, Encoding: "png", Data: data}, Options{}); !errors.As(err, &unread) || unread.Code != schema.NoTextLayer {
		t.Errorf("without an engine: %v", err)
	}
	var shown []ocr.Image
	if _, _, err := Read(&source.File{Format: source.PNG, Data: data[:200]}, Options{Engine: reads(&shown)}); !errors.As(err, &unread) {
		t.Errorf("damaged: %v", err)
	}
	if _, _, err := Read(&source.File{Format: source.TIFF, Data: []byte("II*\x00\x08\x00\x00\x00")}, Options{Engine: reads(&shown)}); !errors.Is(err, ErrDamaged) {
		t.Errorf("no directory: %v", err)
	}
	pages, _ := layout.ParsePages("2")
	if _, _, err := Read(&source.File{Format: source.PNG, Data: data}, Options{Engine: reads(&shown), Pages: pages}); !errors.Is(err, layout.ErrNoSuchPage) {
		t.Errorf("no such page: %v", err)
	}
}

// two is a TIFF of two pages.
func two(t testing.TB) []byte {
	one := encoded(t, source.TIFF, scan(827, 1169))
	order, at, ok := tiffHeader(one)
	if !ok {
		t.Fatal("no TIFF")
	}
	count := int(order.Uint16(one[at:]))
	next := int(at) + 2 + 12*count
	directory := slices.Clone(one[at : next+4]) // again, behind the end: its pixels are the same
	order.PutUint32(one[next:], uint32(len(one)))
	return append(one, directory...)
}

// All pages of a TIFF are read; one that is damaged is an error, the others are read.
func TestReadPages(t *testing.T) {
	var shown []ocr.Image
	data := two(t)
	r, remarks, err := Read(&source.File{Format: source.TIFF, Data: data}, Options{Engine: reads(&shown)})
	if err != nil || len(remarks) > 0 || len(shown) != 2 || len(r.Pages) != 2 || len(r.Recognized) != 2 {
		t.Fatalf("%d pages, %v, %v", len(shown), remarks, err)
	}
	for i := len(data) - 60; i < len(data)-20; i++ {
		data[i] = 0xFF
	}
	r, remarks, err = Read(&source.File{Format: source.TIFF, Data: data}, Options{Engine: reads(&shown)})
	if err != nil || len(remarks) != 1 || remarks[0].Severity != schema.Error || len(r.Recognized) != 1 {
		t.Errorf("%v, %v", remarks, err)
	}
}

// Pages of a TIFF that its chain no longer leads to, and those behind the last one that is read, are errors.
func TestLostPages(t *testing.T) {
	var shown []ocr.Image
	data := two(t)
	r, remarks, err := Read(&source.File{Format: source.TIFF, Data: data[:len(data)-8]}, Options{Engine: reads(&shown)})
	if err != nil || len(remarks) != 1 || remarks[0].Severity != schema.Error || len(r.Recognized) != 1 {
		t.Errorf("a chain that breaks off: %v, %v", remarks, err)
	}
	one := len(data)
	order, at, _ := tiffHeader(data)
	size := one - int(order.Uint32(data[int(at)+2+12*int(order.Uint16(data[at:])):]))
	for range ocr.MostPages {
		order.PutUint32(data[len(data)-4:], uint32(len(data)))
		data = append(data, data[one-size:one]...)
	}
	clear(data[len(data)-4:])
	if pages, whole := directories(data); len(pages) != ocr.MostPages+1 || !whole {
		t.Errorf("%d pages, %v", len(pages), whole)
	}
}

// The eight orientations of EXIF: the first pixel of the file comes to stand where the tag says.
func TestOriented(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 3, 2))
	m.Pix[0] = 1
	for orientation, want := range map[int]image.Point{1: {0, 0}, 2: {2, 0}, 3: {2, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 2}, 8: {0, 2}} {
		if got := oriented(m, orientation); got.GrayAt(want.X, want.Y).Y != 1 {
			t.Errorf("orientation %d: %v", orientation, got)
		}
	}
}

// A photograph that a camera took on its side stands upright; JFIF and pHYs give the resolution.
func TestTags(t *testing.T) {
	photo := encoded(t, source.JPEG, scan(400, 300))
	exif := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"), 0, 0, 0, 0)
	segment := append([]byte{0xFF, 0xE1, 0, byte(len(exif) + 2)}, exif...)
	photo = slices.Concat(photo[:2], segment, photo[2:])
	if about := jpegTags(photo); about.orientation != 6 {
		t.Fatalf("%+v", about)
	}
	f := frame{data: photo}
	if m, err := f.decode(source.JPEG, 36); err != nil || m.Bounds().Dx() != 300 || m.GrayAt(290, 10).Y > 80 {
		t.Errorf("%v, %v", m.Bounds(), err)
	}
	jfif := []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x02\x00\x76\x00\x76\x00\x00")
	if about := jpegTags(jfif); math.Abs(float64(about.dpi-300)) > 1 {
		t.Errorf("%+v", about)
	}
	phys := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x09pHYs\x00\x00\x1e\xc2\x00\x00\x1e\xc2\x01\x00\x00\x00\x00")
	if about := pngTags(phys); about.dpi != 200 {
		t.Errorf("%+v", about)
	}
}

// A page is as large as its file says where that makes a page, else A4.
func TestResolution(t *testing.T) {
	for _, tt := range []struct{ w, h, says, want int }{
		{2480, 3508, 300, 300}, {2480, 3508, 0, 300}, {2480, 3508, 72, 300}, {3508, 2480, 0, 300}, {1654, 2339, 200, 200}, {1, 1, 0, 1},
	} {
		if got := resolution(image.Rect(0, 0, tt.w, tt.h), tags{dpi: tt.says}); math.Abs(float64(got-tt.want)) > 1 {
			t.Errorf("%+v: %d", tt, got)
		}
	}
}

// FuzzRead holds that any bytes that begin like a picture are read or refused, without a panic.
func FuzzRead(f *testing.F) {
	small := scan(64, 96)
	for i, format := range []source.Format{source.PNG, source.JPEG, source.TIFF, source.BMP, source.GIF} {
		f.Add(uint8(i), encoded(f, format, small))
	}
	f.Add(uint8(2), two(f))
	f.Add(uint8(5), []byte("RIFF\x00\x00\x00\x00WEBPVP8 "))
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		formats := []source.Format{source.PNG, source.JPEG, source.TIFF, source.BMP, source.GIF, source.WebP}
		var shown []ocr.Image
		format := formats[int(kind)%len(formats)]
		if size, err := codecOf(format).config(bytes.NewReader(data)); err == nil && size.Width*size.Height > 1<<20 {
			return // a fuzzer has no time for them
		}
		r, _, err := Read(&source.File{Format: format, Data: data}, Options{Engine: reads(&shown)})
		if (r == nil) != (err != nil) {
			t.Errorf("%v, %v", r, err)
		}
	})
}

// TestMostPixels: a picture that says it is larger is not decoded.
func TestMostPixels(t *testing.T) {
	data := encoded(t, source.PNG, scan(827, 1169))
	header := data[12:29] // IHDR
	binary.BigEndian.PutUint32(header[4:], 10_000)
	binary.BigEndian.PutUint32(header[8:], maxPixels/10_000+1)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(header))
	var shown []ocr.Image
	if _, _, err := Read(&source.File{Format: source.PNG, Data: data}, Options{Engine: reads(&shown)}); err == nil || !strings.Contains(err.Error(), errSize.Error()) || len(shown) > 0 {
		t.Errorf("%v, %d pictures", err, len(shown))
	}
}
