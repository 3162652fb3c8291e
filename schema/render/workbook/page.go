package workbook

import (
	"bytes"
	"compress/flate"
	"hash"
	"hash/crc32"
	"io"

	"github.com/policyx/policyx/schema/message"
)

// level of compression: a ledger takes a third more room than at the usual one, and half the time.
const level = flate.BestSpeed

// page is one worksheet of the file. Its bytes go straight to the output or, deflated,
// to memory.
type page struct {
	number int
	name   string
	rows   int
	out    io.Writer
	packed *packed // nil where out is the output
}

// packed is the deflated content of a part that has to wait for its turn.
type packed struct {
	data bytes.Buffer
	pack *flate.Writer
	sum  hash.Hash32
	size uint64
}

func newPacked() (*packed, error) {
	p := &packed{sum: crc32.NewIEEE()}
	pack, err := flate.NewWriter(&p.data, level)
	p.pack = pack
	return p, err
}

func (p *packed) Write(b []byte) (int, error) {
	p.sum.Write(b)
	p.size += uint64(len(b))
	return p.pack.Write(b)
}

// newPage opens a page of s.
func (b *Book) newPage(s *Sheet, name string) (*page, error) {
	b.pages++
	p := &page{number: b.pages, name: name}
	if s.Direct {
		if b.direct != nil && b.direct != s {
			return nil, message.Errorf("sheet %s is to go straight to the output while %s does", s.Name, b.direct.Name)
		}
		b.direct = s
		var err error
		p.out, err = b.zip.CreateHeader(entry(pageName(p.number)))
		return p, err
	}
	var err error
	p.packed, err = newPacked()
	p.out = p.packed
	return p, err
}

// store puts a page that was kept in memory into the file.
func (p *page) store(b *Book) error {
	if p.packed == nil {
		return nil
	}
	if err := p.packed.pack.Close(); err != nil {
		return err
	}
	head := entry(pageName(p.number))
	head.CRC32 = p.packed.sum.Sum32()
	head.CompressedSize64 = uint64(p.packed.data.Len())
	head.UncompressedSize64 = p.packed.size
	w, err := b.zip.CreateRaw(head)
	if err != nil {
		return err
	}
	_, err = p.packed.data.WriteTo(w)
	return err
}
