package text

import (
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/source"
)

// cell is a cell of a table before its row and column are known.
type cell struct {
	block.Range
	word   string // folded, without white space, cut at plainLength
	class  class
	order  int  // the number it would be in a 序号 column
	opens  bool // it opens a section of the table: 一、健全机制
	number int  // line it starts in
	ends   bool // a row ends behind it, for sure
	fill   int  // how many | stand behind its own end mark: empty cells
}

func (r *reader) newCell(at block.Range, number int) cell {
	word := plain(r.text, at)
	return cell{Range: at, word: word, class: classOf(word), order: orderOf(word), opens: opensSection(word), number: number}
}

// opensSection reports a heading among the rows of a table.
func opensSection(word string) bool {
	const longest = 60
	if word == "" || letters(word) > longest {
		return false
	}
	s := startOf([]rune(word))
	return s == startSection || s == startItem && word[0] == '('
}

// Bounds of a table that lost its rows.
const (
	flatCells  = 1 << 17 // cells; what lies beyond is left out of the table, and that is said
	mostCells  = 3 << 18 // cells of all tables of a text
	cellLines  = 40      // lines of one cell
	cellLength = 3000    // characters of one cell

	headerCells = 40 // cells of a header
)

// flatCells reads the cells of a table that stands one cell a line, from line i on: text
// that a | ends, on its own line or the next, and lines of | alone. It returns the cells
// and the line behind the last of them.
//
// A cell may have several lines, of which only the last has the |. Lines without one that
// no | follows soon, or that start a section, end the table.
func (r *reader) flatCells(i int) (cells []cell, next int) {
	open := -1 // first line of a cell whose | has not come yet
	for next = i; i < len(r.lines) && len(cells) < flatCells; i++ {
		l := &r.lines[i]
		switch {
		case l.pageNumber:
			continue
		case l.barOnly():
			bars := l.bars
			if open >= 0 {
				cells = append(cells, r.newCell(block.Range{Start: r.lines[open].Start, End: r.lines[i-1].End}, r.lines[open].number))
				open, bars = -1, bars-1
			}
			cells = fill(cells, bars, l)
		case l.cellEnd():
			if open < 0 {
				if len(cells) > 0 && r.restarts(cells, i) {
					return cells, next
				}
				open = i
			}
			cells = append(cells, r.newCell(block.Range{Start: r.lines[open].Start, End: l.End}, r.lines[open].number))
			cells = fill(cells, l.tail-1, l)
			open = -1
		case l.bars > 0:
			return cells, next
		case open < 0:
			if len(cells) == 0 && !r.opensHeader(i) || !r.continues(i) {
				return cells, next
			}
			open = i
			continue
		default:
			continue
		}
		next = i + 1
	}
	return cells, next
}

// fill notes bars that stand alone: one is an empty cell, several fill up a row.
func fill(cells []cell, bars int, l *line) []cell {
	switch {
	case bars <= 0:
	case bars == 1 || len(cells) == 0:
		for range min(bars, block.MaxColumns) {
			cells = append(cells, cell{Range: block.Range{Start: l.Start, End: l.Start}, number: l.number})
		}
	default:
		cells[len(cells)-1].fill += bars
	}
	return cells
}

// continues reports whether the lines from i on, which have no |, are the beginning of
// a cell: its | comes soon.
func (r *reader) continues(i int) bool {
	length, lines, section := 0, 0, false
	for j := i; j < len(r.lines) && lines <= cellLines; j++ {
		l := &r.lines[j]
		if l.bars > 0 {
			return l.bars == l.tail && !(l.Len() > 0 && r.opensHeader(j)) && !(section && lines > 1)
		}
		if length += l.Len(); length > cellLength {
			return false
		}
		lines++
		section = section || startOf(r.text[l.Start:l.End]) == startSection
	}
	return false
}

// opensHeader reports that line i is the first cell of a header: 序号, or the start of a
// first cell broken over two lines.
func (r *reader) opensHeader(i int) bool {
	l := &r.lines[i]
	if l.Len() == 0 || l.Len() > headerLength || !header.Ends(source.Fold(r.text[l.End-1])) {
		return false
	}
	k, known := kindOf(plain(r.text, l.Range))
	return known && k == orderKind
}

// restarts reports that at line i the header of another table begins. The header of the
// same table, repeated on a new page, does not: the numbers go on behind it.
func (r *reader) restarts(cells []cell, i int) bool {
	if !r.opensHeader(i) || plain(r.text, r.lines[i].Range) != cells[0].word {
		return r.opensHeader(i)
	}
	at := 0
	for ; i < len(r.lines) && at < min(len(cells), headerCells); i++ {
		l := &r.lines[i]
		if l.Len() == 0 || l.pageNumber {
			continue
		}
		word := plain(r.text, l.Range)
		if at >= 2 && cells[at].order > 0 {
			return orderOf(word) == 1
		}
		if word != cells[at].word {
			return at < 3
		}
		at++
	}
	return false
}

// letters is how many characters s has.
func letters(s string) int { return utf8.RuneCountInString(s) }
