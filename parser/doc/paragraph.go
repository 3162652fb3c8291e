package doc

import "github.com/policyx/policyx/parser/word"

// paragraph is what of a paragraph's properties bears on the text.
type paragraph struct {
	list, level int
	hidden      bool // by its style
	depth       int  // of the tables that it stands in
	cellEnd     bool // ends a cell of a nested table
	rowEnd      bool // stands for the end of a row
	cells       []word.Shape
}

// mostHuge bounds the properties that are read from the data stream, where any number
// of paragraphs may name the same ones.
const mostHuge = 64 << 20

// properties are those of the paragraph whose mark is a character.
func (d *document) properties(mark int) paragraph {
	p := paragraph{level: -1}
	place, _ := d.pieces.place(mark)
	i := find(d.blocks, place)
	if i == len(d.blocks) || d.blocks[i].from > place {
		return p
	}
	style, list := paragraphProperties(d.stream, d.blocks[i].at)
	inTable := false
	said := -1 // the list that the paragraph itself names
	var set func(code int, operand []byte)
	set = func(code int, operand []byte) {
		switch code {
		case propStyle:
			style = u16(operand, 0)
		case propList:
			said = u16(operand, 0)
		case propLevel:
			p.level = int(operand[0])
		case propInTable:
			inTable = operand[0]&1 != 0
		case propDepth:
			p.depth = min(max(int(int32(u32(operand, 0))), 0), word.MaxNested)
		case propRowEnd, propInnerRowEnd:
			p.rowEnd = operand[0]&1 != 0
		case propInnerCell:
			p.cellEnd = operand[0]&1 != 0
		case propTable, propTableOld:
			p.cells = readCells(operand)
		case propDown:
			setDown(p.cells, operand)
		case propAcross:
			setAcross(p.cells, operand)
		case propHuge, propTableHuge:
			each(d.hugeList(u32(operand, 0)), func(code int, operand []byte) {
				if code != propHuge && code != propTableHuge {
					set(code, operand)
				}
			})
		}
	}
	each(list, set)
	if p.depth == 0 && inTable {
		p.depth = 1
	}
	byStyle, level := d.number(style)
	if p.list = said; said < 0 {
		p.list = byStyle
	}
	if p.level < 0 {
		p.level = level
	}
	p.hidden = d.hiddenStyle(style)
	return p
}

// hugeList returns properties that lie in the data stream.
func (d *document) hugeList(at uint32) []byte {
	if uint64(at)+2 > uint64(len(d.data)) {
		return nil
	}
	from := int(at) + 2
	list := d.data[from:min(from+u16(d.data, int(at)), len(d.data))]
	if d.huge += len(list); d.huge > mostHuge {
		return nil
	}
	return list
}
