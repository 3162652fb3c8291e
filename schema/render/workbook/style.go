package workbook

import (
	"fmt"
	"strings"
)

// Style is the look of a cell.
type Style int

// The styles. Those behind Date show a number with a comparator before it (≥ 50); the
// cell holds the number alone.
const (
	Default Style = iota // never used: what Excel gives a cell without style
	Plain                // a number, or a text on one line
	Wrapped              // a text, wrapped
	Heading              // of a column
	Strong               // the row that heads a group
	Date
	AtLeast
	More
	AtMost
	Less
	About
	styles
)

// stylesheet returns xl/styles.xml: a style each, in order.
func stylesheet() string {
	const font, strong = 0, 1
	const none, heading, group = 0, 2, 3
	var formats, looks strings.Builder
	format := func(id int, code string) int {
		formats.WriteString(fmt.Sprintf(`<numFmt numFmtId="%d" formatCode="`, id))
		formats.Write(appendText(nil, code))
		formats.WriteString(`"/>`)
		return id
	}
	look := func(format, font, fill, border int, align string) {
		fmt.Fprintf(&looks, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment %s/></xf>`, format, font, fill, border, align)
	}
	const top, wrap = `vertical="top"`, `vertical="top" wrapText="1"`
	looks.WriteString(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	look(0, font, none, 1, top)
	look(0, font, none, 1, wrap)
	look(0, strong, heading, 1, `horizontal="center" vertical="center" wrapText="1"`)
	look(0, strong, group, 1, wrap)
	look(format(164, "yyyy-mm-dd"), font, none, 1, `horizontal="center" vertical="top"`)
	for i, sign := range []string{"≥", ">", "≤", "<", "≈"} {
		look(format(165+i, `"`+sign+` "General`), font, none, 1, top)
	}
	fill := func(color string) string {
		return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + color + `"/><bgColor indexed="64"/></patternFill></fill>`
	}
	side := func(name string) string {
		return `<` + name + ` style="thin"><color rgb="FFBFBFBF"/></` + name + `>`
	}
	const face = `<sz val="10"/><color rgb="FF1F1F1F"/><name val="Microsoft YaHei"/><family val="2"/><charset val="134"/>`
	return xmlHead + `<styleSheet xmlns="` + mainSpace + `">` +
		fmt.Sprintf(`<numFmts count="6">%s</numFmts>`, formats.String()) +
		`<fonts count="2"><font>` + face + `</font><font><b/>` + face + `</font></fonts>` +
		`<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` + fill("DCE6F1") + fill("F2F2F2") + `</fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>` + side("left") + side("right") + side("top") + side("bottom") + `<diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs>`, styles, looks.String()) +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
