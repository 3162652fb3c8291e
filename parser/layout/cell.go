package layout

import (
	"math"
	"strings"
)

const cellPadding = 5.4 // points between a cell's edge and its text, on each side

// write gives every cell its text: lines that the cell's width broke are joined, others
// are parted by a space.
func (t *table) write() {
	widest := make([]float64, len(t.xs))
	for i := range t.cells {
		if c := &t.cells[i]; c.colSpan == 1 {
			for k := range c.lines {
				widest[c.col] = max(widest[c.col], c.lines[k].width())
			}
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		room := t.xs[c.col+c.colSpan] - t.xs[c.col] - 2*cellPadding
		if c.colSpan == 1 {
			room = max(room, widest[c.col])
		}
		c.text = joined(c.lines, room)
	}
}

// joined is the text of a cell's lines, where a line of the cell holds so much.
func joined(lines []run, room float64) []rune {
	var out []rune
	for i := range lines {
		text := lines[i].text()
		if i > 0 && len(text) > 0 && len(out) > 0 {
			a, b := &lines[i-1], &lines[i]
			wrapped := room-natural(a) < lead(b.glyphs)+0.35*b.em
			if !wrapped || spaceBetween(out, text) || namesMeet(out, text) {
				out = append(out, ' ')
			}
		}
		out = append(out, text...)
	}
	return out
}

// namesMeet reports that a name ends where the line does, and that another one begins
// behind it: 州人民检察院|州公安局. Within a name no line break says so.
func namesMeet(a, b []rune) bool {
	return len(a) > 2 && len(b) > 2 && strings.ContainsRune("局委厅办会府院社", a[len(a)-1]) && strings.ContainsRune("省市县区州旗盟各", b[0]) &&
		strings.ContainsRune("局委厅办会府院社", b[len(b)-1])
}

// natural is how wide a line would be without the white that stretches it.
func natural(r *run) float64 {
	if len(r.glyphs) < 2 {
		return r.width()
	}
	spread := spacing(r.glyphs)
	if spread < 0.3*r.em {
		return r.width()
	}
	return math.Max(r.width()-spread*float64(len(r.glyphs)-1), r.width()*0.98)
}

func (c *cell) empty() bool { return len(c.text) == 0 }
