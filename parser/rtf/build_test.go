package rtf

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/policyx/policyx/parser/block"
)

// head is what a Chinese Word writes before the text: f0 Western, f1 Chinese, f2 of signs.
const head = `{\rtf1\ansi\ansicpg936\uc2\deff0{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}` +
	`{\f1\fnil\fcharset134\fprq2 \'cb\'ce\'cc\'e5{\*\falt SimSun};}{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset136 PMingLiU;}}` +
	`{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0\snext0 Normal;}}{\info{\title \'b2\'bb\'b6\'c1}}` + "\r\n"

// doc makes a document of its body.
func doc(parts ...string) []byte { return []byte(head + strings.Join(parts, "") + "}") }

// par is a paragraph.
func par(inside ...string) string {
	return `\pard\plain \f1 ` + strings.Join(inside, "") + "\\par\r\n"
}

// t is text as Word writes it: what CP936 has as its bytes, what else as \u.
func t(text string) string {
	var b strings.Builder
	encoder := simplifiedchinese.GBK.NewEncoder()
	for _, r := range text {
		if r < 0x80 {
			b.WriteString(strings.NewReplacer(`\`, `\\`, "{", `\{`, "}", `\}`).Replace(string(r)))
			continue
		}
		if s, err := encoder.String(string(r)); err == nil && len(s) == 2 {
			fmt.Fprintf(&b, `\'%02x\'%02x`, s[0], s[1])
			continue
		}
		for _, u := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%d\'3f\'3f`, int16(u))
		}
	}
	return b.String()
}

// officeList is the numbering that offices use, as list 1: 一、 （一） 1. （1） ①.
var officeList = `{\*\listtable{\list\listtemplateid1` +
	level(39, `\'02\'00\'a1\'a2`) + level(37, `\'03\'a3\'a8\'01\'a3\'a9`) + level(0, `\'02\'02.`) + level(0, `\'03\uc1\u-248?\'03\u-247?`) + level(18, `\'01\'04`) +
	`{\listname ;}\listid1435436464}}{\*\listoverridetable{\listoverride\listid1435436464\listoverridecount0\ls1}}` + "\r\n"

func level(format int, text string) string {
	return fmt.Sprintf(`{\listlevel\levelnfc%d\levelnfcn%d\leveljc0\levelfollow2\levelstartat1\levelspace0{\leveltext\f1 %s;}{\levelnumbers\'01;}\fi-420\li420 }`, format, format, text)
}

// numbered is a paragraph of a list.
func numbered(list, level int, inside ...string) string {
	return par(fmt.Sprintf(`\ls%d\ilvl%d `, list, level), strings.Join(inside, ""))
}

// shown is a paragraph of a list with its number beside.
func shown(list, level int, number string, inside ...string) string {
	return fmt.Sprintf(`{\listtext\pard\plain\f1 %s\tab}\pard\plain\f1\ls%d\ilvl%d %s\par`, t(number), list, level, strings.Join(inside, "")) + "\r\n"
}

// cell is a cell of a row: what merges it, its right edge, its text.
type cell struct {
	merge string
	right int
	text  string
}

// row is a row of a table.
func row(cells ...cell) string {
	shape := `\trowd\trgaph108\trleft0`
	text := `\pard\plain\intbl\f1 `
	for _, c := range cells {
		shape += fmt.Sprintf(`%s\clbrdrt\brdrs\cellx%d`, c.merge, c.right)
		text += "{" + c.text + `\cell }`
	}
	return shape + text + "{" + shape + "\\row }\r\n"
}

// fromReading writes the notice that another format's reader read as an RTF document: its tables
// as tables, and labels as automatic numbers wherever counting gives them, every other time with
// the number beside.
func fromReading(r *block.Reading) []byte {
	body := []string{officeList}
	var count labels
	for i, b := range r.Blocks {
		if b.Grid != nil {
			body = append(body, gridRows(r.Text, b.Grid), `\pard\plain `)
			continue
		}
		text := paragraphText(r.Text, b)
		level, rest := count.cut(text)
		switch {
		case level < 0:
			body = append(body, par(t(text)))
		case i%2 == 0:
			body = append(body, numbered(1, level, t(rest)))
		default:
			body = append(body, shown(1, level, strings.TrimSuffix(text, rest), t(rest)))
		}
	}
	return doc(body...)
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

func gridRows(text []rune, g *block.Grid) string {
	var out strings.Builder
	for r := range g.Rows {
		var cells []cell
		for c := 0; c < g.Columns(); {
			at := g.At(r, c)
			o := cell{right: (c + at.ColSpan) * 1500}
			if at.Row == r {
				o.text = strings.ReplaceAll(t(string(text[at.Start:at.End])), "\n", `\par `)
			}
			if at.RowSpan > 1 {
				o.merge = `\clvmrg`
				if at.Row == r {
					o.merge = `\clvmgf`
				}
			}
			cells = append(cells, o)
			c += at.ColSpan
		}
		out.WriteString(row(cells...))
	}
	return out.String()
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
