package press

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/layout"
)

// PDFOptions are the faults and turns of a PDF.
type PDFOptions struct {
	Password   string // what it asks for
	Garbled    bool   // the font maps its characters to private ones
	Scan       bool   // a picture instead of text
	Recognized bool   // a picture, and below it text that is not drawn, of a font without shapes, word by word
	Apart      bool   // the font is not embedded, and each character is drawn by itself
	Rotate     int    // degrees by which the pages are turned for reading
	Sideways   bool   // the text is drawn upwards
}

// PDF writes pages as a PDF file (ISO 32000-1).
func PDF(pages []layout.Page, opts PDFOptions) []byte {
	w := &pdfWriter{}
	w.buf.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var kids []string
	first := 8
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", first+2*i))
	}
	w.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	w.object(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), strings.Join(kids, " ")))
	w.font(pages, opts)
	w.stream(4, "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", []byte{200})
	for i := range pages {
		p := &pages[i]
		box := fmt.Sprintf("0 0 %g %g", p.Width, p.Height)
		if opts.Sideways {
			box = fmt.Sprintf("0 0 %g %g", p.Height, p.Width)
		}
		w.object(first+2*i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[%s]/Rotate %d/Contents %d 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>>>", box, opts.Rotate, first+2*i+1))
		w.stream(first+2*i+1, "<<", content(p, opts))
	}
	return w.finish(opts)
}

// pdfWriter collects objects and where they begin.
type pdfWriter struct {
	buf     bytes.Buffer
	offsets map[int]int
	last    int
}

func (w *pdfWriter) object(n int, body string) {
	if w.offsets == nil {
		w.offsets = map[int]int{}
	}
	w.offsets[n], w.last = w.buf.Len(), max(w.last, n)
	fmt.Fprintf(&w.buf, "%d 0 obj\n%s\nendobj\n", n, body)
}

