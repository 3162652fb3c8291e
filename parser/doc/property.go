package doc

import "sort"

// Property pages hold the properties of stretches of text in pages of 512 bytes, found
// by where the text is stored ([MS-DOC] 2.9.22, 2.9.33, 2.9.175).
const pageSize = 512

// stretch is text with the same properties.
type stretch struct {
	from, to int // places in the document stream
	at       int // place of the properties in the document stream; 0: none
}

// readPages lists the stretches of the pages that a table names. Each record of a page
// has size bytes, of which the first says where in the page the properties are. What
// does not follow in order is left out.
func readPages(stream []byte, table plc, size int) []stretch {
	var out []stretch
	end := 0
	for i := range min(table.n, len(stream)/pageSize+1) {
		base := int(u32(table.record(i), 0)&0x3FFFFF) * pageSize
		if base+pageSize > len(stream) {
			continue
		}
		page := stream[base : base+pageSize]
		n := int(page[pageSize-1])
		for k := 0; k < n && 4*(n+1)+size*(k+1) < pageSize; k++ {
			s := stretch{from: int(u32(page, 4*k)), to: int(u32(page, 4*k+4))}
			if at := int(page[4*(n+1)+size*k]) * 2; at > 0 {
				s.at = base + at
			}
			if s.from >= end && s.to > s.from {
				out = append(out, s)
				end = s.to
			}
		}
	}
	return out
}

// find returns the stretch that holds a place, or the first one behind it.
func find(list []stretch, at int) int {
	return sort.Search(len(list), func(i int) bool { return list[i].to > at })
}

// page returns the rest of the page that the place at lies in.
func page(stream []byte, at int) []byte {
	end := (at/pageSize + 1) * pageSize
	if at <= 0 || end > len(stream) {
		return nil
	}
	return stream[at : end-1]
}

// runProperties returns the properties of characters at a place.
func runProperties(stream []byte, at int) []byte {
	p := page(stream, at)
	if len(p) == 0 {
		return nil
	}
	return p[1:min(1+int(p[0]), len(p))]
}

// paragraphProperties returns the style and the properties of a paragraph at a place.
func paragraphProperties(stream []byte, at int) (style int, list []byte) {
	p := page(stream, at)
	if len(p) < 2 {
		return 0, nil
	}
	size, from := 2*int(p[0])-1, 1
	if p[0] == 0 {
		size, from = 2*int(p[1]), 2
	}
	p = p[from:min(from+size, len(p))]
	if len(p) < 2 {
		return 0, nil
	}
	return u16(p, 0), p[2:]
}

// each calls f for each property of a list with its operand ([MS-DOC] 2.6). It stops
// where the list is broken.
func each(list []byte, f func(code int, operand []byte)) {
	for len(list) >= 3 {
		code := u16(list, 0)
		list = list[2:]
		n := operandSize(code, list)
		if n > len(list) {
			return
		}
		f(code, list[:n])
		list = list[n:]
	}
}

// operandSize is the length of the operand that rest begins with, its own length
// included.
func operandSize(code int, rest []byte) int {
	switch code >> 13 {
	case 0, 1:
		return 1
	case 2, 4, 5:
		return 2
	case 3:
		return 4
	case 7:
		return 3
	}
	switch {
	case code == propTable || code == propTableOld:
		if len(rest) < 2 {
			return 2
		}
		return u16(rest, 0) + 1
	case code == propTabs && rest[0] == 255 && len(rest) > 2:
		deleted := 2 + 4*int(rest[1])
		if len(rest) <= deleted {
			return deleted + 1
		}
		return deleted + 1 + 3*int(rest[deleted])
	}
	return 1 + int(rest[0])
}

// The properties that are read.
const (
	propDeleted     = 0x0800 // characters: deleted by a revision
	propHidden      = 0x083C
	propRunStyle    = 0x4A30
	propSymbol      = 0x6A09 // font and code of a symbol
	propFont        = 0x4A4F
	propInTable     = 0x2416
	propRowEnd      = 0x2417
	propDepth       = 0x6649 // of nested tables
	propInnerCell   = 0x244B // the paragraph ends a cell of a nested table
	propInnerRowEnd = 0x244C
	propLevel       = 0x260A // of a list
	propList        = 0x460B
	propStyle       = 0x4600
	propTabs        = 0xC615
	propHuge        = 0x6646 // more properties, in the data stream
	propTableHuge   = 0x646B
	propTable       = 0xD608 // the cells of a row
	propTableOld    = 0xD606
	propDown        = 0xD62B // merges a cell downwards
	propAcross      = 0x5624 // merges cells of a row
)
