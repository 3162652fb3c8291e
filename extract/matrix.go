package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
)

// names are what the departments' family says of cells.
func (x *extractor) names() grid.Names {
	return grid.Names{
		Role:  func(header string) bool { _, ok := party.Column(header, x.party.Words); return ok },
		Organ: party.IsOrgan,
		Held:  party.IsHolder,
	}
}

// matrix reads a table whose columns departments head and whose cells say by signs what each has to do
// with the row. It returns false where no legend says what the signs mean: ★为牵头单位，▲为配合单位.
func (x *extractor) matrix(t *parser.Table, s *grid.Sheet) bool {
	if s.Columns == nil {
		return true
	}
	columns, ticks := s.Ticked(x.names())
	if len(columns) < 2 {
		return true
	}
	signs := legend(s.Margin()+"\n"+x.linesAround(t.Range), x.party.Words)
	for _, tick := range ticks {
		role, ok := party.Column(tick, x.party.Words)
		if !ok {
			role, ok = signs[[]rune(tick)[0]]
		}
		if !ok {
			return false
		}
		signs[[]rune(tick)[0]] = role
	}
	x.signs = signs
	s.Answer(columns)
	return true
}

// marked returns the bodies at the head of a column, in the role that the sign of a cell says.
func (x *extractor) marked(cell grid.Party) []party.Department {
	sign := []rune(header.Fold(x.cellText(cell.Says)))
	if len(sign) == 0 {
		return nil
	}
	role := x.signs[sign[0]]
	i, j := x.stream.Slice(cell.Head.Range)
	found, _ := party.Cell(x.stream, i, j, role, x.party)
	return found
}

// maxLegend is how much text before and behind a table is looked at for a legend.
const maxLegend = 120

// linesAround returns the line before a table and the line behind it.
func (x *extractor) linesAround(r block.Range) string {
	before := strings.TrimSpace(string(x.doc.Folded[max(0, r.Start-maxLegend):r.Start]))
	behind := strings.TrimSpace(string(x.doc.Folded[r.End:min(len(x.doc.Folded), r.End+maxLegend)]))
	behind, _, _ = strings.Cut(behind, "\n")
	return before[strings.LastIndexByte(before, '\n')+1:] + "\n" + behind
}

// legend returns what the signs of a matrix mean, from a text that says it: ★为牵头单位，▲为配合单位;
// 牵头（★）、配合（▲）. The first sign decides on which side of it its meaning stands.
func legend(text string, words *party.Words) map[rune]party.Role {
	out := map[rune]party.Role{}
	runes := []rune(text)
	side := 0
	for i, r := range runes {
		if !strings.ContainsRune(grid.Ticks, r) {
			continue
		}
		before, isBefore := party.Column(wordBefore(runes[:i]), words)
		behind, isBehind := party.Column(wordBehind(runes[i+1:]), words)
		if side == 0 && isBefore {
			side = -1
		} else if side == 0 && isBehind {
			side = 1
		}
		switch {
		case side < 0 && isBefore:
			out[r] = before
		case side > 0 && isBehind:
			out[r] = behind
		}
	}
	return out
}

// wordBehind returns the word behind a sign: 牵头单位 of 为牵头单位，….
func wordBehind(runes []rune) string {
	text := strings.TrimLeft(string(runes[:min(len(runes), maxWord)]), "为表示代指是:“”\"'(=- ")
	if end := strings.IndexFunc(text, endsWord); end >= 0 {
		text = text[:end]
	}
	return text
}

// wordBefore returns the word right before a sign: 牵头单位 of 牵头单位（★）.
func wordBefore(runes []rune) string {
	text := strings.TrimRight(string(runes[max(0, len(runes)-maxWord):]), "(用以:“\"'")
	return text[behindWord(text):]
}

const maxWord = 16 // characters

func endsWord(r rune) bool { return strings.ContainsRune("、,;。:()“”\"\n "+grid.Ticks, r) }

// behindWord returns where the last word of a text begins.
func behindWord(text string) int {
	i := strings.LastIndexFunc(text, endsWord)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}
