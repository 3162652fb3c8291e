package xls

import (
	"encoding/binary"
	"math"
)

// The records that are read ([MS-XLS] 2.3.2).
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDateMode   = 0x0022
	recNote       = 0x001C
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recCodePage   = 0x0042
	recObject     = 0x005D
	recColumns    = 0x007D
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRichString = 0x00D6
	recXF         = 0x00E0
	recMerges     = 0x00E5
	recSST        = 0x00FC
	recSharedText = 0x00FD
	recText       = 0x01B6
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809
)

// records goes through the records of a stream, each with its kind and up to 8224 bytes.
type records struct {
	data []byte
	at   int
	left *int // bytes that may still be read of all sheets together
	kind int
	body []byte
	err  error
}

// next reads the next record, and reports false where the stream breaks off: it is asked for no record behind the last.
func (r *records) next() bool {
	if r.err != nil {
		return false
	}
	if r.at+4 > len(r.data) || r.at+4+u16(r.data, r.at+2) > len(r.data) || *r.left < 0 {
		r.err = errTruncated
		return false
	}
	n := u16(r.data, r.at+2)
	r.kind, r.body = u16(r.data, r.at), r.data[r.at+4:r.at+4+n]
	r.at += 4 + n
	*r.left -= 4 + n
	return true
}

// rest returns the bodies of the records that go on with the one just read.
func (r *records) rest() (parts [][]byte) {
	for r.at+4 <= len(r.data) && u16(r.data, r.at) == recContinue && r.next() {
		parts = append(parts, r.body)
	}
	return parts
}

func u16(b []byte, at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }

func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }

func double(b []byte, at int) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(b[at:]))
}

// rk decodes a number of 30 bits: a whole one or the upper part of a double, times 100 or not.
func rk(n uint32) float64 {
	v := float64(int32(n) >> 2)
	if n&2 == 0 {
		v = math.Float64frombits(uint64(n&^3) << 32)
	}
	if n&1 != 0 {
		v /= 100
	}
	return v
}
