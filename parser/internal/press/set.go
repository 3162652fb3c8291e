package press

import (
	"fmt"
	"strings"
	"unicode"
)

func number(format string, n int) string { return fmt.Sprintf(format, n) }

// advance is how wide a character is, in em.
func advance(r rune) float64 {
	if r < 0x2010 && r != '·' && r != '×' {
		return 0.5
	}
	return 1
}

func width(s string, size float64) (w float64) {
	for _, r := range s {
		w += advance(r) * size
	}
	return w
}

// paragraph sets a paragraph, its lines stretched to the margin but the last one.
func (p *printer) paragraph(b Block) {
	indent := 2.0 * em
	if b.Centre || b.Flush {
		indent = 0
	}
	size := max(b.Size, em)
	p.y += size - em
	rest := b.Text
	for first := true; rest != ""; first = false {
		p.room(0)
		x, room := p.x0, p.x1-p.x0
		if first {
			x, room = x+indent, room-indent
		}
		var line string
		line, rest = wrap(rest, room, size)
		w := width(line, size)
		switch {
		case b.Centre:
			p.put(line, x+(room-w)/2, p.y, size, 0)
		case rest != "" && len([]rune(line)) > 1:
			p.put(line, x, p.y, size, (room-w)/float64(len([]rune(line))-1))
		default:
			p.put(line, x, p.y, size, 0)
		}
		if rest == "" && b.Right != "" {
			p.put(b.Right, p.x1-width(b.Right, size), p.y, size, 0)
		}
		p.y += pitch
	}
}

// wrap takes as much of s as fits into room: words stay whole, no line begins with a
// closing mark or ends with an opening one.
func wrap(s string, room, size float64) (line, rest string) {
	runes := []rune(s)
	n, w := 0, 0.0
	for n < len(runes) && w+advance(runes[n])*size <= room+0.01 {
		w += advance(runes[n]) * size
		n++
	}
	if n == len(runes) {
		return s, ""
	}
	n = max(n, 1)
	for n > 1 && forbidden(runes, n) {
		n--
	}
	return string(runes[:n]), strings.TrimLeft(string(runes[n:]), " ")
}

// forbidden reports that no line may break before runes[n].
func forbidden(runes []rune, n int) bool {
	a, b := runes[n-1], runes[n]
	return strings.ContainsRune("，。、；：！？）》〕”’】％%", b) || strings.ContainsRune("（《〔“‘【", a) || latin(a) && latin(b)
}

func latin(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.') }

// table sets a table, a row a time; its first row is set again on each page.
func (p *printer) table(rows [][]Cell) {
	xs := edges(rows, p.x0, p.x1)
	heights := make([]float64, len(rows))
	for r, row := range rows {
		heights[r] = tablePitch + 6
		for c, cell := range row {
			if !cell.Covered && cell.RowSpan <= 1 {
				heights[r] = max(heights[r], float64(len(lines(cell.Text, xs[c+max(cell.ColSpan, 1)]-xs[c])))*tablePitch+6)
			}
		}
	}
	p.y -= em
	for r := range rows {
		fresh := p.y+heights[r] > p.bottom()
		if fresh {
			p.newPage()
			p.row(rows, 0, xs, heights[0], true)
		}
		p.row(rows, r, xs, heights[r], fresh)
	}
	p.y += pitch
}

// row sets one row with the lines around its cells; above the first row of a page there is
// one everywhere.
func (p *printer) row(rows [][]Cell, r int, xs []float64, height float64, fresh bool) {
	y := p.y
	for c, cell := range rows[r] {
		above := r > 0 && cell.Covered && c < len(rows[r-1]) && rowGoesOn(rows, r, c)
		if !p.style.Plain {
			if !above || fresh {
				p.rule(xs[c], y, xs[c+1], y)
			}
			if !(cell.Covered && !above) {
				p.rule(xs[c], y, xs[c], y+height)
			}
		}
		if cell.Covered {
			continue
		}
		for i, line := range lines(cell.Text, xs[c+max(cell.ColSpan, 1)]-xs[c]) {
			p.put(line, xs[c]+padding, y+tableEm+3+float64(i)*tablePitch, tableEm, 0)
		}
	}
	p.y += height
	if !p.style.Plain {
		p.rule(xs[len(xs)-1], y, xs[len(xs)-1], y+height)
		for c := range rows[r] {
			if r+1 == len(rows) || !rowGoesOn(rows, r+1, c) {
				p.rule(xs[c], p.y, xs[c+1], p.y)
			}
		}
	}
}

// rowGoesOn reports that the cell at row r, column c is covered by one of a row above.
func rowGoesOn(rows [][]Cell, r, c int) bool {
	for up := r - 1; up >= 0; up-- {
		for k, cell := range rows[up] {
			if !cell.Covered && up+max(cell.RowSpan, 1) > r && k <= c && c < k+max(cell.ColSpan, 1) {
				return true
			}
		}
	}
	return false
}

// edges gives each column a width by what stands in it. One with lines that end of their
// own keeps a width that shows it: they are shorter than the column.
func edges(rows [][]Cell, x0, x1 float64) []float64 {
	want, fixed := make([]float64, len(rows[0])), make([]bool, len(rows[0]))
	loose, room := 0.0, x1-x0
	for c := range want {
		want[c] = 3.2 * tableEm
		for _, row := range rows {
			if c >= len(row) || row[c].Covered || row[c].ColSpan > 1 {
				continue
			}
			text, rest, more := strings.Cut(row[c].Text, "\n")
			for ; more; text, rest, more = strings.Cut(rest, "\n") {
				want[c], fixed[c] = max(want[c], width(text, tableEm)+2*tableEm+2*padding), true
			}
			if !fixed[c] {
				want[c] = max(want[c], min(width(text, tableEm), 14*tableEm))
			}
		}
		if fixed[c] {
			room -= want[c]
		} else {
			loose += want[c]
		}
	}
	if room < 0.4*(x1-x0) { // there is no room for that
		clear(fixed)
		loose += x1 - x0 - room
		room = x1 - x0
	}
	xs := []float64{x0}
	for c, w := range want {
		if !fixed[c] || loose == 0 {
			w *= room / max(loose, 1)
		}
		xs = append(xs, xs[len(xs)-1]+w)
	}
	return xs
}

func lines(s string, w float64) (out []string) {
	for part := range strings.SplitSeq(s, "\n") {
		for part != "" {
			var line string
			line, part = wrap(part, w-2*padding, tableEm)
			out = append(out, line)
		}
	}
	return out
}
