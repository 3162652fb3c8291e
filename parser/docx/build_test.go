package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/policyx/policyx/parser/block"
)

const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// parts are the parts of a document by what they are: body, styles, numbering,
// footnotes, endnotes. Each is the content of the part's outermost element.
type parts map[string]string

// build makes a Word document.
func build(t testing.TB, p parts) []byte {
	t.Helper()
	files := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>%s</Types>`,
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="` + office + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": "<w:document " + space + "><w:body>" + p["body"] + "</w:body></w:document>",
	}
	var relations, types string
	for kind, content := range p {
		if kind == "body" {
			continue
		}
		files["word/"+kind+".xml"] = "<w:" + kind + " " + space + ">" + content + "</w:" + kind + ">"
	}
	for _, kind := range []string{"styles", "numbering", "footnotes", "endnotes"} {
		if _, ok := p[kind]; ok {
			relations += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, kind, office, kind, kind)
			types += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, kind, kind)
		}
	}
	files["[Content_Types].xml"] = fmt.Sprintf(files["[Content_Types].xml"], types)
	files["word/_rels/document.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relations + `</Relationships>`
	return pack(t, files)
}

// pack makes an archive that is the same bytes each time.
func pack(t testing.TB, files map[string]string) []byte { return packAs(t, zip.Deflate, files) }

func packAs(t testing.TB, method uint16, files map[string]string) []byte {
	t.Helper()
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		content := files[name]
		if !strings.HasPrefix(content, "<?xml") && !strings.HasPrefix(content, "\xff\xfe") {
			content = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + content
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// p is a paragraph, t a run of text.
func p(inside ...string) string { return "<w:p>" + strings.Join(inside, "") + "</w:p>" }

func t(text string) string { return `<w:r><w:t xml:space="preserve">` + escape(text) + "</w:t></w:r>" }

func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.String()
}

// The numbering that offices use: 一、 （一） 1. （1） ①.
const officeNumbering = `<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>` +
	`<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>` +
	`<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="（%4）"/></w:lvl>` +
	`<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:suff w:val="nothing"/><w:lvlText w:val="%5"/></w:lvl>` +
	`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`

// numbered is a paragraph of a list.
func numbered(list, level int, inside ...string) string {
	return p(append([]string{fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>`, level, list)}, inside...)...)
}

// fromReading writes the notice that another format's reader read as a Word document:
// its tables as tables, and labels as automatic numbers wherever counting gives them.
func fromReading(t testing.TB, r *block.Reading) []byte {
	var body strings.Builder
	var count labels
	for _, b := range r.Blocks {
		if b.Grid != nil {
			body.WriteString(gridXML(r.Text, b.Grid))
			continue
		}
		text := paragraphText(r.Text, b)
		level, rest := count.cut(text)
		if level >= 0 {
			body.WriteString(numbered(1, level, runs(rest)))
		} else {
			body.WriteString(p(runs(text)))
		}
	}
	body.WriteString("<w:sectPr/>")
	return build(t, parts{"body": body.String(), "numbering": officeNumbering})
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

// runs cuts text into runs, as Word does wherever anything was ever edited.
func runs(text string) string {
	var out strings.Builder
	for s := []rune(text); len(s) > 0; {
		n := min(len(s), 7)
		out.WriteString(t(string(s[:n])))
		s = s[n:]
	}
	return out.String()
}

func gridXML(text []rune, g *block.Grid) string {
	var out strings.Builder
	out.WriteString("<w:tbl><w:tblPr/><w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="1200"/>`, g.Columns()) + "</w:tblGrid>")
	for r := range g.Rows {
		out.WriteString("<w:tr>")
		for c := 0; c < g.Columns(); {
			cell := g.At(r, c)
			fmt.Fprintf(&out, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/>`, cell.ColSpan)
			content := ""
			switch {
			case cell.RowSpan > 1 && cell.Row == r:
				out.WriteString(`<w:vMerge w:val="restart"/>`)
			case cell.RowSpan > 1:
				out.WriteString("<w:vMerge/>")
			}
			if cell.Row == r {
				for _, line := range strings.Split(string(text[cell.Start:cell.End]), "\n") {
					content += p(t(line))
				}
			} else {
				content = p()
			}
			out.WriteString("</w:tcPr>" + content + "</w:tc>")
			c += cell.ColSpan
		}
		out.WriteString("</w:tr>")
	}
	return out.String() + "</w:tbl>"
}

// labels counts as the list of officeNumbering does.
type labels [5]int

const chineseDigits = "一二三四五六七八九十"

// cut returns the level of the label that text begins with, if it is the next of its
// level, and the text behind it.
func (l *labels) cut(text string) (level int, rest string) {
	for level := range l {
		n := l[level] + 1
		if n > 10 {
			continue
		}
		han := string([]rune(chineseDigits)[n-1])
		label := []string{han + "、", "（" + han + "）", fmt.Sprintf("%d.", n), fmt.Sprintf("（%d）", n), string(rune('①' + n - 1))}[level]
		if rest, ok := strings.CutPrefix(text, label); ok {
			l[level] = n
			clear(l[level+1:])
			return level, rest
		}
	}
	return -1, text
}
