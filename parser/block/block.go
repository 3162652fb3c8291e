package block

// Range is a stretch of the reading text in code points, half open.
type Range struct{ Start, End int }

// Len returns the number of code points in r.
func (r Range) Len() int { return r.End - r.Start }

// Contains reports whether s lies within r.
func (r Range) Contains(s Range) bool { return r.Start <= s.Start && s.End <= r.End }

// Shift returns r moved by a number of code points.
func (r Range) Shift(by int) Range { return Range{r.Start + by, r.End + by} }

// Reading is one document as a reader delivers it.
type Reading struct {
	Text     []rune    // the reading text
	Blocks   []Block   // in the order of the text, without overlap
	Pages    []int     // start of each page in Text; empty where the format has no pages
	Fields   []Field   // the page head of a government site, in the order of the text
	Links    []Link    // of a page, to the files that go with it, in its order
	Frames   []Range   // what a frame sets apart, a box or a table of one column; one may stand in another
	Lines    []int     // line of the user's file, 1-based, of each line of Text; nil where they are the same
	Sections []Section // what the format sets apart, in the order of the text; nil where that is all one

	Recognized []Recognition // pages whose text an engine read off their picture, by page
}

// Recognition is a page whose text an engine read off its picture.
type Recognition struct {
	Page       int     // from 1
	Confidence float64 // 0 to 1
	Mended     []Misreading
}

// Misreading is what was mended in a line before the page was laid out: the text around, as it was and as it is.
type Misreading struct{ Repair, Was, Is string }

// Block is a paragraph (Grid is nil) or a table.
type Block struct {
	Range
	Grid *Grid

	Note bool // a paragraph that only remarks on a table beside it

	// Parts are the stretches of a paragraph that something foreign cuts apart, such as the edge
	// of a page or its number: in order, within Range, their text in sequence is the paragraph.
	// nil means the whole Range.
	Parts []Range
}

// Shift moves b by a number of code points.
func (b *Block) Shift(by int) {
	b.Range = b.Range.Shift(by)
	for i := range b.Parts {
		b.Parts[i] = b.Parts[i].Shift(by)
	}
	if b.Grid != nil {
		for i := range b.Grid.Cells {
			b.Grid.Cells[i].Range = b.Grid.Cells[i].Range.Shift(by)
		}
	}
}

// Grid is a table with its spans expanded: Rows[r][c] is an index into Cells, and
// every row has the same length.
type Grid struct {
	Cells []Cell
	Rows  [][]int
}

// Cell is one cell as it stands in the document, whatever it spans.
// An empty cell has a Range of length 0 at its place.
type Cell struct {
	Range
	Row, Col         int // its top left place in the grid
	RowSpan, ColSpan int // at least 1
}

// At returns the cell that covers row r, column c.
func (g *Grid) At(r, c int) *Cell { return &g.Cells[g.Rows[r][c]] }

// Columns returns the number of columns.
func (g *Grid) Columns() int {
	if len(g.Rows) == 0 {
		return 0
	}
	return len(g.Rows[0])
}

// Section is a part of a document that its format sets apart, such as a sheet of a workbook.
type Section struct {
	Start   int   // where it begins in Text
	Heading Range // the paragraph at its start that names it; empty where none does
}
