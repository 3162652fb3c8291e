package doc

import (
	"encoding/binary"
	"slices"
	"strings"
)

// compoundFile writes an OLE2 file. Streams below 4096 bytes go to the mini stream.
func compoundFile(streams map[string][]byte) []byte {
	const sector = 512
	names := make([]string, 0, len(streams))
	for name := range streams {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return len(a)*100 - len(b)*100 + strings.Compare(a, b) })
	var body, mini []byte
	var fat, miniFAT []uint32
	add := func(b []byte) (start uint32) {
		if len(b) == 0 {
			return 0xFFFFFFFE
		}
		start = uint32(len(fat))
		for i := 0; i < len(b); i += sector {
			body = append(body, b[i:min(i+sector, len(b))]...)
			body = append(body, make([]byte, (sector-len(body)%sector)%sector)...)
			fat = append(fat, uint32(len(fat))+1)
		}
		fat[len(fat)-1] = 0xFFFFFFFE
		return start
	}
	type item struct {
		start uint32
		size  int
	}
	items := map[string]item{}
	for _, name := range names {
		b := streams[name]
		if name != "Data" && len(b) < 4096 {
			b = append(slices.Clone(b), make([]byte, 4096-len(b))...)
		}
		if len(b) >= 4096 {
			items[name] = item{add(b), len(b)}
			continue
		}
		items[name] = item{uint32(len(miniFAT)), len(b)}
		for i := 0; i < len(b); i += miniSector {
			mini = append(mini, b[i:min(i+miniSector, len(b))]...)
			mini = append(mini, make([]byte, (miniSector-len(mini)%miniSector)%miniSector)...)
			miniFAT = append(miniFAT, uint32(len(miniFAT))+1)
		}
		if len(b) > 0 {
			miniFAT[len(miniFAT)-1] = 0xFFFFFFFE
		}
	}
	root := item{add(mini), len(mini)}
	miniTable := add(words(miniFAT))
	dir := directoryEntry("Root Entry", 5, 0xFFFFFFFF, 1, root.start, root.size)
	for i, name := range names {
		right := uint32(i + 2)
		if i == len(names)-1 {
			right = 0xFFFFFFFF
		}
		dir = append(dir, directoryEntry(name, 2, right, 0xFFFFFFFF, items[name].start, items[name].size)...)
	}
	for len(dir)%sector != 0 {
		dir = append(dir, directoryEntry("", 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0)...)
	}
	directory := add(dir)
	// The table of chains lists itself, and the sectors of further lists of it.
	count, lists := 0, 0
	for n := -1; n != count; {
		n = count
		count = (len(fat)+count+lists)*4/sector + 1
		lists = max(count-109+126, 0) / 127
	}
	first := uint32(len(fat))
	for range count {
		fat = append(fat, 0xFFFFFFFD)
	}
	for range lists {
		fat = append(fat, 0xFFFFFFFC)
	}
	for len(fat)%(sector/4) != 0 {
		fat = append(fat, 0xFFFFFFFF)
	}
	body = append(body, words(fat[:count*sector/4])...)
	own := make([]uint32, 109+127*lists)
	for i := range own {
		own[i] = 0xFFFFFFFF
		if i < count {
			own[i] = first + uint32(i)
		}
	}
	firstList := uint32(0xFFFFFFFE)
	for i := range lists {
		next := first + uint32(count+i+1)
		if i == 0 {
			firstList = next - 1
		}
		if i == lists-1 {
			next = 0xFFFFFFFE
		}
		body = append(body, words(append(own[109+127*i:109+127*(i+1):109+127*(i+1)], next))...)
	}
	head := join([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 16), le16(0x3E), le16(3), le16(0xFFFE), le16(9), le16(6), make([]byte, 10),
		le32(count), le32(int(directory)), le32(0), le32(4096), le32(int(miniTable)), le32((len(miniFAT)*4+sector-1)/sector), le32(int(firstList)), le32(lists))
	return append(append(head, words(own[:109])...), body...)
}

func words(list []uint32) (out []byte) {
	for _, n := range list {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

func directoryEntry(name string, kind byte, right, child, start uint32, size int) []byte {
	b := make([]byte, entrySize)
	copy(b, utf16Bytes(name))
	if name != "" {
		copy(b[64:], le16(2*len(name)+2))
	}
	b[66], b[67] = kind, 1
	copy(b[68:], words([]uint32{0xFFFFFFFF, right, child}))
	copy(b[116:], words([]uint32{start, uint32(size)}))
	return b
}
