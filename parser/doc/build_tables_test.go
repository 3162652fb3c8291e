package doc

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf16"
)

// stretchOf is text that is stored from one place to another, with its properties as a
// page keeps them.
type stretchOf struct {
	from, to int
	props    []byte
}

func papx(style int, props []byte) []byte {
	b := join(le16(style), props)
	if len(b)%2 == 1 {
		return append([]byte{byte((len(b) + 1) / 2)}, b...)
	}
	return append([]byte{0, byte(len(b) / 2)}, b...)
}

func chpx(props []byte) []byte {
	if props == nil {
		return nil
	}
	return append([]byte{byte(len(props))}, props...)
}

// pages appends the property pages of stretches to the stream, and returns the table
// that names them.
func pages(stream []byte, list []stretchOf, size int) (out, table []byte) {
	slices.SortFunc(list, func(a, b stretchOf) int { return a.from - b.from })
	merged := list[:0]
	for _, s := range list {
		if n := len(merged); n > 0 && merged[n-1].to == s.from && size == 1 && bytes.Equal(merged[n-1].props, s.props) {
			merged[n-1].to = s.to
			continue
		}
		merged = append(merged, s)
	}
	for len(stream)%pageSize != 0 {
		stream = append(stream, 0)
	}
	var positions, numbers []byte
	last := 0
	for len(merged) > 0 {
		page := make([]byte, pageSize)
		top, n := pageSize-1, 0
		for n < len(merged) {
			need := (top - len(merged[n].props)) &^ 1
			if need < 4*(n+2)+size*(n+1) {
				break
			}
			if len(merged[n].props) > 0 {
				top = need
			}
			n++
		}
		top = pageSize - 1
		for i, s := range merged[:n] {
			copy(page[4*i:], le32(s.from))
			copy(page[4*i+4:], le32(s.to))
			if len(s.props) > 0 {
				top = (top - len(s.props)) &^ 1
				copy(page[top:], s.props)
				page[4*(n+1)+size*i] = byte(top / 2)
			}
		}
		page[pageSize-1] = byte(n)
		positions = append(positions, le32(merged[0].from)...)
		numbers = append(numbers, le32(len(stream)/pageSize)...)
		last = merged[n-1].to
		stream = append(stream, page...)
		merged = merged[n:]
	}
	return stream, join(positions, le32(last), numbers)
}

// styleSheet writes the styles, of which the first is Normal.
func styleSheet(list []style) []byte {
	if len(list) == 0 {
		list = []style{{base: noStyle, level: -1}}
	}
	out := join(le16(18), le16(max(15, len(list))), le16(10), le16(1), le16(91), le16(15), make([]byte, 8))
	for i := range max(15, len(list)) {
		if i >= len(list) {
			out = append(out, 0, 0)
			continue
		}
		s := list[i]
		var block, char []byte
		if s.list != 0 {
			block = append(block, prop(propList, le16(s.list%noList)...)...)
		}
		if s.level >= 0 {
			block = append(block, prop(propLevel, byte(s.level))...)
		}
		if s.hidden {
			char = prop(propHidden, 1)
		}
		name := fmt.Sprintf("Style%d", i)
		b := join(le16(i), le16(1|s.base<<4), le16(2), le16(0), le16(0), le16(len(name)), utf16Bytes(name), le16(0))
		for _, part := range [][]byte{join(le16(i), block), char} {
			b = join(b, le16(len(part)), part)
			if len(part)%2 == 1 {
				b = append(b, 0)
			}
		}
		out = join(out, le16(len(b)), b)
	}
	return out
}

func fontTable(names []string) []byte {
	if len(names) == 0 {
		names = []string{"Times New Roman"}
	}
	out := join(le16(len(names)), le16(0))
	for _, n := range names {
		record := join(make([]byte, fontName-1), utf16Bytes(n), le16(0))
		out = append(append(out, byte(len(record))), record...)
	}
	return out
}

func utf16Bytes(s string) (out []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, le16(int(u))...)
	}
	return out
}