func (w *pdfWriter) stream(n int, dict string, data []byte) {
	var z bytes.Buffer
	c := zlib.NewWriter(&z)
	_, _ = c.Write(data)
	_ = c.Close()
	w.object(n, fmt.Sprintf("%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, z.Len(), z.Bytes()))
}

// font embeds the font for all characters of the basic plane. Its table says which ones
// they are, or, garbled, that they are private ones.
func (w *pdfWriter) font(pages []layout.Page, opts PDFOptions) {
	if opts.Apart {
		w.object(3, "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"+
			"/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]"+
			"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"+
			"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>")
		return
	}
	widths := "/DW 1000/W[32 8207 500]"
	if opts.Recognized {
		widths = "/DW 500"
	}
	w.object(3, "<</Type/Font/Subtype/Type0/BaseFont/PRESSA+Box/Encoding/Identity-H/ToUnicode 7 0 R"+
		"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/PRESSA+Box"+widths+"/CIDToGIDMap 6 0 R"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor<</Type/FontDescriptor/FontName/PRESSA+Box/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 5 0 R>>>>]>>")
	w.stream(5, "<<", font(!opts.Recognized))
	w.stream(6, "<<", bytes.Repeat([]byte{0, 1}, 1<<16))
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /P def /CMapType 2 def\n" +
		"1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for chunk := range slices.Chunk(used(pages), 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for n, r := range chunk {
			to := r
			if opts.Garbled {
				to = 0xE000 + rune(n)
			}
			fmt.Fprintf(&b, "<%04X> <%04X>\n", r, to)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap end end")
	w.stream(7, "<<", b.Bytes())
}

// used are the characters of the pages, each once.
func used(pages []layout.Page) (out []rune) {
	for i := range pages {
		for _, g := range pages[i].Glyphs {
			out = append(out, g.Rune)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// content draws a page.
func content(p *layout.Page, opts PDFOptions) []byte {
	var b bytes.Buffer
	if opts.Scan || opts.Recognized {
		fmt.Fprintf(&b, "q %g 0 0 %g 0 0 cm /I Do Q\n", p.Width, p.Height)
	}
	if opts.Scan {
		return b.Bytes()
	}
	if opts.Sideways {
		fmt.Fprintf(&b, "0 1 -1 0 %g 0 cm\n", p.Height)
	}
	b.WriteString("0.7 w\n")
	for _, r := range p.Rules {
		fmt.Fprintf(&b, "%.2f %.2f m %.2f %.2f l S\n", r.X0, p.Height-r.Y0, r.X1, p.Height-r.Y1)
	}
	b.WriteString("BT\n")
	for i := 0; i < len(p.Glyphs); {
		k := i + 1
		for k < len(p.Glyphs) && together(p.Glyphs[k-1], p.Glyphs[k]) {
			k++
		}
		row := p.Glyphs[i:k]
		switch {
		case opts.Recognized:
			lay(&b, row, p.Height)
		case opts.Apart:
			for n := range row {
				show(&b, row[n:n+1], p.Height)
			}
		default:
			show(&b, row, p.Height)
		}
		i = k
	}
	b.WriteString("ET\n")
	return b.Bytes()
}

// show draws a row of characters, with the steps between them that the page has.
func show(b *bytes.Buffer, row []layout.Glyph, height float64) {
	fmt.Fprintf(b, "/F %g Tf 1 0 0 1 %.2f %.2f Tm [", row[0].Em, row[0].X0, height-row[0].Base)
	for i, g := range row {
		if i > 0 {
			if gap := g.X0 - row[i-1].X1; gap > 0.001 || gap < -0.001 {
				fmt.Fprintf(b, " %.1f ", -1000*gap/g.Em)
			}
		}
		b.WriteByte('<')
		fmt.Fprintf(b, "%04X", uint16(g.Rune))
		b.WriteByte('>')
	}
	b.WriteString("] TJ\n")
}

// lay writes a row as text recognition does: in words of one or two characters, each with a blank
// behind it and as wide as its box on the picture, of which every third reaches into the next one.
// The size is that of the row's ink, more where a comma hangs below it.
func lay(b *bytes.Buffer, row []layout.Glyph, height float64) {
	em := row[0].Em
	if slices.ContainsFunc(row, func(g layout.Glyph) bool { return g.Rune == '，' }) {
		em *= 1.2
	}
	for i, n := 0, 0; i < len(row); n++ {
		k := min(i+1+n%2, len(row))
		width := row[k-1].X1 - row[i].X0
		if n%3 == 0 {
			width += 0.8 * em
		}
		fmt.Fprintf(b, "3 Tr /F %g Tf 1 0 0 1 %.2f %.2f Tm %.2f Tz [<", em, row[i].X0, height-row[i].Base, 100*width/(0.5*em*float64(k-i+1)))
		for _, g := range row[i:k] {
			fmt.Fprintf(b, "%04X", uint16(g.Rune))
		}
		b.WriteString("0020>] TJ\n")
		i = k
	}
}

// together reports that b stands behind a on the same line.
func together(a, b layout.Glyph) bool { return a.Base == b.Base && a.Em == b.Em && b.X0 > a.X0 }

// finish writes the table of objects.
func (w *pdfWriter) finish(opts PDFOptions) []byte {
	security := ""
	if opts.Password != "" {
		security = encryption(opts.Password)
	}
	at := w.buf.Len()
	fmt.Fprintf(&w.buf, "xref\n0 %d\n0000000000 65535 f \n", w.last+1)
	for n := 1; n <= w.last; n++ {
		if offset, ok := w.offsets[n]; ok {
			fmt.Fprintf(&w.buf, "%010d 00000 n \n", offset)
		} else {
			w.buf.WriteString("0000000000 00000 f \n")
		}
	}
	fmt.Fprintf(&w.buf, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", w.last+1, security, at)
	return w.buf.Bytes()
}

const passwordPad = "\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a"

// encryption is the dictionary of the standard handler, revision 2 (ISO 32000-1, 7.6.3):
// enough for a reader to ask for the password.
func encryption(password string) string {
	padded := []byte(password + passwordPad)[:32]
	sum := md5.Sum(padded)
	owner := crypt(sum[:5], padded)
	id := "0123456789abcdef"
	sum = md5.Sum([]byte(string(padded) + string(owner) + "\xfc\xff\xff\xff" + id))
	user := crypt(sum[:5], []byte(passwordPad))
	return fmt.Sprintf("/ID[<%x><%x>]/Encrypt<</Filter/Standard/V 1/R 2/O<%x>/U<%x>/P -4>>", id, id, owner, user)
}

func crypt(key, data []byte) []byte {
	out := make([]byte, len(data))
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, data)
	}
	return out
}
