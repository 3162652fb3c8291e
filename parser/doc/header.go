package doc

import (
	"encoding/binary"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// header is what the file information block says of the document ([MS-DOC] 2.5).
type header struct {
	table  string // name of the stream with the tables
	counts [8]int // characters of each story, in the order in which they follow
	places []byte // pairs of offset and length in the table stream
}

// The stories, in the order of the text.
const (
	mainStory = iota
	footnoteStory
	headerStory
	macroStory
	commentStory
	endnoteStory
	boxStory
	headerBoxStory
)

// The places that are read, by their number in FibRgFcLcb97.
const (
	placeStyles       = 1
	placeFootnoteRefs = 2
	placeFootnoteText = 3
	placeRuns         = 12
	placeParagraphs   = 13
	placeFonts        = 15
	placePieces       = 33
	placeShapes       = 40
	placeEndnoteRefs  = 46
	placeEndnoteText  = 47
	placeBoxText      = 56
	placeLists        = 73
	placeOverrides    = 74
)

// ErrOld is a document of a version before Word 97, whose format is another one.
var ErrOld = message.New("was written by Word 95 or before: save it as docx")

// Flags of the header.
const (
	flagEncrypted  = 0x0100
	flagTableOne   = 0x0200
	identWord97    = 0xA5EC
	identWord2     = 0xA5DB
	identWord1     = 0xA59B
	firstVersion97 = 0xC0
)

var errTruncated = message.New("breaks off")

func u16(b []byte, at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }

func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }

func readHeader(b []byte) (*header, error) {
	if len(b) < 34 {
		return nil, errTruncated
	}
	switch ident := u16(b, 0); {
	case ident == identWord1 || ident == identWord2, ident == identWord97 && u16(b, 2) < firstVersion97:
		return nil, ErrOld
	case ident != identWord97:
		return nil, message.New("no header of Word")
	}
	flags := u16(b, 10)
	if flags&flagEncrypted != 0 {
		return nil, source.ErrEncrypted
	}
	h := &header{table: "0Table"}
	if flags&flagTableOne != 0 {
		h.table = "1Table"
	}
	at := 34 + 2*u16(b, 32) // behind the 16-bit numbers
	if len(b) < at+2 {
		return nil, errTruncated
	}
	longs := at + 2
	at = longs + 4*u16(b, at)
	if len(b) < at+2 || at-longs < 4*(3+len(h.counts)) {
		return nil, errTruncated
	}
	for i := range h.counts {
		n := u32(b, longs+4*(3+i))
		if n > uint32(len(b)) { // each character takes a byte at least
			return nil, errTruncated
		}
		h.counts[i] = int(n)
	}
	end := at + 2 + 8*u16(b, at)
	h.places = b[at+2 : min(end, len(b))]
	return h, nil
}

// place returns what a place of the table stream holds, nil where it is empty or lies
// outside of the stream.
func (h *header) place(table []byte, n int) []byte {
	start, ok := h.start(n)
	size := uint32(0)
	if ok {
		size = u32(h.places, 8*n+4)
	}
	if size == 0 || uint64(start)+uint64(size) > uint64(len(table)) {
		return nil
	}
	return table[start : start+size]
}

// start returns where a place begins.
func (h *header) start(n int) (uint32, bool) {
	if len(h.places) < 8*(n+1) {
		return 0, false
	}
	return u32(h.places, 8*n), true
}

// begins returns where a story begins, in characters of the whole.
func (h *header) begins(story int) (n int) {
	for _, c := range h.counts[:story] {
		n += c
	}
	return n
}
