package picture

import (
	"bytes"
	"encoding/binary"
	"math"

	"github.com/policyx/policyx/parser/ocr"
)

// tags is what a file says of its picture; zero where it says nothing.
type tags struct {
	orientation int // 1 to 8, see oriented
	dpi         int
}

// Tags of TIFF 6.0, and of EXIF, which has its form.
const (
	tagOrientation = 274
	tagXResolution = 282
	tagUnit        = 296

	unitCentimetre = 3
)

// directories are the pages of a TIFF, one for each directory of its chain, up to the first page that is one too many. whole
// is false where the chain leads out of the file.
func directories(data []byte) (out []frame, whole bool) {
	order, at, ok := tiffHeader(data)
	seen := map[uint32]bool{}
	for ok && at != 0 && !seen[at] && len(out) <= ocr.MostPages {
		seen[at] = true
		about, next, ok := directory(data, order, at)
		if !ok {
			return out, false
		}
		out = append(out, frame{data, at, about})
		at = next
	}
	return out, ok
}

// file is a file that begins with the page.
func (f *frame) file() []byte {
	order, first, ok := tiffHeader(f.data)
	if !ok || f.at == first {
		return f.data
	}
	page := bytes.Clone(f.data)
	order.PutUint32(page[4:], f.at)
	return page
}

// tiffHeader returns the order of bytes and where the first directory stands.
func tiffHeader(data []byte) (order binary.ByteOrder, at uint32, ok bool) {
	if len(data) < 8 {
		return nil, 0, false
	}
	switch string(data[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return nil, 0, false
	}
	return order, order.Uint32(data[4:]), true
}

// directory reads the tags at a place, and where the next directory stands.
func directory(data []byte, order binary.ByteOrder, at uint32) (t tags, next uint32, ok bool) {
	const entry = 12
	if uint64(at)+2 > uint64(len(data)) {
		return t, 0, false
	}
	count := uint64(order.Uint16(data[at:]))
	end := uint64(at) + 2 + entry*count
	if end+4 > uint64(len(data)) {
		return t, 0, false
	}
	unit := 0
	for i := range count {
		e := data[uint64(at)+2+entry*i:]
		value := order.Uint16(e[8:])
		switch order.Uint16(e) {
		case tagOrientation:
			t.orientation = int(value)
		case tagUnit:
			unit = int(value)
		case tagXResolution:
			t.dpi = ratio(data, order, order.Uint32(e[8:]))
		}
	}
	if unit == unitCentimetre {
		t.dpi = int(math.Round(float64(t.dpi) * 2.54))
	}
	return t, order.Uint32(data[end:]), true
}

// mostDPI is beyond what any scanner does.
const mostDPI = 10_000

// ratio reads a rational number at a place, 0 where it is none of a resolution.
func ratio(data []byte, order binary.ByteOrder, at uint32) int {
	if uint64(at)+8 > uint64(len(data)) {
		return 0
	}
	a, b := order.Uint32(data[at:]), order.Uint32(data[at+4:])
	if b == 0 || a/b > mostDPI {
		return 0
	}
	return int(a / b)
}

// jpegTags reads the segments of JFIF and EXIF that stand before the picture.
func jpegTags(data []byte) (t tags) {
	const head = 4 // marker and length
	for at := 2; at+head <= len(data) && data[at] == 0xFF && data[at+1] >= 0xE0; {
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + length
		if length < 2 || end > len(data) {
			break
		}
		body := data[at+head : end]
		if rest, ok := bytes.CutPrefix(body, []byte("JFIF\x00")); ok && len(rest) >= 5 {
			t.dpi = int(binary.BigEndian.Uint16(rest[3:]))
			switch rest[2] {
			case 2: // a centimetre
				t.dpi = int(math.Round(float64(t.dpi) * 2.54))
			case 1: // an inch
			default:
				t.dpi = 0
			}
		}
		if rest, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok {
			if order, first, ok := tiffHeader(rest); ok {
				about, _, _ := directory(rest, order, first)
				t.orientation = about.orientation
				if t.dpi == 0 {
					t.dpi = about.dpi
				}
			}
		}
		at = end
	}
	return t
}

// pngTags reads the chunk pHYs: pixels a metre.
func pngTags(data []byte) (t tags) {
	for at := 8; at+12 <= len(data); {
		length := int(binary.BigEndian.Uint32(data[at:]))
		if length > len(data)-at-12 || string(data[at+4:at+8]) == "IDAT" {
			break
		}
		if body := data[at+8 : at+8+length]; string(data[at+4:at+8]) == "pHYs" && length == 9 && body[8] == 1 {
			t.dpi = int(math.Round(float64(binary.BigEndian.Uint32(body)) * 0.0254))
		}
		at += 12 + length
	}
	return t
}
