package workbook

import (
	"fmt"
	"strings"
)

const (
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packages   = "http://schemas.openxmlformats.org/package/2006/"
	mediaMain  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// part is a file of the package other than a worksheet.
type part struct{ name, text string }

// parts returns what makes the worksheets one workbook (ECMA-376 part 1, 12.2).
func (b *Book) parts() []part {
	var types, rels, sheets, names strings.Builder
	index := 0
	for _, s := range b.sheets {
		for _, p := range s.pages {
			name := string(appendText(nil, p.name))
			fmt.Fprintf(&types, `<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, pageName(p.number), mediaMain)
			fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, p.number, officeRels, p.number)
			fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, p.number, p.number)
			fmt.Fprintf(&names, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">'%s'!$A$%d:$%s$%d</definedName>`, index, name, s.First()-1, ColumnName(len(s.Columns)-1), max(p.rows, s.First()-1))
			fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">'%s'!$%d:$%d</definedName>`, index, name, s.First()-1, s.First()-1)
			index++
		}
	}
	var titles strings.Builder
	for _, h := range b.titled {
		titles.WriteString("<si><t>")
		titles.Write(appendText(nil, escapeCode(cut(h.text()))))
		titles.WriteString("</t></si>")
	}
	style := b.pages + 1
	title := string(appendText(nil, b.title))
	return []part{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="` + packages + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + mediaMain + `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="` + mediaMain + `styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="` + mediaMain + `sharedStrings+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", xmlHead + `<Relationships xmlns="` + packages + `relationships"><Relationship Id="rId1" Type="` + officeRels + `/officeDocument" Target="xl/workbook.xml"/>` +
			`<Relationship Id="rId2" Type="` + packages + `relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", xmlHead + `<cp:coreProperties xmlns:cp="` + packages + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` + title + `</dc:title><dc:creator>policyx</dc:creator></cp:coreProperties>`},
		{"xl/workbook.xml", xmlHead + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeRels + `"><bookViews><workbookView/></bookViews><sheets>` + sheets.String() + `</sheets><definedNames>` + names.String() + `</definedNames></workbook>`},
		{"xl/_rels/workbook.xml.rels", xmlHead + `<Relationships xmlns="` + packages + `relationships">` + rels.String() +
			fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/><Relationship Id="rId%d" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, style, officeRels, style+1, officeRels)},
		{"xl/sharedStrings.xml", xmlHead + fmt.Sprintf(`<sst xmlns="%s" uniqueCount="%d">%s</sst>`, mainSpace, len(b.titled), titles.String())},
		{"xl/styles.xml", stylesheet()},
	}
}
