package ofd

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/layout"
)

// textObject is a ct_text (GB/T 33190, 11.2).
type textObject struct {
	Boundary      string     `xml:"Boundary,attr"`
	CTM           string     `xml:"CTM,attr"`
	Size          float64    `xml:"Size,attr"`
	HScale        string     `xml:"HScale,attr"`
	Visible       string     `xml:"Visible,attr"`
	CharDirection string     `xml:"CharDirection,attr"`
	Codes         []textCode `xml:"TextCode"`
}

// textCode places a row of characters (11.3). A coordinate that is left out is that of the
// code before it.
type textCode struct {
	X      string `xml:"X,attr"`
	Y      string `xml:"Y,attr"`
	DeltaX string `xml:"DeltaX,attr"`
	DeltaY string `xml:"DeltaY,attr"`
	Text   string `xml:",chardata"`
}

func hidden(visible string) bool { return visible == "false" || visible == "0" }

// glyphs appends the characters of a text object to a page. Text that is turned is a
// watermark.
func (o *textObject) glyphs(out []layout.Glyph) []layout.Glyph {
	m, _ := place(o.CTM, o.Boundary)
	if hidden(o.Visible) || !m.upright() || o.CharDirection != "" && o.CharDirection != "0" {
		return out
	}
	stretch, err := strconv.ParseFloat(o.HScale, 64)
	if err != nil || !(stretch > 0) {
		stretch = 1
	}
	x, y := 0.0, 0.0
	for _, code := range o.Codes {
		if v := numbers(code.X); len(v) > 0 {
			x = v[0]
		}
		if v := numbers(code.Y); len(v) > 0 {
			y = v[0]
		}
		out = o.row(out, &code, m, x, y, stretch)
	}
	return out
}

func (o *textObject) row(out []layout.Glyph, code *textCode, m matrix, x, y, stretch float64) []layout.Glyph {
	text := []rune(strings.Trim(code.Text, "\r\n\t"))
	dx, dy := deltas(code.DeltaX, len(text)), deltas(code.DeltaY, len(text))
	for i, r := range text {
		advance := o.Size * stretch
		if r < 0x2E80 && !wide(r) {
			advance /= 2
		}
		left, base := m.apply(x, y)
		right, _ := m.apply(x+advance, y)
		out = append(out, layout.Glyph{Rune: r, X0: left, X1: right, Base: base, Em: o.Size * m[3] * point})
		if i < len(dx) {
			x += dx[i]
		} else if i >= len(dy) {
			x += advance
		}
		if i < len(dy) {
			y += dy[i]
		}
	}
	return out
}

// wide reports marks that take a whole square in a Chinese font.
func wide(r rune) bool { return r >= 0x2010 && r <= 0x2027 || r >= 0x2160 && r < 0x2600 }

// pathObject is a ct_path (9.3).
type pathObject struct {
	Boundary string `xml:"Boundary,attr"`
	CTM      string `xml:"CTM,attr"`
	Stroke   string `xml:"Stroke,attr"`
	Fill     string `xml:"Fill,attr"`
	Visible  string `xml:"Visible,attr"`
	Data     string `xml:"AbbreviatedData"`
}

// rules appends the ruling lines of a path to a page.
func (o *pathObject) rules(out []layout.Rule) []layout.Rule {
	stroked, filled := o.Stroke != "false" && o.Stroke != "0", o.Fill == "true" || o.Fill == "1"
	if hidden(o.Visible) || !stroked && !filled {
		return out
	}
	m, _ := place(o.CTM, o.Boundary)
	var line layout.Outline
	var args []float64
	operator := byte(0)
	step := func() {
		if n := len(args); n >= 2 {
			x, y := m.apply(args[n-2], args[n-1])
			switch operator {
			case 'S', 'M':
				out = line.Rules(out, stroked)
				line.Start(x, y)
			case 'L':
				line.Line(x, y)
			case 'Q', 'B', 'A':
				line.Curve(x, y)
			}
		}
		args = args[:0]
	}
	for f := range strings.FieldsSeq(o.Data) {
		if v, err := strconv.ParseFloat(f, 64); err == nil {
			if len(args) < 8 {
				args = append(args, v)
			}
			continue
		}
		step()
		if operator = f[0]; operator == 'C' {
			line.Close()
		}
	}
	step()
	return line.Rules(out, stroked)
}

// decode reads the element that the decoder stands in.
func decode[T any](d *xml.Decoder, e xml.StartElement) (v T, err error) {
	err = d.DecodeElement(&v, &e)
	return v, err
}
