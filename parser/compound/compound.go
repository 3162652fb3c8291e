package compound

import (
	"encoding/binary"
	"unicode/utf16"

	"github.com/policyx/policyx/schema/message"
)

// What [Open] and [File.Stream] fail with.
var (
	ErrTruncated = message.New("breaks off")
	ErrChain     = message.New("a chain of sectors leads nowhere")
	ErrHeader    = message.New("no OLE2 header")
)

var little = binary.LittleEndian

// Special sectors of a chain and of the directory.
const (
	lastSector = 0xFFFFFFFA // the highest number of a sector, and of an entry
	miniSector = 64
)

// File is an OLE2 file: a file system of streams in sectors ([MS-CFB]).
type File struct {
	data    []byte
	sector  int      // size of a sector
	cutoff  uint32   // shorter streams lie in the mini stream
	fat     []uint32 // next sector, by sector
	mini    []byte
	miniFAT []uint32
	entries []entry
}

type entry struct {
	name               string
	left, right, child uint32
	start              uint32
	size               uint32
	stream             bool
}

// Open reads the directory of an OLE2 file. A file that breaks off opens as long as its directory is whole.
func Open(data []byte) (*File, error) {
	if len(data) < 512 || string(data[:8]) != "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" {
		return nil, ErrHeader
	}
	shift := int(little.Uint16(data[30:]))
	if shift != 9 && shift != 12 {
		return nil, ErrHeader
	}
	c := &File{data: data, sector: 1 << shift, cutoff: little.Uint32(data[56:])}
	c.readFAT()
	dir, err := c.chain(little.Uint32(data[48:]), len(data))
	if err != nil {
		return nil, err
	}
	c.readDirectory(dir)
	if len(c.entries) == 0 {
		return nil, ErrTruncated
	}
	root := c.entries[0]
	if c.mini, err = c.chain(root.start, int(min(root.size, uint32(len(data))))); err != nil {
		c.mini = nil // the long streams may still be whole
	}
	if table, err := c.chain(little.Uint32(data[60:]), len(data)); err == nil {
		c.miniFAT = numbers(table)
	}
	return c, nil
}

// at returns a sector, cut short where the file breaks off.
func (c *File) at(n uint32) []byte {
	start := (int64(n) + 1) * int64(c.sector)
	if n > lastSector || start >= int64(len(c.data)) {
		return nil
	}
	return c.data[start:min(start+int64(c.sector), int64(len(c.data)))]
}

// readFAT collects the table of chains from the sectors that the header lists, and those
// that a chain of further lists does.
func (c *File) readFAT() {
	most := len(c.data)/c.sector + 1
	used := 0
	add := func(list []uint32) {
		for _, n := range list {
			if s := c.at(n); s != nil && used < most {
				used++
				c.fat = append(c.fat, numbers(s)...)
			}
		}
	}
	add(numbers(c.data[76:512]))
	next := little.Uint32(c.data[68:])
	for i := 0; i < most; i++ {
		s := c.at(next)
		if len(s) < c.sector {
			break
		}
		list := numbers(s)
		add(list[:len(list)-1])
		next = list[len(list)-1]
	}
}

func numbers(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = little.Uint32(b[4*i:])
	}
	return out
}

// chain reads up to size bytes of the sectors that follow each other from one on.
func (c *File) chain(n uint32, size int) ([]byte, error) {
	out := make([]byte, 0, min(size, len(c.data)))
	for n <= lastSector && len(out) < size {
		s := c.at(n)
		if s == nil || int(n) >= len(c.fat) || len(out) > len(c.data) {
			return nil, ErrChain
		}
		out = append(out, s...)
		n = c.fat[n]
	}
	return out[:min(len(out), size)], nil
}

// miniChain is chain for the short streams.
func (c *File) miniChain(n uint32, size int) ([]byte, error) {
	out := make([]byte, 0, min(size, len(c.mini)))
	for n <= lastSector && len(out) < size {
		start := int64(n) * miniSector
		if start >= int64(len(c.mini)) || int(n) >= len(c.miniFAT) || len(out) > len(c.mini) {
			return nil, ErrChain
		}
		out = append(out, c.mini[start:min(start+miniSector, int64(len(c.mini)))]...)
		n = c.miniFAT[n]
	}
	return out[:min(len(out), size)], nil
}

const entrySize = 128

func (c *File) readDirectory(dir []byte) {
	for ; len(dir) >= entrySize; dir = dir[entrySize:] {
		length := min(max(int(little.Uint16(dir[64:]))-2, 0), 62)
		name := make([]uint16, length/2)
		for i := range name {
			name[i] = little.Uint16(dir[2*i:])
		}
		c.entries = append(c.entries, entry{
			name: string(utf16.Decode(name)),
			left: little.Uint32(dir[68:]), right: little.Uint32(dir[72:]), child: little.Uint32(dir[76:]),
			start: little.Uint32(dir[116:]), size: little.Uint32(dir[120:]), stream: dir[66] == 2,
		})
	}
}

// Stream returns the stream of the root folder called name; nil where there is none.
// Streams of folders, such as those of embedded documents, do not count.
func (c *File) Stream(name string) ([]byte, error) {
	seen := make([]bool, len(c.entries))
	todo := []uint32{c.entries[0].child}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if i >= uint32(len(c.entries)) || seen[i] {
			continue
		}
		seen[i] = true
		e := &c.entries[i]
		if e.stream && e.name == name {
			return c.open(e)
		}
		todo = append(todo, e.left, e.right)
	}
	return nil, nil
}

func (c *File) open(e *entry) ([]byte, error) {
	if e.size < c.cutoff {
		return c.miniChain(e.start, int(e.size))
	}
	return c.chain(e.start, int(e.size))
}
