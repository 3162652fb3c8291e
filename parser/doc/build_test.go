package doc

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/word"
)

// para is a paragraph to be written: its text with its mark, and its properties.
type para struct {
	text  string
	style int
	props []byte
	runs  []run // properties of stretches of the text; the rest has none
}

type run struct {
	from, to int // characters of the paragraph
	props    []byte
}

// file is a Word document to be written.
type file struct {
	paras     []para // of the main story, then of the notes, then of the boxes
	notes     int    // paragraphs that are footnotes
	refs      []int  // characters that refer to them
	boxes     int    // paragraphs that are text boxes
	anchors   []int  // characters that anchor them
	styles    []style
	lists     [][]word.Level // definitions; list n is the override n
	starts    map[int]int    // overrides of the start of the first level, by list
	fonts     []string
	narrow    bool // store the text in bytes
	pieces    int  // store the text in so many pieces, in reverse order
	flags     int  // of the header, besides that of the table stream
	version   int
	data      []byte // the data stream
	noStreams bool   // an OLE2 file without a document
}

func le16(n int) []byte { return binary.LittleEndian.AppendUint16(nil, uint16(n)) }

func le32(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

// prop is a property with its operand.
func prop(code int, operand ...byte) []byte { return append(le16(code), operand...) }

func join(lists ...[]byte) []byte { return slices.Concat(lists...) }

const textAt = 2048 // where the text begins in the document stream

// builder is a document being written.
type builder struct {
	file
	text   []uint16
	marks  []int    // character behind each paragraph
	width  int      // bytes of a character
	pieces [][2]int // characters from, to
	starts []int    // where each piece is stored
	stream []byte
	table  []byte
	places []byte
	counts [8]int
}

// build writes the document.
func (f file) build() []byte {
	if f.noStreams {
		return press.Compound(map[string][]byte{"Workbook": make([]byte, 5000)})
	}
	b := &builder{file: f, width: 2, places: make([]byte, 93*8)}
	if f.narrow {
		b.width = 1
	}
	for _, p := range f.paras {
		b.text = append(b.text, utf16.Encode([]rune(p.text))...)
		b.marks = append(b.marks, len(b.text))
	}
	b.storeText()
	b.put(placeStyles, styleSheet(f.styles))
	b.storeProperties()
	b.put(placeFonts, fontTable(f.fonts))
	b.put(6, join(le32(0), le32(len(b.text)), make([]byte, 12))) // one section
	b.storeStories()
	if len(f.lists) > 0 {
		plf, levels, overrides := f.listTables()
		b.put(placeLists, plf)
		b.table = append(b.table, levels...)
		b.put(placeOverrides, overrides)
	}
	b.storeHeader()
	streams := map[string][]byte{"WordDocument": b.stream, "1Table": b.table}
	if f.data != nil {
		streams["Data"] = f.data
	}
	return press.Compound(streams)
}

// put appends a table, and keeps where it is.
func (b *builder) put(n int, table []byte) {
	copy(b.places[8*n:], join(le32(len(b.table)), le32(len(table))))
	b.table = append(b.table, table...)
}

// place is where a character is stored.
func (b *builder) place(cp int) int {
	for i, p := range b.pieces {
		if cp < p[1] || i == len(b.pieces)-1 {
			return b.starts[i] + (cp-p[0])*b.width
		}
	}
	return 0
}

// storeText stores the text, its last piece first, and the table of pieces.
func (b *builder) storeText() {
	size := len(b.text)/max(b.file.pieces, 1) + 1
	for from := 0; from < len(b.text); from += size {
		b.pieces = append(b.pieces, [2]int{from, min(from+size, len(b.text))})
	}
	b.starts = make([]int, len(b.pieces))
	at := textAt
	for i := len(b.pieces) - 1; i >= 0; i-- {
		b.starts[i] = at
		at += (b.pieces[i][1] - b.pieces[i][0]) * b.width
	}
	b.stream = make([]byte, at)
	for cp, u := range b.text {
		copy(b.stream[b.place(cp):], le16(int(u))[:b.width])
	}
	var positions, records []byte
	for i, p := range b.pieces {
		positions = append(positions, le32(p[0])...)
		fc := b.starts[i]
		if b.narrow {
			fc = fc*2 | 0x40000000
		}
		records = append(records, join(le16(0), le32(fc), le16(0))...)
	}
	list := join(positions, le32(len(b.text)), records)
	b.put(placePieces, join([]byte{2}, le32(len(list)), list))
}

// stretches are the places where characters are stored, with their properties.
func (b *builder) stretches(from, to int, props []byte) (out []stretchOf) {
	for from < to {
		end := to
		for _, p := range b.pieces {
			if from < p[1] {
				end = min(to, p[1])
				break
			}
		}
		out = append(out, stretchOf{b.place(from), b.place(end-1) + b.width, props})
		from = end
	}
	return out
}

// storeProperties stores the property pages of paragraphs and characters.
func (b *builder) storeProperties() {
	var blocks, chars []stretchOf
	from := 0
	for i, p := range b.paras {
		blocks = append(blocks, b.stretches(from, b.marks[i], papx(p.style, p.props))...)
		at := from
		for _, r := range p.runs {
			chars = append(chars, b.stretches(at, from+r.from, nil)...)
			chars = append(chars, b.stretches(from+r.from, from+r.to, chpx(r.props))...)
			at = from + r.to
		}
		chars = append(chars, b.stretches(at, b.marks[i], nil)...)
		from = b.marks[i]
	}
	var table []byte
	b.stream, table = pages(b.stream, blocks, 13)
	b.put(placeParagraphs, table)
	b.stream, table = pages(b.stream, chars, 1)
	b.put(placeRuns, table)
}

// storeStories stores how long each story is, and what refers to notes and text boxes.
func (b *builder) storeStories() {
	first := len(b.paras) - b.notes - b.boxes // paragraph of the notes
	if b.notes > 0 || b.boxes > 0 {
		first-- // there is an empty paragraph behind the stories
	}
	at := func(para int) int {
		if para == 0 {
			return 0
		}
		return b.marks[para-1]
	}
	notes, boxes := at(first), at(first+b.notes)
	b.counts = [8]int{mainStory: notes, footnoteStory: boxes - notes, boxStory: at(first+b.notes+b.boxes) - boxes}
	if b.notes > 0 {
		var refs, texts []byte
		for i, r := range b.refs {
			refs = append(refs, le32(r)...)
			texts = append(texts, le32(at(first+i)-notes)...)
		}
		b.put(placeFootnoteRefs, join(refs, le32(notes), make([]byte, 2*len(b.refs))))
		b.put(placeFootnoteText, join(texts, le32(boxes-notes), le32(boxes-notes+1)))
	}
	if b.boxes > 0 {
		var shapes, shapeRecords, texts, textRecords []byte
		for i, a := range b.anchors {
			shapes = append(shapes, le32(a)...)
			shapeRecords = append(shapeRecords, join(le32(1026+i), make([]byte, shapeSize-4))...)
			texts = append(texts, le32(at(first+b.notes+i)-boxes)...)
			textRecords = append(textRecords, join(make([]byte, boxShape), le32(1026+i), make([]byte, 4))...)
		}
		b.put(placeShapes, join(shapes, le32(notes), shapeRecords))
		b.put(placeBoxText, join(texts, le32(b.counts[boxStory]), textRecords))
	}
}

func (b *builder) storeHeader() {
	version := b.version
	if version == 0 {
		version = 0xC1
	}
	head := join(le16(identWord97), le16(version), le16(0), le16(0x0804), le16(0), le16(flagTableOne|b.flags|0x1000), le16(0xBF), make([]byte, 18))
	head = join(head, le16(14), make([]byte, 28), le16(22), le32(len(b.stream)), make([]byte, 8))
	for _, n := range b.counts {
		head = append(head, le32(n)...)
	}
	copy(b.stream, join(head, make([]byte, 4*(22-3-len(b.counts))), le16(93), b.places, le16(0)))
}

func (f file) listTables() (plf, levels, overrides []byte) {
	plf = le16(len(f.lists))
	overrides = le32(len(f.lists))
	var details []byte
	for i, list := range f.lists {
		plf = join(plf, le32(100+i), make([]byte, 22), []byte{0, 0})
		for k := range word.MaxLevels {
			var l word.Level
			if k < len(list) {
				l = list[k]
			}
			text := utf16.Encode([]rune(l.Text))
			var label []byte
			for j := 0; j < len(text); j++ {
				if text[j] == '%' {
					j++
					text[j] -= '1'
				}
				label = append(label, le16(int(text[j]))...)
			}
			flags := byte(0)
			if l.Legal {
				flags |= 4
			}
			if l.Restart != k {
				flags |= 8
			}
			levels = join(levels, le32(l.Start), []byte{byte(l.Format), flags}, make([]byte, 18), []byte{0, 0, byte(l.Restart), 0}, le16(len(label)/2), label)
		}
		n := byte(0)
		if start, ok := f.starts[i]; ok {
			n = 1
			details = join(details, le32(-1), le32(start), le32(0x10))
		} else {
			details = join(details, le32(-1))
		}
		overrides = join(overrides, le32(100+i), make([]byte, 8), []byte{n, 0, 0, 0})
	}
	return plf, levels, join(overrides, details)
}
