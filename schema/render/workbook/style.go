package workbook

import (
	"fmt"
	"strings"
)

// Style is the look of a cell.
type Style int

// The styles.
const (
	Default     Style = iota // never used: what Excel gives a cell without style
	Plain                    // a number, or a text on one line
	Wrapped                  // a text, wrapped
	OneLine                  // a text of which a row one line high shows the first
	Title                    // of the sheet, centred across its columns
	Heading                  // of a column
	HandHeading              // of a column that people fill
	Centred                  // a number or a word that is looked up
	Link                     // leads elsewhere
	Date
	styles
)

const (
	bodyFont   = `<sz val="10"/><color rgb="FF1F1F1F"/><name val="宋体"/><family val="3"/><charset val="134"/>`
	headFont   = `<b/><sz val="10"/><color rgb="FF1F1F1F"/><name val="宋体"/><family val="3"/><charset val="134"/>`
	titleFont  = `<sz val="18"/><color rgb="FF1F1F1F"/><name val="黑体"/><family val="3"/><charset val="134"/>`
	linkFont   = `<u/><sz val="10"/><color rgb="FF0563C1"/><name val="宋体"/><family val="3"/><charset val="134"/>`
	looksUp    = `horizontal="center" vertical="center" wrapText="1"`
	headFill   = "DCE6F1"
	handFill   = "FFF2CC"
	alarmFill  = "F8CBAD"
	noticeFill = "FFE699"
)

// stylesheet returns xl/styles.xml: a style each, in order.
func stylesheet() string {
	const body, head, title, link = 0, 1, 2, 3
	const none, heading, hand = 0, 2, 3
	const isoDay = 164
	var looks strings.Builder
	look := func(format, font, fill, border int, align string) {
		fmt.Fprintf(&looks, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment %s/></xf>`, format, font, fill, border, align)
	}
	const middle, wrap = `vertical="center"`, `vertical="center" wrapText="1"`
	looks.WriteString(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	look(0, body, none, 1, middle)
	look(0, body, none, 1, wrap)
	look(0, body, none, 1, `vertical="top" wrapText="1"`)
	look(0, title, none, 0, `horizontal="centerContinuous" vertical="center"`)
	look(0, head, heading, 1, looksUp)
	look(0, head, hand, 1, looksUp)
	look(0, body, none, 1, looksUp)
	look(0, link, none, 1, looksUp)
	look(isoDay, body, none, 1, looksUp)
	fill := func(color string) string {
		return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + color + `"/><bgColor indexed="64"/></patternFill></fill>`
	}
	mark := func(color string) string {
		return `<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF` + color + `"/><bgColor rgb="FF` + color + `"/></patternFill></fill></dxf>`
	}
	side := func(name string) string {
		return `<` + name + ` style="thin"><color rgb="FF7F7F7F"/></` + name + `>`
	}
	fonts := ""
	for _, f := range []string{bodyFont, headFont, titleFont, linkFont} {
		fonts += "<font>" + f + "</font>"
	}
	return xmlHead + `<styleSheet xmlns="` + mainSpace + `">` +
		fmt.Sprintf(`<numFmts count="1"><numFmt numFmtId="%d" formatCode="yyyy-mm-dd"/></numFmts><fonts count="4">%s</fonts>`, isoDay, fonts) +
		`<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` + fill(headFill) + fill(handFill) + `</fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>` + side("left") + side("right") + side("top") + side("bottom") + `<diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs>`, styles, looks.String()) +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
		fmt.Sprintf(`<dxfs count="%d">%s</dxfs></styleSheet>`, marks, mark(alarmFill)+mark(noticeFill))
}
