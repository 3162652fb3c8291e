package workbook

import (
	"fmt"
	"strconv"
	"strings"
)

// Rule marks the cells of a row in the columns [Sheet.Marked] where a formula holds.
type Rule struct {
	Formula string // without =, as it is for the first row of cells: AND($C3<>"",$C3<TODAY())
	Mark    Mark
}

// Mark is how a cell is marked.
type Mark int

// The marks.
const (
	Alarm  Mark = iota // red
	Notice             // amber
	marks
)

// begin writes what stands before the rows, the title and the header row.
func (s *Sheet) begin(p *page) error {
	out := append([]byte(nil), xmlHead+`<worksheet xmlns="`+mainSpace+`"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView`...)
	if s == s.book.sheets[0] && len(s.pages) == 1 {
		out = append(out, ` tabSelected="1"`...)
	}
	first := s.First()
	corner, pane := ColumnName(s.Fixed)+strconv.Itoa(first), "bottomLeft"
	out = append(out, ` workbookViewId="0"><pane`...)
	if s.Fixed > 0 {
		out, pane = fmt.Appendf(out, ` xSplit="%d"`, s.Fixed), "bottomRight"
	}
	out = fmt.Appendf(out, ` ySplit="%d" topLeftCell="%s" activePane="%s" state="frozen"/><selection pane="%s" activeCell="%s" sqref="%s"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`,
		first-1, corner, pane, pane, corner, corner)
	for i, c := range s.Columns {
		out = fmt.Appendf(out, `<col min="%d" max="%d" width="%s" customWidth="1"`, i+1, i+1, strconv.FormatFloat(c.Width, 'f', -1, 64))
		if c.Hidden {
			out = append(out, ` hidden="1"`...)
		}
		out = append(out, "/>"...)
	}
	if _, err := p.out.Write(append(out, "</cols><sheetData>"...)); err != nil {
		return err
	}
	return s.head(p)
}

// head writes the title and the header row.
func (s *Sheet) head(p *page) error {
	if s.Title != "" {
		const height = 30
		title := make([]Cell, len(s.Columns))
		for i := range title {
			title[i].Style = Title
		}
		title[0] = Cell{kind: shared, number: float64(s.book.titleOf(s)), Style: Title}
		if err := s.write(p, height, title); err != nil {
			return err
		}
	}
	header := make([]Cell, 0, len(s.Columns))
	lines := 1
	for _, c := range s.Columns {
		cell := Cell{text: c.Title, kind: text, Style: Heading}
		if c.ByHand {
			cell.Style = HandHeading
		}
		header = append(header, cell)
		lines = max(lines, cell.lines(c.Width))
	}
	const line, space = 14, 6
	return s.write(p, float64(lines*line+space), header)
}

// end writes what stands behind the rows.
func (s *Sheet) end(p *page) error {
	first := s.First()
	out := fmt.Appendf(nil, `</sheetData><autoFilter ref="A%d:%s%d"/>`, first-1, ColumnName(len(s.Columns)-1), max(p.rows, first-1))
	out = s.appendRules(out)
	out = s.appendChoices(out)
	paper, orientation := 9, "landscape"
	if s.A3 {
		paper = 8
	}
	if s.portrait() {
		orientation = "portrait"
	}
	out = fmt.Appendf(out, `<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.5" header="0.3" footer="0.25"/><pageSetup paperSize="%d" orientation="%s" fitToHeight="0"/><headerFooter>`, paper, orientation)
	if s.Title == "" {
		out = appendText(append(out, "<oddHeader>&amp;C"...), strings.ReplaceAll(s.book.title+"　"+p.name, "&", "&&"))
		out = append(out, "</oddHeader>"...)
	}
	out = append(out, "<oddFooter>&amp;C"...)
	out = append(appendText(out, s.book.Footer), "</oddFooter></headerFooter></worksheet>"...)
	_, err := p.out.Write(out)
	return err
}

// appendRules appends the rules, which hold for all rows that there are or may come.
func (s *Sheet) appendRules(out []byte) []byte {
	if len(s.Rules) == 0 {
		return out
	}
	var cells []string
	for _, column := range s.Marked {
		cells = append(cells, s.below(column))
	}
	out = fmt.Appendf(out, `<conditionalFormatting sqref="%s">`, strings.Join(cells, " "))
	for i, r := range s.Rules {
		out = fmt.Appendf(out, `<cfRule type="expression" dxfId="%d" priority="%d"><formula>`, r.Mark, i+1)
		out = append(appendText(out, r.Formula), "</formula></cfRule>"...)
	}
	return append(out, "</conditionalFormatting>"...)
}

// appendChoices appends the lists that people choose from.
func (s *Sheet) appendChoices(out []byte) []byte {
	var lists []byte
	n := 0
	for i, c := range s.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		n++
		lists = fmt.Appendf(lists, `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="%s"><formula1>`, s.below(i))
		lists = append(appendText(lists, `"`+strings.Join(c.Choices, ",")+`"`), "</formula1></dataValidation>"...)
	}
	if n == 0 {
		return out
	}
	out = append(fmt.Appendf(out, `<dataValidations count="%d">`, n), lists...)
	return append(out, "</dataValidations>"...)
}

// below returns the cells of a column below the header.
func (s *Sheet) below(column int) string {
	name := ColumnName(column)
	return fmt.Sprintf("%s%d:%s%d", name, s.First(), name, pageRows)
}
