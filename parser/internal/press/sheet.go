package press

import "github.com/policyx/policyx/parser/layout"

// A4 in points, with the margins of a notice.
const (
	pageWidth  = 595
	pageHeight = 842
	left       = 74
	top        = 90
	foot       = 82 // below the last line
	em         = 16
	pitch      = 28
	tableEm    = 10.5
	tablePitch = 15
	padding    = 5.4
)

// Block is a paragraph, or a table where Rows is not nil.
type Block struct {
	Text   string
	Centre bool    // set in the middle, without indent
	Flush  bool    // without indent
	Size   float64 // of its characters, 0 for those of the text; larger ones fit into a line
	Right  string  // what stands at the right margin of its last line
	Rows   [][]Cell
}

// Cell is a cell of a table. One that a cell from above or from the left covers is
// Covered and has no text.
type Cell struct {
	Text             string
	RowSpan, ColSpan int
	Covered          bool
}

// Style says what is printed around the text.
type Style struct {
	Header  string  // at the top of each page
	Number  string  // the page number, with %d in it
	Columns int     // 1 or 2
	Plain   bool    // tables without ruling lines
	Mirror  float64 // by how much even pages are moved to the right
	Wide    bool    // the page lies on its side
}

// printer sets blocks, page by page.
type printer struct {
	style Style
	pages []layout.Page
	y     float64 // base line of the next line
	x0    float64 // margins of the column
	x1    float64
	index int // of the column on the page
}

// Print sets blocks on pages.
func Print(blocks []Block, style Style) []layout.Page {
	p := &printer{style: style}
	p.newPage()
	for _, b := range blocks {
		if b.Rows != nil {
			p.table(b.Rows)
			continue
		}
		p.paragraph(b)
	}
	return p.pages
}

func (p *printer) page() *layout.Page { return &p.pages[len(p.pages)-1] }

func (p *printer) shift() float64 {
	if len(p.pages)%2 == 0 {
		return p.style.Mirror
	}
	return 0
}

func (p *printer) newPage() {
	page := layout.Page{Width: pageWidth, Height: pageHeight}
	if p.style.Wide {
		page.Width, page.Height = pageHeight, pageWidth
	}
	p.pages = append(p.pages, page)
	p.index = 0
	p.column()
	n := len(p.pages)
	if p.style.Header != "" {
		p.put(p.style.Header, left, 50, 9, 0)
	}
	if p.style.Number != "" {
		s := number(p.style.Number, n)
		p.put(s, (page.Width-width(s, 12))/2, page.Height-42, 12, 0)
	}
}

func (p *printer) bottom() float64 { return p.page().Height - foot }

// column begins a column at the top.
func (p *printer) column() {
	p.y, p.x0, p.x1 = top, left+p.shift(), p.page().Width-left+1+p.shift()
	if p.style.Columns == 2 {
		w := (p.x1 - p.x0 - 2*em) / 2
		p.x0 += float64(p.index) * (w + 2*em)
		p.x1 = p.x0 + w
	}
}

// room makes sure that a line fits.
func (p *printer) room(height float64) {
	if p.y+height <= p.bottom() {
		return
	}
	if p.style.Columns == 2 && p.index == 0 {
		p.index = 1
		p.column()
		return
	}
	p.newPage()
}

// put sets a line of text from x on, with extra white behind each character.
func (p *printer) put(s string, x, y, size, extra float64) {
	for _, r := range s {
		w := advance(r) * size
		if r != ' ' {
			p.page().Glyphs = append(p.page().Glyphs, layout.Glyph{Rune: r, X0: x, X1: x + w, Base: y, Em: size})
		}
		x += w + extra
	}
}

func (p *printer) rule(x0, y0, x1, y1 float64) {
	p.page().Rules = append(p.page().Rules, layout.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1})
}
