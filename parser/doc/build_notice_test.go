package doc

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/word"
)

// line is a paragraph.
func line(text string) para { return para{text: text + "\r"} }

// officeList is the numbering that offices use: 一、 （一） 1. （1） ①.
var officeList = []word.Level{
	{Start: 1, Format: word.ChineseThousand, Text: "%1、"},
	{Start: 1, Format: word.ChineseCounting, Text: "（%2）", Restart: 1},
	{Start: 1, Text: "%3.", Restart: 2},
	{Start: 1, Text: "（%4）", Restart: 3},
	{Start: 1, Format: word.EnclosedCircle, Text: "%5", Restart: 4},
}

// numbered is a paragraph of a list.
func numbered(list, level int, text string) para {
	return para{text: text + "\r", props: join(prop(propLevel, byte(level)), prop(propList, le16(list)...))}
}

// cellOf is a cell of a row to be written: its edges and how it merges.
type cellOf struct {
	text        string
	left, right int
	flags       int
}

// row are the paragraphs of a table's row.
func row(cells ...cellOf) (out []para) {
	in := prop(propInTable, 1)
	edges, records := le16(cells[0].left), []byte{}
	for _, c := range cells {
		lines := strings.Split(c.text, "\n")
		for i, text := range lines {
			mark := "\r"
			if i == len(lines)-1 {
				mark = "\x07"
			}
			out = append(out, para{text: text + mark, props: in})
		}
		edges = append(edges, le16(c.right)...)
		records = append(records, join(le16(c.flags), make([]byte, cellSize-2))...)
	}
	operand := join([]byte{byte(len(cells))}, edges, records)
	return append(out, para{text: "\x07", props: join(in, prop(propRowEnd, 1), prop(propTable, join(le16(len(operand)+1), operand)...))})
}

// fromReading writes the notice that another format's reader read as a Word document:
// its tables as tables, and labels as automatic numbers wherever counting gives them.
func fromReading(r *block.Reading) []byte {
	f := file{lists: [][]word.Level{officeList}}
	var count labels
	for _, b := range r.Blocks {
		if b.Grid != nil {
			f.paras = append(f.paras, gridRows(r.Text, b.Grid)...)
			f.paras = append(f.paras, line(""))
			continue
		}
		text := paragraphText(r.Text, b)
		if level, rest := count.cut(text); level >= 0 {
			f.paras = append(f.paras, numbered(1, level, rest))
		} else {
			f.paras = append(f.paras, line(text))
		}
	}
	return f.build()
}

// paragraphText is a paragraph with the breaks of its lines closed.
func paragraphText(text []rune, b block.Block) string {
	ranges := b.Parts
	if ranges == nil {
		ranges = []block.Range{b.Range}
	}
	var out strings.Builder
	for _, r := range ranges {
		for _, line := range strings.FieldsFunc(string(text[r.Start:r.End]), func(r rune) bool { return r == '\n' || r == '\r' }) {
			out.WriteString(strings.TrimSpace(line))
		}
	}
	return out.String()
}

func gridRows(text []rune, g *block.Grid) (out []para) {
	for r := range g.Rows {
		var cells []cellOf
		for c := 0; c < g.Columns(); {
			cell := g.At(r, c)
			o := cellOf{left: c * 1500, right: (c + cell.ColSpan) * 1500}
			if cell.Row == r {
				o.text = string(text[cell.Start:cell.End])
			}
			if cell.RowSpan > 1 {
				o.flags = 1 << 5
				if cell.Row == r {
					o.flags = 3 << 5
				}
			}
			cells = append(cells, o)
			c += cell.ColSpan
		}
		out = append(out, row(cells...)...)
	}
	return out
}

// labels counts as officeList does.
type labels [5]int

// cut returns the level of the label that text begins with, if it is the next of its
// level, and the text behind it.
func (l *labels) cut(text string) (level int, rest string) {
	for level := range l {
		n := l[level] + 1
		if n > 10 {
			continue
		}
		han := string([]rune("一二三四五六七八九十")[n-1])
		label := []string{han + "、", "（" + han + "）", fmt.Sprintf("%d.", n), fmt.Sprintf("（%d）", n), string(rune('①' + n - 1))}[level]
		if rest, ok := strings.CutPrefix(text, label); ok {
			l[level] = n
			clear(l[level+1:])
			return level, rest
		}
	}
	return -1, text
}
