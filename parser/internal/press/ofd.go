package press

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/policyx/policyx/parser/layout"
)

// mm is how many millimetres a point has.
const mm = 25.4 / 72

// OFD writes documents of pages as one OFD file (GB/T 33190-2016).
func OFD(documents ...[]layout.Page) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	part := func(name, body string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, _ = w.Write([]byte(xml.Header + body))
		}
	}
	var roots strings.Builder
	for n := range documents {
		fmt.Fprintf(&roots, `<ofd:DocBody><ofd:DocInfo><ofd:DocID>%032d</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_%d/Document.xml</ofd:DocRoot></ofd:DocBody>`, n+1, n)
	}
	part("OFD.xml", `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD">`+roots.String()+`</ofd:OFD>`)
	for n, pages := range documents {
		var list strings.Builder
		for i, p := range pages {
			fmt.Fprintf(&list, `<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, 100+i, i)
			part(fmt.Sprintf("Doc_%d/Pages/Page_%d/Content.xml", n, i), page(&p))
		}
		part(fmt.Sprintf("Doc_%d/Document.xml", n), fmt.Sprintf(`<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 %.3f %.3f</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>%s</ofd:Pages></ofd:Document>`, pageWidth*mm, pageHeight*mm, list.String()))
	}
	_ = z.Close()
	return buf.Bytes()
}

// page draws a page: a text object for each stretch on one line.
func page(p *layout.Page) string {
	var b strings.Builder
	b.WriteString(`<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">`)
	fmt.Fprintf(&b, `<ofd:Area><ofd:PhysicalBox>0 0 %.3f %.3f</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="2">`, p.Width*mm, p.Height*mm)
	for _, r := range p.Rules {
		fmt.Fprintf(&b, `<ofd:PathObject Boundary="%.3f %.3f %.3f %.3f" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L %.3f %.3f</ofd:AbbreviatedData></ofd:PathObject>`,
			r.X0*mm, r.Y0*mm, (r.X1-r.X0)*mm, (r.Y1-r.Y0)*mm, (r.X1-r.X0)*mm, (r.Y1-r.Y0)*mm)
	}
	for i := 0; i < len(p.Glyphs); {
		k := i + 1
		for k < len(p.Glyphs) && together(p.Glyphs[k-1], p.Glyphs[k]) {
			k++
		}
		text(&b, p.Glyphs[i:k])
		i = k
	}
	b.WriteString(`</ofd:Layer></ofd:Content></ofd:Page>`)
	return b.String()
}

// text writes a row of characters: even steps in the short form, g 3 5.644.
func text(b *strings.Builder, row []layout.Glyph) {
	first, last := row[0], row[len(row)-1]
	fmt.Fprintf(b, `<ofd:TextObject Font="3" Size="%.3f" Boundary="%.3f %.3f %.3f %.3f"><ofd:TextCode X="0" Y="%.3f" DeltaX="`,
		first.Em*mm, first.X0*mm, (first.Base-first.Em)*mm, (last.X1-first.X0)*mm, 1.2*first.Em*mm, first.Em*mm)
	for i := 1; i < len(row); {
		step := func(k int) string { return fmt.Sprintf("%.3f", (row[k].X0-row[k-1].X0)*mm) }
		k := i + 1
		for k < len(row) && step(k) == step(i) {
			k++
		}
		if i > 1 {
			b.WriteByte(' ')
		}
		if k-i > 2 {
			fmt.Fprintf(b, "g %d %s", k-i, step(i))
		} else {
			b.WriteString(strings.TrimSuffix(strings.Repeat(step(i)+" ", k-i), " "))
		}
		i = k
	}
	b.WriteString(`">`)
	for _, g := range row {
		_ = xml.EscapeText(b, []byte(string(g.Rune)))
	}
	b.WriteString(`</ofd:TextCode></ofd:TextObject>`)
}
