package press

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
)

// What an OLE2 file is made of.
const (
	sectorSize = 512
	miniSize   = 64
	entrySize  = 128
	shortest   = 4096 // of a stream that is not kept in the mini stream

	endOfChain = 0xFFFFFFFE
	noEntry    = 0xFFFFFFFF
	freeSector = 0xFFFFFFFF
	tableOwn   = 0xFFFFFFFD // a sector of the table of chains
	listOwn    = 0xFFFFFFFC // a sector of further lists of it

	listed = 109 // sectors of the table that the header lists
)

// Compound writes an OLE2 file of streams by name. A short stream is filled up with zeros, but one called
// Data, which goes to the mini stream.
func Compound(streams map[string][]byte) []byte {
	names := make([]string, 0, len(streams))
	for name := range streams {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return len(a)*100 - len(b)*100 + strings.Compare(a, b) })
	c := &compound{}
	var entries []byte
	for i, name := range names {
		b := streams[name]
		right := uint32(i + 2)
		if i == len(names)-1 {
			right = noEntry
		}
		start := uint32(0)
		if name == "Data" && len(b) < shortest {
			start = c.addMini(b)
		} else {
			b = append(slices.Clone(b), make([]byte, max(shortest-len(b), 0))...)
			start = c.add(b)
		}
		entries = append(entries, directoryEntry(name, 2, right, noEntry, start, len(b))...)
	}
	root := c.add(c.mini)
	miniTable := c.add(little32(c.miniFAT))
	dir := append(directoryEntry("Root Entry", 5, noEntry, 1, root, len(c.mini)), entries...)
	for len(dir)%sectorSize != 0 {
		dir = append(dir, directoryEntry("", 0, noEntry, noEntry, 0, 0)...)
	}
	directory := c.add(dir)
	own, firstList, lists, count := c.table()
	head := make([]byte, 76)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for i, n := range []uint16{0x3E, 3, 0xFFFE, 9, 6} {
		binary.LittleEndian.PutUint16(head[24+2*i:], n)
	}
	miniSectors := (len(c.miniFAT)*4 + sectorSize - 1) / sectorSize
	copy(head[44:], little32([]uint32{uint32(count), directory, 0, shortest, miniTable, uint32(miniSectors), firstList, uint32(lists)}))
	return slices.Concat(head, little32(own[:listed]), c.body)
}

// compound is a file in the making.
type compound struct {
	body, mini   []byte
	fat, miniFAT []uint32
}

func (c *compound) add(b []byte) uint32 {
	return chain(&c.body, &c.fat, b, sectorSize)
}

func (c *compound) addMini(b []byte) uint32 {
	return chain(&c.mini, &c.miniFAT, b, miniSize)
}

// chain appends b in sectors that follow each other and returns the first.
func chain(body *[]byte, fat *[]uint32, b []byte, size int) uint32 {
	if len(b) == 0 {
		return endOfChain
	}
	start := uint32(len(*fat))
	for i := 0; i < len(b); i += size {
		*fat = append(*fat, uint32(len(*fat))+1)
	}
	(*fat)[len(*fat)-1] = endOfChain
	*body = append(append(*body, b...), make([]byte, (size-len(b)%size)%size)...)
	return start
}

// table appends the table of chains, which lists itself, and the sectors of further lists of it. own are its
// sectors as they are listed.
func (c *compound) table() (own []uint32, firstList uint32, lists, count int) {
	for n := -1; n != count; {
		n = count
		count = (len(c.fat)+count+lists)*4/sectorSize + 1
		lists = max(count-listed+126, 0) / 127
	}
	first := uint32(len(c.fat))
	c.fat = append(c.fat, slices.Repeat([]uint32{tableOwn}, count)...)
	c.fat = append(c.fat, slices.Repeat([]uint32{listOwn}, lists)...)
	for len(c.fat)%(sectorSize/4) != 0 {
		c.fat = append(c.fat, freeSector)
	}
	c.body = append(c.body, little32(c.fat[:count*sectorSize/4])...)
	own = slices.Repeat([]uint32{freeSector}, listed+127*lists)
	for i := range count {
		own[i] = first + uint32(i)
	}
	firstList = endOfChain
	for i := range lists {
		next := first + uint32(count+i+1)
		if i == 0 {
			firstList = next - 1
		}
		if i == lists-1 {
			next = endOfChain
		}
		at := listed + 127*i
		c.body = append(c.body, little32(own[at:at+127])...)
		c.body = append(c.body, little32([]uint32{next})...)
	}
	return own, firstList, lists, count
}

func little32(list []uint32) (out []byte) {
	for _, n := range list {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

func directoryEntry(name string, kind byte, right, child, start uint32, size int) []byte {
	b := make([]byte, entrySize)
	for i, u := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(b[2*i:], u)
	}
	if name != "" {
		b[64] = byte(2*len(name) + 2)
	}
	b[66], b[67] = kind, 1
	copy(b[68:], little32([]uint32{noEntry, right, child}))
	copy(b[116:], little32([]uint32{start, uint32(size)}))
	return b
}
