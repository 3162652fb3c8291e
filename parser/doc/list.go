package doc

import (
	"unicode/utf16"

	"github.com/policyx/policyx/parser/word"
)

// noList is the number of a list that is none: numbering switched off. Word writes it
// for paragraphs that a conversion took out of their lists.
const noList = 0xF801

// lists are the lists of a document and how far each has counted ([MS-DOC] 2.4.6.3).
type lists struct {
	overrides []word.Override
}

const (
	listSize     = 28 // of a list's fixed part
	levelSize    = 28 // of a level's
	overrideSize = 16
	mostLists    = 4096
)

// readLists reads the definitions, whose levels follow their table, and the overrides.
func readLists(table []byte, h *header) *lists {
	start, ok := h.start(placeLists)
	defs := map[uint32]*word.Definition{}
	if list := h.place(table, placeLists); ok && len(list) >= 2 {
		count := min(u16(list, 0), (len(list)-2)/listSize, mostLists)
		rest := table[int(start)+2+count*listSize:]
		for i := range count {
			fixed := list[2+i*listSize:]
			n := word.MaxLevels
			if fixed[26]&1 != 0 {
				n = 1
			}
			def := &word.Definition{}
			for k := range n {
				def.Levels[k], rest = readLevel(rest, k)
			}
			defs[u32(fixed, 0)] = def
		}
	}
	return &lists{readOverrides(h.place(table, placeOverrides), defs)}
}

// readLevel reads the level of a place and returns what follows it.
func readLevel(b []byte, place int) (word.Level, []byte) {
	l := word.Level{Restart: place}
	if len(b) < levelSize {
		return l, nil
	}
	l.Start = int(int32(u32(b, 0)))
	l.Format = word.Format(b[4])
	l.Legal = b[5]&0x04 != 0
	if b[5]&0x08 != 0 {
		l.Restart = min(int(b[26]), place)
	}
	at := levelSize + int(b[24]) + int(b[25])
	if at+2 > len(b) {
		return l, nil
	}
	n := u16(b, at)
	at += 2
	if at+2*n > len(b) {
		return l, nil
	}
	units := make([]uint16, 0, n+4)
	for i := range n {
		u := uint16(u16(b, at+2*i))
		if u < word.MaxLevels { // stands for the number of a level
			units = append(units, '%', '1'+u)
		} else {
			units = append(units, u)
		}
	}
	l.Text = string(utf16.Decode(units))
	return l, b[at+2*n:]
}

func readOverrides(b []byte, defs map[uint32]*word.Definition) []word.Override {
	if len(b) < 4 {
		return nil
	}
	count := int(min(u32(b, 0), uint32((len(b)-4)/overrideSize), mostLists))
	out := make([]word.Override, count)
	rest := b[4+overrideSize*count:]
	for i := range out {
		fixed := b[4+overrideSize*i:]
		out[i] = defs[u32(fixed, 0)].Override()
		if len(rest) < 4 {
			continue
		}
		rest = rest[4:]
		for range fixed[12] & 15 {
			rest = readOverride(&out[i], rest)
		}
	}
	return out
}

// readOverride reads what an override says of one level and returns what follows it.
func readOverride(o *word.Override, b []byte) []byte {
	if len(b) < 8 {
		return nil
	}
	start, flags := int(int32(u32(b, 0))), b[4]
	i := int(flags & 15)
	b = b[8:]
	if i >= word.MaxLevels {
		return b
	}
	if flags&0x20 != 0 {
		o.Levels[i], b = readLevel(b, i)
	} else if flags&0x10 != 0 {
		o.Levels[i].Start = start
	}
	o.Resets[i] = flags&0x10 != 0
	return b
}

// label counts a paragraph of the list with a number and returns its label.
func (l *lists) label(number, level int) string {
	if number < 1 || number > len(l.overrides) {
		return ""
	}
	return l.overrides[number-1].Label(level)
}
