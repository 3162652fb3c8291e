package register

import (
	"fmt"
	"regexp"
	"strconv"
)

var (
	cellStyles    = pattern(`(?s)<((?:\w+:)?)cellXfs\b[^>]*>.*?</(?:\w+:)?cellXfs>`)
	cellStyle     = pattern(`<(?:\w+:)?xf\s[^>]*>`)
	cellStylesEnd = pattern(`(<(?:\w+:)?cellXfs)\b[^>]*(>(?s:.*?))(</(?:\w+:)?cellXfs>)`)
)

// isBare reports a table whose rows have no cells to look like.
func (f *filling) isBare() bool {
	for _, r := range f.rows[f.header+1 : f.end+1] {
		if len(r.cells) > 0 {
			return false
		}
	}
	return true
}

// lookOf returns the style of a cell below a header without rows: within the header's borders, in the workbook's own font, wrapped;
// "" where the header has no style.
func (f *filling) lookOf(column int) string {
	head := f.rows[f.header].find(column)
	if head == nil || head.style == "" {
		return ""
	}
	if style, ok := f.looks[column]; ok {
		return strconv.Itoa(len(f.dates) - len(f.looks) + style)
	}
	data, err := f.archive.read("xl/styles.xml")
	list := cellStyle().FindAllString(string(cellStyles().Find(data)), -1)
	n, wrong := strconv.Atoi(head.style)
	if err != nil || wrong != nil || n < 0 || n >= len(list) || len(list) != len(f.dates)-len(f.looks) {
		return ""
	}
	border := value(list[n], "borderId")
	if border == "" {
		border = "0"
	}
	format, align := 0, ""
	if column == f.column("due") {
		const day = 14
		format, align = day, ` horizontal="center"`
	}
	if column == f.column("order") {
		align = ` horizontal="center"`
	}
	if f.looks == nil {
		f.looks = map[int]int{}
	}
	index := len(f.dates)
	f.looks[column] = len(f.looks)
	f.lookXML = fmt.Appendf(f.lookXML, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="%s" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment%s vertical="center" wrapText="1"/></xf>`, format, border, align)
	f.dates[index] = format > 0
	return strconv.Itoa(index)
}

// withLooks returns the styles with those that were added.
func (f *filling) withLooks(data []byte) []byte {
	xml := f.lookXML
	if m := cellStyles().FindSubmatch(data); m != nil {
		xml = regexp.MustCompile(`<(/?)(xf|alignment)`).ReplaceAll(xml, []byte("<${1}"+string(m[1])+"${2}"))
	}
	return cellStylesEnd().ReplaceAll(data, fmt.Appendf(nil, `${1} count="%d"${2}%s${3}`, len(f.dates), xml))
}
