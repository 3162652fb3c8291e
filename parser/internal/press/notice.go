package press

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// Blocks sets a reading in type: the lines above the first addressee are titles and stand
// in the middle.
func Blocks(r *block.Reading) (out []Block) {
	title := true
	for _, b := range r.Blocks {
		if b.Grid != nil {
			out = append(out, Block{Rows: rows(r, b.Grid)})
			continue
		}
		s := paragraph(r, &b)
		if s == "" {
			continue
		}
		if strings.HasSuffix(s, "：") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "。") || len([]rune(s)) > 60 {
			out = append(out, Block{Text: s, Flush: title && strings.HasSuffix(s, "：")})
			title = false
			continue
		}
		out = append(out, Block{Text: s, Centre: title && len([]rune(s)) <= 27, Flush: title})
	}
	return out
}

// paragraph is a paragraph without what cuts it apart.
func paragraph(r *block.Reading, b *block.Block) string {
	if b.Parts == nil {
		return words(r.Text[b.Start:b.End])
	}
	var s strings.Builder
	for _, p := range b.Parts {
		s.WriteString(words(r.Text[p.Start:p.End]))
	}
	return s.String()
}

func rows(r *block.Reading, g *block.Grid) [][]Cell {
	out := make([][]Cell, len(g.Rows))
	for i := range out {
		out[i] = make([]Cell, g.Columns())
		for k := range out[i] {
			c := g.At(i, k)
			if c.Row != i || c.Col != k {
				out[i][k].Covered = true
				continue
			}
			out[i][k] = Cell{Text: broken(words(r.Text[c.Start:c.End])), RowSpan: c.RowSpan, ColSpan: c.ColSpan}
		}
	}
	return out
}

// words is text on one line.
func words(text []rune) string { return strings.Join(strings.Fields(string(text)), " ") }

// broken gives a cell its lines: a space between two Chinese characters was a line break.
func broken(s string) string {
	runes := []rune(s)
	for i := 1; i+1 < len(runes); i++ {
		if runes[i] == ' ' && runes[i-1] >= 0x2E80 && runes[i+1] >= 0x2E80 {
			runes[i] = '\n'
		}
	}
	return string(runes)
}
