package doc

import (
	"sort"

	"golang.org/x/text/encoding/charmap"

	"github.com/policyx/policyx/schema/message"
)

// pieces map the characters of the text to the places where they are stored: a document
// that was saved quickly keeps its text in pieces ([MS-DOC] 2.8.35).
type pieces []piece

type piece struct {
	start, end int // characters
	at         int // place of the first one in the document stream
	width      int // bytes of a character
}

// plc is a table of n+1 positions and n records of a size.
type plc struct {
	n, size int
	data    []byte
}

func newPLC(data []byte, size int) plc {
	n := 0
	if len(data) >= 4 {
		n = (len(data) - 4) / (4 + size)
	}
	return plc{n, size, data}
}

func (p plc) position(i int) int { return int(int32(u32(p.data, 4*i))) }

func (p plc) record(i int) []byte {
	at := 4*(p.n+1) + p.size*i
	return p.data[at : at+p.size]
}

var errPieces = message.New("its table of text pieces is broken")

// readPieces reads the pieces that hold total characters.
func readPieces(clx []byte, total, stream int) (pieces, error) {
	for len(clx) >= 3 && clx[0] == 1 { // properties of pieces, which do not bear on the text
		clx = clx[min(3+u16(clx, 1), len(clx)):]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return nil, errPieces
	}
	table := newPLC(clx[5:min(5+uint64(u32(clx, 1)), uint64(len(clx)))], 8)
	var out pieces
	for i := range table.n {
		p := piece{start: table.position(i), end: min(table.position(i+1), total), width: 2}
		if len(out) == 0 && p.start != 0 || len(out) > 0 && p.start != out[len(out)-1].end || p.end < p.start {
			return nil, errPieces
		}
		place := u32(table.record(i), 2)
		p.at = int(place & 0x3FFFFFFF)
		if place&0x40000000 != 0 {
			p.at, p.width = p.at/2, 1
		}
		if p.at+(p.end-p.start)*p.width > stream {
			return nil, errTruncated
		}
		if p.end > p.start {
			out = append(out, p)
		}
	}
	if n := len(out); n == 0 || out[n-1].end < total {
		return nil, errPieces
	}
	return out, nil
}

// text decodes the pieces into UTF-16 units, one a character position.
func (ps pieces) text(stream []byte) []uint16 {
	out := make([]uint16, 0, ps[len(ps)-1].end)
	for _, p := range ps {
		for i := p.at; i < p.at+(p.end-p.start)*p.width; i += p.width {
			if p.width == 2 {
				out = append(out, uint16(u16(stream, i)))
			} else {
				out = append(out, uint16(charmap.Windows1252.DecodeByte(stream[i])))
			}
		}
	}
	return out
}

// place returns where the character at a position is stored, and its bytes.
func (ps pieces) place(position int) (at, width int) {
	i := sort.Search(len(ps), func(i int) bool { return ps[i].end > position })
	if i == len(ps) {
		return -1, 0
	}
	p := &ps[i]
	return p.at + (position-p.start)*p.width, p.width
}
