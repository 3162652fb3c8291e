package press

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// font is a TrueType font with one character, a box that fills its square. A PDF that
// draws everything with it has text at the same places as one with a font of the real
// shapes, in a few hundred bytes. Without the box the character has no shape.
func font(boxed bool) []byte {
	box := words16(1, 0, 64, 0, 936, // one outline, and where it lies
		3, 0) // its last point; no instructions
	box = append(box, 1, 1, 1, 1) // four points on the line
	box = append(box, words16(64, 872, 0, -872, 0, 0, 936, 0)...)
	if !boxed {
		box = nil
	}
	tables := map[string][]byte{
		"glyf": pad(box),
		"loca": words16(0, 0, len(pad(box))/2),
		"hmtx": words16(1000, 64, 1000, 64),
		"maxp": append([]byte{0, 1, 0, 0}, words16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)...),
		"hhea": append([]byte{0, 1, 0, 0}, words16(880, -120, 0, 1000, 64, 64, 936, 1, 0, 0, 0, 0, 0, 0, 0, 2)...),
		"head": append([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5F, 0x0F, 0x3C, 0xF5},
			words16(3, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 64, 0, 936, 872, 0, 8, 2, 0, 0)...),
	}
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	var out bytes.Buffer
	out.Write([]byte{0, 1, 0, 0})
	out.Write(words16(len(names), 64, 2, 32))
	at := 12 + 16*len(names)
	for _, name := range names {
		out.WriteString(name)
		_ = binary.Write(&out, binary.BigEndian, []uint32{0, uint32(at), uint32(len(tables[name]))})
		at += len(pad(tables[name]))
	}
	for _, name := range names {
		out.Write(pad(tables[name]))
	}
	return out.Bytes()
}

func words16(v ...int) []byte {
	out := make([]byte, 0, 2*len(v))
	for _, n := range v {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}

// pad fills a table up to a multiple of four bytes.
func pad(b []byte) []byte { return append(slices.Clone(b), make([]byte, (4-len(b)%4)%4)...) }
