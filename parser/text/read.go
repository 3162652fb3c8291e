package text

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// Read cuts the text of f into blocks. The reading text is f.Text, so every position is
// one of the user's own file. Blocks hold every character of it but white space, page
// numbers, and the | of a cell's end that turned out to be no table's.
//
// Tables whose cells could not all be put into rows are reported as table-shape. The
// error is always nil; it is there because readers of other formats have one.
func Read(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	text := runes(f.Text)
	r := reader{text: text, lines: splitLines(text)}
	r.wrap = newWrapping(r.text, r.lines)
	r.read()
	return &block.Reading{Text: text, Blocks: r.blocks}, r.diagnostics, nil
}

// reader goes through the lines once, from the top.
type reader struct {
	cells       int // of the tables so far
	text        []rune
	lines       []line
	wrap        *wrapping
	bare        map[int]cell // cells made of lines without |, by line
	blocks      []block.Block
	diagnostics []schema.Diagnostic
}

func (r *reader) read() {
	for i := 0; i < len(r.lines); {
		next := r.flatTable(i)
		if next == i {
			next = r.bareTable(i)
		}
		if next == i {
			next = r.rowTable(i)
		}
		if next == i {
			next = r.paragraph(i)
		}
		i = next
	}
}

// paragraph reads line i with the lines that a fixed width broke off it, and returns
// the line behind them.
func (r *reader) paragraph(i int) int {
	first := &r.lines[i]
	if first.Len() == 0 || first.pageNumber {
		return i + 1
	}
	b := block.Block{Range: first.Range}
	parts := []block.Range{first.Range}
	last := i
	for next := i + 1; next < len(r.lines); next++ {
		l := &r.lines[next]
		if l.pageNumber {
			continue
		}
		if !r.wrap.joins(last, next) {
			break
		}
		parts = append(parts, l.Range)
		b.End, last = l.End, next
	}
	if len(parts) > 1 {
		b.Parts = parts
	}
	r.blocks = append(r.blocks, b)
	return last + 1
}
