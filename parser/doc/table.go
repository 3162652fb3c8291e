package doc

import "github.com/policyx/policyx/parser/word"

const (
	cellSize  = 20 // of a cell's record
	mostCells = 64
)

// readCells reads the cells that a row defines: their edges, then a record each
// ([MS-DOC] 2.9.324).
func readCells(operand []byte) []word.Shape {
	if len(operand) < 3 {
		return nil
	}
	n := int(operand[2])
	b := operand[3:]
	if n > mostCells || len(b) < 2*(n+1) {
		return nil
	}
	cells := make([]word.Shape, n)
	for i := range cells {
		c := &cells[i]
		c.Left, c.Right = int(int16(u16(b, 2*i))), int(int16(u16(b, 2*i+2)))
		record := 2*(n+1) + cellSize*i
		if record+2 > len(b) {
			continue
		}
		flags := u16(b, record)
		c.Merge = down(flags >> 5 & 3)
		if flags&3 == 2 {
			c.Merge = word.GoesLeft
		}
	}
	return cells
}

// down is what a cell's flag says of the one above it.
func down(flag int) word.Merge {
	switch flag {
	case 1:
		return word.GoesOn
	case 2, 3:
		return word.Starts
	}
	return word.Apart
}

func setDown(cells []word.Shape, operand []byte) {
	if len(operand) >= 3 && int(operand[1]) < len(cells) {
		cells[operand[1]].Merge = down(int(operand[2] & 3))
	}
}

func setAcross(cells []word.Shape, operand []byte) {
	for i := int(operand[0]) + 1; i < int(operand[1]) && i < len(cells); i++ {
		cells[i].Merge = word.GoesLeft
	}
}
