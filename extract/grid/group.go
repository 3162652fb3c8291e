package grid

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/header"
)

// group is the heading of the rows below it, which stands in a row of its own.
type group struct {
	heading string
	level   int // 1 for 一、 and what has no label, 2 for （一）, 3 for 1.
}

// below returns the headings that hold behind a new one.
func (g group) below(groups []group) []group {
	return append(slices.DeleteFunc(slices.Clone(groups), func(above group) bool { return above.level >= g.level }), g)
}

// groupRow reads a row that names a group: one cell alone (一、居家服务), which may leave the number empty, or a label in
// the column of numbers and one cell behind it (一 | 居家服务).
func (r *reader) groupRow(i int) (group, bool) {
	var filled []int // the columns in which different cells with text begin
	for c := range r.Grid.Rows[i] {
		cell := r.Grid.At(i, c)
		if cell.Len() == 0 || c > 0 && cell == r.Grid.At(i, c-1) {
			continue
		}
		if cell.Row != i {
			return group{}, false
		}
		filled = append(filled, c)
	}
	columns := r.Grid.Columns()
	switch {
	case len(filled) == 1 && columns > 1 && r.heads(i, filled[0]):
		text := r.Rows[i][filled[0]]
		return group{text, level(text)}, !isNumber(text)
	case len(filled) == 2 && columns > 2 && filled[0] == r.layout.number && filled[1] == filled[0]+1:
		label, text := r.Rows[i][filled[0]], r.Rows[i][filled[1]]
		if folded := header.Fold(label); !isChinese(folded) && !r.above(i, folded) && (isNumber(folded) || r.Grid.At(i, filled[1]).ColSpan < columns-2) {
			return group{}, false
		}
		return group{labelled(label, text), level(label)}, true
	}
	return group{}, false
}

// heads reports that the one cell of row i stands where a heading does: at its start, or behind an empty number and over all
// that is left.
func (r *reader) heads(i, c int) bool {
	cell := r.Grid.At(i, c)
	return cell.RowSpan == 1 && (c == 0 || c == r.layout.number+1 && cell.ColSpan > 1 && c+cell.ColSpan == r.Grid.Columns())
}

// above reports that the row behind row i is numbered below its number: 1 above 1.1.
func (r *reader) above(i int, number string) bool {
	number = strings.TrimRight(number, ".、")
	if number == "" || i+1 >= len(r.Rows) {
		return false
	}
	below, ok := strings.CutPrefix(header.Fold(r.Rows[i+1][r.layout.number]), number)
	return ok && len(below) > 1 && strings.ContainsRune(".-", rune(below[0])) && isNumber(below[1:])
}

// labelled puts a label before a heading: 一 居家服务 → 一、居家服务.
func labelled(label, text string) string {
	if last := []rune(label); strings.ContainsRune(")）、.．", last[len(last)-1]) {
		return label + text
	}
	return label + "、" + text
}

// level is the level of the label that begins a heading.
func level(heading string) int {
	key := header.Fold(heading)
	switch {
	case strings.HasPrefix(key, "("):
		return 2
	case key != "" && key[0] >= '0' && key[0] <= '9':
		return 3
	}
	return 1
}

// isChinese reports a Chinese numeral, in brackets or not: 一, (一), 十二、.
func isChinese(key string) bool {
	key = strings.Trim(key, "()、.第章节部分")
	return key != "" && strings.Trim(key, "一二三四五六七八九十百") == ""
}

func isNumber(key string) bool { return strings.Trim(key, "0123456789.、()（） ") == "" }
